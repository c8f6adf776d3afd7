/** The ledger under many hands. Real Postgres only: the embedded one has a single connection. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, type TestGateway } from '../../support/gateway.ts';
import { createLedger, type RunRow } from '../../support/ledger.ts';
import { isRealStack } from '../../support/stack.ts';

const many = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)));

describe.skipIf(!isRealStack)('at once (real only: the embedded database has one connection)', () => {
  let gateway: TestGateway;
  let ledger: ReturnType<typeof createLedger>;

  beforeAll(async () => {
    gateway = await createTestGateway();
    ledger = createLedger(gateway);
  });

  afterAll(() => gateway?.[Symbol.asyncDispose]());

  it('eight workers claim two hundred runs, each run once', async () => {
    await ledger.know('crowd');
    await ledger.own("select ops.enqueue('crowd', 'k') from generate_series(1, 200)");
    const claimed = await many(8, async (worker) => {
      const mine: string[] = [];
      await gateway.owner(async (client) => {
        for (;;) {
          const rows = await client.query("select id from ops.claim('crowd', $1, max_runs => 7)", [`w${worker}`]);
          if (rows.length === 0) return;
          mine.push(...rows.map(({ id }) => String(id)));
        }
      });
      return mine;
    });
    const all = claimed.flat();
    expect(all).toHaveLength(200);
    expect(new Set(all).size).toBe(200);
    const [row] = await ledger.own(
      `select count(*)::int as runs, max(fence) as fence, max(attempt) as attempt,
         count(*) filter (where problem is not null)::int as broken
       from ops.runs r, ops.verify_ledger(r.id) where agent = 'crowd'`,
    );
    expect(row).toEqual({ runs: 200, fence: 1, attempt: 1, broken: 0 });
  });

  it('a hundred calls of enqueue with one key make one run', async () => {
    const given = { agent: 'a', kind: 'k', idempotency_key: 'crowd', input: '{"x":1}' };
    const answers = await many(20, async () => {
      const mine = [];
      for (let call = 0; call < 5; call += 1)
        mine.push(await ledger.one<{ run_id: string; created: boolean }>('enqueue', given));
      return mine;
    });
    expect(new Set(answers.flat().map(({ run_id }) => run_id)).size).toBe(1);
    expect(answers.flat().filter(({ created }) => created)).toHaveLength(1);
    const id = answers[0]?.[0]?.run_id ?? '';
    expect(await ledger.verify(id)).toMatchObject({ events: 1, problem: null });
  });

  it('twenty writers append to one run without a gap, in the order of time', async () => {
    const { id } = await ledger.running();
    const numbers = await many(20, async (n) => {
      const given = { run_id: id, type: 'x', payload: `{"n":${n}}` };
      return (await ledger.one<{ seq: number }>('append_event', given)).seq;
    });
    expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 4));
    expect(await ledger.verify(id)).toMatchObject({ events: 23, problem: null });
    const [row] = await ledger.own(
      `select bool_and(created_at >= before) as ordered from
         (select created_at, lag(created_at) over (order by seq) as before from ops.run_events where run_id = $1) e`,
      [id],
    );
    expect(row).toEqual({ ordered: true });
  });

  it('of many who finish a run with one fence, one is heard, and who says the same is answered the same', async () => {
    const { id, fence } = await ledger.running();
    const answers = await many(12, (n) =>
      ledger
        .one('mark_finished', { run_id: id, fence, outcome: 'SUCCEEDED', output: String(n % 2) })
        .catch(({ code }: { code: string }) => code),
    );
    const heard = answers.filter((answer) => typeof answer !== 'string');
    expect(heard.length).toBe(6);
    expect(answers.filter((answer) => answer === 'TP409')).toHaveLength(6);
    expect((await ledger.events(id)).filter(({ type }) => type === 'run.succeeded')).toHaveLength(1);
  });

  it('lost leases are taken back once, however many look', async () => {
    await ledger.know('lost');
    await ledger.own("select ops.enqueue('lost', 'k') from generate_series(1, 40)");
    await ledger.call<RunRow>('claim', { agent: 'lost', worker: 'w', max_runs: 40 });
    await ledger.own("update ops.runs set leased_until = now() - interval '1 s' where agent = 'lost'");
    const counts = await many(8, () => ledger.one<{ requeue_lost: number }>('requeue_lost'));
    expect(counts.reduce((sum, { requeue_lost }) => sum + requeue_lost, 0)).toBe(40);
    const [row] = await ledger.own("select min(fence) as low, max(fence) as high from ops.runs where agent = 'lost'");
    expect(row).toEqual({ low: 2, high: 2 });
  });

  it('a month that is new gets one partition, while others write', async () => {
    await many(8, async (n) => {
      await ledger.own(`select ops.ensure_event_partition((date '2032-01-01' + make_interval(months => $1))::date)`, [
        n % 4,
      ]);
      await ledger.enqueue();
    });
    const rows = await ledger.own(
      `select inhrelid::regclass::text as name from pg_inherits
       where inhparent = 'ops.run_events'::regclass and inhrelid::regclass::text like '%2032%' order by 1`,
    );
    expect(rows.map(({ name }) => name)).toEqual(
      ['01', '02', '03', '04'].map((month) => `ops.run_events_2032_${month}`),
    );
  });
});

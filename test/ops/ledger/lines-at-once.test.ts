/** Lines under many hands, on the real Postgres alone: the embedded one has a single connection. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RunError } from '../../../src/agents/handler.ts';
import { createTestGateway, type TestGateway } from '../../support/gateway.ts';
import { createLedger } from '../../support/ledger.ts';
import { isRealStack } from '../../support/stack.ts';
import { startTestWorker } from '../../support/worker.ts';

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

  const untilEnded = async (kind: string) => {
    for (;;) {
      const [row] = await ledger.own(
        `select count(*) filter (where not ops.is_ended(status))::int as open, count(*)::int as runs from ops.runs where kind = $1`,
        [kind],
      );
      if (row?.open === 0) return row.runs;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };

  it('two writes of one document end in its order in 25 of 25 rounds of 8 slots, also where the first fails once', async () => {
    const last = new Map<string, number>();
    const seen: string[] = [];
    await using _worker = startTestWorker(
      gateway,
      {
        'line.write': async ({ input, attempt }) => {
          const { key, n } = input as { key: string; n: number };
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
          if (n === 1 && attempt === 1 && Number(key) % 5 === 0)
            throw new RunError('UPSTREAM_UNAVAILABLE', 'once', { retryable: true });
          seen.push(`${key}:${n}`);
          last.set(key, n);
        },
      },
      { concurrency: 8 },
    );
    const one = (alias: string, key: number, n: number) =>
      `${alias}: enqueueRun(input: { agent: "sync-odoo-agent", kind: "line.write", orderingKey: "${key}", input: { key: "${key}", n: ${n} } }) { created }`;
    for (let round = 1; round <= 25; round += 1) {
      const { errors } = await gateway.execute(`mutation { ${one('a', round, 1)} ${one('b', round, 2)} }`, {
        as: 'service',
      });
      expect(errors).toBeUndefined();
    }
    expect(await untilEnded('line.write')).toBe(50);
    expect([...last.values()]).toEqual(Array(25).fill(2));
    expect(seen).toHaveLength(50);
  }, 120_000);

  it('what ten enqueue while eight claim, fail, cancel and finish is never two at a time, and in the order of places', async () => {
    const agent = 'crowd of lines';
    const open = new Set<string>();
    const order: { place: number; keys: string[] }[] = [];
    let left = 10;
    const enqueuing = many(10, async (who) => {
      for (let n = 0; n < 20; n += 1) {
        const ids = who % 2 === 0 ? [1 + (n % 3)] : [1 + (n % 3), 1 + ((n + 1) % 3)];
        const input = JSON.stringify({ model: 'res.partner', ids });
        await ledger.enqueue({ agent, kind: 'odoo.write', input, max_attempts: 2 });
      }
      left -= 1;
    });
    const working = many(8, (who) =>
      gateway.owner(async (client) => {
        for (let idle = 0; idle < 20 || left > 0; ) {
          const [run] = await client.query('select * from ops.claim($1, $2)', [agent, `w${who}`]);
          if (!run) {
            idle += 1;
            await new Promise((resolve) => setTimeout(resolve, 50));
            continue;
          }
          idle = 0;
          const keys = run.ordering_keys as string[];
          for (const key of keys) {
            expect(open.has(key), `two at a time in ${key}`).toBe(false);
            open.add(key);
          }
          const [row] = await client.query('select min(place)::int as place from ops.run_places where run_id = $1', [
            run.id,
          ]);
          order.push({ place: Number(row?.place), keys });
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 5));
          for (const key of keys) open.delete(key);
          const chance = Math.random();
          if (chance < 0.1) await client.query('select ops.cancel($1)', [run.id]);
          else
            await client.query("select ops.mark_finished($1, $2, 'FAILED', retryable => false)", [run.id, run.fence]);
        }
      }),
    );
    await Promise.all([enqueuing, working]);
    expect(order).toHaveLength(200);
    for (const key of ['res.partner/1', 'res.partner/2', 'res.partner/3']) {
      const places = order.filter(({ keys }) => keys.includes(key)).map(({ place }) => place);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }
    expect(
      await ledger.own(
        'select (select count(*)::int from ops.run_places) + (select count(*)::int from ops.run_lines) as rows',
      ),
    ).toEqual([{ rows: 0 }]);
  }, 120_000);

  it('who enqueues late and commits last stands last: nobody is claimed beside him', async () => {
    const agent = 'late';
    await ledger.know(agent);
    const given = { agent, ordering_key: 'a' };
    let commit = () => {};
    const held = new Promise<void>((resolve) => {
      commit = resolve;
    });
    let taken = () => {};
    const isTaken = new Promise<void>((resolve) => {
      taken = resolve;
    });
    const slow = gateway.owner(async (client) => {
      await client.query('begin');
      const [row] = await client.query("select run_id from ops.enqueue($1, 'k', ordering_key => 'a')", [agent]);
      taken();
      await held;
      await client.query('commit');
      return row?.run_id;
    });
    await isTaken;
    const waiting = ledger.enqueue(given);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await ledger.call('claim', { agent, worker: 'w' })).toEqual([]);
    commit();
    const [first, second] = [await slow, await waiting];
    const claimed = await ledger.call('claim', { agent, worker: 'w', max_runs: 9 });
    expect(claimed.map(({ id }) => id)).toEqual([first]);
    expect(await ledger.run(second)).toMatchObject({ lines_ahead: 1 });
  });
});

/** Who is waited for: transactions that may write our tables, and no others; and how it is told whom a follower waits for. */
import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMetrics } from '../../src/http/metrics.ts';
import { createHeldUp, type Holder } from '../../src/live/held-up.ts';
import { createLog } from '../../src/log.ts';
import { withOwner } from '../../src/postgres/owner.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';
import { createLedger, DOORS, subscribe } from '../support/live.ts';
import { databaseUrl, isRealStack, stackVariable } from '../support/stack.ts';

describe('a follower that is held up', () => {
  const holder: Holder = { pid: 7, role: 'app', application: 'report', state: 'idle in transaction', since: null };

  const create = (answers: (Holder | null)[]) => {
    const logged: string[] = [];
    let asked = 0;
    const ask = async () => answers[Math.min(asked++, answers.length - 1)] ?? null;
    const heldUp = createHeldUp({ ask, log: createLog('warn', (line) => logged.push(line)), everyMs: 20 });
    return { heldUp, logged, asked: () => asked };
  };

  it('has the database asked who holds it up, once in a while, and the log say so once for each', async () => {
    const { heldUp, logged, asked } = create([holder, holder, { ...holder, pid: 8 }]);
    const [one, other] = [heldUp.open(), heldUp.open()];
    expect(heldUp.current()).toBeNull();
    one.set(true);
    other.set(true);
    await expect.poll(heldUp.current).toMatchObject({ ...holder, pid: 8, followers: 2 });
    expect(heldUp.current()?.seconds).toBeGreaterThan(0);
    expect(logged.map((line) => JSON.parse(line).holder.pid)).toEqual([7, 8]);
    one.set(false);
    expect(heldUp.current()).toMatchObject({ followers: 1 });
    other.close();
    expect(heldUp.current()).toBeNull();
    await delay(50);
    const before = asked();
    await delay(60);
    expect(asked()).toBe(before);
  });

  it('is not asked about where it goes on at once, nor after the end', async () => {
    const { heldUp, asked } = create([holder]);
    const one = heldUp.open();
    one.set(true);
    one.set(false);
    await delay(60);
    one.set(true);
    heldUp.close();
    await delay(60);
    expect(asked()).toBe(0);
  });
});

describe.runIf(isRealStack)('a transaction that is left open', () => {
  const RUNS = 'subscription ($filter: RunFilter) { runs(filter: $filter) { cursor run { id } } }';
  const PAGE = 'subscription ($spaceId: ID!) { pageChanged(spaceId: $spaceId) { cursor page { title } } }';
  const elsewhere = `tripoint_test_elsewhere_${process.pid}_${randomBytes(4).toString('hex')}`;
  const metrics = createMetrics();
  let gateway: TestGateway;
  let http: Awaited<ReturnType<typeof serve>>;
  let ledger: ReturnType<typeof createLedger>;
  const server = () => stackVariable('MIGRATIONS_DATABASE_URL');

  beforeAll(async () => {
    await withOwner(server(), (client) => client.script(`create database ${elsewhere}`));
    gateway = await createTestGateway({ pollMs: 500 });
    http = await serve(gateway, { metrics });
    ledger = createLedger(gateway);
  }, 60_000);
  afterAll(async () => {
    await http?.[Symbol.asyncDispose]();
    await gateway?.[Symbol.asyncDispose]();
    await withOwner(server(), (client) => client.script(`drop database if exists ${elsewhere} with (force)`));
  });

  it.each(DOORS)('in another database holds up nobody: by %s', async (door) => {
    const filter = { kind: { eq: `elsewhere ${door}` } };
    await withOwner(databaseUrl('MIGRATIONS_DATABASE_URL', elsewhere), async (client) => {
      await client.script('begin; create table written (n int)');
      const runs = await subscribe(http.url, door, RUNS, { as: 'service', variables: { filter } });
      await runs.take(1, 'runs.cursor');
      const [space] = await gateway.owner((owner) => owner.query('select id from work.spaces limit 1'));
      const pages = await subscribe(http.url, door, PAGE, { as: 'service', variables: { spaceId: space?.id } });
      await pages.take(1, 'pageChanged.cursor');
      const id = await ledger.enqueue(filter.kind.eq);
      await gateway.owner((owner) =>
        owner.query(
          `update work.pages set title = 'seen' where id = (select id from work.pages where space_id = $1 limit 1)`,
          [space?.id],
        ),
      );
      const seen = await Promise.race([
        Promise.all([runs.take(1, 'runs.run.id'), pages.take(1, 'pageChanged.page.title')]),
        delay(8_000),
      ]);
      expect(seen).toEqual([[id], ['seen']]);
      await client.script('rollback');
      await Promise.all([runs.end(), pages.end()]);
    });
  });

  it('in this database holds up those after it, and the log and the metrics say who and since when', async () => {
    const filter = { kind: { eq: 'here' } };
    const runs = await subscribe(http.url, 'websocket', RUNS, { as: 'service', variables: { filter } });
    await runs.take(1, 'runs.cursor');
    const metric = async (name: string) =>
      (await metrics.page()).text
        .split('\n')
        .filter((line) => line.startsWith(name))
        .join('\n');
    const first = runs.next();
    const id = await gateway.owner(async (client) => {
      await client.script(`set application_name = 'night report'; begin`);
      const [row] = await client.query('select pg_current_xact_id(), pg_backend_pid() as pid');
      const made = await ledger.enqueue('here');
      await expect.poll(() => metric('tripoint_live_held_up_followers'), { timeout: 10_000 }).toMatch(/ 1$/);
      await expect
        .poll(() => metric('tripoint_live_held_up_seconds'), { timeout: 10_000 })
        .toMatch(new RegExp(`application="night report",pid="${row?.pid}"\\} [1-9]`));
      expect(await Promise.race([first, delay(200)])).toBeUndefined();
      await client.script('rollback');
      return made;
    });
    expect((await first).data).toMatchObject({ runs: { run: { id } } });
    const line = gateway.logged.map((text) => JSON.parse(text)).find(({ holder }) => holder);
    expect(line).toMatchObject({
      msg: expect.stringContaining('holds up those who follow changes'),
      holder: { application: 'night report', followers: 1, since: expect.stringMatching(/^\d{4}-/) },
    });
    await expect.poll(() => metric('tripoint_live_held_up_followers')).toMatch(/ 0$/);
    expect(await metric('tripoint_live_held_up_seconds')).toBe('');
    await runs.end();
  });

  it('tells only those who may know', async () => {
    const [row] = await gateway.owner((client) =>
      client.query(`select has_function_privilege('service_role', 'ops.oldest_writer()', 'execute') as service,
        has_function_privilege('authenticated', 'ops.oldest_writer()', 'execute') as users,
        has_function_privilege('anon', 'ops.oldest_writer()', 'execute') as nobody`),
    );
    expect(row).toEqual({ service: true, users: false, nobody: false });
  });
});

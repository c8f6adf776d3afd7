/** Deadlines that hold: work that nobody waits for any more ends, in the database too. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { MigrationClient } from '../../src/postgres/migrate.ts';
import { createTestGateway, pick, type TestGateway, testToken } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';
import { DOORS, subscribe } from '../support/live.ts';
import { isRealStack } from '../support/stack.ts';

const TIMEOUT_MS = 400;

// PGlite has one connection, and a statement holds the event loop: nothing could be locked, and nothing cancelled.
describe.skipIf(!isRealStack)('a statement', () => {
  let base: TestGateway;
  let gateway: TestGateway;

  beforeAll(async () => {
    base = await createTestGateway();
    gateway = await createTestGateway({ beside: base, operationTimeoutMs: TIMEOUT_MS });
  });
  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
    await base[Symbol.asyncDispose]();
  });

  /** While `work` runs, whoever touches `table` waits. */
  const withLocked = <T>(table: string, work: (watch: MigrationClient) => Promise<T>): Promise<T> =>
    base.owner((watch) =>
      base.owner(async (holder) => {
        await holder.query('begin');
        await holder.query(`lock table ${table} in access exclusive mode`);
        try {
          return await work(watch);
        } finally {
          await holder.query('rollback');
        }
      }),
    );

  const waiting = async (watch: MigrationClient) => {
    const [row] = await watch.query(
      "select count(*)::int as n from pg_stat_activity where datname = current_database() and usename = 'gateway' and state = 'active'",
    );
    return Number(row?.n);
  };

  it('is cancelled in the database when the time of its operation is up, and the rest is answered', async () => {
    await withLocked('work.comments', async (watch) => {
      const start = Date.now();
      const query = '{ spaces { totalCount } page: pages(first: 1) { nodes { comments { totalCount } } } }';
      const { data, errors, status } = await gateway.execute(query, { as: 'service' });
      expect(Date.now() - start).toBeLessThan(TIMEOUT_MS + 1_000);
      expect(status).toBe(200);
      expect(pick(data, 'spaces.totalCount')).toEqual(expect.any(Number));
      expect(errors).toMatchObject([{ path: ['page'], extensions: { code: 'UPSTREAM_TIMEOUT', surface: 'work' } }]);
      await vi.waitFor(async () => expect(await waiting(watch)).toBe(0), { timeout: 1_000 });
    });
    expect((await gateway.execute('{ pages { totalCount } }', { as: 'service' })).errors).toBeUndefined();
  });

  it('is cancelled in the ordinary lane, behind a question and in the queue for a connection as well', async () => {
    await withLocked('work.pages', async (watch) => {
      const start = Date.now();
      const queries = [
        '{ pages { nodes { title partner { name } } } }',
        '{ searchPages(query: "hotel") { page { title } } }',
        ...Array.from({ length: 30 }, (_, n) => `{ pages(first: ${n + 1}) { nodes { title } } }`),
      ];
      const answers = await Promise.all(queries.map((query) => gateway.execute(query, { as: 'service' })));
      expect(Date.now() - start).toBeLessThan(TIMEOUT_MS + 3_000);
      for (const { errors } of answers) expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_TIMEOUT' } }]);
      await vi.waitFor(async () => expect(await waiting(watch)).toBe(0), { timeout: 2_000 });
    });
    expect((await gateway.execute('{ pages { totalCount } }', { as: 'service' })).errors).toBeUndefined();
  });

  it('is cancelled when its client leaves', async () => {
    await using http = await serve(base);
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await testToken('service')}` };
    await withLocked('work.pages', async (watch) => {
      const controller = new AbortController();
      const asked = Array.from({ length: 4 }, (_, n) =>
        fetch(`${http.url}/graphql`, {
          method: 'POST',
          headers,
          body: JSON.stringify({ query: `{ pages(first: ${n + 1}) { nodes { title } } }` }),
          signal: controller.signal,
        }).catch((error: Error) => error.name),
      );
      await vi.waitFor(async () => expect(await waiting(watch)).toBe(4), { timeout: 5_000 });
      controller.abort();
      expect(new Set(await Promise.all(asked))).toEqual(new Set(['AbortError']));
      await vi.waitFor(async () => expect(await waiting(watch)).toBe(0), { timeout: 1_500 });
    });
  });

  it.each(DOORS)('of a subscription is cancelled when the last who waits for it leaves: %s', async (door) => {
    await using http = await serve(base);
    const enqueue = 'mutation { enqueueRun(input: { agent: "sync-odoo-agent", kind: "left" }) { run { id } } }';
    const { data } = await base.execute(enqueue, { as: 'service' });
    const query = `subscription { runEvents(runId: "${pick(data, 'enqueueRun.run.id')}") { seq } }`;
    await withLocked('ops.run_events', async (watch) => {
      const open = () => subscribe(http.url, door, query, { as: 'service' });
      const [first, second] = [await open(), await open()];
      const told = [first, second].map((follower) => follower.next().catch(() => null));
      // They ask for the same, by one read.
      await vi.waitFor(async () => expect(await waiting(watch)).toBeGreaterThan(0), { timeout: 5_000 });
      await first.end();
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(await waiting(watch)).toBeGreaterThan(0);
      await second.end();
      await vi.waitFor(async () => expect(await waiting(watch)).toBe(0), { timeout: 1_500 });
      expect(await Promise.all(told)).toEqual([null, null]);
    });
  });

  it('of a mutation changes nothing when the time is up, or its client leaves', async () => {
    await using http = await serve(base);
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await testToken('ana')}` };
    const create = (name: string) =>
      `mutation { createSpace(input: { name: "${name}" }) { space { name } userErrors { code } } }`;
    const named = async (watch: MigrationClient) =>
      (await watch.query("select name from work.spaces where name like 'Given up%' order by name")).map(
        ({ name }) => name,
      );
    await withLocked('work.pages', async (watch) => {
      // The payload's read waits, after the space was made.
      const late =
        'mutation { createSpace(input: { name: "Given up, late" }) { space { pages { totalCount } } userErrors { code } } }';
      const { data, errors } = await gateway.execute(late, { as: 'ana' });
      expect(data).toEqual({ createSpace: null });
      expect(errors).toMatchObject([
        { message: 'The operation took too long', extensions: { code: 'UPSTREAM_TIMEOUT' } },
      ]);
      const controller = new AbortController();
      const body = JSON.stringify({ query: late.replace('late', 'left') });
      const asked = fetch(`${http.url}/graphql`, { method: 'POST', headers, body, signal: controller.signal });
      await vi.waitFor(async () => expect(await waiting(watch)).toBe(1), { timeout: 5_000 });
      controller.abort();
      await asked.catch(() => {});
      await vi.waitFor(async () => expect(await waiting(watch)).toBe(0), { timeout: 1_500 });
      expect(await named(watch)).toEqual([]);
    });
    await base.execute(create('Given up, not'), { as: 'ana' });
    expect(await base.owner(named)).toEqual(['Given up, not']);
  });

  it('whose answer is too long is cut off before it has come, and its connection is not used again', async () => {
    await using brief = await createTestGateway({ beside: base, limits: { maxBytes: 65_536 } });
    const types = Array.from({ length: 200 }, (_, n) => `t${n}: type`).join(' ');
    const query = `{ pages(first: 100) { nodes { blocks(first: 20) { nodes { ${types} } } } } spaces { totalCount } }`;
    for (const each of [1, 2, 3, 4, 5]) {
      const { data, errors } = await brief.execute(query, { as: 'service' });
      expect([each, pick(data, 'spaces.totalCount')]).toEqual([each, expect.any(Number)]);
      expect(errors).toMatchObject([{ path: ['pages'], extensions: { code: 'LIMIT_EXCEEDED', field: 'pages' } }]);
      expect(Number(errors?.[0]?.extensions.asked)).toBeGreaterThan(131_072);
    }
    expect((await brief.execute('{ runs { totalCount } }', { as: 'service' })).errors).toBeUndefined();
  });

  it('is never cancelled in the place of another one', async () => {
    await using hasty = await createTestGateway({ beside: base, operationTimeoutMs: 100, limits: { timeoutMs: 12 } });
    const outcomes = await Promise.all(
      Array.from({ length: 300 }, (_, n) =>
        (n % 2 === 0 ? hasty : base).execute(
          `{ runs(first: ${(n % 100) + 1}) { nodes { id events { nodes { type } } } } }`,
          {
            as: n % 3 === 0 ? 'service' : 'agent:sync-odoo-agent',
          },
        ),
      ),
    );
    const patient = outcomes.filter((_, n) => n % 2 === 1);
    expect(patient.flatMap(({ errors }) => errors ?? [])).toEqual([]);
    const codes = outcomes
      .filter((_, n) => n % 2 === 0)
      .flatMap(({ errors }) => errors?.map(({ extensions }) => extensions.code) ?? []);
    expect(new Set(codes)).toEqual(new Set(['UPSTREAM_TIMEOUT']));
  });
});

/** What the ledger holds stays: no statement changes or removes it, whoever sends it, the owner included. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '../../../src/postgres/migrate.ts';
import { createTestGateway, type TestGateway } from '../../support/gateway.ts';
import { askAs, become, CALLERS, createLedger } from '../../support/ledger.ts';

let gateway: TestGateway;
let ledger: ReturnType<typeof createLedger>;
let tables: string[];

beforeAll(async () => {
  gateway = await createTestGateway();
  ledger = createLedger(gateway);
  const { id, fence } = await ledger.running();
  await ledger.one('record_artifact', { run_id: id, kind: 'report', uri: 's3://b/k', fence });
  const partitions = await ledger.own(
    "select inhrelid::regclass::text as name from pg_inherits where inhparent = 'ops.run_events'::regclass",
  );
  tables = ['ops.run_events', ...partitions.map(({ name }) => String(name))];
});

afterAll(() => gateway[Symbol.asyncDispose]());

const CHANGES: readonly (readonly [what: string, sql: (table: string) => string])[] = [
  ['update', (table) => `update ${table} set type = 'x'`],
  ['update of no row', (table) => `update ${table} set type = 'x' where false`],
  ['delete', (table) => `delete from ${table}`],
  ['delete of no row', (table) => `delete from ${table} where false`],
  ['truncate', (table) => `truncate ${table}`],
  ['truncate cascade', (table) => `truncate ${table} cascade`],
];
const asOwner = (sql: string) => gateway.owner((client) => client.script(sql));

describe('ops.run_events', () => {
  it('has a partition for each month with events, for this month and for the next three', async () => {
    expect(tables.length).toBeGreaterThanOrEqual(6);
    const rows = await ledger.own(
      `select to_char((now() at time zone 'UTC') + make_interval(months => n), '"ops.run_events_"YYYY_MM') as name
       from generate_series(0, 3) n`,
    );
    expect(tables).toEqual(expect.arrayContaining(rows.map(({ name }) => name)));
  });

  it.each(CHANGES)('refuses the owner every %s, on the parent and on each partition', async (_what, sql) => {
    for (const table of tables) await expect(asOwner(sql(table)), table).rejects.toMatchObject({ code: '42501' });
  });

  it.each(CALLERS)('refuses %s every change, on the parent and on each partition', async (as) => {
    for (const table of tables)
      for (const [what, sql] of CHANGES)
        await expect(askAs(gateway, as, sql(table)), `${what} ${table}`).rejects.toMatchObject({ code: '42501' });
  });

  it.each(CALLERS)('refuses %s an insert that no helper made', async (as) => {
    for (const table of tables) {
      const sql = `insert into ${table} (run_id, seq, type, prev_hash) select id, 99, 'x', sha256('') from ops.runs limit 1`;
      await expect(askAs(gateway, as, sql), table).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('refuses the owner an insert that changes on conflict', async () => {
    const sql = `insert into ops.run_events select * from ops.run_events
      on conflict (id, created_at) do update set type = 'x'`;
    await expect(asOwner(sql)).rejects.toMatchObject({ code: '42501' });
  });

  it('shows no role a row of a partition past its parent', async () => {
    for (const as of CALLERS)
      for (const table of tables.slice(1))
        await expect(askAs(gateway, as, `select * from ${table}`), table).rejects.toMatchObject({ code: '42501' });
  });

  it('gets a new partition the same locks', async () => {
    await ledger.own("select ops.ensure_event_partition('2031-05-17')");
    await ledger.own("select ops.ensure_event_partition('2031-05-01')");
    for (const [what, sql] of CHANGES)
      await expect(asOwner(sql('ops.run_events_2031_05')), what).rejects.toMatchObject({ code: '42501' });
    const [row] = await ledger.own(
      `select relrowsecurity as secure, relispartition as attached, pg_get_expr(relpartbound, oid) as bound
       from pg_class where oid = 'ops.run_events_2031_05'::regclass`,
    );
    expect(row).toMatchObject({ secure: true, attached: true });
    expect(row?.bound).toMatch(/2031-05-01 00:00:00\+00.*2031-06-01 00:00:00\+00/);
  });
});

const REMOVALS = ['delete from', 'truncate'].flatMap((verb) =>
  ['ops.runs', 'ops.artifacts'].map((table) => `${verb} ${table}${verb === 'truncate' ? ' cascade' : ''}`),
);

describe('ops.runs and ops.artifacts', () => {
  it.each([...REMOVALS, 'delete from ops.runs where false', 'update ops.artifacts set size = 1'])(
    'refuse "%s" to the owner and to every role',
    async (sql) => {
      await expect(asOwner(sql)).rejects.toMatchObject({ code: '42501' });
      for (const as of CALLERS) await expect(askAs(gateway, as, sql)).rejects.toMatchObject({ code: '42501' });
    },
  );

  it.each(['ops.runs', 'ops.artifacts'])(
    '%s are not opened by a client that sets what retention sets',
    async (table) => {
      const removal = gateway.owner((client) =>
        inTransaction(client, async () => {
          // Even with a grant that no role has.
          await client.script(`grant delete on ${table} to service_role`);
          await become(client, 'service');
          await client.query("select set_config('ops.retention', 'on', true)");
          await client.script(`delete from ${table}`);
        }),
      );
      await expect(removal).rejects.toMatchObject({ code: '42501', message: expect.stringContaining('retention') });
    },
  );

  it.each(REMOVALS)('refuse "%s" also to an owner that sets it, without an archive', async (sql) => {
    const removal = gateway.owner((client) =>
      inTransaction(client, async () => {
        await client.query("select set_config('ops.retention', 'on', true)");
        await client.script(sql);
      }),
    );
    await expect(removal).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|TP409|TP403|23503)$/) });
  });

  it.each([
    "update ops.runs set status = 'SUCCEEDED'",
    'update ops.runs set last_seq = 0',
    "insert into ops.runs (agent, kind) values ('a', 'k')",
    "insert into ops.artifacts (run_id, kind, uri) select id, 'k', 's3://b/k' from ops.runs",
  ])('refuse "%s" to every role', async (sql) => {
    for (const as of CALLERS) await expect(askAs(gateway, as, sql)).rejects.toMatchObject({ code: '42501' });
  });
});

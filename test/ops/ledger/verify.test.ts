/** `ops.verify_ledger`: names the first break of a chain that somebody got at past the locks. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inTransaction } from '../../../src/postgres/migrate.ts';
import { createTestGateway, type TestGateway } from '../../support/gateway.ts';
import { createLedger } from '../../support/ledger.ts';

let gateway: TestGateway;
let ledger: ReturnType<typeof createLedger>;
let id: string;

beforeAll(async () => {
  gateway = await createTestGateway();
  ledger = createLedger(gateway);
});

/** A run of six events. */
beforeEach(async () => {
  const running = await ledger.running();
  id = running.id;
  for (const n of [4, 5, 6]) await ledger.one('append_event', { run_id: id, type: 'step', payload: `{"n":${n}}` });
});

afterAll(() => gateway[Symbol.asyncDispose]());

/** What only the owner's DDL makes possible. */
async function tamper(sql: string): Promise<void> {
  await gateway.owner((client) =>
    inTransaction(client, async () => {
      const tables = ['ops.runs', 'ops.run_events'];
      for (const table of tables) await client.script(`alter table ${table} disable trigger user`);
      const partition = '(select tableoid::regclass from ops.run_events limit 1)';
      const [row] = await client.query(`select ${partition}::text as name`);
      await client.script(`alter table ${row?.name} disable trigger user`);
      await client.query(sql, [id]);
      for (const table of [...tables, row?.name]) await client.script(`alter table ${table} enable trigger user`);
    }),
  );
}

describe('ops.verify_ledger', () => {
  it('finds a chain whole that only the helpers have written', async () => {
    expect(await ledger.verify(id)).toEqual({
      events: 6,
      first_seq: 1,
      last_seq: 6,
      broken_seq: null,
      problem: null,
    });
  });

  it('finds every chain of the demo ledger whole', async () => {
    const runs = await ledger.own("select id from ops.runs where agent in ('sync-odoo-agent', 'workspace-indexer')");
    expect(runs.length).toBeGreaterThanOrEqual(6);
    for (const run of runs) {
      const verified = await ledger.verify(String(run.id));
      expect(verified).toMatchObject({ problem: null });
      expect(verified.events).toBeGreaterThan(0);
    }
  });

  it('finds a run without events whole', async () => {
    const [row] = await ledger.own("insert into ops.runs (agent, kind) values ('a', 'k') returning id");
    expect(await ledger.verify(String(row?.id))).toMatchObject({ events: 0, last_seq: 0, problem: null });
  });

  it.each<[what: string, sql: string, broken: number, problem: RegExp]>([
    [
      'a payload',
      `update ops.run_events set payload = '{"n":9}' where run_id = $1 and seq = 4`,
      4,
      /event 4 is not the one whose hash event 5 carries/,
    ],
    ['a type', "update ops.run_events set type = 'x' where run_id = $1 and seq = 2", 2, /event 2 is not the one/],
    [
      'a time',
      "update ops.run_events set created_at = created_at - interval '1 us' where run_id = $1 and seq = 3",
      3,
      /event 3 is not/,
    ],
    [
      'the last payload',
      'update ops.run_events set payload = null where run_id = $1 and seq = 6',
      6,
      /event 6 is not the one whose hash the run carries/,
    ],
    [
      'the first link',
      "update ops.run_events set prev_hash = sha256('x') where run_id = $1 and seq = 1",
      1,
      /event 1 does not begin the chain/,
    ],
    [
      'an event in the middle, removed',
      'delete from ops.run_events where run_id = $1 and seq = 3',
      3,
      /event 3 is missing/,
    ],
    ['the first event, removed', 'delete from ops.run_events where run_id = $1 and seq = 1', 1, /event 1 is missing/],
    ['the last event, removed', 'delete from ops.run_events where run_id = $1 and seq = 6', 6, /event 6 is missing/],
    ['all events, removed', 'delete from ops.run_events where run_id = $1', 1, /event 1 is missing/],
    ['a number, moved on', 'update ops.run_events set seq = 7 where run_id = $1 and seq = 6', 6, /event 6 is missing/],
    [
      'an event, added',
      "insert into ops.run_events (run_id, seq, type, prev_hash) select id, 7, 'x', last_hash from ops.runs where id = $1",
      7,
      /event 7 is not counted by the run/,
    ],
    [
      'an event, doubled',
      'insert into ops.run_events (run_id, seq, type, payload, prev_hash) select run_id, seq, type, payload, prev_hash from ops.run_events where run_id = $1 and seq = 5',
      5,
      /event 5 is there twice/,
    ],
    ['the counter of the run', 'update ops.runs set last_seq = 7 where id = $1', 7, /event 7 is missing/],
    ['the hash of the run', "update ops.runs set last_hash = sha256('x') where id = $1", 6, /event 6 is not the one/],
  ])('names the first break: %s', async (_what, sql, broken, problem) => {
    await tamper(sql);
    expect(await ledger.verify(id)).toMatchObject({ broken_seq: broken, problem: expect.stringMatching(problem) });
  });

  it('names the first of two breaks', async () => {
    await tamper("update ops.run_events set payload = '0' where run_id = $1 and seq in (2, 5)");
    expect(await ledger.verify(id)).toMatchObject({ broken_seq: 2, events: 2, last_seq: 2 });
  });

  it('starts where the archive ends', async () => {
    await ledger.own(
      `update ops.runs r set archived_seq = 3, archived_hash =
         (select prev_hash from ops.run_events e where e.run_id = r.id and e.seq = 4) where r.id = $1`,
      [id],
    );
    await tamper('delete from ops.run_events where run_id = $1 and seq <= 3');
    expect(await ledger.verify(id)).toMatchObject({ events: 3, first_seq: 4, last_seq: 6, problem: null });
    await tamper("update ops.runs set archived_hash = sha256('x') where id = $1");
    expect(await ledger.verify(id)).toMatchObject({ broken_seq: 3, problem: expect.stringContaining('event 3') });
  });

  it('finds a run whole whose events have all left', async () => {
    await ledger.own('update ops.runs set archived_seq = last_seq, archived_hash = last_hash where id = $1', [id]);
    await tamper('delete from ops.run_events where run_id = $1');
    expect(await ledger.verify(id)).toMatchObject({ events: 0, last_seq: 6, problem: null });
  });

  it('hashes alike whatever the session is set to', async () => {
    const hash = (setting: string) =>
      gateway.owner((client) =>
        inTransaction(client, async () => {
          await client.script(setting);
          const [row] = await client.query(
            `select encode(ops.event_hash(run_id, seq, type, payload, created_at, prev_hash), 'hex') as hash
             from ops.run_events where run_id = $1 and seq = 4`,
            [id],
          );
          return row?.hash;
        }),
      );
    const expected = await hash("set local timezone = 'UTC'");
    for (const setting of [
      "set local timezone = 'Asia/Manila'",
      "set local datestyle = 'German'",
      'set local extra_float_digits = -10',
      "set local bytea_output = 'escape'",
    ])
      expect(await hash(setting), setting).toBe(expected);
  });

  it('refuses a run that is none', async () => {
    await expect(ledger.verify('00000000-0000-4000-8000-00000000dead')).rejects.toMatchObject({ code: 'TP404' });
  });
});

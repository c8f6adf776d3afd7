/** An apply: what is old leaves, is found again in the archive, and the ledger says so of itself. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyRetention } from '../../src/retention/apply.ts';
import { readPlan } from '../../src/retention/plan.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { insertPastRun } from '../support/ledger-past.ts';
import { AGES, apply, countPast, createTestStorage, insertPast, type TestStorage } from '../support/retention.ts';
import { isRealStack } from '../support/stack.ts';

let gateway: TestGateway;
let archives: TestStorage;

beforeEach(async () => {
  gateway = await createTestGateway();
  archives = createTestStorage();
});

afterEach(async () => {
  archives[Symbol.dispose]();
  await gateway[Symbol.asyncDispose]();
});

const ask = (text: string, values: unknown[] = []) => gateway.owner((client) => client.query(text, values));
const verify = async (runId: unknown) => (await ask('select * from ops.verify_ledger($1)', [runId]))[0];

describe('an apply', { timeout: 60_000 }, () => {
  it('lets whole months of events, artifacts, runs and backups leave, and nothing that is young', async () => {
    await gateway.owner(insertPast);
    const young = await ask('select count(*)::int as n from ops.run_events');
    const applied = await gateway.owner((client) => apply(client, archives.storage));
    expect(applied).toEqual({ archives: 6, rows: 10 + 3 + 3 + 3 });
    expect(await gateway.owner(countPast)).toEqual({ events: 0, runs: 0, artifacts: 0, backups: 0 });
    const left = await ask("select name from ops.event_partitions() where from_at < '2026-01-01'");
    expect(left).toEqual([]);
    // The demo's own, and those of the apply: enqueued, claimed, started, two for each archive, succeeded.
    const now = await ask('select count(*)::int as n from ops.run_events');
    expect(Number(now[0]?.n)).toBe(Number(young[0]?.n) - 10 + 3 + 6 * 2 + 1);
  });

  it('says in the ledger what left, where it is, who approved it and why', async () => {
    await gateway.owner(insertPast);
    await gateway.owner((client) => apply(client, archives.storage));
    const [run] = await ask("select * from ops.runs where agent = 'tripoint-retention'");
    expect(run).toMatchObject({ kind: 'retention.apply', status: 'SUCCEEDED', output: { archives: 6, rows: 19 } });
    expect(await verify(run?.id)).toMatchObject({ events: 16, problem: null });
    const [approval] = await ask("select * from ops.approvals where subject = 'retention'");
    expect(approval).toMatchObject({
      subject_id: run?.id,
      status: 'APPROVED',
      decided_by: 'ana',
      reason: 'the year is over',
    });
    const rows = await ask('select * from ops.archives order by source, partition_name');
    expect(rows.map(({ source, partition_name, row_count }) => [source, partition_name, row_count])).toEqual([
      ['ops.artifacts', null, 3],
      ['ops.backups', null, 3],
      ['ops.run_events', 'run_events_2025_01', 3],
      ['ops.run_events', 'run_events_2025_02', 3],
      ['ops.run_events', 'run_events_2025_03', 4],
      ['ops.runs', null, 3],
    ]);
    expect(rows.map(({ name }) => name).sort()).toEqual(archives.names());
    for (const row of rows) {
      expect(row).toMatchObject({
        run_id: run?.id,
        approval_id: approval?.id,
        digest: archives.digest(String(row.name)),
      });
      expect(row.left_at).not.toBeNull();
    }
    const artifacts = await ask('select uri, digest from ops.artifacts where run_id = $1 order by uri', [run?.id]);
    expect(artifacts).toEqual(
      rows.map(({ uri, digest }) => ({ uri, digest })).sort((a, b) => (String(a.uri) < String(b.uri) ? -1 : 1)),
    );
  });

  it.skipIf(!isRealStack)(
    'leaves archives from which each row comes back as it was, and each chain whole',
    async () => {
      const { runs } = await gateway.owner(insertPast);
      const before = await ask(
        'select to_jsonb(e) as row from ops.run_events e where run_id = any ($1) order by run_id, seq',
        [runs],
      );
      await gateway.owner((client) => apply(client, archives.storage));
      const names = archives.names().filter((name) => name.startsWith('ops.run_events/'));
      const lines = names.flatMap(archives.lines);
      const after = await ask(
        `select to_jsonb(e) as row from unnest($1::jsonb[]) line, jsonb_populate_record(null::ops.run_events, line) e order by e.run_id, e.seq`,
        [lines],
      );
      expect(after).toEqual(before);
      const broken = await ask(
        `select * from (
         select e.*, lag(ops.event_hash(e.run_id, e.seq, e.type, e.payload, e.created_at, e.prev_hash), 1, ops.chain_start(e.run_id))
           over (partition by e.run_id order by e.seq) as expected
         from unnest($1::jsonb[]) line, jsonb_populate_record(null::ops.run_events, line) e
       ) chain where prev_hash <> expected`,
        [lines],
      );
      expect(broken).toEqual([]);
    },
  );

  it.skipIf(!isRealStack)('run again finds nothing to do, and writes nothing', async () => {
    await gateway.owner(insertPast);
    await gateway.owner((client) => apply(client, archives.storage));
    const count = () =>
      ask('select (select count(*) from ops.runs) as runs, (select count(*) from ops.approvals) as approvals');
    const [names, before] = [archives.names(), await count()];
    expect(await gateway.owner((client) => apply(client, archives.storage))).toEqual({ archives: 0, rows: 0 });
    expect(archives.names()).toEqual(names);
    expect(await count()).toEqual(before);
  });

  it.skipIf(!isRealStack)('writes many rows in several archives', async () => {
    await gateway.owner(insertPast);
    const applied = await gateway.owner((client) => apply(client, archives.storage, { batchSize: 2 }));
    expect(applied).toEqual({ archives: 3 + 2 + 2 + 2, rows: 19 });
    expect(await gateway.owner(countPast)).toEqual({ events: 0, runs: 0, artifacts: 0, backups: 0 });
  });

  it.skipIf(!isRealStack)('archives a month of more events than one page holds', async () => {
    const events = Array.from({ length: 2_501 }, (_, index) =>
      new Date(Date.UTC(2025, 0, 1) + index * 1_000).toISOString(),
    );
    await gateway.owner((client) => insertPastRun(client, { events }));
    expect(await gateway.owner((client) => apply(client, archives.storage))).toEqual({ archives: 2, rows: 2_502 });
    const lines = archives.lines(archives.names().find((name) => name.startsWith('ops.run_events/')) ?? '');
    expect(lines.map((line) => JSON.parse(line).seq)).toEqual(events.map((_, index) => index + 1));
  });

  it('is answered by GraphQL: archives and where they are', async () => {
    await gateway.owner(insertPast);
    await gateway.owner((client) => apply(client, archives.storage));
    const query = '{ archives(first: 10) { totalCount nodes { source partitionName rowCount uri digest leftAt } } }';
    const { data, errors } = await gateway.execute(query, { as: 'service' });
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ archives: { totalCount: 6 } });
    const refused = await gateway.execute(query, { as: 'ana' });
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

// From here on in the real database alone: each test makes and empties one, which takes PGlite seconds.
describe.skipIf(!isRealStack)('a run whose first events have left', { timeout: 60_000 }, () => {
  /** Ended this year; two of its four events are of 2025. */
  const insertLong = () =>
    gateway.owner((client) =>
      insertPastRun(client, {
        events: ['2025-01-05T08:00:00Z', '2025-01-06T08:00:00Z', '2026-09-01T08:00:00Z', '2026-09-02T08:00:00Z'],
      }),
    );

  it('keeps the last archived seq and hash, and its chain is verified from there', async () => {
    const id = await insertLong();
    await gateway.owner((client) => apply(client, archives.storage));
    const [run] = await ask('select archived_seq, last_seq from ops.runs where id = $1', [id]);
    expect(run).toEqual({ archived_seq: 2, last_seq: 4 });
    expect(await verify(id)).toEqual({ events: 2, first_seq: 3, last_seq: 4, broken_seq: null, problem: null });
  });

  it.each([
    ['changed', "update ops.run_events set type = 'x' where run_id = $1 and seq = 3", 3],
    ['missing', 'delete from ops.run_events where run_id = $1 and seq = 4', 4],
    ['missing at once', 'delete from ops.run_events where run_id = $1 and seq = 3', 3],
  ])('still shows a later event that was %s', async (_what, tampering, brokenSeq) => {
    const id = await insertLong();
    await gateway.owner((client) => apply(client, archives.storage));
    await gateway.owner(async (client) => {
      // The owner's last resort: no trigger fires.
      await client.script("set session_replication_role = 'replica'");
      await client.query(tampering, [id]);
      await client.script("set session_replication_role = 'origin'");
    });
    expect(await verify(id)).toMatchObject({ broken_seq: brokenSeq });
    expect((await verify(id))?.problem).not.toBeNull();
  });

  it('leaves when it is old enough itself, the archived seq in its line', async () => {
    const id = await insertLong();
    await gateway.owner((client) => apply(client, archives.storage));
    await gateway.owner(async (client) => {
      const ages = { ...AGES, runs: 1, events: 1 };
      const plan = await readPlan(client, ages);
      const isOld = plan.leaves.some(({ partition }) => partition === 'run_events_2026_09');
      expect(isOld).toBe(true);
      await applyRetention({
        client,
        storage: archives.storage,
        ages,
        approval: { approvedBy: 'ben', reason: 'older still' },
        say: () => {},
      });
    });
    expect(await ask('select 1 from ops.runs where id = $1', [id])).toEqual([]);
    const lines = archives
      .names()
      .filter((name) => name.startsWith('ops.runs/'))
      .flatMap(archives.lines);
    const line = lines.map((each) => JSON.parse(each)).find((each) => each.id === id);
    expect(line).toMatchObject({ archived_seq: 4, last_seq: 4, status: 'SUCCEEDED' });
    expect(line.archived_hash).toBe(line.last_hash);
  });
});

describe.skipIf(!isRealStack)('what is old and stays', { timeout: 60_000 }, () => {
  it('is a month with events of a run that has not ended, and every later month; the plan names the run', async () => {
    await gateway.owner(insertPast);
    const open = await gateway.owner((client) =>
      insertPastRun(client, {
        status: 'QUEUED',
        events: ['2025-02-15T00:00:00Z'],
        artifacts: ['2025-02-15T00:00:00Z'],
      }),
    );
    const plan = await gateway.owner((client) => readPlan(client, AGES));
    expect(plan.leaves.map(({ source, what, rows }) => [source, what, rows])).toEqual([
      ['ops.run_events', '2025-01', 3],
      ['ops.artifacts', 'of failed runs', 1],
      ['ops.artifacts', 'of other runs', 2],
      ['ops.backups', 'DAILY', 1],
      ['ops.backups', 'MONTHLY', 1],
      ['ops.backups', 'WEEKLY', 1],
    ]);
    expect(plan.stays).toEqual([
      { source: 'ops.run_events', what: '2025-02', rows: 4, why: `a run has not ended: ${open}` },
      { source: 'ops.run_events', what: '2025-03', rows: 4, why: 'an older month stays' },
      { source: 'ops.artifacts', what: 'of other runs', rows: 1, why: 'the run has not ended' },
      { source: 'ops.runs', what: 'ended', rows: 3, why: 'some of their events stay' },
    ]);
    await gateway.owner((client) => apply(client, archives.storage));
    expect(await gateway.owner(countPast)).toEqual({ events: 8, runs: 4, artifacts: 1, backups: 0 });
    // Once the run is called off, nothing holds the months any more.
    await ask("select ops.cancel($1, 'nobody waits for it')", [open]);
    await ask(
      `select ops.mark_finished(id, fence, 'CANCELLED')
       from ops.claim(agent => 'sync-odoo-agent', worker => 'the next', kinds => array['odoo.write'])`,
    );
    await gateway.owner((client) => apply(client, archives.storage));
    expect(await gateway.owner(countPast)).toMatchObject({ events: 0, artifacts: 0, runs: 1 });
  });

  it('is a run with an artifact that is kept for longer', async () => {
    await gateway.owner((client) =>
      insertPastRun(client, {
        status: 'FAILED',
        events: ['2025-01-05T08:00:00Z'],
        artifacts: ['2025-01-05T08:00:00Z'],
      }),
    );
    const plan = await gateway.owner((client) => readPlan(client, { ...AGES, failedArtifacts: 36_500 }));
    expect(plan.leaves.map(({ source }) => source)).toEqual(['ops.run_events']);
    expect(plan.stays).toEqual([{ source: 'ops.runs', what: 'ended', rows: 1, why: 'some of their artifacts stay' }]);
  });

  it('is a month that is over for less than its age, if only by a moment', async () => {
    await gateway.owner((client) => insertPastRun(client, { events: ['2025-01-05T08:00:00Z'] }));
    const [row] = await ask("select extract(day from now() - timestamptz '2025-02-01 00:00Z')::int as days");
    const events = Number(row?.days);
    const leaving = async (days: number) =>
      (await gateway.owner((client) => readPlan(client, { ...AGES, events: days }))).leaves.some(
        ({ partition }) => partition === 'run_events_2025_01',
      );
    expect([await leaving(events), await leaving(events + 1)]).toEqual([true, false]);
  });

  it('is every approval', async () => {
    await gateway.owner(insertPast);
    await gateway.owner((client) => apply(client, archives.storage));
    await expect(ask('delete from ops.approvals')).rejects.toMatchObject({ code: '42501' });
  });
});

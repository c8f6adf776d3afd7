/** Runs of long ago, as they would be had the ledger's helpers written them then: in their months, with a whole chain. */
import { randomUUID } from 'node:crypto';
import type { MigrationClient } from '../../src/postgres/migrate.ts';

/** A run of the past. */
export interface PastRun {
  readonly status?: 'QUEUED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED' | 'DEAD';
  /** When each of its events was appended; the first is that of its creation, the last that of its end. */
  readonly events: readonly string[];
  /** When each of its artifacts was recorded. */
  readonly artifacts?: readonly string[];
}

/** Inserts the run as the owner. @returns Its uuid. */
export async function insertPastRun(client: MigrationClient, run: PastRun): Promise<string> {
  const { status = 'SUCCEEDED', events, artifacts = [] } = run;
  const id = randomUUID();
  for (const at of events)
    await client.query('select ops.ensure_event_partition(($1::timestamptz at time zone $2)::date)', [at, 'UTC']);
  const rows = events.map((at, index) => ({
    seq: index + 1,
    at,
    type: index === 0 ? 'run.enqueued' : 'past.step',
    payload: { step: index + 1, text: 'ünï "quoted" \\ \n line' },
  }));
  const endedAt = status === 'QUEUED' || status === 'RUNNING' ? null : events.at(-1);
  await client.query(
    `with recursive event as (
       select * from jsonb_to_recordset($2::jsonb) as e(seq int, at timestamptz, type text, payload jsonb)
     ), chain as (
       select e.*, ops.chain_start($1) as prev, ops.event_hash($1, e.seq, e.type, e.payload, e.at, ops.chain_start($1)) as hash
       from event e where e.seq = 1
       union all
       select e.*, c.hash, ops.event_hash($1, e.seq, e.type, e.payload, e.at, c.hash)
       from chain c join event e on e.seq = c.seq + 1
     ), run as (
       insert into ops.runs (id, agent, kind, status, input, created_at, run_at, started_at, finished_at, requested_by, last_seq, last_hash)
       select $1, 'sync-odoo-agent', 'odoo.write', $3, '{"past": true}', min(at), min(at), min(at), $4, 'service', max(seq),
         (select hash from chain order by seq desc limit 1)
       from chain
     )
     insert into ops.run_events (run_id, seq, type, payload, created_at, prev_hash)
     select $1, seq, type, payload, at, prev from chain`,
    [id, JSON.stringify(rows), status, endedAt ?? null],
  );
  for (const at of artifacts)
    await client.query(
      `insert into ops.artifacts (run_id, kind, uri, size, digest, created_at)
       values ($1, 'report', 's3://bucket/' || $2, 12, 'sha256:' || repeat('a', 64), $3)`,
      [id, randomUUID(), at],
    );
  return id;
}

/** A backup of the past. @returns Its uuid. */
export async function insertPastBackup(client: MigrationClient, kind: string, takenAt: string): Promise<string> {
  const [row] = await client.query(
    `select backup_id from ops.record_backup(kind => $1, database => 'odoo', uri => 's3://backups/' || $2, size => 12,
       digest => 'sha256:' || repeat('b', 64), taken_at => $3)`,
    [kind, randomUUID(), takenAt],
  );
  return String(row?.backup_id);
}

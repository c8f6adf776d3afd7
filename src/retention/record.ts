/** What the ledger says of retention itself: a run with its approval, its events and an artifact for each archive. */
import { GatewayError } from '../errors.ts';
import { inTransaction, type MigrationClient } from '../postgres/migrate.ts';
import type { ArchiveContent } from './archive.ts';
import type { RetentionPlan } from './plan.ts';
import type { ArchiveSource } from './sets.ts';

/** Who lets rows leave, and why. */
export interface Approval {
  readonly approvedBy: string;
  readonly reason: string;
}

/** The run of one apply; each of its steps is one statement or one transaction. */
export interface RetentionRun {
  readonly id: string;
  /** Keeps the run this process's own. */
  readonly heartbeat: () => Promise<void>;
  /** Says what is about to be written, before it is: no object is ever without a row that names it. */
  readonly openArchive: (archive: NewArchive) => Promise<void>;
  /** Says what was read back from the storage, and then has the rows leave and records it: all or nothing. */
  readonly retire: (archive: NewArchive, read: ArchiveContent) => Promise<void>;
  /** Ends the run well. */
  readonly finish: (output: unknown) => Promise<void>;
  /** Ends the run badly. */
  readonly fail: (error: unknown) => Promise<void>;
}

/** An archive as the ledger keeps it. */
export interface NewArchive {
  readonly id: string;
  readonly source: ArchiveSource;
  readonly partition: string | null;
  /** Ids of the rows, in order; null for a partition. */
  readonly ids: readonly string[] | null;
  readonly name: string;
  readonly uri: string;
}

/** The agent that the ledger names. Nobody can act as it, since the doctrine has no such agent. */
const AGENT = 'tripoint-retention';
const KIND = 'retention.apply';
/** The most that a lease may have: uploads are long. */
const LEASE_SECONDS = 3_600;

/** Under the lock of the one apply, a run that is open is that of a process that was killed. */
export async function callOffRuns(client: MigrationClient): Promise<void> {
  await client.query(
    `select ops.cancel(id, 'the apply ended before it could say so')
     from ops.runs where agent = $1 and not ops.is_ended(status)`,
    [AGENT],
  );
  // A cancel asks the holder of the lease, and this one is dead.
  await client.query(
    `select ops.mark_finished(id, fence, 'CANCELLED')
     from ops.runs where agent = $1 and not ops.is_ended(status) and leased_by is not null`,
    [AGENT],
  );
}

/** Begins the run and records the approval. */
export async function beginRun(
  client: MigrationClient,
  plan: RetentionPlan,
  approval: Approval,
): Promise<RetentionRun> {
  const begun = await inTransaction(client, async () => {
    const input = { asOf: plan.asOf, ages: plan.ages, leaves: plan.leaves.slice(0, 500), ...approval };
    const [enqueued] = await client.query(
      'select run_id from ops.enqueue(agent => $1, kind => $2, input => $3::jsonb, max_attempts => 1)',
      [AGENT, KIND, JSON.stringify(input)],
    );
    const id = String(enqueued?.run_id);
    const [claimed] = await client.query(
      'select id, fence from ops.claim(agent => $1, worker => $1, kinds => array[$2], lease_seconds => $3)',
      [AGENT, KIND, LEASE_SECONDS],
    );
    if (claimed?.id !== id)
      throw new GatewayError('CONFLICT', 'Somebody else enqueues runs of the retention: try again');
    const fence = Number(claimed.fence);
    await client.query('select ops.mark_running($1, $2)', [id, fence]);
    return { id, fence, approvalId: await approve(client, id, approval) };
  });
  return createRun(client, begun);
}

/** Two steps: an approval begins undecided, and nobody decides on his own request. */
async function approve(client: MigrationClient, runId: string, { approvedBy, reason }: Approval): Promise<string> {
  const [asked] = await client.query(
    `insert into ops.approvals (subject, subject_id, requested_by, reason) values ('retention', $1, $2, $3) returning id`,
    [runId, AGENT, reason],
  );
  await client.query(
    `update ops.approvals set status = 'APPROVED', decided_by = $2, decided_at = clock_timestamp() where id = $1`,
    [asked?.id, approvedBy],
  );
  return String(asked?.id);
}

interface Begun {
  readonly id: string;
  readonly fence: number;
  readonly approvalId: string;
}

function createRun(client: MigrationClient, begun: Begun): RetentionRun {
  const { id, fence, approvalId } = begun;
  return {
    id,
    heartbeat: async () => {
      await client.query('select ops.heartbeat($1, $2, $3)', [id, fence, LEASE_SECONDS]);
    },
    openArchive: async (archive) => {
      await client.query(
        `insert into ops.archives (id, source, partition_name, name, uri, run_id, approval_id)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [archive.id, archive.source, archive.partition, archive.name, archive.uri, id, approvalId],
      );
    },
    retire: (archive, read) => retire(client, begun, archive, read),
    finish: async (output) => {
      await client.query(`select ops.mark_finished($1, $2, 'SUCCEEDED', $3::jsonb)`, [
        id,
        fence,
        JSON.stringify(output),
      ]);
    },
    fail: async (error) => {
      const isOurs = error instanceof GatewayError;
      await client.query(
        `select ops.mark_finished($1, $2, 'FAILED', error_code => $3, error_message => $4, retryable => false)`,
        [
          id,
          fence,
          isOurs ? error.code : 'INTERNAL_SERVER_ERROR',
          isOurs ? error.message : 'The apply ended unexpectedly',
        ],
      );
    },
  };
}

async function retire(
  client: MigrationClient,
  run: Begun,
  { id, source, uri, ids }: NewArchive,
  { digest, size, rows, linesDigest }: ArchiveContent,
): Promise<void> {
  // A transaction of its own: the shorter it is, the less do live readers wait for it.
  await client.query('select ops.verify_archive($1, $2, $3, $4, $5, $6::uuid[])', [
    id,
    digest,
    size,
    rows,
    linesDigest,
    ids,
  ]);
  await inTransaction(client, async () => {
    await client.query('select ops.retire($1, $2::uuid[])', [id, ids]);
    await client.query(
      `select ops.append_event($1, 'retention.left', $3::jsonb, $2), ops.record_artifact($1, 'archive', $4, $5, $6, $2)`,
      [run.id, run.fence, JSON.stringify({ archiveId: id, source, rows, uri, digest }), uri, size, digest],
    );
  });
}

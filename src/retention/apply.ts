/** Lets rows leave: archived, read back from the storage, approved and recorded, and only then removed. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { MigrationClient } from '../postgres/migrate.ts';
import type { ObjectStorage } from '../storage/storage.ts';
import type { RetentionAges } from './ages.ts';
import { expectSame, readArchive, writeArchive } from './archive.ts';
import { withFaults } from './faults.ts';
import { withRetentionLock } from './lock.ts';
import { type LinePages, pagesOfPartition, pagesOfRows } from './pages.ts';
import { type RetentionPlan, readPlan } from './plan.ts';
import { ROW_SOURCES, readLeavingIds } from './plan-rows.ts';
import { type Approval, beginRun, callOffRuns, type NewArchive, type RetentionRun } from './record.ts';

/** What an apply needs. */
export interface Applying {
  /** A connection of the owner, direct or session: it holds a lock between its transactions. */
  readonly client: MigrationClient;
  readonly storage: ObjectStorage;
  readonly ages: RetentionAges;
  readonly approval: Approval;
  /** Told of each step, one line. */
  readonly say: (line: string) => void;
  /** Rows at most in one archive of artifacts, runs or backups; 5 000 where absent. */
  readonly batchSize?: number;
}

/** What left. */
export interface Applied {
  readonly archives: number;
  readonly rows: number;
}

const BATCH_SIZE = 5_000;

/**
 * One apply at a time. It stops at the first failure: what left before has left, the rest is untouched, and another apply
 * begins anew what this one left unfinished.
 *
 * @throws GatewayError that says why nothing more leaves.
 */
export async function applyRetention(given: Applying): Promise<Applied> {
  const applying = { ...given, client: withFaults(given.client) };
  const { client, storage, ages, approval, say } = applying;
  return withRetentionLock(client, 'exclusive', async () => {
    // Lines are rendered by the session's settings, and a month may take longer than the database's own timeout.
    await client.script(`set timezone = 'UTC'; set bytea_output = 'hex'; set statement_timeout = 0`);
    await callOffRuns(client);
    const plan = await readPlan(client, ages);
    if (plan.leaves.length === 0 && plan.unfinished.length === 0) return { archives: 0, rows: 0 };
    await storage.check();
    await discardUnfinished(applying, plan);
    if (plan.leaves.length === 0) return { archives: 0, rows: 0 };
    const run = await beginRun(client, plan, approval);
    say(`run ${run.id}, approved by ${approval.approvedBy}`);
    return await letLeave(applying, plan, run).catch(async (error: unknown) => {
      // Where the connection is gone too, the next apply calls the run off.
      await run.fail(error).catch(() => {});
      throw error;
    });
  });
}

/** Archives without rows that left: their objects are copies that nobody needs. */
async function discardUnfinished({ client, storage, say }: Applying, { unfinished }: RetentionPlan): Promise<void> {
  for (const { id, name, uri } of unfinished) {
    if (storage.uri(name) === uri) await storage.remove(name);
    else say(`an unfinished archive may lie in another storage: remove ${uri} by hand`);
    await client.query('delete from ops.archives where id = $1', [id]);
    say(`discarded the unfinished archive ${name}`);
  }
}

/** Events first: a run leaves when all of its events have. */
async function letLeave(applying: Applying, plan: RetentionPlan, run: RetentionRun): Promise<Applied> {
  const { client, ages, batchSize = BATCH_SIZE } = applying;
  const applied = { archives: 0, rows: 0 };
  const leave = async (leaving: Leaving) => {
    applied.rows += await letSetLeave(applying, run, leaving);
    applied.archives += 1;
  };
  for (const { source, what, partition } of plan.leaves) {
    if (partition === null) continue;
    await leave({ source, partition, what, ids: null, pages: pagesOfPartition(client, partition) });
  }
  const due = { asOf: plan.asOf, ages, eventsUntil: plan.eventsUntil };
  for (const source of ROW_SOURCES) {
    for (let all = await readLeavingIds(client, source, due); all.length > 0; ) {
      for (let start = 0; start < all.length; start += batchSize) {
        // As Postgres orders uuids.
        const ids = all.slice(start, start + batchSize).sort();
        await leave({
          source,
          partition: null,
          what: plan.asOf.slice(0, 10),
          ids,
          pages: pagesOfRows(client, source, ids),
        });
      }
      all = await readLeavingIds(client, source, due);
    }
  }
  await run.finish(applied);
  return applied;
}

interface Leaving extends Pick<NewArchive, 'source' | 'partition' | 'ids'> {
  readonly what: string;
  readonly pages: LinePages;
}

async function letSetLeave(
  { storage, say }: Applying,
  run: RetentionRun,
  { source, partition, ids, what, pages }: Leaving,
): Promise<number> {
  await run.heartbeat();
  const id = randomUUID();
  const name = `${source}/${what}/${id}.ndjson.gz`;
  const archive: NewArchive = { id, source, partition, ids, name, uri: storage.uri(name) };
  const folder = await mkdtemp(join(tmpdir(), 'tripoint-archive-'));
  try {
    const file = join(folder, 'archive.ndjson.gz');
    const written = await writeArchive(pages, file);
    await run.openArchive(archive);
    await storage.put(name, file);
    const read = await readArchive(await storage.get(name));
    expectSame(written, read);
    await run.heartbeat();
    await run.retire(archive, read);
    say(`${source} ${what}: ${read.rows} rows left for ${archive.uri}`);
    return read.rows;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

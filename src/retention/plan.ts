/** What would leave the ledger now, and what is old enough and stays. Reads only. */
import type { MigrationClient } from '../postgres/migrate.ts';
import type { RetentionAges } from './ages.ts';
import { readEvents } from './plan-events.ts';
import { type Holder, readHolders } from './plan-holders.ts';
import { ROW_SOURCES, readRowSets } from './plan-rows.ts';
import { type LeavingSet, rfc3339, type StayingSet } from './sets.ts';

/** What `apply` would do now. */
export interface RetentionPlan {
  /** The database's time that ages are counted to. */
  readonly asOf: string;
  readonly ages: RetentionAges;
  /** Events before this time leave; null where none do. */
  readonly eventsUntil: string | null;
  readonly leaves: readonly LeavingSet[];
  readonly stays: readonly StayingSet[];
  /** Runs that hold up what stays, the oldest 20 of them. */
  readonly holders: readonly Holder[];
  /** How many runs do. */
  readonly holderCount: number;
  /** Archives that an apply began and did not end; the next one removes them and begins anew. */
  readonly unfinished: readonly UnfinishedArchive[];
}

/** An archive whose rows did not leave. */
export interface UnfinishedArchive {
  readonly id: string;
  readonly name: string;
  readonly uri: string;
}

/** Reads within one snapshot, so that the sets fit each other. */
export async function readPlan(client: MigrationClient, ages: RetentionAges): Promise<RetentionPlan> {
  await client.script('begin isolation level repeatable read read only');
  try {
    const [row] = await client.query(`select ${rfc3339('now()')} as at`);
    const asOf = String(row?.at);
    const events = await readEvents(client, asOf, ages.events);
    const due = { asOf, ages, eventsUntil: events.until };
    const sets = [];
    for (const source of ROW_SOURCES) sets.push(await readRowSets(client, source, due));
    const holding = await readHolders(client, asOf, ages);
    const unfinished = await client.query(
      'select id, name, uri from ops.archives where left_at is null order by created_at, id',
    );
    return {
      asOf,
      ages,
      eventsUntil: events.until,
      leaves: [...events.leaves, ...sets.flatMap(({ leaves }) => leaves)],
      stays: [...events.stays, ...sets.flatMap(({ stays }) => stays)],
      ...holding,
      unfinished: unfinished.map(({ id, name, uri }) => ({ id: String(id), name: String(name), uri: String(uri) })),
    };
  } finally {
    await client.script('rollback').catch(() => {});
  }
}

/** The plan's months of events: whole partitions, from the oldest on. */
import type { MigrationClient } from '../postgres/migrate.ts';
import { quoteName } from '../quote.ts';
import { type LeavingSet, rfc3339, type StayingSet } from './sets.ts';

const SOURCE = 'ops.run_events';

/** Months that are old enough. */
export interface DueEvents {
  readonly leaves: readonly LeavingSet[];
  readonly stays: readonly StayingSet[];
  /** Events before this time leave; null where none do. */
  readonly until: string | null;
}

/** A month's partition, read whole. */
interface Month extends LeavingSet {
  readonly until: string;
  /** Runs with events in it that have not ended: how many, and some of them. */
  readonly openRuns: number;
  readonly someOpen: readonly string[];
}

/** @param asOf The time that `days` are counted back from. */
export async function readEvents(client: MigrationClient, asOf: string, days: number): Promise<DueEvents> {
  const partitions = await client.query(
    `select name, ${rfc3339('until_at')} as until, to_char(from_at at time zone 'UTC', 'YYYY-MM') as month
     from ops.event_partitions() where until_at <= $1::timestamptz - make_interval(days => $2) order by from_at`,
    [asOf, days],
  );
  const leaves: LeavingSet[] = [];
  const stays: StayingSet[] = [];
  let until: string | null = null;
  for (const partition of partitions) {
    const { until: monthUntil, openRuns, someOpen, ...set } = await readMonth(client, partition);
    const why = stays.length > 0 ? 'an older month stays' : openRuns > 0 ? nameOpen(openRuns, someOpen) : null;
    if (why !== null) stays.push({ source: SOURCE, what: set.what, rows: set.rows, why });
    else {
      leaves.push(set);
      until = monthUntil;
    }
  }
  return { leaves, stays, until };
}

async function readMonth(
  client: MigrationClient,
  { name, until, month }: Readonly<Record<string, unknown>>,
): Promise<Month> {
  const partition = String(name);
  const table = `ops.${quoteName(partition)}`;
  const [row = {}] = await client.query(
    `select count(*)::int as rows, ${rfc3339('min(created_at)')} as first_at, ${rfc3339('max(created_at)')} as last_at,
       pg_total_relation_size('${table}'::regclass)::text as bytes from ${table}`,
  );
  const open = await client.query(
    `select r.id, count(*) over ()::int as all from ops.runs r
     where not ops.is_ended(r.status) and exists (select from ${table} e where e.run_id = r.id)
     order by r.created_at, r.id limit 3`,
  );
  return {
    source: SOURCE,
    what: String(month),
    partition,
    rows: Number(row.rows),
    firstAt: textOf(row.first_at),
    lastAt: textOf(row.last_at),
    bytes: Number(row.bytes),
    until: String(until),
    openRuns: Number(open[0]?.all ?? 0),
    someOpen: open.map(({ id }) => String(id)),
  };
}

/** Says which, so that they can be cancelled or finished. */
function nameOpen(count: number, some: readonly string[]): string {
  const more = count > some.length ? ` and ${count - some.length} more` : '';
  return `${count === 1 ? 'a run has' : `${count} runs have`} not ended: ${some.join(', ')}${more}`;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

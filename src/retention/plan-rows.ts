/** The plan's artifacts, runs, backups and events of Odoo: single rows that are old enough, and why some of them stay. */
import type { MigrationClient } from '../postgres/migrate.ts';
import type { RetentionAges } from './ages.ts';
import { type ArchiveSource, type LeavingSet, rfc3339, type StayingSet } from './sets.ts';

/** A table whose rows leave one by one. */
export type RowSource = Exclude<ArchiveSource, 'ops.run_events'>;

/** In this order: a run leaves after its artifacts, and an event of Odoo after what the log has of it. */
export const ROW_SOURCES: readonly RowSource[] = [
  'ops.artifacts',
  'ops.runs',
  'ops.backups',
  'odoo.event_log',
  'odoo.webhook_events',
];

/** The rows that are old enough. */
export interface Due {
  /** The time that ages are counted back from. */
  readonly asOf: string;
  readonly ages: RetentionAges;
  /** Events before this time have left, or leave in the same plan; null where none do. */
  readonly eventsUntil: string | null;
}

/** Ids at most that are read at once. */
const MAX_IDS = 100_000;

/** Rows that leave and rows that stay, each by kind. */
export async function readRowSets(
  client: MigrationClient,
  source: RowSource,
  due: Due,
): Promise<{ leaves: LeavingSet[]; stays: StayingSet[] }> {
  const rows = await client.query(
    `${dueRows(source)} select what, why, count(*)::int as rows, ${rfc3339('min(at)')} as first_at,
       ${rfc3339('max(at)')} as last_at, sum(bytes)::text as bytes from due group by what, why order by what, why`,
    [values(due)],
  );
  const leaving = rows.filter(({ why }) => why === null);
  const staying = rows.filter(({ why }) => why !== null);
  return {
    leaves: leaving.map((row) => ({
      source,
      what: String(row.what),
      partition: null,
      rows: Number(row.rows),
      firstAt: String(row.first_at),
      lastAt: String(row.last_at),
      bytes: Number(row.bytes),
    })),
    stays: staying.map(({ what, why, rows: count }) => ({
      source,
      what: String(what),
      rows: Number(count),
      why: String(why),
    })),
  };
}

/** Ids of rows that leave, the oldest first: up to 100 000 of them. */
export async function readLeavingIds(client: MigrationClient, source: RowSource, due: Due): Promise<string[]> {
  const rows = await client.query(
    `${dueRows(source)} select id from due where why is null order by at, id limit ${MAX_IDS}`,
    [values(due)],
  );
  return rows.map(({ id }) => String(id));
}

function values({ asOf, eventsUntil, ages }: Due): string {
  return JSON.stringify({ asOf, eventsUntil, ...ages });
}

/** A statement's beginning: `due` are the rows that are old enough, `why` is null where they leave. */
function dueRows(source: RowSource): string {
  return `with given as (
    select * from jsonb_to_record($1::jsonb) as g("asOf" timestamptz, "eventsUntil" timestamptz, runs int, artifacts int,
      "failedArtifacts" int, "dailyBackups" int, "weeklyBackups" int, "monthlyBackups" int, "odooEvents" int)
  ), due as (${DUE[source]})`;
}

/** Whether an artifact `a` of a run `r` is old enough. */
const IS_OLD_ARTIFACT = `a.created_at <= g."asOf" - make_interval(days =>
  case when r.status in ('FAILED', 'DEAD') then g."failedArtifacts" else g.artifacts end)`;

const DUE: Readonly<Record<RowSource, string>> = {
  'ops.artifacts': `
    select a.id, a.created_at as at, pg_column_size(a) as bytes,
      case when r.status in ('FAILED', 'DEAD') then 'of failed runs' else 'of other runs' end as what,
      case when not ops.is_ended(r.status) then 'the run has not ended' end as why
    from given g, ops.artifacts a join ops.runs r on r.id = a.run_id where ${IS_OLD_ARTIFACT}`,
  'ops.runs': `
    select r.id, r.finished_at as at, pg_column_size(r) as bytes, 'ended' as what,
      case
        when exists (select from ops.run_events e
          where e.run_id = r.id and e.created_at >= coalesce(g."eventsUntil", '-infinity')) then 'some of their events stay'
        when exists (select from ops.artifacts a where a.run_id = r.id and not (${IS_OLD_ARTIFACT}))
          then 'some of their artifacts stay'
      end as why
    from given g, ops.runs r
    where ops.is_ended(r.status) and r.finished_at <= g."asOf" - make_interval(days => g.runs)`,
  'ops.backups': `
    select b.id, b.taken_at as at, pg_column_size(b) as bytes, b.kind as what, null::text as why
    from given g, ops.backups b
    where b.taken_at <= g."asOf" - make_interval(days =>
      case b.kind when 'DAILY' then g."dailyBackups" when 'WEEKLY' then g."weeklyBackups" else g."monthlyBackups" end)`,
  'odoo.event_log': `
    select l.id, l.created_at as at, pg_column_size(l) as bytes, l.type as what,
      case when e.status in ('pending', 'processing') then 'their event has not ended' end as why
    from given g, odoo.event_log l left join odoo.webhook_events e on e.id = l.event_id
    where l.created_at <= g."asOf" - make_interval(days => g."odooEvents")`,
  'odoo.webhook_events': `
    select e.id, e.received_at as at, pg_column_size(e) as bytes, e.source as what,
      case
        when e.status in ('pending', 'processing') then 'they have not ended'
        when exists (select from odoo.event_log l where l.event_id = e.id
          and l.created_at > g."asOf" - make_interval(days => g."odooEvents")) then 'some of what the log has of them stays'
      end as why
    from given g, odoo.webhook_events e
    where e.received_at <= g."asOf" - make_interval(days => g."odooEvents")`,
};

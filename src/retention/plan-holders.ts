/** The plan's holders: runs that have not ended, because of which rows stay that are old enough to leave. */
import type { MigrationClient } from '../postgres/migrate.ts';
import type { RetentionAges } from './ages.ts';
import { rfc3339 } from './sets.ts';

/** A run that holds rows back, until it ends or is cancelled. */
export interface Holder {
  readonly run: string;
  readonly agent: string;
  readonly kind: string;
  readonly status: string;
  /** When it was enqueued. */
  readonly createdAt: string;
  /** Why it has not ended, as far as the ledger knows. */
  readonly why: string;
}

/** What holds up the rest of a plan. */
interface Holding {
  /** The oldest ones. */
  readonly holders: readonly Holder[];
  /** How many there are in all. */
  readonly holderCount: number;
}

/** Holders at most that are named. */
const MAX_HOLDERS = 20;

/** Names the oldest, and counts all. @param asOf The time that ages are counted back from. */
export async function readHolders(client: MigrationClient, asOf: string, ages: RetentionAges): Promise<Holding> {
  const rows = await client.query(
    `select r.id, r.agent, r.kind, r.status, ${rfc3339('r.created_at')} as created_at, ${WHY} as why,
       count(*) over ()::int as all
     from ops.runs r
     where r.status in ('QUEUED', 'RUNNING') and (
       exists (select from ops.run_events e where e.run_id = r.id and e.created_at < (
         select max(p.until_at) from ops.event_partitions() p
         where p.until_at <= $1::timestamptz - make_interval(days => $2)))
       or exists (select from ops.artifacts a
         where a.run_id = r.id and a.created_at <= $1::timestamptz - make_interval(days => $3)))
     order by r.created_at, r.id limit ${MAX_HOLDERS}`,
    [asOf, ages.events, ages.artifacts],
  );
  const holders = rows.map(({ id, agent, kind, status, created_at, why }) => ({
    run: String(id),
    agent: String(agent),
    kind: String(kind),
    status: String(status),
    createdAt: String(created_at),
    why: String(why),
  }));
  return { holders, holderCount: Number(rows[0]?.all ?? 0) };
}

const WHY = `case
  when r.leased_by is not null then format('worker %s holds it', r.leased_by)
  when r.warning is not null then r.warning
  when r.lines_ahead > 0 then 'it waits behind an earlier run in its line'
  when r.run_at > now() then format('it is not to begin before %s', ${rfc3339('r.run_at')})
  else 'it waits for a worker' end`;

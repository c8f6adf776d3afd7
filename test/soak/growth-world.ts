/** What grows tenfold at each step: a ledger with one long run, and a workspace with one long page and one user of many spaces. */
import type { MigrationClient } from '../../src/postgres/migrate.ts';

/** Words of titles; three in each. */
const WORDS = [
  'Filing',
  'Invoice',
  'Budget',
  'Tax',
  'Payroll',
  'Audit',
  'Project',
  'Meeting',
  'Vendor',
  'Ledger',
  'Journal',
  'Expense',
  'Quarter',
  'Report',
  'Review',
  'Policy',
  'Contract',
  'Release',
  'Server',
  'Incident',
  'Travel',
  'Asset',
  'Stock',
  'Delivery',
  'Pricing',
  'Forecast',
  'Closing',
  'Hiring',
  'Customer',
];

/** How much there is of each. */
export interface Size {
  readonly runs: number;
  /** Of the one long run; each other that does not wait has eleven. */
  readonly events: number;
  readonly blocks: number;
  /** Of the one user; others have as many. */
  readonly spaces: number;
  /** In each space, at every size. */
  readonly pagesPerSpace: number;
  /** Seconds between two runs, at every size. */
  readonly runEverySeconds: number;
}

const EVENTS_PER_RUN = 11;
const BLOCKS_PER_PAGE = 3;
/** One run of so many waits, one other failed. */
const WAITING = 100;
const BATCH = 50_000;
export const SPAN_SECONDS = 5_000_000;

/** Who asks in the workspace. */
export const USER = 'a0a00000-0000-4000-8000-0000000000aa';
const OTHER = 'b0b00000-0000-4000-8000-0000000000bb';
export const LONG_RUN = 'b1600000-0000-4000-8000-000000000001';
/** The first page of the first space. */
export const LONG_PAGE = '9a6e0000-0000-4000-8000-000000000001';
/** A run that waits, and one that has ended. */
export const WAITING_RUN = '0e000000-0000-4000-8000-000000000064';
export const ENDED_RUN = '0e000000-0000-4000-8000-000000000007';
export const SPACE = '5bace000-0000-4000-8000-000000000001';
/** A block in the middle of the smallest page. */
export const BLOCK = 'b10c0000-0000-4000-8000-000000000014';

/** Tables that grow; partitions of the events by their own names. */
export const GROWING = /^(runs|run_events(_\d+)*|run_lines|run_places|pages|blocks|spaces|permissions)$/;

const uuid = (prefix: string, n: string) => `('${prefix}0000-0000-4000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
const run = (n: string) => `('0e000000-0000-4000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
const space = (n: string) => `('5bace000-0000-4000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/** The chain of a run's events, as the ledger would have written it. */
const CHAIN = `create schema growth;
create function growth.chain(run_id uuid, first int, last int, at timestamptz, hash bytea)
returns table (seq int, type text, payload jsonb, created_at timestamptz, prev_hash bytea, next_hash bytea)
language plpgsql immutable as $$
begin
  next_hash := coalesce(hash, ops.chain_start(run_id));
  for n in first .. last loop
    seq := n; prev_hash := next_hash; created_at := at + n * interval '1 millisecond';
    type := case n when 1 then 'run.enqueued' when 2 then 'run.claimed' when 3 then 'run.started' else 'past.step' end;
    payload := jsonb_build_object('step', n);
    next_hash := ops.event_hash(run_id, n, type, payload, created_at, prev_hash);
    return next;
  end loop;
end $$;`;

/** Events of all runs together. */
export function countEvents({ runs, events }: Size): number {
  const waiting = Math.floor(runs / WAITING);
  return (runs - waiting) * EVENTS_PER_RUN + waiting + events;
}

/** Makes the helpers, the users' first rows and the long run without an event. */
export async function beginWorld(client: MigrationClient): Promise<void> {
  await client.script(CHAIN);
  await client.script(`insert into ops.agents (name, kinds) values ('sync-odoo-agent', '{count}') on conflict do nothing;
    do $$ begin
      for month in 0 .. 3 loop perform ops.ensure_event_partition((now() - make_interval(months => month))::date); end loop;
    end $$;
    set session_replication_role = replica;
    insert into ops.runs (id, agent, kind, status, input, requested_by, started_at)
    values ('${LONG_RUN}', 'sync-odoo-agent', 'count', 'RUNNING', '{}', 'service', now());`);
}

/**
 * Adds what the next size has more. As the owner and without triggers, which would remember and announce each row: what they
 * keep, the rows have.
 */
export async function growWorld(client: MigrationClient, from: Size, to: Size): Promise<void> {
  await client.script("set session_replication_role = replica; set synchronous_commit = off; set work_mem = '64MB'");
  for (let first = from.runs + 1; first <= to.runs; first += BATCH)
    await client.script(runsSql(first, Math.min(first + BATCH - 1, to.runs), to.runEverySeconds));
  await client.script(longRunSql(from.events + 1, to.events));
  await client.script(spacesSql(from.spaces + 1, to.spaces, to.pagesPerSpace));
  await client.script(`insert into work.blocks (id, space_id, page_id, inside_id, rank, type, content)
    select ${uuid('b10c', 'b')}, '${SPACE}', '${LONG_PAGE}', '${LONG_PAGE}', work.rank_at(b), 'PARAGRAPH',
      jsonb_build_object('text', 'Block ' || b)
    from generate_series(${from.blocks + 1}, ${to.blocks}) b`);
  for (const table of ['ops.runs', 'ops.run_events', 'work.pages', 'work.blocks', 'work.spaces', 'work.permissions'])
    await client.script(`vacuum analyze ${table}`);
}

/** The first run began some 58 days ago, and the last one of the largest size today. */
function runsSql(first: number, last: number, everySeconds: number): string {
  return `create unlogged table growth.events as
    select ${run('i')} as run_id, i, i % ${WAITING} = 0 as is_waiting, r.at, c.*
    from generate_series(${first}, ${last}) i
      cross join lateral (select date_trunc('day', now()) - make_interval(secs => ${SPAN_SECONDS} - ${everySeconds} * i) as at) r
      cross join lateral growth.chain(${run('i')}, 1, case when i % ${WAITING} = 0 then 1 else ${EVENTS_PER_RUN} end, r.at, null) c;
  insert into ops.runs (id, agent, kind, status, input, created_at, run_at, started_at, finished_at, updated_at, attempt, fence,
    requested_by, last_seq, last_hash, idempotency_key, input_digest, claim_rank)
  select run_id, 'sync-odoo-agent', 'count', case when is_waiting then 'QUEUED' when i % ${WAITING} = 1 then 'FAILED' else 'SUCCEEDED' end,
    jsonb_build_object('n', i), at, at, case when not is_waiting then at end, case when not is_waiting then created_at end,
    created_at, (not is_waiting)::int, (not is_waiting)::int, 'service', seq, next_hash, 'key-' || i,
    sha256(convert_to(jsonb_build_object('n', i)::text, 'UTF8')), floor(extract(epoch from at) / 60)
  from growth.events where seq = ${EVENTS_PER_RUN} or is_waiting;
  insert into ops.run_events (id, run_id, seq, type, payload, created_at, prev_hash)
  select ${uuid('e0e0', `i::bigint * ${EVENTS_PER_RUN} + seq`)}, run_id, seq, type, payload, created_at, prev_hash from growth.events;
  drop table growth.events;`;
}

function longRunSql(first: number, last: number): string {
  return `with added as (
    select r.id as run_id, c.* from ops.runs r,
      growth.chain(r.id, ${first}, ${last}, date_trunc('day', now()), r.last_hash) c where r.id = '${LONG_RUN}'
  ), event as (
    insert into ops.run_events (run_id, seq, type, payload, created_at, prev_hash)
    select run_id, seq, type, payload, created_at, prev_hash from added
  )
  update ops.runs r set last_seq = a.seq, last_hash = a.next_hash, updated_at = a.created_at
  from added a where r.id = a.run_id and a.seq = ${last};`;
}

const word = (n: string) => `(array['${WORDS.join("', '")}'])[(${n}) % ${WORDS.length} + 1]`;

/** The user's spaces have odd numbers, the other's even ones, so that both lie mixed in the tables. */
function spacesSql(first: number, last: number, pagesPerSpace: number): string {
  const numbers = `generate_series(${2 * first - 1}, ${2 * last}) s`;
  return `insert into work.spaces (id, name) select ${space('s')}, 'Space ' || s from ${numbers};
    insert into work.permissions (space_id, user_id, role, role_name)
    select ${space('s')}, case when s % 2 = 1 then '${USER}' else '${OTHER}' end::uuid, 'admin', 'ADMIN' from ${numbers};
    insert into work.pages (id, space_id, title, rank)
    select ${uuid('9a6e', `(s - 1) * ${pagesPerSpace} + p`)}, ${space('s')}, ${['p * 7 + s', 'p * s + s / 29', 'p * 3 + s * 11'].map(word).join(" || ' ' || ")}, work.rank_at(p)
    from ${numbers}, generate_series(1, ${pagesPerSpace}) p;
    insert into work.blocks (space_id, page_id, inside_id, rank, type, content)
    select p.space_id, p.id, p.id, work.rank_at(b), 'PARAGRAPH', jsonb_build_object('text', 'Block ' || b)
    from (select ${space('s')} as id from ${numbers}) n join work.pages p on p.space_id = n.id, generate_series(1, ${BLOCKS_PER_PAGE}) b
    where p.id <> '${LONG_PAGE}';`;
}

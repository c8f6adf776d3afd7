/** The chains of events as the archives hold them, put together page by page in a temporary table of the session. */
import { GatewayError } from '../errors.ts';
import type { MigrationClient } from '../postgres/migrate.ts';

/** Follows them. Each method answers what is wrong, one sentence each. */
export interface ArchivedChains {
  /** Lines of `ops.run_events`, in the order of their archives. */
  readonly addEvents: (lines: readonly string[]) => Promise<string[]>;
  /** Lines of `ops.runs`, when all events were added. */
  readonly addRuns: (lines: readonly string[]) => Promise<string[]>;
  /** Where a chain ends elsewhere than the ledger says, and where an archive is missing, when all was added. */
  readonly finish: () => Promise<string[]>;
}

/** Sentences of one statement at most. */
const MAX_PROBLEMS = 20;

const CREATE = `
drop table if exists pg_temp.archived_chains;
create temporary table archived_chains (
  run_id uuid primary key, seq int not null, hash bytea not null, is_archived boolean not null default false
);
set statement_timeout = 0`;

/** Checks that a page goes on where the one before it ended: at the last event of each run. */
const ADD_EVENTS = `
with page as (
  select e.run_id, e.seq, e.prev_hash,
    ops.event_hash(e.run_id, e.seq, e.type, e.payload, e.created_at, e.prev_hash, e.sub, e.act, e.client_id) as hash
  from unnest($1::text[]) line, jsonb_populate_record(null::ops.run_events, line::jsonb) e
), linked as (
  select p.run_id, p.seq, p.prev_hash, lag(p.seq, 1, coalesce(c.seq, 0)) over chain as seq_before,
    lag(p.hash, 1, coalesce(c.hash, ops.chain_start(p.run_id))) over chain as hash_before
  from page p left join pg_temp.archived_chains c using (run_id)
  window chain as (partition by p.run_id order by p.seq)
), kept as (
  insert into pg_temp.archived_chains (run_id, seq, hash)
  select distinct on (run_id) run_id, seq, hash from page order by run_id, seq desc
  on conflict (run_id) do update set seq = excluded.seq, hash = excluded.hash
)
select format(case
    when l.seq > l.seq_before + 1 then 'run %s: event %s is in no archive'
    when l.seq <= l.seq_before then 'run %s: event %s is archived twice'
    when l.seq = 1 then 'run %s: event 1 does not begin its chain'
    else 'run %s: event %s was changed, or the one after it' end,
  l.run_id, case when l.seq > l.seq_before + 1 then l.seq_before + 1 when l.seq <= l.seq_before then l.seq else l.seq_before end) as problem
from linked l
where l.seq <> l.seq_before + 1 or l.prev_hash is distinct from l.hash_before
order by l.run_id, l.seq limit ${MAX_PROBLEMS}`;

/** A run that left carries the number and the hash of its last event. */
const ADD_RUNS = `
with page as (
  select r.id, r.last_seq, r.last_hash from unnest($1::text[]) line, jsonb_populate_record(null::ops.runs, line::jsonb) r
), kept as (
  update pg_temp.archived_chains c set is_archived = true from page p where p.id = c.run_id
)
select case
    when coalesce(c.seq, 0) < p.last_seq then format('run %s: its events from %s to %s are in no archive', p.id, coalesce(c.seq, 0) + 1, p.last_seq)
    when c.seq > p.last_seq then format('run %s: event %s is archived, and the run has %s', p.id, c.seq, p.last_seq)
    else format('run %s: event %s is not the one whose hash the run carries', p.id, c.seq) end as problem
from page p left join pg_temp.archived_chains c on c.run_id = p.id
where c.seq is distinct from p.last_seq or c.hash is distinct from p.last_hash
order by p.id limit ${MAX_PROBLEMS}`;

/** A run that is still in the ledger carries the number and the hash of its last event that left. */
const FINISH = `
select case
    when r.id is null then format('run %s: its events are archived, and the run is neither in the ledger nor in an archive', c.run_id)
    when coalesce(c.seq, 0) < r.archived_seq then format('run %s: its events from %s to %s are in no archive', r.id, coalesce(c.seq, 0) + 1, r.archived_seq)
    when c.seq > r.archived_seq then format('run %s: event %s is archived, and the ledger says that %s have left', r.id, c.seq, r.archived_seq)
    else format('run %s: event %s is not the one whose hash the ledger carries', r.id, c.seq) end as problem
from (select * from ops.runs r where r.archived_seq > 0) r
full join (select * from pg_temp.archived_chains c where not c.is_archived) c on c.run_id = r.id
where r.id is null or c.seq is distinct from r.archived_seq or c.hash is distinct from r.archived_hash
order by coalesce(r.id, c.run_id) limit ${MAX_PROBLEMS}`;

/** Compares the manifest with what each apply recorded of itself: an archive may have been removed or changed in the manifest. */
const RECORDED = `
select format('%s: an apply recorded this archive, and ops.archives has it with another digest or not at all', x.uri) as problem
from ops.artifacts x join ops.runs r on r.id = x.run_id and r.agent = 'tripoint-retention'
left join ops.archives a on a.uri = x.uri and a.left_at is not null
where x.kind = 'archive' and a.digest is distinct from x.digest
order by x.uri limit ${MAX_PROBLEMS}`;

/** Starts without any chain. Each call is a transaction of its own: live followers of the ledger would wait for a longer one. */
export async function openArchivedChains(client: MigrationClient): Promise<ArchivedChains> {
  await client.script(CREATE);
  const ask = async (text: string, values: readonly unknown[] = []) =>
    (await client.query(text, values)).map(({ problem }) => String(problem));
  const add = (text: string, what: string) => (lines: readonly string[]) =>
    ask(text, [[...lines]]).catch((error: unknown) => {
      if (!(error instanceof GatewayError) || /^UPSTREAM_(UNAVAILABLE|TIMEOUT)$/.test(error.code)) throw error;
      return [`some of ${lines.length} lines are no rows of ${what}`];
    });
  return {
    addEvents: add(ADD_EVENTS, 'ops.run_events'),
    addRuns: add(ADD_RUNS, 'ops.runs'),
    finish: async () => [...(await ask(FINISH)), ...(await ask(RECORDED))],
  };
}

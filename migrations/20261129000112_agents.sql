-- Agents and the kinds of their runs, as the doctrine says them: what nobody executes is refused, or waits with a warning.

-- Written by the doctrine's own migrations (`tripoint doctrine --grants`), and by nothing else.
create table ops.agents (
  name text primary key check (length(name) between 1 and 200),
  kinds text[] not null default '{}',
  other_kinds text not null default 'refuse' check (other_kinds in ('refuse', 'wait')),
  -- How many seconds of waiting count as much as one point of priority; 0: priority alone decides.
  ageing_seconds int not null default 60 check (ageing_seconds between 0 and 86400)
);
comment on column ops.agents.kinds is 'Kinds of runs that its worker executes.';
comment on column ops.agents.other_kinds is 'What becomes of a run of another kind: wait, for an external worker may claim it.';

alter table ops.agents enable row level security;
grant select on ops.agents to service_role, agent_sync_odoo_agent;
create policy read_agents on ops.agents for select to service_role, agent_sync_odoo_agent using (true);

alter table ops.runs add column warning text;
alter table ops.schedules add column warning text;
comment on column ops.runs.warning is 'Why it may wait for ever; null where a known worker executes it, or one has claimed it.';
comment on column ops.schedules.warning is 'Why its runs may wait for ever, or why none could be enqueued; null where all is well.';
create index runs_warned on ops.runs (created_at, id) where warning is not null and status = 'QUEUED';

-- Makes the agents exactly these: name, kinds, otherKinds and ageing of each, as the doctrine has them.
create function ops.set_agents(agents jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  delete from ops.agents a where not exists (
    select from jsonb_array_elements(set_agents.agents) given where given ->> 'name' = a.name);
  insert into ops.agents (name, kinds, other_kinds, ageing_seconds)
  select given ->> 'name', array(select jsonb_array_elements_text(given -> 'kinds')), given ->> 'otherKinds',
    (given ->> 'ageing')::int
  from jsonb_array_elements(set_agents.agents) given
  on conflict (name) do update set
    kinds = excluded.kinds, other_kinds = excluded.other_kinds, ageing_seconds = excluded.ageing_seconds;
end
$$;
revoke execute on function ops.set_agents(jsonb) from public;

-- What is wrong with a name ----------------------------------------------------------------------------------------

-- How many letters must be put in, left out or replaced, or neighbours swapped, to make one word of the other.
create function ops.edits_between(a text, b text) returns int
language plpgsql immutable set search_path = '' as $$
declare
  older int[];
  previous int[] := array(select generate_series(0, length(b)));
  current int[];
  edits int;
begin
  for i in 1..length(a) loop
    current := array[i];
    for j in 1..length(b) loop
      edits := least(previous[j + 1] + 1, current[j] + 1, previous[j] + (substr(a, i, 1) <> substr(b, j, 1))::int);
      if i > 1 and j > 1 and substr(a, i, 1) = substr(b, j - 1, 1) and substr(a, i - 1, 1) = substr(b, j, 1) then
        edits := least(edits, older[j - 1] + 1);
      end if;
      current := current || edits;
    end loop;
    older := previous;
    previous := current;
  end loop;
  return previous[length(b) + 1];
end
$$;

-- The candidate that a word was probably meant to be; null where none is near. One edit is allowed for each `letters` of the
-- candidate. Case and separators count for nothing; other digits make another name: report.2025 is not a slip of report.2026.
create function ops.nearest(word text, candidates text[], letters int) returns text
language sql immutable set search_path = '' as $$
  select candidate
  from (
    select c as candidate, regexp_replace(lower(c), '[^a-z0-9]+', '.', 'g') as plain,
      regexp_replace(lower(left(word, 200)), '[^a-z0-9]+', '.', 'g') as given
    from unnest(candidates) c) names
  where regexp_replace(plain, '[^0-9]', '', 'g') = regexp_replace(given, '[^0-9]', '', 'g')
    and abs(length(plain) - length(given)) <= length(plain) / letters
    and ops.edits_between(given, plain) <= length(plain) / letters
  order by ops.edits_between(given, plain), candidate limit 1
$$;

-- What is to be said of runs of a kind for an agent: nothing, that they are refused, and then for which argument, or that
-- they may wait for ever.
create function ops.judge_work(agent text, kind text, out argument text, out problem text, out nearest text)
language plpgsql stable set search_path = '' as $$
#variable_conflict use_column
declare
  known ops.agents;
  names text[];
begin
  select a.* into known from ops.agents a where a.name = judge_work.agent;
  if known.name is null then
    names := array(select a.name from ops.agents a order by a.name);
    argument := 'agent';
    nearest := ops.nearest(judge_work.agent, names, 3);
    problem := format('There is no agent %s: ', judge_work.agent) || coalesce('did you mean ' || nearest || '?',
      'the doctrine names ' || coalesce(nullif(array_to_string(names, ', '), ''), 'none'));
    return;
  elsif judge_work.kind = any (known.kinds) then
    return;
  end if;
  nearest := ops.nearest(judge_work.kind, known.kinds, 5);
  if nearest is not null then
    argument := 'kind';
    problem := format('%s has no runs of kind %s: did you mean %s?', known.name, judge_work.kind, nearest);
  elsif known.other_kinds = 'refuse' then
    argument := 'kind';
    problem := format('No worker executes runs of kind %s for %s: ', judge_work.kind, known.name)
      || case when known.kinds = '{}' then 'it takes no runs' else 'it takes ' || array_to_string(known.kinds, ', ') end;
  else
    problem := format('No known worker executes runs of kind %s for %s: such a run waits until an external worker claims it',
      judge_work.kind, known.name);
  end if;
end
$$;

-- Refuses work that nobody would ever do; answers with a warning where somebody might, else with null.
create function ops.check_work(agent text, kind text) returns text
language plpgsql stable set search_path = '' as $$
declare
  judged record;
begin
  -- It is no agent of the doctrine: only `tripoint retention` makes and executes its runs.
  if check_work.agent = 'tripoint-retention' then
    perform ops.check_owner();
    return null;
  end if;
  select * into judged from ops.judge_work(check_work.agent, check_work.kind);
  if judged.argument is not null then
    perform ops.refuse('TP400', judged.problem,
      jsonb_strip_nulls(jsonb_build_object('argument', judged.argument, 'nearest', judged.nearest)));
  end if;
  return judged.problem;
end
$$;

-- What the doctrine says anew holds for what waits already.
create function ops.note_agents() returns trigger
language plpgsql set search_path = '' as $$
begin
  update ops.runs r set warning = w.problem
  from ops.runs o, ops.judge_work(o.agent, o.kind) w
  where r.id = o.id and o.status = 'QUEUED' and o.attempt = 0 and o.agent <> 'tripoint-retention'
    and o.warning is distinct from w.problem;
  update ops.schedules s set warning = w.problem
  from ops.schedules o, ops.judge_work(o.agent, o.kind) w
  where s.id = o.id and o.warning is distinct from w.problem;
  return null;
end
$$;
create trigger note_agents after insert or update or delete on ops.agents
  for each statement execute function ops.note_agents();

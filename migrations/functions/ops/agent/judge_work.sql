-- What is to be said of runs of a kind for an agent: nothing, that they are refused, and then for which argument, or that
-- they may wait for ever.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.judge_work(agent text, kind text, out argument text, out problem text, out nearest text)
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

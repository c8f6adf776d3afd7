-- Refuses work that nobody would ever do; answers with a warning where somebody might, else with null.
-- Executed by: nobody
-- Raises: TP400, TP403
create or replace function ops.check_work(agent text, kind text) returns text
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

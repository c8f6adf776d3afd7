-- Refuses a version that is not the current one, with what changed since; `expected` null checks nothing.
-- Executed by: user, service
-- Raises: TP409
create or replace function work.check_version(expected int, current int, changed jsonb default '{}') returns void
language plpgsql stable set search_path = '' as $$
begin
  if expected <> current then
    perform work.refuse('TP409', format('Version %s is past: the current one is %s; read again and decide anew', expected, current),
      jsonb_build_object('currentVersion', current) || changed);
  end if;
end
$$;

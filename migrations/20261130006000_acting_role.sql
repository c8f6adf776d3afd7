-- The role in which work.for_user runs what an agent does for the user that it acts for. The gateway's login may become it; the
-- agents themselves may not.

do $$
begin
  if not exists (select from pg_roles where rolname = 'acting_agent') then
    create role acting_agent nologin noinherit;
  end if;
exception when duplicate_object or unique_violation then null;
end
$$;

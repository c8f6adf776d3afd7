-- Carries the tenant of a run to what is below it, whatever is given.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.carry_run_tenant() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  -- Where there is no such run, the foreign key says so.
  new.tenant_id := coalesce((select r.tenant_id from ops.runs r where r.id = new.run_id), '');
  return new;
end
$$;

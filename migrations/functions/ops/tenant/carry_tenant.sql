-- Carries the tenant of a project to what is below it, whatever is given; what is of no project is of whose token made it. Who may
-- not see that tenant is refused. SECURITY DEFINER: nobody asks for the claims so.
-- Executed by: nobody
-- Raises: TP404
create or replace function ops.carry_tenant() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  mine text := ops.tenant();
begin
  if new.project_id is not null then
    -- Where there is no such project, the foreign key says so.
    new.tenant_id := coalesce((select p.tenant_id from ops.projects p where p.id = new.project_id), '');
  elsif tg_op = 'UPDATE' and old.project_id is null then
    new.tenant_id := old.tenant_id;
  else
    new.tenant_id := coalesce(mine, new.tenant_id);
  end if;
  -- Its id is not told: it may be one that nobody gave.
  if mine <> new.tenant_id or (tg_op = 'UPDATE' and mine <> old.tenant_id) then
    perform ops.refuse('TP404', 'There is no such project');
  end if;
  return new;
end
$$;

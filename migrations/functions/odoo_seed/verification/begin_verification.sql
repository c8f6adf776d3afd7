-- Begins a verification. What was read of another instance is forgotten: nothing of it can be compared.
-- Executed by: operation
-- Raises: nothing
create or replace function odoo_seed.begin_verification(run_id uuid, instance text default null) returns odoo_seed.verifications
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  begun odoo_seed.verifications;
  latest odoo_seed.verifications;
begin
  select v.* into latest from odoo_seed.verifications v where v.finished_at is not null order by v.finished_at desc limit 1;
  if latest.id is not null and latest.instance is distinct from begin_verification.instance then
    delete from odoo_seed.shadow_projects;
    delete from odoo_seed.shadow_tasks;
    delete from odoo_seed.accepted_totals;
    delete from odoo_seed.shadow_finance_totals;
  end if;
  -- An attempt that did not end says nothing, and nobody looks at what is older than a year.
  delete from odoo_seed.verifications v
  where v.finished_at is null and (v.run_id = begin_verification.run_id or v.started_at < now() - interval '1 day')
    or v.started_at < now() - interval '400 days';
  insert into odoo_seed.verifications (run_id, instance) values (begin_verification.run_id, begin_verification.instance)
  returning * into begun;
  return begun;
end
$$;

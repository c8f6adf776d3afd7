-- Ends a verification: forgets shadows of what it did not find, and counts the differences.
-- Executed by: operation
-- Raises: TP404
create or replace function odoo_seed.end_verification(verification_id uuid) returns odoo_seed.verifications
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  ended odoo_seed.verifications;
begin
  select v.* into ended from odoo_seed.verifications v where v.id = verification_id for update;
  if ended.id is null then
    perform ops.refuse('TP404', format('There is no verification %s', verification_id));
  end if;
  delete from odoo_seed.shadow_projects s where s.synced_at < ended.started_at;
  delete from odoo_seed.shadow_tasks s where s.synced_at < ended.started_at;
  update odoo_seed.verifications v set finished_at = clock_timestamp(),
    projects = (select count(*) from odoo_seed.shadow_projects),
    tasks = (select count(*) from odoo_seed.shadow_tasks),
    totals = (select count(*) from odoo_seed.shadow_finance_totals t where t.count > 0)
  where v.id = verification_id;
  -- In a second statement: a seed is missing only since a verification has ended.
  update odoo_seed.verifications v set differences = (select count(*) from odoo_seed.v_drift)
  where v.id = verification_id returning v.* into ended;
  return ended;
end
$$;

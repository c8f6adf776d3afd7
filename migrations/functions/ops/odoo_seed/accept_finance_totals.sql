-- Takes control totals that differ as they are now: from now on they are compared with these. The ids are those of differences, each
-- of one total as it was when it was shown: where it has changed since, its difference is another.
-- Executed by: operation
-- Raises: TP400, TP403, TP404
create or replace function ops.accept_finance_totals(ids uuid[]) returns table (accepted int)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  missing uuid;
  totals uuid[];
begin
  if ops.caller_agent() is not null then
    perform ops.refuse('TP403', 'A person accepts control totals, by a service: an agent does not');
  elsif coalesce(cardinality(ids), 0) = 0 then
    perform ops.refuse('TP400', '"ids" is missing');
  end if;
  perform from odoo_seed.shadow_finance_totals t where t.id in (select d.total_id from odoo_seed.v_finance_drift d) for update;
  select i into missing from unnest(ids) i where not exists (select from odoo_seed.v_finance_drift d where d.id = i) limit 1;
  if missing is not null then
    perform ops.refuse('TP404', format('No control total differs as %s says: look at odooDrift again', missing), '{"argument": "ids"}');
  end if;
  totals := array(select d.total_id from odoo_seed.v_finance_drift d where d.id = any (ids));
  update odoo_seed.accepted_totals a
  set count = t.count, debit = t.debit, credit = t.credit, hash = t.hash, accepted_at = now()
  from odoo_seed.shadow_finance_totals t
  where t.id = a.id and a.id = any (totals);
  get diagnostics accepted = row_count;
  return next;
end
$$;

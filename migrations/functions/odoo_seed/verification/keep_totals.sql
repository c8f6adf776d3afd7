-- Keeps the control totals of all journal items of Odoo as they were just read, {company_id, company, journal_id, journal, month, state,
-- currency, count, debit, credit, hash}, and accepts what is no difference. One is: a posted total that is another than the
-- accepted one, of a month that was locked when it was read before; and of a past month one that has as many items as before with other
-- amounts. It stays one until Odoo has the accepted total again, or somebody accepts the new one. `locks`: by company, the last day of
-- its locked period.
-- Executed by: operation
-- Raises: nothing
create or replace function odoo_seed.keep_totals(totals jsonb, locks jsonb default '{}') returns int
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  is_first constant boolean := not exists (select from odoo_seed.accepted_totals);
  this_month constant date := date_trunc('month', now() at time zone 'UTC')::date;
  read_at constant timestamptz := clock_timestamp();
  drifting uuid[];
  kept int;
begin
  drifting := array(select d.total_id from odoo_seed.v_finance_drift d);
  insert into odoo_seed.shadow_finance_totals
    (company_id, company, journal_id, journal, month, state, currency, count, debit, credit, hash, is_locked, synced_at)
  select g.company_id, g.company, g.journal_id, g.journal, g.month, g.state, g.currency, g.count, g.debit, g.credit, g.hash,
    -- A later month of the company was locked before, and so was this one.
    exists (select from odoo_seed.shadow_finance_totals o where o.company_id = g.company_id and o.month >= g.month and o.is_locked), read_at
  from jsonb_to_recordset(totals) g (company_id bigint, company text, journal_id bigint, journal text, month date, state text, currency text,
    count bigint, debit numeric, credit numeric, hash text)
  on conflict (company_id, journal_id, month, state, currency) do update set company = excluded.company, journal = excluded.journal,
    count = excluded.count, debit = excluded.debit, credit = excluded.credit, hash = excluded.hash, synced_at = excluded.synced_at;
  get diagnostics kept = row_count;
  update odoo_seed.shadow_finance_totals t set count = 0, debit = 0, credit = 0, hash = '', synced_at = read_at
  where t.synced_at <> read_at;
  -- A total that was not there before is compared with none.
  insert into odoo_seed.accepted_totals (id, count, debit, credit, hash)
  select t.id, 0, 0, 0, '' from odoo_seed.shadow_finance_totals t
  where not exists (select from odoo_seed.accepted_totals a where a.id = t.id);
  update odoo_seed.accepted_totals a set count = t.count, debit = t.debit, credit = t.credit, hash = t.hash, accepted_at = now()
  from odoo_seed.shadow_finance_totals t
  where t.id = a.id and (t.count, t.debit, t.credit, t.hash) is distinct from (a.count, a.debit, a.credit, a.hash)
    and (is_first or not (
      t.id = any (drifting) or t.state = 'posted' and (t.is_locked or t.month < this_month and t.count = a.count)));
  update odoo_seed.shadow_finance_totals t
  set is_locked = coalesce((t.month + interval '1 month' - interval '1 day')::date <= (locks ->> t.company_id::text)::date, false);
  delete from odoo_seed.accepted_totals a using odoo_seed.shadow_finance_totals t where t.id = a.id and t.count = 0 and a.count = 0;
  delete from odoo_seed.shadow_finance_totals t
  where t.count = 0 and not exists (select from odoo_seed.accepted_totals a where a.id = t.id);
  return kept;
end
$$;

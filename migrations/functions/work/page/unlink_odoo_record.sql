-- Takes away a page's link to a record of Odoo.
-- Executed by: user, service, agents for users
-- Raises: TP400, TP403, TP404, TP409, TP422
create or replace function work.unlink_odoo_record(
  page_id uuid, kind text, expected_version int default null, idempotency_key text default null
) returns uuid
language sql volatile set search_path = '' as $$
  select work.update_page(page_id, jsonb_build_object(work.odoo_column(kind), null), expected_version, idempotency_key,
    'unlinkOdooRecord')
$$;

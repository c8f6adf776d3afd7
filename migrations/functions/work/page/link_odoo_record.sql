-- Links a page to a record of Odoo.
-- Executed by: user, service, agents for users
-- Raises: TP400, TP403, TP404, TP409, TP422
create or replace function work.link_odoo_record(
  page_id uuid, kind text, record_id int, expected_version int default null, idempotency_key text default null
) returns uuid
language plpgsql set search_path = '' as $$
begin
  if record_id is null or record_id < 1 then
    perform work.refuse('TP400', 'An id of Odoo is a whole number from 1', '{"argument": "recordId"}');
  end if;
  return work.update_page(page_id, jsonb_build_object(work.odoo_column(kind), record_id), expected_version, idempotency_key,
    'linkOdooRecord');
end
$$;

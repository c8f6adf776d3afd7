-- Puts keys under another key of the gateway's ring: each `{"key", "was", "sealedBy", "sealed"}`, where `was` is what is
-- sealed now. What became another one meanwhile stays as it is. How many were.
-- Executed by: gateway
-- Raises: nothing
create or replace function ops.reseal_odoo_keys(keys jsonb) returns int
language plpgsql security definer set search_path = '' as $$
declare
  resealed int;
begin
  update tripoint.odoo_keys k set sealed_by = r."sealedBy", sealed = r.sealed
  from jsonb_to_recordset(reseal_odoo_keys.keys) r (key uuid, was text, "sealedBy" text, sealed text)
  where k.id = r.key and k.sealed = r.was;
  get diagnostics resealed = row_count;
  return resealed;
end
$$;

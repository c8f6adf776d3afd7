-- Notes when a key expires, as Odoo has just said; null where it does not say.
-- Executed by: gateway
-- Raises: nothing
create or replace function ops.note_odoo_expiry(key uuid, expires_at timestamptz) returns boolean
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
begin
  update tripoint.odoo_keys k set expires_at = note_odoo_expiry.expires_at, checked_at = now()
  where k.id = note_odoo_expiry.key;
  return found;
end
$$;

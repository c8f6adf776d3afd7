-- Notes that Odoo takes a key no more: no gateway tries it again. Whether it was noted now.
-- Executed by: gateway
-- Raises: nothing
create or replace function ops.note_odoo_refusal(key uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  update tripoint.odoo_keys k set refused_at = now() where k.id = note_odoo_refusal.key and k.refused_at is null;
  return found;
end
$$;

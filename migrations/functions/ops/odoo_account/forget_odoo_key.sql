-- A link that comes to mean somebody else has no key any more: the key was given for whom it meant before.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.forget_odoo_key() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from tripoint.odoo_keys k where k.link_id = old.id;
  return null;
end
$$;

-- Accounts of people in Odoo with their sealed keys, in the order of the keys' ids: of one person in one Odoo, of those that
-- another key than one of the gateway's ring has sealed, or all. Nothing else reads the keys, and nobody but the gateway
-- executes it: what it answers opens by the gateway's ring alone.
-- Executed by: gateway
-- Raises: nothing
create or replace function ops.odoo_accounts(
  odoo_instance text default null, user_id uuid default null, not_sealed_by text default null, after uuid default null,
  most int default 1
) returns table (
  key uuid, person uuid, instance text, odoo_user text, login text, sealed_by text, sealed text, expires_at timestamptz,
  connected_at timestamptz, checked_at timestamptz, is_refused boolean
) language sql stable security definer set search_path = '' as $$
  select k.id, u.user_id, u.odoo_instance, u.odoo_user_id, u.login, k.sealed_by, k.sealed, k.expires_at, k.connected_at,
    k.checked_at, k.refused_at is not null
  from tripoint.odoo_keys k join ops.odoo_users u on u.id = k.link_id
  where (odoo_accounts.odoo_instance is null or u.odoo_instance = ops.identity(odoo_accounts.odoo_instance))
    and (odoo_accounts.user_id is null or u.user_id = odoo_accounts.user_id)
    and (odoo_accounts.not_sealed_by is null or k.sealed_by <> odoo_accounts.not_sealed_by)
    and (odoo_accounts.after is null or k.id > odoo_accounts.after)
  order by k.id limit odoo_accounts.most
$$;

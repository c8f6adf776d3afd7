-- Keeps the key of a person's own user in Odoo, sealed, in place of an earlier one, and which user that is. For the gateway
-- alone, which has asked Odoo whose key it is; with `renews` it is the next key of an account that is there.
-- Executed by: gateway
-- Raises: TP400, TP404, TP409
create or replace function ops.keep_odoo_account(
  user_id uuid, odoo_instance text, odoo_user_id text, login text, sealed_by text, sealed text, expires_at timestamptz,
  renews uuid default null
) returns uuid language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  link ops.odoo_users;
  kept uuid;
begin
  if exists (
    select from ops.odoo_users u
    where u.odoo_instance = ops.identity(keep_odoo_account.odoo_instance)
      and u.odoo_user_id = ops.identity(keep_odoo_account.odoo_user_id) and u.user_id <> keep_odoo_account.user_id
  ) then
    perform ops.refuse('TP409', format('The user %s of Odoo is connected to somebody else here: that person disconnects it first',
      keep_odoo_account.login));
  end if;
  if keep_odoo_account.renews is not null and not exists (
    select from tripoint.odoo_keys k join ops.odoo_users u on u.id = k.link_id
    where k.id = keep_odoo_account.renews and u.user_id = keep_odoo_account.user_id
    for update of k
  ) then
    perform ops.refuse('TP404', 'The key that was to be renewed is gone');
  end if;
  link := ops.link_odoo_user(keep_odoo_account.user_id, keep_odoo_account.odoo_instance, keep_odoo_account.odoo_user_id,
    keep_odoo_account.login);
  insert into tripoint.odoo_keys as k (link_id, sealed_by, sealed, expires_at)
  values (link.id, keep_odoo_account.sealed_by, keep_odoo_account.sealed, keep_odoo_account.expires_at)
  on conflict (link_id) do update set id = gen_random_uuid(), sealed_by = excluded.sealed_by, sealed = excluded.sealed,
    expires_at = excluded.expires_at, connected_at = now(), checked_at = now(), refused_at = null
  returning k.id into kept;
  return kept;
end
$$;

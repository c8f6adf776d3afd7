-- Says which Odoo user a user is in an Odoo instance; a new link replaces the user's earlier one there.
-- Executed by: operation
-- Raises: TP400, TP409
create or replace function ops.link_odoo_user(user_id uuid, odoo_instance text, odoo_user_id text, login text)
returns ops.odoo_users language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  link ops.odoo_users;
begin
  if link_odoo_user.user_id is null then
    perform ops.refuse('TP400', '"userId" is missing');
  end if;
  perform ops.check_text('odooInstance', link_odoo_user.odoo_instance);
  perform ops.check_text('odooUserId', link_odoo_user.odoo_user_id);
  perform ops.check_text('login', link_odoo_user.login);
  insert into ops.odoo_users as u (user_id, odoo_instance, odoo_user_id, login)
  values (link_odoo_user.user_id, link_odoo_user.odoo_instance, link_odoo_user.odoo_user_id, link_odoo_user.login)
  on conflict (user_id, odoo_instance) do update
    set odoo_user_id = excluded.odoo_user_id, login = excluded.login, updated_at = now()
  returning * into link;
  return link;
exception when unique_violation then
  perform ops.refuse('TP409', format('User %s of Odoo %s is linked to another user: move that link first',
    link_odoo_user.odoo_user_id, link_odoo_user.odoo_instance));
end
$$;

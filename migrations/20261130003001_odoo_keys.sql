-- Keys of people's own users in Odoo, sealed by the gateway: in a schema of which no viewer has usage, so that no grant on
-- `ops` can come to show them. Functions of `ops` that the gateway's login alone executes keep and read them.
create table tripoint.odoo_keys (
  -- Another one with each key that is given: what is said of an earlier key is not said of it.
  id uuid primary key default gen_random_uuid(),
  link_id uuid not null unique references ops.odoo_users on delete cascade,
  -- Id of the key of the gateway's ring, and what it made of the key: AES-256-GCM, bound to the person and the user of Odoo.
  sealed_by text not null check (sealed_by <> ''),
  sealed text not null check (sealed <> ''),
  expires_at timestamptz,
  connected_at timestamptz not null default now(),
  -- When Odoo was last asked when the key expires.
  checked_at timestamptz not null default now(),
  -- Since when Odoo takes it no more.
  refused_at timestamptz
);
create index odoo_keys_sealed_by on tripoint.odoo_keys (sealed_by, id);
alter table tripoint.odoo_keys enable row level security;
revoke all on tripoint.odoo_keys from public;
create policy nobody on tripoint.odoo_keys for all to gateway using (false);

-- A link that comes to mean somebody else has no key any more: the key was given for whom it meant before.
create function ops.forget_odoo_key() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from tripoint.odoo_keys k where k.link_id = old.id;
  return null;
end
$$;
revoke execute on function ops.forget_odoo_key() from public;
create trigger forget_key after update of user_id, odoo_instance, odoo_user_id on ops.odoo_users
  for each row when ((old.user_id, old.odoo_instance, old.odoo_user_id)
    is distinct from (new.user_id, new.odoo_instance, new.odoo_user_id))
  execute function ops.forget_odoo_key();

-- Drafted by `tripoint migrate --draft` from migrations/functions: until it is recorded, change those files and draft again.

create or replace function ops.connect_odoo_account(odoo_instance text) returns uuid
language plpgsql stable security definer set search_path = '' as $$
declare
  person uuid := work.user_id();
begin
  perform ops.check_text('odooInstance', connect_odoo_account.odoo_instance);
  if person is null then
    perform ops.refuse('TP403', 'Only a person connects a user of Odoo, and nobody does it for another');
  end if;
  return person;
end
$$;
revoke all on function ops.connect_odoo_account from public;
grant execute on function ops.connect_odoo_account to authenticated;
comment on function ops.connect_odoo_account is 'Begins to connect a person''s own user in Odoo, for a full user alone, and answers whose it will be. Which user of Odoo it
is, the gateway has asked Odoo, and says in ops.keep_odoo_account, in the same transaction: nobody can claim to be one.';

create or replace function ops.disconnect_odoo_account(odoo_instance text) returns uuid
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  person uuid := ops.connect_odoo_account(disconnect_odoo_account.odoo_instance);
  forgotten uuid;
begin
  -- A link without a key is somebody else's word, and not this person's to take back.
  delete from ops.odoo_users u
  where u.user_id = person and u.odoo_instance = ops.identity(disconnect_odoo_account.odoo_instance)
    and exists (select from tripoint.odoo_keys k where k.link_id = u.id)
  returning u.id into forgotten;
  if forgotten is null then
    perform ops.refuse('TP404', 'You have connected no user of Odoo');
  end if;
  return person;
end
$$;
revoke all on function ops.disconnect_odoo_account from public;
grant execute on function ops.disconnect_odoo_account to authenticated;
comment on function ops.disconnect_odoo_account is 'Forgets the key of the asking person''s own user in Odoo, and which one it is.';

comment on function ops.forget_odoo_key is 'A link that comes to mean somebody else has no key any more: the key was given for whom it meant before.';

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
revoke all on function ops.keep_odoo_account from public;
grant execute on function ops.keep_odoo_account to gateway;
comment on function ops.keep_odoo_account is 'Keeps the key of a person''s own user in Odoo, sealed, in place of an earlier one, and which user that is. For the gateway
alone, which has asked Odoo whose key it is; with `renews` it is the next key of an account that is there.';

create or replace function ops.note_odoo_expiry(key uuid, expires_at timestamptz) returns boolean
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
begin
  update tripoint.odoo_keys k set expires_at = note_odoo_expiry.expires_at, checked_at = now()
  where k.id = note_odoo_expiry.key;
  return found;
end
$$;
revoke all on function ops.note_odoo_expiry from public;
grant execute on function ops.note_odoo_expiry to gateway;
comment on function ops.note_odoo_expiry is 'Notes when a key expires, as Odoo has just said; null where it does not say.';

create or replace function ops.note_odoo_refusal(key uuid) returns boolean
language plpgsql security definer set search_path = '' as $$
begin
  update tripoint.odoo_keys k set refused_at = now() where k.id = note_odoo_refusal.key and k.refused_at is null;
  return found;
end
$$;
revoke all on function ops.note_odoo_refusal from public;
grant execute on function ops.note_odoo_refusal to gateway;
comment on function ops.note_odoo_refusal is 'Notes that Odoo takes a key no more: no gateway tries it again. Whether it was noted now.';

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
revoke all on function ops.odoo_accounts from public;
grant execute on function ops.odoo_accounts to gateway;
comment on function ops.odoo_accounts is 'Accounts of people in Odoo with their sealed keys, in the order of the keys'' ids: of one person in one Odoo, of those that
another key than one of the gateway''s ring has sealed, or all. Nothing else reads the keys, and nobody but the gateway
executes it: what it answers opens by the gateway''s ring alone.';

create or replace function ops.odoo_key_counts(days int default 14)
returns table (sealed_by text, keys int, refused int, expiring int)
language sql stable security definer set search_path = '' as $$
  select k.sealed_by, count(*)::int, count(k.refused_at)::int,
    count(*) filter (where k.refused_at is null and k.expires_at < now() + make_interval(days => odoo_key_counts.days))::int
  from tripoint.odoo_keys k group by k.sealed_by order by k.sealed_by
$$;
revoke all on function ops.odoo_key_counts from public;
grant execute on function ops.odoo_key_counts to gateway;
comment on function ops.odoo_key_counts is 'How many keys each key of the gateway''s ring has sealed; of them, how many Odoo takes no more, and how many expire within
so many days.';

create or replace function ops.odoo_key_ring(adds boolean default false) returns text
language plpgsql security definer set search_path = '' as $$
declare
  named constant text := 'ODOO_KEYS_SECRET';
  found uuid;
  ring text;
begin
  if to_regprocedure('vault.create_secret(text,text,text,uuid)') is null
    or to_regclass('vault.decrypted_secrets') is null then
    return null;
  end if;
  perform pg_advisory_xact_lock(hashtextextended(named, 16));
  execute 'select s.id, s.decrypted_secret from vault.decrypted_secrets s where s.name = ''ODOO_KEYS_SECRET''' into found, ring;
  if found is not null and not odoo_key_ring.adds then
    return ring;
  end if;
  -- Three uuids have more than 256 random bits. Keys that seal nothing any more are left out, but for
  -- the one that was first: a gateway that does not know the new ring yet seals by it.
  select string_agg(e.entry, ',' order by e.place) into ring from (
    select 0 as place, format('v%s:%s', to_char(clock_timestamp() at time zone 'UTC', 'YYYYMMDDHH24MISSUS'),
      encode(sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())), 'base64')) as entry
    union all
    select o.place::int, o.entry from unnest(string_to_array(ring, ',')) with ordinality o (entry, place)
    where o.place = 1 or exists (select from tripoint.odoo_keys k where k.sealed_by = split_part(o.entry, ':', 1))
  ) e;
  if found is null then
    execute 'select vault.create_secret($1, $2, $3)'
      using ring, named, 'Ring of keys that seals people''s own keys of Odoo.';
  else
    execute 'select vault.update_secret($1, $2)' using found, ring;
  end if;
  return ring;
end
$$;
revoke all on function ops.odoo_key_ring from public;
grant execute on function ops.odoo_key_ring to gateway;
comment on function ops.odoo_key_ring is 'The ring of keys that Supabase Vault keeps where the gateway''s environment has none, as ODOO_KEYS_SECRET would say it; made
where there is none yet, and with one more key, the first from then on, where `adds`. Null where the database has no
Vault. Drawn here, so that no statement ever holds it; a server that logs parameters of statements logs none of it.';

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
revoke all on function ops.reseal_odoo_keys from public;
grant execute on function ops.reseal_odoo_keys to gateway;
comment on function ops.reseal_odoo_keys is 'Puts keys under another key of the gateway''s ring: each `{"key", "was", "sealedBy", "sealed"}`, where `was` is what is
sealed now. What became another one meanwhile stays as it is. How many were.';

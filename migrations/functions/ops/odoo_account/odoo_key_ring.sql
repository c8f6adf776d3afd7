-- The ring of keys that Supabase Vault keeps where the gateway's environment has none, as ODOO_KEYS_SECRET would say it; made
-- where there is none yet, and with one more key, the first from then on, where `adds`. Null where the database has no
-- Vault. Drawn here, so that no statement ever holds it; a server that logs parameters of statements logs none of it.
-- Executed by: gateway
-- Raises: nothing
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

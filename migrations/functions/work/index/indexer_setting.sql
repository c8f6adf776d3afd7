-- What the tick that wakes the indexer is to know: from the secrets tripoint_indexer_url and tripoint_indexer_token of
-- Supabase Vault, or else the settings tripoint.indexer_url and tripoint.indexer_token of the database. pg_cron asks every ten
-- seconds whether a page waits, and pg_net then calls the door of `tripoint indexer` (INDEXER_PORT), so that an indexer on a
-- host which sleeps when nothing calls is woken; without a URL nothing is called.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.indexer_setting(name text) returns text
language plpgsql stable security definer set search_path = '' as $$
declare
  secret text;
begin
  if to_regclass('vault.decrypted_secrets') is not null then
    execute 'select s.decrypted_secret from vault.decrypted_secrets s where s.name = $1 limit 1'
      into secret using 'tripoint_' || indexer_setting.name;
  end if;
  return coalesce(secret, nullif(current_setting('tripoint.' || indexer_setting.name, true), ''));
end
$$;

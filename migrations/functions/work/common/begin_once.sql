-- Claims a key: null the first time, and the first time's answer when the same is asked again; every mutation of the
-- workspace begins with it, by once.template.sql. The row itself is the lock: who comes second waits for the first one's end. SECURITY DEFINER:
-- nobody reads or writes the table by hand.
-- Executed by: user, service
-- Raises: TP400, TP403, TP422
create or replace function work.begin_once(key text, mutation text, input jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  asker text := work.caller();
  digest bytea := sha256(convert_to(begin_once.mutation || E'\n' || coalesce(begin_once.input, '{}')::text, 'UTF8'));
  known work.idempotency_keys;
begin
  if work.is_user() and work.user_id() is null then
    perform work.refuse('TP403', 'The token names no full user, and nobody else writes into the workspace');
  end if;
  if begin_once.key is null then
    if asker <> 'service' and (not work.is_user() or current_setting('role') = 'acting_agent') then
      perform work.refuse('TP400', 'An agent gives an idempotency key');
    end if;
    return null;
  end if;
  if length(begin_once.key) not between 1 and 200 then
    perform work.refuse('TP400', 'An idempotency key has from 1 to 200 characters');
  end if;
  insert into work.idempotency_keys as k (viewer, key, mutation, input_digest)
  values (asker, begin_once.key, begin_once.mutation, digest)
  on conflict do nothing;
  if found then
    return null;
  end if;
  select k.* into known from work.idempotency_keys k where k.viewer = asker and k.key = begin_once.key;
  if known.input_digest is distinct from digest then
    perform work.refuse('TP422', 'This idempotency key was used with another input: take a new one');
  end if;
  return known.answer;
end
$$;

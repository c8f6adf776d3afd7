-- sha256 of: prev_hash, then as UTF-8, a line each: run, seq, microseconds since 1970, length and text of the type,
-- payload as jsonb prints it (nothing where null). Where somebody of sub, act and client_id did it, a line each follows:
-- sub; length and text of act; the same of client_id (nothing where null). Whoever has the events can compute it again.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.event_hash(
  run_id uuid, seq int, type text, payload jsonb, created_at timestamptz, prev_hash bytea,
  sub uuid default null, act text default null, client_id text default null
) returns bytea language plpgsql immutable parallel safe set search_path = '' as $$
begin
  return sha256(prev_hash || convert_to(
    run_id::text || E'\n' || seq::text || E'\n'
      || ((extract(epoch from created_at at time zone 'UTC') * 1000000)::bigint)::text || E'\n'
      || length(type)::text || ' ' || type || E'\n' || coalesce(payload::text, '')
      || case when num_nonnulls(sub, act, client_id) = 0 then '' else
        E'\n' || coalesce(sub::text, '') || E'\n' || coalesce(length(act)::text || ' ' || act, '')
          || E'\n' || coalesce(length(client_id)::text || ' ' || client_id, '') end,
    'UTF8'));
end
$$;

-- Adds what requests of runs have used to what is counted already, also of a run that has ended meanwhile; answers with the
-- runs. `counts` is a list of {runId, calls, rows, ms, tokens, writes}. Called by gateways in their own name, for many requests
-- at once.
-- Executed by: service
-- Raises: nothing
create or replace function ops.count_usage(counts jsonb) returns setof ops.runs
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  most constant bigint := 2147483647;
begin
  -- In one order, whoever counts: two batches never wait in a circle.
  perform from ops.runs r
  where r.id in (select c."runId" from jsonb_to_recordset(count_usage.counts) c ("runId" uuid))
  order by r.id for no key update of r;
  return query
  update ops.runs r set
    used_calls = least(most, r.used_calls + c.calls)::int, used_rows = least(most, r.used_rows + c."rows")::int,
    used_ms = least(most, r.used_ms + c.ms)::int, used_tokens = least(most, r.used_tokens + c.tokens)::int,
    writes = least(most, r.writes + c.writes)::int
  from jsonb_to_recordset(count_usage.counts)
    c ("runId" uuid, calls bigint, "rows" bigint, ms bigint, tokens bigint, writes bigint)
  where r.id = c."runId"
  returning r.*;
end
$$;

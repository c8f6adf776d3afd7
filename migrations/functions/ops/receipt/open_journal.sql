-- The run in whose chain the writes of a day stand that belong to no run of an agent: one for each person, agent and OAuth
-- client, under its row's lock. Nobody claims it: it is RUNNING from its beginning, and the gateway's own.
-- Executed by: nobody
-- Raises: 42501, TP400, TP403
create or replace function ops.open_journal() returns ops.runs
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  who record := ops.acting();
  tenant constant text := coalesce(ops.tenant(), '');
  instant timestamptz := clock_timestamp();
  name constant text := concat_ws('/', to_char(instant at time zone 'UTC', 'YYYY-MM-DD'),
    coalesce(who.act, 'nobody'), coalesce(who.sub::text, 'nobody'), coalesce(md5(who.client_id), 'nobody'));
  journal ops.runs;
begin
  perform ops.ensure_event_partitions();
  -- Somebody may have ended one: the day goes on in another.
  for part in 1..1000 loop
    select r.* into journal from ops.runs r
    where r.agent = 'tripoint-gateway' and r.kind = 'agent.writes' and r.idempotency_key = name || '/' || part
      and r.tenant_id = tenant
    for no key update;
    exit when journal.id is not null and not ops.is_ended(journal.status);
    continue when journal.id is not null;
    perform ops.close_journals();
    insert into ops.runs as r (agent, kind, idempotency_key, input_digest, status, started_at, run_at, requested_by,
      created_at, updated_at, sub, act, client_id, tenant_id)
    values ('tripoint-gateway', 'agent.writes', name || '/' || part, sha256(''), 'RUNNING', instant, instant, ops.requester(null),
      instant, instant, who.sub, who.act, who.client_id, tenant)
    on conflict (agent, kind, idempotency_key, tenant_id) where idempotency_key is not null do nothing
    returning r.* into journal;
    exit when journal.id is not null;
    select r.* into journal from ops.runs r
    where r.agent = 'tripoint-gateway' and r.kind = 'agent.writes' and r.idempotency_key = name || '/' || part
      and r.tenant_id = tenant
    for no key update;
    exit when journal.id is not null and not ops.is_ended(journal.status);
  end loop;
  return journal;
end
$$;

-- Drafted by `tripoint migrate --draft` from migrations/functions: until it is recorded, change those files and draft again.

create or replace function ops.close_journals() returns void
language plpgsql set search_path = '' as $$
declare
  journal ops.runs;
begin
  for journal in
    select r.* from ops.runs r
    where r.agent = 'tripoint-gateway' and r.kind = 'agent.writes' and r.status = 'RUNNING'
      and r.created_at < date_trunc('day', clock_timestamp() at time zone 'UTC') at time zone 'UTC'
    order by r.created_at limit 20
    for no key update skip locked
  loop
    journal.updated_at := greatest(clock_timestamp(), journal.updated_at);
    journal.status := 'SUCCEEDED';
    journal.finished_at := journal.updated_at;
    perform ops.save_run(journal, 'run.succeeded');
  end loop;
end
$$;
revoke all on function ops.close_journals from public;
comment on function ops.close_journals is 'Ends up to 20 journals of days that are over: nothing is added to them any more, so that they may go to the archive.';

create or replace function ops.note_touched() returns trigger
language plpgsql set search_path = '' as $$
declare
  source constant text := tg_table_schema || '.' || tg_table_name;
  noted text;
begin
  if tg_op = 'INSERT' then
    select string_agg(jsonb_build_array(source, n.id, tg_op, null, to_jsonb(n) -> 'version')::text || ',', '') into noted from new_rows n;
  elsif tg_op = 'DELETE' then
    select string_agg(jsonb_build_array(source, o.id, tg_op, md5(to_jsonb(o)::text), null)::text || ',', '') into noted from old_rows o;
  else
    select string_agg(jsonb_build_array(source, n.id, tg_op, md5(to_jsonb(o)::text), to_jsonb(n) -> 'version')::text || ',', '')
    into noted from new_rows n join old_rows o on o.id = n.id;
  end if;
  if noted is not null then
    perform set_config('tripoint.touched', coalesce(current_setting('tripoint.touched', true), '') || noted, true);
  end if;
  return null;
end
$$;
revoke all on function ops.note_touched from public;
comment on function ops.note_touched is 'Notes which rows a statement writes, while the gateway asks for that (`tripoint.noting`): in the setting `tripoint.touched`, a
JSON array a row, each with a comma behind it: table, id, operation, digest of the row before (null where there was none),
version after (null where it has none). Both settings end with the transaction.';

create or replace function ops.note_write(
  field text, operation text, affected jsonb, run_id uuid default null, confirmation uuid default null
) returns jsonb
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  run ops.runs;
  event_id constant uuid := gen_random_uuid();
begin
  if note_write.run_id is not null then
    perform ops.ensure_event_partitions();
    select r.* into run from ops.runs r
    where r.id = note_write.run_id and r.agent = ops.caller_agent() and not ops.is_ended(r.status)
    for no key update;
  end if;
  if run.id is null then
    run := ops.open_journal();
  end if;
  run.updated_at := greatest(clock_timestamp(), run.updated_at);
  run := ops.save_run(run, 'run.wrote', jsonb_strip_nulls(jsonb_build_object(
    'mutation', note_write.field, 'operation', note_write.operation, 'confirmation', note_write.confirmation,
    'runId', nullif(note_write.run_id, run.id), 'rows', jsonb_array_length(note_write.affected),
    'affected', jsonb_path_query_array(note_write.affected, '$[0 to 999]'))), event_id);
  if note_write.confirmation is not null then
    update tripoint.confirmations c set event_run_id = run.id, event_seq = run.last_seq where c.id = note_write.confirmation;
  end if;
  return jsonb_build_object('runId', run.id, 'eventId', event_id, 'seq', run.last_seq);
end
$$;
revoke all on function ops.note_write from public;
grant execute on function ops.note_write to gateway;
comment on function ops.note_write is 'Leaves the receipt of a write that the gateway has made: the event `run.wrote` in the chain of the run that it was made for,
where that one is open and the agent''s own, else of the journal of the day. Its payload has the mutation, the SHA-256 of the operation,
the confirmation that was used, and the rows: table, id and version after, at most 1000 of them, and how many there are.';

create or replace function ops.open_journal() returns ops.runs
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  who record := ops.acting();
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
    for no key update;
    exit when journal.id is not null and not ops.is_ended(journal.status);
    continue when journal.id is not null;
    perform ops.close_journals();
    insert into ops.runs as r (agent, kind, idempotency_key, input_digest, status, started_at, run_at, requested_by,
      created_at, updated_at, sub, act, client_id)
    values ('tripoint-gateway', 'agent.writes', name || '/' || part, sha256(''), 'RUNNING', instant, instant, ops.requester(null),
      instant, instant, who.sub, who.act, who.client_id)
    on conflict (agent, kind, idempotency_key) where idempotency_key is not null do nothing
    returning r.* into journal;
    exit when journal.id is not null;
    select r.* into journal from ops.runs r
    where r.agent = 'tripoint-gateway' and r.kind = 'agent.writes' and r.idempotency_key = name || '/' || part
    for no key update;
    exit when journal.id is not null and not ops.is_ended(journal.status);
  end loop;
  return journal;
end
$$;
revoke all on function ops.open_journal from public;
comment on function ops.open_journal is 'The run in whose chain the writes of a day stand that belong to no run of an agent: one for each person, agent and OAuth
client, under its row''s lock. Nobody claims it: it is RUNNING from its beginning, and the gateway''s own.';

create or replace function ops.tick(now timestamptz default now()) returns int
language plpgsql security definer set search_path = '' as $$
declare
  schedule ops.schedules;
  caller text := ops.caller_agent();
  enqueued int := 0;
begin
  perform ops.ensure_event_partition((tick.now at time zone 'UTC' + make_interval(months => n))::date)
    from generate_series(0, 3) n;
  perform ops.requeue_lost();
  perform ops.close_journals();
  for schedule in
    select s.* from ops.schedules s
    where not s.paused and s.next_due_at <= tick.now and (caller is null or s.agent = caller)
    order by s.next_due_at, s.id
    for update skip locked
  loop
    exit when enqueued >= 1000;
    begin
      enqueued := enqueued + ops.enqueue_due(schedule, tick.now);
    exception when others then
      -- One that cannot be enqueued keeps none of the others waiting; it stays due, and says why.
      raise warning 'Schedule % was not enqueued: %', schedule.name, sqlerrm;
      update ops.schedules s set warning = 'It could not be enqueued: ' || sqlerrm
      where s.id = schedule.id and s.warning is distinct from 'It could not be enqueued: ' || sqlerrm;
    end;
  end loop;
  return enqueued;
end
$$;
comment on function ops.tick is 'Enqueues each due time exactly once, however many tick at once: the row is locked while its times are enqueued, and
each time has its key. Also frees the runs of lost workers, ends the journals of days that are over, and makes the
partitions that events will need.
An agent ticks its own schedules: it may enqueue for no other. After a thousand runs the rest waits for the next tick,
so that no tick outlasts its statement''s timeout.';

create or replace function ops.use_confirmation(id uuid, expires_at timestamptz, approval text default null) returns text
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  approved uuid;
begin
  delete from tripoint.confirmations c where c.ctid = any (array(
    select e.ctid from tripoint.confirmations e where e.expires_at < now() - interval '1 day' and e.approval_id is null
    limit 100 for update skip locked));
  insert into tripoint.confirmations as c (id, expires_at) values (use_confirmation.id, use_confirmation.expires_at)
  on conflict do nothing;
  if not found then
    return 'used';
  elsif use_confirmation.approval is null then
    return null;
  end if;
  select a.id into approved from ops.approvals a
  where a.subject = 'confirmation' and a.subject_id = use_confirmation.approval and a.status = 'APPROVED'
    and not ops.is_same_identity(a.decided_by, ops.requester(null))
    and not exists (select from tripoint.confirmations c where c.approval_id = a.id)
  order by a.decided_at desc limit 1
  for update;
  if approved is null then
    return 'unapproved';
  end if;
  update tripoint.confirmations c set approval_id = approved where c.id = use_confirmation.id;
  return null;
end
$$;
revoke all on function ops.use_confirmation from public;
grant execute on function ops.use_confirmation to gateway;
comment on function ops.use_confirmation is 'Uses a confirmation, once, whichever replica is asked: a second use waits until the transaction of the first has ended. With
`approval` the write needs a decided approval of that subject too, by somebody else than who asks; it serves one write.
Answers null where it is used now, else `used` or `unapproved`.';

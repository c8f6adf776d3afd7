-- Does a run again that ended without success: a new run with the same input, kind, lines, schedule and due time. All
-- retries belong to the first run. While one of them is open it is the answer; after one that succeeded there is none.
-- Executed by: operation
-- Raises: 42501, TP400, TP403, TP404, TP409, TP422
create or replace function ops.retry_run(run_id uuid, requested_by text default null)
returns table (retry_id uuid, created boolean) language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  requester text := ops.requester(retry_run.requested_by);
  first_id uuid := (select coalesce(r.retry_of, r.id) from ops.runs r where r.id = retry_run.run_id);
  run ops.runs;
  latest ops.runs;
  s ops.schedules;
begin
  -- The first one is locked, so that two at once make one retry; the given one where the first has left for the archive.
  run := ops.lock_run(coalesce((select r.id from ops.runs r where r.id = first_id), retry_run.run_id));
  select r.* into latest from ops.runs r
  where r.id = first_id or r.retry_of = first_id order by r.created_at desc, r.id desc limit 1;
  if not ops.is_ended(latest.status) then
    if latest.id = retry_run.run_id then
      perform ops.refuse('TP409', format('Run %s is %s: only a run that has ended can be retried', latest.id, latest.status),
        jsonb_build_object('status', latest.status));
    end if;
    return query select latest.id, false;
    return;
  elsif latest.status = 'SUCCEEDED' then
    perform ops.refuse('TP409', format('Run %s has SUCCEEDED: enqueue a new run to do it once more', latest.id),
      jsonb_build_object('runId', latest.id, 'status', latest.status));
  end if;
  select c.* into s from ops.schedules c where c.id = run.schedule_id for no key update;
  if s.id is not null then
    perform ops.check_overlap(s);
    run.ordering_keys := ops.lines_of_schedule(s, run.ordering_keys);
  end if;
  run.retry_of := first_id;
  run.requested_by := requester;
  run.run_at := null;
  run.idempotency_key := 'retry:' || first_id || ':' || latest.id;
  return query select a.run_id, a.created from ops.add_run(run) a;
end
$$;

-- Ends up to 20 journals of days that are over: nothing is added to them any more, so that they may go to the archive.
-- Executed by: nobody
-- Raises: nothing
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

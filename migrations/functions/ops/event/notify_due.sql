-- Tells the workers of each agent that has runs to claim now. What is due later they find by asking.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.notify_due() returns trigger language plpgsql set search_path = '' as $$
begin
  perform pg_notify('tripoint_due', c.agent) from changed c
  where c.status = 'QUEUED' and c.leased_by is null and c.lines_ahead = 0 and c.run_at <= clock_timestamp()
  group by c.agent;
  return null;
end
$$;

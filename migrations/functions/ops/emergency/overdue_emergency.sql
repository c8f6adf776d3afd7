-- An emergency of the project, and not this one, whose follow-up is overdue; null where there is none.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.overdue_emergency(project_id uuid, emergency_id uuid default null) returns uuid
language sql volatile set search_path = '' as $$
  select e.id from ops.emergency_requests e
  where e.project_id = overdue_emergency.project_id and e.id is distinct from overdue_emergency.emergency_id
    and e.followed_up_at is null and e.follow_up_due_at < clock_timestamp()
  order by e.follow_up_due_at limit 1
$$;

-- Refuses a JSON value that is no object or no list, before the constraint does it in words that name a constraint.
-- Executed by: nobody
-- Raises: TP400
create or replace function work.refuse_scalar() returns trigger
language plpgsql set search_path = '' as $$
begin
  perform work.refuse_content(new.type, work.content_problem(new.type, new.content));
  return new;
end
$$;

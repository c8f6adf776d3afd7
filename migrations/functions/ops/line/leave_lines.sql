-- A run that ends leaves its lines, however it ended: where it was first, the next one has one line less ahead of it.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.leave_lines() returns trigger
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  waiting uuid[];
begin
  perform ops.lock_lines(new.agent, new.ordering_keys);
  waiting := array(
    select behind.run_id
    from ops.run_places own, lateral (
      select p.run_id, p.place from ops.run_places p
      where p.agent = own.agent and p.ordering_key = own.ordering_key and p.run_id <> own.run_id
      order by p.place limit 1) behind
    where own.run_id = new.id and behind.place > own.place);
  delete from ops.run_places p where p.run_id = new.id;
  perform ops.drop_empty_lines(new.agent, new.ordering_keys);
  perform from ops.runs r where r.id = any (waiting) order by r.id for no key update;
  update ops.runs r set lines_ahead = r.lines_ahead - n.lines
  from (select id, count(*)::int as lines from unnest(waiting) id group by id) n
  where r.id = n.id;
  return null;
end
$$;

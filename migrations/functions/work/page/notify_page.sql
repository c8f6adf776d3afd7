-- Wakes those who follow a page or its space, by `space:page`: a wake-up, no message.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.notify_page() returns trigger
language plpgsql set search_path = '' as $$
begin
  if tg_op in ('UPDATE', 'DELETE') and (tg_op = 'DELETE' or old.space_id <> new.space_id) then
    perform pg_notify('tripoint_work', old.space_id || ':' || old.id);
  end if;
  if tg_op <> 'DELETE' then
    perform pg_notify('tripoint_work', new.space_id || ':' || new.id);
  end if;
  return null;
end
$$;

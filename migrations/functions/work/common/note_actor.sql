-- Notes who wrote what stands in a comment or block: the person, the agent and the OAuth client of the verified claims,
-- whatever a client sends back. Who moves it or resolves it does not write it. SECURITY DEFINER: nobody asks for the claims so.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.note_actor() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  who record;
  is_written boolean := tg_op = 'INSERT';
begin
  -- The owner, in a restore: the row comes as it was.
  if work.claims() is null and current_setting('role') = 'none' then
    return new;
  end if;
  if tg_op = 'UPDATE' and tg_table_name = 'blocks' then
    is_written := row(new.type, new.content) is distinct from row(old.type, old.content);
  elsif tg_op = 'UPDATE' then
    is_written := new.body is distinct from old.body;
  end if;
  if is_written then
    who := ops.acting();
    new.sub := who.sub;
    new.act := who.act;
    new.client_id := who.client_id;
  else
    new.sub := old.sub;
    new.act := old.act;
    new.client_id := old.client_id;
  end if;
  return new;
end
$$;

-- Notes who records a row of the ledger: the person, the agent and the OAuth client of the verified claims, whatever is given.
-- SECURITY DEFINER: nobody asks for the claims so.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.note_actor() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  who record;
begin
  -- The owner, in a restore: the row comes as it was.
  if ops.claims() is null and current_setting('role') = 'none' then
    return new;
  end if;
  who := ops.acting();
  new.sub := who.sub;
  new.act := who.act;
  new.client_id := who.client_id;
  return new;
end
$$;

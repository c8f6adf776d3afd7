-- Keeps by which words a person's name is found. Nobody is kept from signing in: who fails here is found by the old name, or not at
-- all, until the name changes. SECURITY DEFINER: it runs as the auth server.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.note_name() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  whose uuid := case when tg_op = 'DELETE' then old.id else new.id end;
begin
  if tg_op = 'UPDATE' and ops.shown_name(new.raw_user_meta_data) is not distinct from ops.shown_name(old.raw_user_meta_data) then
    return null;
  end if;
  delete from tripoint.name_words n where n.user_id = whose;
  if tg_op <> 'DELETE' then
    insert into tripoint.name_words (user_id, word)
    select whose, unnest(ops.name_words(ops.shown_name(new.raw_user_meta_data)));
  end if;
  return null;
exception when others then
  raise warning 'The name of user % is not searched: %', whose, sqlerrm;
  return null;
end
$$;

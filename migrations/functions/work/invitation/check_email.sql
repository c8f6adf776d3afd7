-- An e-mail address as it is kept, in small letters; refuses what is none.
-- Executed by: nobody
-- Raises: TP400
create or replace function work.check_email(email text) returns text
language plpgsql immutable set search_path = '' as $$
declare
  kept text := lower(btrim(email));
begin
  if kept is null or length(kept) > 320 or kept !~ '^[^\s@<>",;]+@[^\s@<>",;]+\.[^\s@<>",;]+$' then
    perform work.refuse('TP400', 'The e-mail address must be one such as ana@example.com', '{"argument": "email"}');
  end if;
  return kept;
end
$$;

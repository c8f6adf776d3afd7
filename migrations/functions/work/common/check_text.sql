-- Refuses a text that is blank or longer than `longest` characters, and names the argument.
-- Executed by: user, service
-- Raises: TP400
create or replace function work.check_text(what text, value text, longest int default 200) returns void
language plpgsql immutable set search_path = '' as $$
begin
  if btrim(coalesce(value, '')) = '' then
    perform work.refuse('TP400', format('The %s is empty', what), jsonb_build_object('argument', what));
  elsif length(value) > longest then
    perform work.refuse('TP400', format('The %s has %s characters: at most %s are allowed', what, length(value), longest),
      jsonb_build_object('argument', what));
  end if;
end
$$;

-- Refuses a text that is missing or longer than `longest` characters.
-- Executed by: nobody
-- Raises: TP400
create or replace function ops.check_text(what text, value text, longest int default 200) returns void
language plpgsql set search_path = '' as $$
begin
  if coalesce(value, '') = '' then
    perform ops.refuse('TP400', format('"%s" is missing', what));
  elsif length(value) > longest then
    perform ops.refuse('TP400', format('"%s" has %s characters: at most %s are allowed', what, length(value), longest));
  end if;
end
$$;

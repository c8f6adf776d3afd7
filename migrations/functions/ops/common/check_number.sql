-- Refuses a number that is missing or outside of its bounds.
-- Executed by: nobody
-- Raises: TP400
create or replace function ops.check_number(what text, value bigint, lowest bigint, highest bigint) returns void
language plpgsql set search_path = '' as $$
begin
  if value is null or value not between lowest and highest then
    perform ops.refuse('TP400', format('"%s" must be a whole number from %s to %s', what, lowest, highest));
  end if;
end
$$;

-- Refuses the type FORMULA, and says what to do instead.
-- Executed by: user, service
-- Raises: TP400
create or replace function work.check_column_type(type text) returns void
language plpgsql immutable set search_path = '' as $$
begin
  if type = 'FORMULA' then
    perform work.refuse('TP400', 'Formula columns are out of scope: keep the value in a column of another type, or compute it where it is shown',
      '{"argument": "type"}');
  end if;
end
$$;

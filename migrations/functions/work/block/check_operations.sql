-- Refuses a list of operations without the version that they are for, and one that is empty or too long.
-- Executed by: user, service
-- Raises: TP400, TP429
create or replace function work.check_operations(expected_version int, operations jsonb) returns void
language plpgsql immutable set search_path = '' as $$
begin
  if expected_version is null then
    perform work.refuse_operation('TP400', 'Give the version that the operations are for', 'expectedVersion');
  elsif jsonb_typeof(operations) is distinct from 'array' or operations = '[]' then
    perform work.refuse_operation('TP400', 'Give at least one operation', 'operations');
  elsif jsonb_array_length(operations) > 200 then
    perform work.refuse_operation('TP429', 'At most 200 operations are applied at once', 'operations');
  end if;
end
$$;

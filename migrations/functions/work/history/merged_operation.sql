-- What two changes of one thing within a transaction come to.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.merged_operation(earlier text, later text) returns text
language sql immutable set search_path = '' as $$
  select case
    when later = 'DELETE' then 'DELETE'
    when earlier = 'INSERT' then 'INSERT'
    when earlier = 'DELETE' then 'UPDATE'
    when later = 'REKEY' then earlier
    when earlier in ('REKEY', later) then later
    else 'UPDATE' end
$$;

-- How many chunks these spaces have, counted up to one more than are compared one by one.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.count_chunks(spaces uuid[]) returns int
language plpgsql stable set search_path = '' as $$
declare
  counted int;
begin
  execute 'select count(*) from (select from work.search_index s where s.space_id = any ($1) limit $2) counted'
  into counted using spaces, work.exact_scan_limit() + 1;
  return counted;
end
$$;

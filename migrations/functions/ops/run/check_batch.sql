-- Refuses a batch that names more runs than one call should lock, one of them twice, or not one fence for each.
-- Executed by: nobody
-- Raises: TP400
create or replace function ops.check_batch(run_ids uuid[], fences int[]) returns void
language plpgsql set search_path = '' as $$
begin
  if cardinality(run_ids) > 500 then
    perform ops.refuse('TP400', format('%s runs are too many for one call: at most 500 are taken', cardinality(run_ids)));
  elsif run_ids is null or cardinality(run_ids) is distinct from cardinality(fences) then
    perform ops.refuse('TP400', 'Give one fence for each run');
  elsif cardinality(run_ids) <> (select count(distinct id) from unnest(run_ids) id) then
    perform ops.refuse('TP400', 'Name each run once, by its uuid');
  end if;
end
$$;

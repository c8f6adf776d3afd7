-- Makes one entry of several. `keepers`: of each entry of a group the one that the group becomes, its last. Of each thing
-- the first `before` stays.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.merge_entries(keepers jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  update work.history_changes c set operation = work.merged_operation(m.first_one, m.last_one)
  from (
    select c.id, row_number() over w as nth, first_value(c.operation) over w as first_one, last_value(c.operation) over w as last_one
    from jsonb_each_text(keepers) k (id, keeper)
    join work.page_history h on h.id = k.id::uuid join work.history_changes c on c.entry_id = h.id
    window w as (partition by k.keeper, c.kind, c.record_id order by h.number rows between unbounded preceding and unbounded following)
  ) m where c.id = m.id and m.nth = 1;
  delete from work.history_changes c using (
    select c.id, row_number() over (partition by k.keeper, c.kind, c.record_id order by h.number) as nth
    from jsonb_each_text(keepers) k (id, keeper)
    join work.page_history h on h.id = k.id::uuid join work.history_changes c on c.entry_id = h.id
  ) m where c.id = m.id and (m.nth > 1 or (c.operation = 'DELETE' and c.before is null));
  update work.history_changes c set entry_id = e.id, changed_at = e.changed_at
  from jsonb_each_text(keepers) k (id, keeper) join work.page_history e on e.id = k.keeper::uuid
  where c.entry_id = k.id::uuid and k.id <> k.keeper;
  update work.page_history h set is_version = true
  from jsonb_each_text(keepers) k (id, keeper) join work.page_history e on e.id = k.id::uuid
  where h.id = k.keeper::uuid and e.is_version and not h.is_version;
  delete from work.page_history h using jsonb_each_text(keepers) k (id, keeper) where h.id = k.id::uuid and k.id <> k.keeper;
end
$$;

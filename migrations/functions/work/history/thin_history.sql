-- Thins what is kept of a page's history: about 2000 entries and 64 MB, and all of the newest 200. What one person, or one
-- agent for a person, did before those within ten minutes becomes one entry, the last: what is between is forgotten, and who
-- typed all day has not typed yesterday away.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.thin_history(page_id uuid) returns void
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  keepers jsonb;
  last_left int;
begin
  with e as (
    -- What renames choices stays apart: of a column only the first change of an entry is kept.
    select h.*, case when exists (
      select from work.history_changes c where c.entry_id = h.id and c.kind = 'COLUMN' and c.before ? 'renamed'
    ) then -h.number else floor(extract(epoch from h.changed_at) / 600) end as slot
    from work.page_history h
    where h.page_id = page_id and h.number <= (select max(n.number) - 200 from work.page_history n where n.page_id = page_id)
  ), g as (
    select e.id, e.number, e.slot, e.changed_by, e.act, e.client_id, e.in_space_id, row_number() over (order by e.number)
      - row_number() over (partition by e.slot, e.changed_by, e.act, e.client_id, e.in_space_id order by e.number) as run
    from e
  ), k as (
    select g.id, last_value(g.id) over (partition by g.slot, g.changed_by, g.act, g.client_id, g.in_space_id, g.run order by g.number
      rows between unbounded preceding and unbounded following) as keeper
    from g
  )
  select jsonb_object_agg(k.id, k.keeper) filter (where k.id <> k.keeper or k.id in (
    select o.keeper from k o where o.id <> o.keeper)) into keepers from k;
  if keepers is not null then
    perform work.merge_entries(keepers);
  end if;
  select max(s.number) into last_left from (
    select h.number, row_number() over (order by h.number desc) as nth,
      sum((select sum(pg_column_size(c.before)) from work.history_changes c where c.entry_id = h.id)) over (order by h.number desc) as bytes
    from work.page_history h where h.page_id = page_id
  ) s where s.nth > 2000 or (s.nth > 1 and s.bytes > 67108864);
  delete from work.page_history h where h.page_id = page_id and h.number <= last_left;
end
$$;

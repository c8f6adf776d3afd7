-- Notes that blocks changed at the version that their page has now; page_ids and block_ids go side by side.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.note_changed_blocks(page_ids uuid[], block_ids uuid[], kind text) returns void
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  who record := ops.acting();
  -- Once each: of a page for every block of it Postgres would think that they are many, and read all pages.
  changed constant uuid[] := array(select distinct unnest(page_ids));
begin
  -- In the order of their ids, so that two writers of the same pages do not wait for each other.
  perform from work.pages p where p.id = any (changed) order by p.id for no key update;
  update work.pages p set version = p.version + 1
  where p.id = any (changed) and p.versioned_in <> pg_current_xact_id();
  insert into work.page_changes as n (page_id, space_id, block_id, version, kind, sub, act, client_id)
  select p.id, p.space_id, c.block_id, p.version, note_changed_blocks.kind, who.sub, who.act, who.client_id
  from unnest(page_ids, block_ids) as c (page_id, block_id) join work.pages p on p.id = c.page_id
  where p.id = any (changed)
  on conflict (page_id, block_id) do update set version = excluded.version, kind = excluded.kind,
    sub = excluded.sub, act = excluded.act, client_id = excluded.client_id;
end
$$;

-- At most 1,000 of the chunks of these spaces that match.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.chunks_with(query tsquery, spaces uuid[], updated_after timestamptz, updated_before timestamptz)
returns uuid[]
language plpgsql stable set search_path = '' as $$
declare
  ids uuid[];
begin
  -- Dynamic: planned for this query, whose words may be common or rare.
  execute 'select array(
    select s.id from work.search_index s join work.pages p on p.id = s.page_id
    where s.tsv @@ $1 and s.space_id = any ($2) and p.archived_at is null
      and ($3 is null or p.updated_at > $3) and ($4 is null or p.updated_at < $4)
    limit 1000)' into ids using query, spaces, updated_after, updated_before;
  return ids;
end
$$;

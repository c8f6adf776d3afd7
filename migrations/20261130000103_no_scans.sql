-- Drafted by `tripoint migrate --draft` from migrations/functions: until it is recorded, change those files and draft again.

create or replace function work.note_activity() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  page_ids uuid[];
begin
  if tg_table_name in ('db_rows', 'db_columns') then
    page_ids := array(select distinct d.page_id from changed c join work.databases d on d.id = c.database_id);
  else
    page_ids := array(select distinct c.page_id from changed c);
  end if;
  perform from work.pages p where p.id = any (page_ids) order by p.id for no key update;
  update work.pages p set changed_in = pg_current_xact_id()
  where p.id = any (page_ids) and p.changed_in <> pg_current_xact_id();
  return null;
end
$$;

create or replace function work.note_changed_blocks(page_ids uuid[], block_ids uuid[], kind text) returns void
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  -- Once each: of a page for every block of it Postgres would think that they are many, and read all pages.
  changed constant uuid[] := array(select distinct unnest(page_ids));
begin
  -- In the order of their ids, so that two writers of the same pages do not wait for each other.
  perform from work.pages p where p.id = any (changed) order by p.id for no key update;
  update work.pages p set version = p.version + 1
  where p.id = any (changed) and p.versioned_in <> pg_current_xact_id();
  insert into work.page_changes as n (page_id, space_id, block_id, version, kind)
  select p.id, p.space_id, c.block_id, p.version, note_changed_blocks.kind
  from unnest(page_ids, block_ids) as c (page_id, block_id) join work.pages p on p.id = c.page_id
  where p.id = any (changed)
  on conflict (page_id, block_id) do update set version = excluded.version, kind = excluded.kind;
end
$$;

create or replace function work.readable_space_ids(space_ids uuid[] default null) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  if current_setting('role') = 'service_role' or (current_setting('role') = 'none' and session_user = current_user) then
    return coalesce((
      select array_agg(s.id) from work.spaces s
      where (readable_space_ids.space_ids is null or s.id = any (readable_space_ids.space_ids)) and s.archived_at is null
    ), '{}');
  end if;
  -- A statement of its own, which reads no other spaces.
  return coalesce((
    select array_agg(s.id) from work.spaces s
    where (readable_space_ids.space_ids is null or s.id = any (readable_space_ids.space_ids)) and s.archived_at is null
      and s.id = any (array(select work.my_space_ids()))
  ), '{}');
end
$$;

create or replace function work.similar_titles(typed text, space_ids uuid[], most int) returns table (id uuid, score float8)
language plpgsql stable security definer rows 20 set search_path = '' as $$
#variable_conflict use_variable
declare
  spaces constant uuid[] := work.readable_space_ids(space_ids);
  start constant text := replace(replace(replace(left(typed, 100), '\', '\\'), '%', '\%'), '_', '\_') || '%';
  is_fuzzy constant boolean := to_regproc('extensions.word_similarity') is not null;
  is_scan boolean;
  ways text[];
  more uuid[];
  -- What is exactly so is among the first, however many begin so.
  ids uuid[] := array(
    select p.id from work.pages p where p.space_id = any (spaces) and p.archived_at is null
      and left(lower(p.title), 100) = left(typed, 100) limit 50);
begin
  -- Whatever the planner thinks: a title that half of all pages begin with may be none of these spaces'.
  perform set_config('enable_seqscan', 'off', true);
  execute 'select array(select p.id from work.pages p where p.space_id = any ($1) and p.archived_at is null
    and left(lower(p.title), 100) like $2 limit 200)' into more using spaces, start;
  ids := ids || more;
  if cardinality(more) < most then
    execute 'select count(*) <= $2 from (select from work.pages p where p.space_id = any ($1) limit $2 + 1) counted'
      into is_scan using spaces, work.title_scan_limit();
    if is_fuzzy and not is_scan then
      perform set_config('pg_trgm.word_similarity_threshold', work.typo_threshold(typed)::text, true);
    end if;
    ways := work.title_ways(typed, is_fuzzy, is_scan);
    for n in 1 .. cardinality(ways) loop
      exit when n > 1 and cardinality(ids) > 0;
      execute format('select array(select p.id from work.pages p
        where p.space_id = any ($1) and %s and p.archived_at is null limit 100)', ways[n]) into more using spaces;
      ids := ids || more;
    end loop;
  end if;
  perform set_config('enable_seqscan', 'on', true);
  return query execute 'select p.id, ('
    || case when is_fuzzy then 'extensions.word_similarity($2, p.title)' else '0.5' end
    || ' + case when starts_with(lower(p.title), $2) then 1 else 0 end)::float8 as score
    from work.pages p where p.id = any ($1) order by score desc, length(p.title), p.id limit $3' using ids, typed, most;
end
$$;

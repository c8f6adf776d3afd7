-- The people that are shown to who asks, of whose names a word begins with each word of the text. It starts from the names, which are
-- everybody's, or from the people that one shares something with, whichever are fewer. SECURITY DEFINER, as ops.shown_people, which
-- says what is shown.
-- Executed by: sync-odoo-agent, user, service
-- Raises: nothing
create or replace function ops.find_people(search text)
returns table (id uuid, name text, email text, avatar_url text)
language plpgsql stable security definer set search_path = '' set jit = off as $$
#variable_conflict use_column
declare
  asker uuid := work.user_id();
  -- The longest first: fewest names have it.
  words text[] := array(select w from unnest(ops.name_words(find_people.search)) w order by length(w) desc, w);
  -- What comes after every word that begins with one.
  top constant text := chr(1114111);
  -- More than that are not counted: the names that match are fewer then.
  many constant int := 20000;
  -- How many others one shares something with, each as often as one does; null where all people are shown.
  others int;
  found uuid[];
begin
  if words = '{}' or asker is null and not ops.sees_everybody() then
    return;
  elsif not ops.keeps_names() then
    return query
    select p.* from ops.shown_people(null) p
    where not exists (select from unnest(words) w where not exists (
      select from unnest(ops.name_words(p.name)) own where starts_with(own, w)));
    return;
  elsif not ops.sees_everybody() then
    select count(*) into others from (
      select from work.permissions mine
      cross join lateral (select from work.permissions p where p.space_id = mine.space_id offset 0) theirs
      where mine.user_id = asker
      union all
      select from ops.project_members mine
      cross join lateral (select from ops.project_members m where m.project_id = mine.project_id offset 0) theirs
      where mine.user_id = asker
      limit many) o;
  end if;
  found := array(
    select n.user_id
    from (select distinct n.user_id from tripoint.name_words n where n.word >= words[1] and n.word < words[1] || top) n
    where not exists (select from unnest(words[2:]) w where not exists (
      select from tripoint.name_words own where own.user_id = n.user_id and own.word >= w and own.word < w || top))
    limit case when others < many then others + 1 end);
  if others < many and cardinality(found) > others then
    found := array(
      select r.user_id from ops.relations_of(asker, null) r
      where not exists (select from unnest(words) w where not exists (
        select from tripoint.name_words own where own.user_id = r.user_id and own.word >= w and own.word < w || top)));
  end if;
  return query select p.* from ops.shown_people(found) p;
end
$$;

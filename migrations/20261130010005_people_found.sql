-- People are searched by the words of their names, by an index: without one, each name that the viewer sees, and of a service each that
-- there is, was taken apart anew for every search.

-- The words of the names of auth.users, in small letters without accents, in a schema of which no viewer has usage.
create table tripoint.name_words (
  word text collate "C" not null check (length(word) between 1 and 100),
  user_id uuid not null,
  primary key (word, user_id)
);
create index name_words_user on tripoint.name_words (user_id, word);
alter table tripoint.name_words enable row level security;
revoke all on tripoint.name_words from public;
create policy nobody on tripoint.name_words for all to gateway using (false);

drop view ops.people;

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
revoke all on function ops.find_people from public;
grant execute on function ops.find_people to agent_sync_odoo_agent, authenticated, service_role;
comment on function ops.find_people is 'The people that are shown to who asks, of whose names a word begins with each word of the text. It starts from the names, which are
everybody''s, or from the people that one shares something with, whichever are fewer. SECURITY DEFINER, as ops.shown_people, which
says what is shown.';

create or replace function ops.keeps_names() returns boolean
language sql stable set search_path = '' as $$
  select exists (
    select from pg_catalog.pg_trigger t
    where t.tgrelid = to_regclass('auth.users') and t.tgname = 'tripoint_note_name' and t.tgenabled <> 'D'
  )
$$;
revoke all on function ops.keeps_names from public;
comment on function ops.keeps_names is 'Whether auth.users tells of every name, so that tripoint.name_words has all of them.';

create or replace function ops.my_people()
returns table (id uuid, name text, email text, avatar_url text)
language plpgsql stable security definer set search_path = '' set jit = off as $$
begin
  return query select * from ops.shown_people(null);
end
$$;
comment on function ops.my_people is 'The people that are shown to who asks, all of them: rows of the view ops.people. SECURITY DEFINER, as ops.shown_people.';

create or replace function ops.name_words(name text) returns text[]
language sql immutable set search_path = '' as $$
  select coalesce(array_agg(distinct left(word, 100)), '{}')
  from string_to_table(btrim(ops.searched_name(name)), ' ') word
  where word <> ''
$$;
revoke all on function ops.name_words from public;
comment on function ops.name_words is 'The words of a name, or of a text that is searched for, in small letters without accents; of a long one the beginning.';

create or replace function ops.note_name() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  whose uuid := case when tg_op = 'DELETE' then old.id else new.id end;
begin
  if tg_op = 'UPDATE' and ops.shown_name(new.raw_user_meta_data) is not distinct from ops.shown_name(old.raw_user_meta_data) then
    return null;
  end if;
  delete from tripoint.name_words n where n.user_id = whose;
  if tg_op <> 'DELETE' then
    insert into tripoint.name_words (user_id, word)
    select whose, unnest(ops.name_words(ops.shown_name(new.raw_user_meta_data)));
  end if;
  return null;
exception when others then
  raise warning 'The name of user % is not searched: %', whose, sqlerrm;
  return null;
end
$$;
revoke all on function ops.note_name from public;
comment on function ops.note_name is 'Keeps by which words a person''s name is found. Nobody is kept from signing in: who fails here is found by the old name, or not at
all, until the name changes. SECURITY DEFINER: it runs as the auth server.';

drop function ops.person(text);
create or replace function ops.person(given text)
returns table (id uuid, name text, email text, avatar_url text)
language plpgsql stable strict security definer rows 1 set search_path = '' as $$
#variable_conflict use_column
declare
  relation text;
begin
  if given !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' or not ops.has_users() then
    return;
  end if;
  relation := ops.relation_to(given::uuid);
  if relation is null then
    return;
  end if;
  return query
  select given::uuid, ops.shown_name(u.metadata), case when ops.sees_email(relation) then u.email end,
    ops.shown_avatar(u.metadata)
  from (select null::text as email, null::jsonb as raw_user_meta_data) absent
  -- A column that auth.users lacks is the one of `absent`.
  cross join lateral (
    select email::text as email, raw_user_meta_data as metadata from auth.users where users.id = given::uuid
  ) u;
end
$$;
revoke all on function ops.person from public;
grant execute on function ops.person to agent_sync_odoo_agent, authenticated, service_role;
comment on function ops.person is 'One person by the uuid, where it is shown to who asks; nobody for any other text. SECURITY DEFINER, as ops.shown_people, of
which it answers the one row: for records that name a person each.';

create or replace function ops.relations_of(asker uuid, among uuid[])
returns table (user_id uuid, relations text[])
language plpgsql stable security definer set search_path = '' set jit = off as $$
#variable_conflict use_column
begin
  if among is null then
    return query
    select r.user_id, array_agg(distinct r.relation)
    from (
      select theirs.user_id, unnest(case when mine.role = 'admin' then '{space-admins,members}' else '{members}' end::text[])
      from work.permissions mine
      cross join lateral (select p.user_id from work.permissions p where p.space_id = mine.space_id offset 0) theirs
      where mine.user_id = asker and theirs.user_id <> asker
      union all
      select theirs.user_id, 'members'
      from ops.project_members mine
      cross join lateral (select m.user_id from ops.project_members m where m.project_id = mine.project_id offset 0) theirs
      where mine.user_id = asker and theirs.user_id <> asker
      union all
      select asker, 'self'
    ) r (user_id, relation)
    group by r.user_id;
    return;
  end if;
  return query
  select r.user_id, array_agg(distinct r.relation)
  from (
    select asked.id, unnest(case when shared.role = 'admin' then '{space-admins,members}' else '{members}' end::text[])
    from unnest(among) asked (id)
    cross join lateral (
      select mine.role from work.permissions theirs
      join work.permissions mine on mine.space_id = theirs.space_id and mine.user_id = asker
      where theirs.user_id = asked.id offset 0
    ) shared
    where asked.id <> asker
    union all
    select asked.id, 'members'
    from unnest(among) asked (id)
    cross join lateral (
      select from ops.project_members theirs
      join ops.project_members mine on mine.project_id = theirs.project_id and mine.user_id = asker
      where theirs.user_id = asked.id offset 0
    ) shared
    where asked.id <> asker
    union all
    select asker, 'self' where asker = any (among)
  ) r (user_id, relation)
  group by r.user_id;
end
$$;
revoke all on function ops.relations_of from public;
comment on function ops.relations_of is 'What people are to a user: self, space-admins, members, as the doctrine has them. Those among the given ones; where null is
given, all with whom the user shares a space or a project. By indexes alone (offset 0), and never compiled: Postgres cannot guess
how many there are, and so read and hashed whole tables for a few rows.';

create or replace function ops.shown_people(among uuid[])
returns table (id uuid, name text, email text, avatar_url text)
language plpgsql stable security definer set search_path = '' set jit = off as $$
#variable_conflict use_column
declare
  asker uuid := work.user_id();
  emails text[] := (select r.shown_to from ops.people_rules r where r.field = 'email');
begin
  if not ops.has_users() then
    return;
  elsif ops.sees_everybody() and among is null then
    return query
    select u.id, ops.shown_name(u.metadata), case when 'service' = any (emails) then u.email end, ops.shown_avatar(u.metadata)
    from (select null::text as email, null::jsonb as raw_user_meta_data) absent
    -- A column that auth.users lacks is the one of `absent`.
    cross join lateral (select users.id, email::text as email, raw_user_meta_data as metadata from auth.users) u;
    return;
  elsif asker is null and not ops.sees_everybody() then
    return;
  end if;
  return query
  with related as (
    select asked.id as user_id, '{service}'::text[] as relations from unnest(among) asked (id) where ops.sees_everybody()
    union all
    select r.user_id, r.relations from ops.relations_of(asker, among) r where not ops.sees_everybody()
  )
  select r.user_id, ops.shown_name(u.metadata), case when r.relations && emails then u.email end, ops.shown_avatar(u.metadata)
  from related r
  cross join (select null::text as email, null::jsonb as raw_user_meta_data) absent
  cross join lateral (
    select email::text as email, raw_user_meta_data as metadata from auth.users where users.id = r.user_id offset 0
  ) u;
end
$$;
revoke all on function ops.shown_people from public;
comment on function ops.shown_people is 'The people that are shown to who asks: oneself, and with whom one shares a space or a project; to a service everybody. Those
among the given ones, or all where null is given. SECURITY DEFINER: of auth.users nobody reads more than this.';

drop function ops.name_patterns(text);

create view ops.people with (security_invoker = true) as select id, name, email, avatar_url from ops.my_people();
grant select on ops.people to authenticated, service_role, agent_sync_odoo_agent;

-- Where the owner may not make triggers on auth.users, or the table is not as Supabase's, names are searched as before.
do $$
begin
  if coalesce(has_schema_privilege(to_regnamespace('auth'), 'usage'), false)
    and coalesce(has_table_privilege(to_regclass('auth.users'), 'trigger'), false)
    and coalesce(has_table_privilege(to_regclass('auth.users'), 'select'), false)
    and exists (
      select from pg_catalog.pg_attribute a
      where a.attrelid = to_regclass('auth.users') and a.attname = 'raw_user_meta_data' and not a.attisdropped
    )
  then
    create or replace trigger tripoint_note_name after insert or delete or update of raw_user_meta_data on auth.users
      for each row execute function ops.note_name();
    insert into tripoint.name_words (user_id, word)
    select u.id, unnest(ops.name_words(ops.shown_name(u.raw_user_meta_data))) from auth.users u
    on conflict do nothing;
  else
    raise notice 'auth.users takes no trigger: see docs/people.md';
  end if;
end
$$;

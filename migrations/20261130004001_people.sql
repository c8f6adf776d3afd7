-- Who the uuids of users are, for those who share a space or a project with them: names and pictures as Supabase's auth
-- server keeps them, read where they are kept, and copied nowhere.

-- Where auth.users is ours it gets the columns of Supabase's that are read.
do $$
begin
  if (
    select string_agg(a.attname, ',' order by a.attname) = 'created_at,email,id'
    from pg_catalog.pg_attribute a
    where a.attrelid = to_regclass('auth.users') and a.attnum > 0 and not a.attisdropped
  ) then
    alter table auth.users
      add column raw_user_meta_data jsonb,
      add column email_confirmed_at timestamptz,
      add column last_sign_in_at timestamptz;
  end if;
end
$$;

-- What the doctrine says of people: to whom a field of a person is shown. Written by the doctrine's own migrations
-- (`tripoint doctrine --grants`), and by nothing else.
create table ops.people_rules (
  field text primary key check (field = 'email'),
  shown_to text[] not null default '{}'
);
comment on column ops.people_rules.shown_to is 'Of self, service, space-admins and members: who sees the field.';
alter table ops.people_rules enable row level security;
create policy read_people_rules on ops.people_rules for select to service_role, agent_sync_odoo_agent using (true);

create function ops.set_people_rules(rules jsonb) returns void
language plpgsql set search_path = '' as $$
begin
  delete from ops.people_rules r where not set_people_rules.rules ? r.field;
  insert into ops.people_rules (field, shown_to)
  select given.key, array(select jsonb_array_elements_text(given.value)) from jsonb_each(set_people_rules.rules) given
  on conflict (field) do update set shown_to = excluded.shown_to;
end
$$;

-- The functions below are asked for each person of a list, and are no SQL functions: from within another one Postgres would plan
-- such a function anew each time, which takes longer than all that they do.

-- The user that asks; null where the claims say less than a full one: an anonymous sign-in, a token that a third party's
-- application was given, one that is limited to scopes or bound to a key. `is_anonymous` that is no boolean counts as true.
create or replace function work.user_id() returns uuid
language plpgsql stable set search_path = '' as $$
declare
  claims jsonb := nullif(current_setting('request.jwt.claims', true), '')::jsonb;
begin
  if current_setting('role') = 'authenticated' and (claims ?| '{client_id,azp,act,cnf,scope,scp,authorization_details}'
    or coalesce(claims -> 'is_anonymous', 'false') <> 'false') then
    return null;
  end if;
  return nullif(claims ->> 'sub', '')::uuid;
end
$$;

-- The name that people see: users write it themselves, so it is one line of at most 200 characters; null where they gave none.
create function ops.shown_name(metadata jsonb) returns text
language plpgsql immutable set search_path = '' as $$
begin
  return nullif(left(btrim(regexp_replace(
    coalesce(nullif(btrim(metadata ->> 'full_name'), ''), nullif(btrim(metadata ->> 'name'), '')),
    '[\s\u0001-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+', ' ', 'g')), 200), '');
end
$$;

-- The address of the picture: users write it themselves, so it is taken from https:// alone.
create function ops.shown_avatar(metadata jsonb) returns text
language plpgsql immutable set search_path = '' as $$
declare
  address text := coalesce(nullif(metadata ->> 'avatar_url', ''), metadata ->> 'picture');
begin
  return case when address ~ '^https://[^\s"<>\\]+$' and length(address) <= 2000 then address end;
end
$$;

-- A name as it is searched: words in small letters without accents, each with a space before it. Null for null.
create function ops.searched_name(name text) returns text
language plpgsql immutable strict set search_path = '' as $$
declare
  bare text := lower(regexp_replace(normalize(name, NFKD), '[\u0300-\u036f]', '', 'g'));
begin
  bare := replace(replace(replace(translate(bare, 'łøđħıŋŧðþ', 'lodhintdt'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe');
  return ' ' || btrim(regexp_replace(bare, '[\s\u0027\u2019\u2010-\u2015.,;:()/_-]+', ' ', 'g'));
end
$$;

-- Patterns that a searched name must all match: with each word of the text a word of the name begins. A text without words
-- matches none.
create function ops.name_patterns(search text) returns text[]
language sql immutable set search_path = '' as $$
  select coalesce(array_agg('% ' || regexp_replace(word, '([\\%_])', '\\\1', 'g') || '%'), '{""}')
  from string_to_table(btrim(ops.searched_name(search)), ' ') word
  where word <> ''
$$;

-- Whether everybody is shown to who asks: a service, or the owner. Never current_user: inside SECURITY DEFINER that is the owner.
create function ops.sees_everybody() returns boolean
language plpgsql stable set search_path = '' as $$
declare
  claims jsonb := nullif(current_setting('request.jwt.claims', true), '')::jsonb;
begin
  return coalesce(claims ->> 'role', 'service_role') = 'service_role' and current_setting('role') in ('none', 'service_role');
end
$$;

-- Whether the owner may read auth.users; what Supabase's has and another one lacks is null.
create function ops.has_users() returns boolean
language plpgsql stable set search_path = '' as $$
begin
  return coalesce(has_schema_privilege(to_regnamespace('auth'), 'usage'), false)
    and coalesce(has_table_privilege(to_regclass('auth.users'), 'select'), false);
end
$$;

-- What a person is to who asks: service, self, space-admins, members, as the doctrine has them; null for a stranger.
create function ops.relation_to(person uuid) returns text
language plpgsql stable security definer set search_path = '' as $$
declare
  asker uuid := work.user_id();
  is_admin boolean;
begin
  if ops.sees_everybody() then
    return 'service';
  elsif asker is null then
    return null;
  elsif asker = person then
    return 'self';
  end if;
  select bool_or(mine.role = 'admin') into is_admin
  from work.permissions theirs
  join work.permissions mine on mine.space_id = theirs.space_id and mine.user_id = asker
  where theirs.user_id = person;
  if is_admin is not null then
    return case when is_admin then 'space-admins' else 'members' end;
  elsif exists (
    select from ops.project_members theirs
    join ops.project_members mine on mine.project_id = theirs.project_id and mine.user_id = asker
    where theirs.user_id = person
  ) then
    return 'members';
  end if;
  return null;
end
$$;

-- Whether the doctrine shows the e-mail address of a person to who is this to it.
create function ops.sees_email(relation text) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  return exists (select from ops.people_rules r where r.field = 'email'
    and (sees_email.relation = any (r.shown_to) or (sees_email.relation = 'space-admins' and 'members' = any (r.shown_to))));
end
$$;

-- The people that are shown to who asks: oneself, and with whom one shares a space or a project; to a service everybody.
-- SECURITY DEFINER: of auth.users nobody reads more than this.
create function ops.my_people()
returns table (id uuid, name text, email text, avatar_url text)
language plpgsql stable security definer set search_path = '' as $$
#variable_conflict use_column
declare
  asker uuid := work.user_id();
  emails text[] := (select r.shown_to from ops.people_rules r where r.field = 'email');
begin
  if not ops.has_users() then
    return;
  elsif ops.sees_everybody() then
    return query
    select u.id, ops.shown_name(u.metadata), case when 'service' = any (emails) then u.email end, ops.shown_avatar(u.metadata)
    from (select null::text as email, null::jsonb as raw_user_meta_data) absent
    -- A column that auth.users lacks is the one of `absent`.
    cross join lateral (select users.id, email::text as email, raw_user_meta_data as metadata from auth.users) u;
    return;
  elsif asker is null then
    return;
  end if;
  return query
  with related as (
    select r.user_id, array_agg(distinct r.relation) as relations
    from (
      select theirs.user_id, unnest(case when mine.role = 'admin' then '{space-admins,members}' else '{members}' end::text[])
      from work.permissions mine join work.permissions theirs using (space_id)
      where mine.user_id = asker and theirs.user_id <> asker
      union all
      select theirs.user_id, 'members' from ops.project_members mine join ops.project_members theirs using (project_id)
      where mine.user_id = asker and theirs.user_id <> asker
      union all
      select asker, 'self'
    ) r (user_id, relation)
    group by r.user_id
  )
  select r.user_id, ops.shown_name(u.metadata), case when r.relations && emails then u.email end, ops.shown_avatar(u.metadata)
  from related r
  cross join (select null::text as email, null::jsonb as raw_user_meta_data) absent
  cross join lateral (
    select email::text as email, raw_user_meta_data as metadata from auth.users where users.id = r.user_id
  ) u;
end
$$;

-- Who the people are whom the viewer may see. What is searched is made here: where nobody searches it costs nothing.
create view ops.people with (security_invoker = true) as
select id, name, email, avatar_url, ops.searched_name(name) as searched_name from ops.my_people();

-- One person by the uuid, where it is shown to who asks; nobody for any other text. SECURITY DEFINER, as ops.my_people, of
-- which it answers the one row: for records that name a person each.
create function ops.person(given text)
returns table (id uuid, name text, email text, avatar_url text, searched_name text)
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
  select given::uuid, shown.name, case when ops.sees_email(relation) then u.email end, ops.shown_avatar(u.metadata),
    ops.searched_name(shown.name)
  from (select null::text as email, null::jsonb as raw_user_meta_data) absent
  -- A column that auth.users lacks is the one of `absent`.
  cross join lateral (
    select email::text as email, raw_user_meta_data as metadata from auth.users where users.id = given::uuid
  ) u
  cross join lateral (select ops.shown_name(u.metadata) as name offset 0) shown;
end
$$;

-- The people whom cells name: one row a cell of type PERSON that has a value.
create view work.person_cells with (security_invoker = true) as
select md5(r.id::text || c.id::text)::uuid as id, r.id as row_id, r.space_id, c.id as column_id, c.name as column_name,
  c.rank, r.data ->> c.name as person_id
from work.db_rows r
join work.db_columns c on c.database_id = r.database_id and c.type = 'PERSON'
where r.data ->> c.name is not null;

revoke all on function
  ops.set_people_rules(jsonb), ops.shown_name(jsonb), ops.shown_avatar(jsonb), ops.searched_name(text),
  ops.name_patterns(text), ops.sees_everybody(), ops.has_users(), ops.relation_to(uuid), ops.sees_email(text),
  ops.my_people(), ops.person(text) from public;


comment on function ops.has_users is 'Whether the owner may read auth.users; what Supabase''s has and another one lacks is null.';

comment on function ops.my_people is 'The people that are shown to who asks: oneself, and with whom one shares a space or a project; to a service everybody.
SECURITY DEFINER: of auth.users nobody reads more than this.';

comment on function ops.name_patterns is 'Patterns that a searched name must all match: with each word of the text a word of the name begins.';

comment on function ops.person is 'One person by the uuid, where it is shown to who asks; nobody for any other text. SECURITY DEFINER, as ops.my_people, of
which it answers the one row: for records that name a person each.';

comment on function ops.relation_to is 'What a person is to who asks: service, self, space-admins, members, as the doctrine has them; null for a stranger.';

comment on function ops.searched_name is 'A name as it is searched: words in small letters without accents, each with a space before it. Null for null.';

comment on function ops.sees_email is 'Whether the doctrine shows the e-mail address of a person to who is this to it.';

comment on function ops.sees_everybody is 'Whether everybody is shown to who asks: a service, or the owner. Never current_user: inside SECURITY DEFINER that is the owner.';

comment on function ops.set_people_rules is 'Makes the rules about people exactly these: to whom each field is shown, as the doctrine has it.';

comment on function ops.shown_avatar is 'The address of the picture: users write it themselves, so it is taken from https:// alone.';

comment on function ops.shown_name is 'The name that people see: users write it themselves, so it is one line of at most 200 characters; null where they gave none.';

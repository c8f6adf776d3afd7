-- Nothing is granted to a person who does not exist, and the indexer reads what it indexes and no more.

-- Whether auth.users has the person. Where there is no such table that the owner may read, nobody can tell: true.
create function ops.is_person(user_id uuid) returns boolean
language plpgsql stable security definer set search_path = '' as $$
begin
  if not coalesce(has_schema_privilege(to_regnamespace('auth'), 'usage'), false) then
    return true;
  end if;
  if not coalesce(has_table_privilege(to_regclass('auth.users'), 'select'), false) then
    return true;
  end if;
  return exists (select from auth.users u where u.id = is_person.user_id);
end
$$;

-- After the row, so that policies refuse first: who may not write the row does not learn who exists. Who asks exists: the
-- token says so. What the owner writes without claims, such as a restore, passes.
create function ops.check_person() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  claims jsonb := nullif(current_setting('request.jwt.claims', true), '')::jsonb;
begin
  if claims is not null and claims ->> 'sub' is distinct from new.user_id::text and not ops.is_person(new.user_id) then
    raise exception 'There is no user %', new.user_id
      using errcode = 'TP404', detail = '{"argument": "userId"}';
  end if;
  return null;
end
$$;
revoke execute on function ops.is_person(uuid), ops.check_person() from public;

create trigger check_person after insert or update of user_id on work.permissions
  for each row execute function ops.check_person();
create trigger check_person after insert or update of user_id on ops.project_members
  for each row execute function ops.check_person();
create trigger check_person after insert or update of user_id on ops.odoo_users
  for each row execute function ops.check_person();

-- Where auth.users is ours, people who hold something already are people.
do $$
begin
  if (
    select string_agg(a.attname, ',' order by a.attname) = 'created_at,email,id'
    from pg_catalog.pg_attribute a
    where a.attrelid = to_regclass('auth.users') and a.attnum > 0 and not a.attisdropped
  ) then
    insert into auth.users (id)
      select user_id from work.permissions
      union select user_id from ops.project_members
      union select user_id from ops.odoo_users
    on conflict do nothing;
  end if;
end
$$;

-- Comments are not indexed.
revoke select on work.comments from agent_workspace_indexer;
alter policy all_read on work.comments to service_role;

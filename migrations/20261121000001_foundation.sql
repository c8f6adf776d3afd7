-- Extensions, the schema auth where Supabase does not own it, the roles, and the gateway's login.

create schema if not exists extensions;

do $$
begin
  if not exists (select from pg_extension where extname = 'vector')
     and exists (select from pg_available_extensions where name = 'vector') then
    create extension vector with schema extensions;
  end if;
  -- pg_cron installs in one database of the cluster only, and lets not every owner ask in which.
  begin
    if exists (select from pg_available_extensions where name = 'pg_cron')
       and not exists (select from pg_extension where extname = 'pg_cron')
       and current_setting('cron.database_name', true) = current_database() then
      create extension pg_cron;
    end if;
  exception when insufficient_privilege then
    null;
  end;
end
$$;

-- Roles belong to the cluster, and an advisory lock to one database: two migrations of two databases may meet here.
do $$
declare
  wanted text;
begin
  foreach wanted in array array[
    'anon', 'authenticated', 'service_role',
    'agent_sync_odoo_agent', 'agent_workspace_indexer', 'agent_workspace_ask_docs'
  ] loop
    if not exists (select from pg_roles where rolname = wanted) then
      begin
        execute format('create role %I nologin noinherit', wanted);
      exception when duplicate_object or unique_violation then null;
      end;
    end if;
  end loop;
  if not exists (select from pg_roles where rolname = 'gateway') then
    begin
      create role gateway login noinherit;
    exception when duplicate_object or unique_violation then null;
    end;
  end if;
end
$$;

do $$
declare
  wanted text;
begin
  foreach wanted in array array[
    'anon', 'authenticated', 'service_role',
    'agent_sync_odoo_agent', 'agent_workspace_indexer', 'agent_workspace_ask_docs'
  ] loop
    if not exists (
      select from pg_auth_members m
      where m.roleid = wanted::regrole and m.member = 'gateway'::regrole
    ) then
      begin
        execute format('grant %I to gateway', wanted);
      exception when unique_violation then null;
      end;
    end if;
  end loop;
end
$$;

-- What Supabase has already, a plain Postgres gets: never touched where it exists.
do $$
begin
  if to_regnamespace('auth') is null then
    create schema auth;
    create table auth.users (
      id uuid primary key,
      email text unique,
      created_at timestamptz not null default now()
    );
    alter table auth.users enable row level security;
    create function auth.jwt() returns jsonb language sql stable set search_path = '' as
      $f$ select nullif(current_setting('request.jwt.claims', true), '')::jsonb $f$;
    create function auth.uid() returns uuid language sql stable set search_path = '' as
      $f$ select nullif(auth.jwt() ->> 'sub', '')::uuid $f$;
    create function auth.role() returns text language sql stable set search_path = '' as
      $f$ select auth.jwt() ->> 'role' $f$;
    grant usage on schema auth to anon, authenticated, service_role,
      agent_sync_odoo_agent, agent_workspace_indexer, agent_workspace_ask_docs;
  end if;
end
$$;

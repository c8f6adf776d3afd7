-- Where the schema auth is ours, sessions can be kept too: a stub with the columns of Supabase's table that are asked for.
do $$
begin
  if to_regclass('auth.sessions') is null
    and (select n.nspowner = current_user::regrole from pg_namespace n where n.nspname = 'auth') then
    create table auth.sessions (
      id uuid primary key,
      user_id uuid not null references auth.users (id) on delete cascade,
      created_at timestamptz not null default now(),
      not_after timestamptz
    );
    create index sessions_user on auth.sessions (user_id);
    alter table auth.sessions enable row level security;
  end if;
end
$$;

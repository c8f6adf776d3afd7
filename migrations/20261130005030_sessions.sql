-- Where auth.users is ours, sessions can be kept too: a stub with the columns of Supabase's table that are asked for.
do $$
begin
  if to_regclass('auth.sessions') is null
    and (
      select string_agg(a.attname, ',' order by a.attname)
        = 'created_at,email,email_confirmed_at,id,last_sign_in_at,raw_user_meta_data'
      from pg_catalog.pg_attribute a
      where a.attrelid = to_regclass('auth.users') and a.attnum > 0 and not a.attisdropped
    ) then
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

-- What the auth server does to users, the workspace is told: who signs in accepts its invitations, and who is deleted is a
-- member of nothing. Where the owner may not make triggers on auth.users, or the table is not as Supabase's, nothing tells it:
-- an invitation then waits until an admin invites again.
do $$
begin
  if coalesce(has_schema_privilege(to_regnamespace('auth'), 'usage'), false)
    and coalesce(has_table_privilege(to_regclass('auth.users'), 'trigger'), false)
    and (
      select count(*) = 3 from pg_catalog.pg_attribute a
      where a.attrelid = to_regclass('auth.users') and a.attname in ('email', 'email_confirmed_at', 'last_sign_in_at')
        and not a.attisdropped
    )
  then
    create trigger tripoint_note_sign_in after insert or update of email, email_confirmed_at, last_sign_in_at on auth.users
      for each row execute function work.note_sign_in();
    create trigger tripoint_forget_user after delete on auth.users
      for each row execute function work.forget_user();
  else
    raise notice 'auth.users takes no trigger: see docs/people.md';
  end if;
end
$$;

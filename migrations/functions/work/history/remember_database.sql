-- Keeps what a database was before a change. SECURITY DEFINER: nobody writes history by hand.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.remember_database() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  perform work.keep_changes('DATABASE', array[new.page_id], array[new.id],
    array[case
      when tg_op = 'INSERT' then 'INSERT'
      when new.title <> old.title or (new.archived_at is null) = (old.archived_at is null) then 'UPDATE'
      when new.archived_at is null then 'RESTORE'
      else 'ARCHIVE' end],
    array[case when tg_op = 'UPDATE' then jsonb_build_object('title', old.title, 'archivedAt', old.archived_at) end]);
  return null;
end
$$;

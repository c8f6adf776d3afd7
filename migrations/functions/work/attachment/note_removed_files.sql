-- Notes files whose attachment or template is gone, so that they are removed from the storage. SECURITY DEFINER: nobody
-- writes the list by hand.
-- Executed by: nobody
-- Raises: nothing
create or replace function work.note_removed_files() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into work.removed_files (storage_path) select g.storage_path from gone g on conflict do nothing;
  return null;
end
$$;

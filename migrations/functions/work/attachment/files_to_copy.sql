-- Ids of the files of pages that are copied: at most two hundred, the oldest first, of those that have arrived.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.files_to_copy(page_ids uuid[], with_files boolean) returns uuid[]
language sql stable set search_path = '' as $$
  select array(select a.id from work.attachments a
    where with_files and a.page_id = any (page_ids) and a.status = 'CONFIRMED' order by a.created_at, a.id limit 200)
$$;

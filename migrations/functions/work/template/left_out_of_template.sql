-- Databases and files that a template's blocks show and the page has no copies of: its blocks name the originals.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.left_out_of_template(content jsonb, copies jsonb, with_files boolean) returns jsonb
language sql immutable set search_path = '' as $$
  select coalesce(jsonb_agg(distinct work.left_out(s.kind, s.id::uuid, null, case
    when s.kind = 'ATTACHMENT' and not with_files then 'No storage for attachments is configured'
    else 'The template does not keep it: the block shows the original' end)), '[]')
  from (
    select 'DATABASE' as kind, b #>> '{content,databaseId}' as id from jsonb_array_elements(content -> 'blocks') b
    union all
    select 'ATTACHMENT', b #>> '{content,attachmentId}' from jsonb_array_elements(content -> 'blocks') b
  ) s where s.id is not null and not copies ? s.id
$$;

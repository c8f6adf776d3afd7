-- What was shared by mistake can be taken back: files with their bytes, comments, templates. An archived space answers no
-- search.

-- As before, without archived spaces.
create or replace function work.readable_space_ids(space_ids uuid[] default null) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  return coalesce((
    select array_agg(s.id) from work.spaces s
    where (readable_space_ids.space_ids is null or s.id = any (readable_space_ids.space_ids)) and s.archived_at is null
      and (
        current_setting('role') = 'service_role' or (current_setting('role') = 'none' and session_user = current_user)
        or s.id = any (array(select work.my_space_ids()))
      )
  ), '{}');
end
$$;

-- Files ---------------------------------------------------------------------------------------------------------------

-- Where files lay whose rows are gone, by a mutation, by hand, or with their page. A day later no URL to upload one is good
-- any more, and retention removes whatever is still there.
create table work.removed_files (
  storage_path text primary key,
  removed_at timestamptz not null default now()
);
create index removed_files_age on work.removed_files (removed_at, storage_path);
alter table work.removed_files enable row level security;
grant select on work.removed_files to service_role;
create policy all_read on work.removed_files for select to service_role using (true);

-- SECURITY DEFINER: nobody writes the list by hand.
create function work.note_removed_files() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  insert into work.removed_files (storage_path) select g.storage_path from gone g on conflict do nothing;
  return null;
end
$$;
create trigger note_removed_files after delete on work.attachments referencing old table as gone
  for each statement execute function work.note_removed_files();

-- Also of an archived page: it is still read. Answers {"page", "paths"}: the caller removes the files before it commits.
create function work.delete_attachment(attachment_id uuid, idempotency_key text default null) returns jsonb
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'deleteAttachment', jsonb_build_array(attachment_id));
  attachment work.attachments;
begin
  if answer is not null then
    return answer;
  end if;
  select a.* into attachment from work.attachments a where a.id = attachment_id;
  if attachment.id is null then
    perform work.refuse('TP404', format('There is no attachment %s', attachment_id));
  end if;
  perform work.require_role(attachment.space_id, 'editor');
  delete from work.attachments a where a.id = attachment_id;
  if not found then
    perform work.refuse('TP409', 'Another change came first: read again and retry');
  end if;
  perform work.end_once(idempotency_key, jsonb_build_object('page', attachment.page_id, 'paths', '[]'::jsonb));
  return jsonb_build_object('page', attachment.page_id, 'paths', jsonb_build_array(attachment.storage_path));
end
$$;

-- Comments ------------------------------------------------------------------------------------------------------------

create policy author_or_editor_deletes on work.comments for delete to authenticated
  using (space_id in (select work.my_open_space_ids())
    and (author_id = (select auth.uid()) or space_id in (select work.my_editable_space_ids())));
grant delete on work.comments to authenticated;

-- Who began a thread takes nobody else's words away; an editor does.
create function work.check_comment_removal() returns trigger
language plpgsql set search_path = '' as $$
begin
  -- Below another trigger it goes with its thread or its page.
  if pg_trigger_depth() = 1 and work.is_user() and old.space_id not in (select work.my_editable_space_ids()) and exists (
    select from work.comments c where c.parent_id = old.id and c.author_id is distinct from old.author_id
  ) then
    perform work.refuse('TP409', 'Others have answered: change the text instead, or ask an editor to delete the thread');
  end if;
  return old;
end
$$;
create trigger check_removal before delete on work.comments for each row execute function work.check_comment_removal();

-- For its author and for editors; with what was answered to it. Answers the page.
create function work.delete_comment(comment_id uuid, expected_version int default null, idempotency_key text default null)
returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'deleteComment', jsonb_build_array(comment_id, expected_version));
  comment work.comments;
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  comment := work.find_comment(comment_id);
  perform work.require_role(comment.space_id,
    case when comment.author_id is not distinct from (select auth.uid()) then 'member' else 'editor' end);
  select c.* into comment from work.comments c where c.id = comment_id for no key update;
  if comment.id is null then
    perform work.refuse('TP409', 'Another change came first: read again and retry');
  end if;
  perform work.check_version(expected_version, comment.version);
  delete from work.comments c where c.id = comment_id;
  perform work.end_once(idempotency_key, jsonb_build_object('id', comment.page_id));
  return comment.page_id;
end
$$;

-- Templates -----------------------------------------------------------------------------------------------------------

-- The template under its row's lock, for an editor.
create function work.lock_template(template_id uuid, expected_version int) returns work.templates
language plpgsql set search_path = '' as $$
declare
  template work.templates;
begin
  select t.* into template from work.templates t where t.id = lock_template.template_id;
  if template.id is null then
    perform work.refuse('TP404', format('There is no template %s', lock_template.template_id));
  end if;
  perform work.require_role(template.space_id, 'editor');
  select t.* into template from work.templates t where t.id = lock_template.template_id for no key update;
  if template.id is null then
    perform work.refuse('TP409', 'Another change came first: read again and retry');
  end if;
  perform work.check_version(expected_version, template.version);
  return template;
end
$$;

-- `changes`: name, description, where a null takes it away; what is absent stays. With a page of the same space, what
-- stands on that one becomes the content. Answers {"id", "files", "leftOut", "paths"}: the caller copies `files` and
-- removes what lies under `paths`.
create function work.update_template(
  template_id uuid, changes jsonb, page_id uuid default null, expected_version int default null,
  idempotency_key text default null, with_files boolean default false
) returns jsonb
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'updateTemplate', jsonb_build_array(template_id, changes, page_id, expected_version));
  template work.templates;
begin
  if answer is not null then
    return answer;
  elsif changes - array['name', 'description'] <> '{}' or (changes = '{}' and page_id is null) then
    perform work.refuse('TP400', 'Say what is to change: the name, the description, or the page to take the content from');
  end if;
  if changes ? 'name' then
    perform work.check_text('name', changes ->> 'name');
  end if;
  if changes ->> 'description' is not null then
    perform work.check_text('description', changes ->> 'description', 2000);
  end if;
  template := work.lock_template(template_id, expected_version);
  if exists (select from work.templates t where t.space_id = template.space_id and t.name = changes ->> 'name' and t.id <> template_id) then
    perform work.refuse('TP409', 'The space has a template of this name: give another one', '{"argument": "name"}');
  end if;
  template := jsonb_populate_record(template, changes);
  update work.templates t set name = template.name, description = template.description where t.id = template_id;
  answer := jsonb_build_object('id', template_id, 'files', '[]'::jsonb, 'leftOut', '[]'::jsonb, 'paths', '[]'::jsonb)
    || case when page_id is null then '{}' else work.refill_template(template, page_id, with_files) end;
  perform work.end_once(idempotency_key, answer || '{"files": [], "paths": []}');
  return answer;
end
$$;

-- In the place of what the template held.
create function work.refill_template(template work.templates, page_id uuid, with_files boolean) returns jsonb
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  seed uuid := gen_random_uuid();
  page work.pages := work.lock_page(page_id);
  databases jsonb := work.snapshot_databases(array[page_id], 2000);
  files uuid[] := work.files_to_copy(array[page_id], with_files);
  paths jsonb;
  copied jsonb;
begin
  if page.space_id <> template.space_id then
    perform work.refuse('TP400', 'The page is in another space than the template', '{"argument": "pageId"}');
  elsif (select count(*) from work.blocks b where b.page_id = page.id) > 5000 then
    perform work.refuse('TP429', 'A template has at most 5000 blocks');
  end if;
  with gone as (delete from work.attachments a where a.template_id = template.id returning a.storage_path)
  select coalesce(jsonb_agg(g.storage_path), '[]') into paths from gone g;
  update work.templates t set content = jsonb_build_object('title', page.title, 'pageId', page.id, 'databases', databases)
    || work.template_blocks(page.id, files, seed)
  where t.id = template.id;
  select work.copy_attachments(coalesce(jsonb_agg(jsonb_build_object('from', f, 'to', work.copy_id(seed, f),
    'templateId', template.id)), '[]'), page.space_id) into copied
  from unnest(files) f;
  return jsonb_build_object('files', copied, 'paths', paths,
    'leftOut', work.left_out_of(array[page.id], databases, files, with_files));
end
$$;

-- With the files that it keeps. Answers {"space", "paths"}.
create function work.delete_template(template_id uuid, expected_version int default null, idempotency_key text default null)
returns jsonb
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'deleteTemplate', jsonb_build_array(template_id, expected_version));
  template work.templates;
begin
  if answer is not null then
    return answer;
  end if;
  template := work.lock_template(template_id, expected_version);
  answer := jsonb_build_object('space', template.space_id, 'paths', (
    select coalesce(jsonb_agg(a.storage_path), '[]') from work.attachments a where a.template_id = template.id));
  delete from work.templates t where t.id = template_id;
  perform work.end_once(idempotency_key, answer || '{"paths": []}');
  return answer;
end
$$;

revoke execute on function work.note_removed_files(), work.check_comment_removal() from public;
do $$
declare
  name regprocedure;
begin
  for name in
    select p.oid from pg_proc p where p.pronamespace = 'work'::regnamespace and p.proname in (
      'delete_attachment', 'delete_comment', 'lock_template', 'update_template', 'refill_template', 'delete_template')
  loop
    execute format('revoke execute on function %s from public', name);
    execute format('grant execute on function %s to authenticated, service_role', name);
  end loop;
end
$$;

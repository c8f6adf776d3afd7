-- Comments, relations, templates and attachments. As in the functions of pages, each runs as the viewer: the policies of
-- the tables hold in it.

-- Comments: what a member of a space says of a page or a block, and what becomes of the thread ---------------------------

-- A comment that the viewer does not see and one that is not there are refused in the same words.
create function work.find_comment(comment_id uuid) returns work.comments
language plpgsql stable set search_path = '' as $$
declare
  comment work.comments;
begin
  select c.* into comment from work.comments c where c.id = find_comment.comment_id;
  if comment.id is null then
    perform work.refuse('TP404', format('There is no comment %s', find_comment.comment_id));
  end if;
  return comment;
end
$$;

-- The page, for a member who comments on it: one that is archived takes no more comments.
create function work.find_open_page(page_id uuid) returns work.pages
language plpgsql stable set search_path = '' as $$
declare
  page work.pages := work.find_page(find_open_page.page_id);
begin
  perform work.require_role(page.space_id, 'member');
  if page.archived_at is not null then
    perform work.refuse('TP409', 'The page is archived: restore it first', jsonb_build_object('archivedWith', page.archived_with));
  end if;
  return page;
end
$$;

-- The comment under its row's lock, for one who may change it. `own` only for its author; else for the editors too.
create function work.lock_comment(comment_id uuid, expected_version int, own boolean) returns work.comments
language plpgsql set search_path = '' as $$
declare
  comment work.comments := work.find_comment(lock_comment.comment_id);
begin
  perform work.find_open_page(comment.page_id);
  if comment.author_id is distinct from (select auth.uid()) then
    if own then
      perform work.refuse('TP403', 'Only its author edits a comment');
    end if;
    perform work.require_role(comment.space_id, 'editor');
  end if;
  select c.* into comment from work.comments c where c.id = lock_comment.comment_id for no key update;
  if comment.id is null then
    perform work.refuse('TP409', 'Another change came first: read again and retry');
  end if;
  perform work.check_version(expected_version, comment.version);
  return comment;
end
$$;

-- Begins a thread on a page, or on one of its blocks.
create function work.add_comment(page_id uuid, body text, block_id uuid default null, idempotency_key text default null)
returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'addComment', jsonb_build_array(page_id, body, block_id));
  page work.pages;
  comment_id uuid;
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  perform work.check_text('body', body, 10000);
  page := work.find_open_page(page_id);
  if block_id is not null and not exists (select from work.blocks b where b.id = block_id and b.page_id = page.id) then
    perform work.refuse('TP404', format('There is no block %s on the page', block_id));
  end if;
  insert into work.comments as c (space_id, page_id, block_id, body) values (page.space_id, page.id, block_id, body)
  returning c.id into comment_id;
  perform work.end_once(idempotency_key, jsonb_build_object('id', comment_id));
  return comment_id;
end
$$;

-- Answers the comment that began an open thread, on the page and block that it is about.
create function work.reply_to_comment(comment_id uuid, body text, idempotency_key text default null) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'replyToComment', jsonb_build_array(comment_id, body));
  thread work.comments;
  reply_id uuid;
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  perform work.check_text('body', body, 10000);
  thread := work.find_comment(comment_id);
  perform work.find_open_page(thread.page_id);
  if thread.resolved_at is not null then
    perform work.refuse('TP409', 'The thread is resolved: reopen it first');
  end if;
  insert into work.comments as c (space_id, page_id, block_id, parent_id, body)
  values (thread.space_id, thread.page_id, thread.block_id, thread.id, body)
  returning c.id into reply_id;
  perform work.end_once(idempotency_key, jsonb_build_object('id', reply_id));
  return reply_id;
end
$$;

-- Another text: the author's own affair.
create function work.edit_comment(
  comment_id uuid, body text, expected_version int default null, idempotency_key text default null
) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'editComment', jsonb_build_array(comment_id, body, expected_version));
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  perform work.check_text('body', body, 10000);
  perform work.lock_comment(comment_id, expected_version, own => true);
  update work.comments c set body = body where c.id = comment_id;
  perform work.end_once(idempotency_key, jsonb_build_object('id', comment_id));
  return comment_id;
end
$$;

-- Resolves a thread or reopens it: one of what the other is not. For who began it, and for editors.
create function work.resolve_comment(
  comment_id uuid, expected_version int default null, idempotency_key text default null, resolved boolean default true
) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, case when resolved then 'resolveComment' else 'reopenComment' end,
    jsonb_build_array(comment_id, expected_version));
  thread work.comments;
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  thread := work.lock_comment(comment_id, expected_version, own => false);
  if thread.parent_id is not null then
    perform work.refuse('TP400', 'A thread is resolved as a whole: name the comment that began it');
  elsif resolved and thread.resolved_at is not null then
    perform work.refuse('TP409', 'The thread is resolved already');
  elsif not resolved and thread.resolved_at is null then
    perform work.refuse('TP409', 'The thread is not resolved');
  end if;
  update work.comments c set resolved_at = case when resolved then now() end where c.id = comment_id;
  perform work.end_once(idempotency_key, jsonb_build_object('id', comment_id));
  return comment_id;
end
$$;
create function work.reopen_comment(comment_id uuid, expected_version int default null, idempotency_key text default null)
returns uuid language sql volatile set search_path = '' as
  $$ select work.resolve_comment(comment_id, expected_version, idempotency_key, resolved => false) $$;

-- Relations: two pages, two rows or two databases that belong together, said at one and seen at both ------------------

-- Of both ends an editor, not only of the one that it is said at.
alter policy editor_inserts on work.relations
  with check (space_id in (select work.my_editable_space_ids()) and to_space_id in (select work.my_editable_space_ids()));

-- The space of a page, row or database that an editor relates; hidden and absent are refused in the same words.
create function work.relation_end(kind text, id uuid) returns uuid
language plpgsql stable set search_path = '' as $$
#variable_conflict use_variable
declare
  space_id uuid;
  archived_at timestamptz;
begin
  if kind = 'PAGE' then
    select p.space_id, p.archived_at into space_id, archived_at from work.pages p where p.id = relation_end.id;
  elsif kind = 'ROW' then
    select r.space_id, p.archived_at into space_id, archived_at
    from work.db_rows r join work.databases d on d.id = r.database_id join work.pages p on p.id = d.page_id
    where r.id = relation_end.id;
  elsif kind = 'DATABASE' then
    select d.space_id, p.archived_at into space_id, archived_at
    from work.databases d join work.pages p on p.id = d.page_id where d.id = relation_end.id;
  else
    perform work.refuse('TP400', 'A relation is one of a PAGE, a ROW or a DATABASE', '{"argument": "kind"}');
  end if;
  if space_id is null then
    perform work.refuse('TP404', format('There is no %s %s', lower(kind), id));
  end if;
  perform work.require_role(space_id, 'editor');
  if archived_at is not null then
    perform work.refuse('TP409', 'The page is archived: restore it first');
  end if;
  return space_id;
end
$$;

create function work.add_relation(
  kind text, from_id uuid, to_id uuid, name text default 'RELATED', idempotency_key text default null
) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'addRelation', jsonb_build_array(kind, from_id, to_id, name));
  from_space_id uuid;
  to_space_id uuid;
  relation_id uuid;
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  perform work.check_text('name', name, 100);
  from_space_id := work.relation_end(kind, from_id);
  to_space_id := work.relation_end(kind, to_id);
  if from_id = to_id then
    perform work.refuse('TP400', 'Nothing is related to itself', '{"argument": "toId"}');
  end if;
  insert into work.relations as r (
    space_id, to_space_id, name, from_page_id, to_page_id, from_row_id, to_row_id, from_database_id, to_database_id)
  select from_space_id, to_space_id, name,
    case kind when 'PAGE' then from_id end, case kind when 'PAGE' then to_id end,
    case kind when 'ROW' then from_id end, case kind when 'ROW' then to_id end,
    case kind when 'DATABASE' then from_id end, case kind when 'DATABASE' then to_id end
  on conflict do nothing
  returning r.id into relation_id;
  if relation_id is null then
    perform work.refuse('TP409', 'The two are related so already');
  end if;
  perform work.end_once(idempotency_key, jsonb_build_object('id', relation_id));
  return relation_id;
end
$$;

-- For editors of the space that it is said in, who see the other end too.
create function work.remove_relation(relation_id uuid, idempotency_key text default null) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'removeRelation', jsonb_build_array(relation_id));
  relation work.relations;
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  select r.* into relation from work.relations r where r.id = relation_id;
  if relation.id is null then
    perform work.refuse('TP404', format('There is no relation %s', relation_id));
  end if;
  perform work.require_role(relation.space_id, 'editor');
  delete from work.relations r where r.id = relation_id;
  perform work.end_once(idempotency_key, jsonb_build_object('id', relation_id));
  return relation_id;
end
$$;

-- Templates: what stands on a page, kept without ids, to begin other pages with ----------------------------------------

-- content: the page's title, and its blocks, each with a number, the number of the one that it stands in, and its rank.
create function work.save_page_as_template(
  page_id uuid, name text default null, description text default null, idempotency_key text default null
) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'savePageAsTemplate', jsonb_build_array(page_id, name, description));
  page work.pages;
  blocks jsonb;
  template_id uuid;
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  if name is not null then
    perform work.check_text('name', name);
  end if;
  if description is not null then
    perform work.check_text('description', description, 2000);
  end if;
  page := work.lock_page(page_id);
  if (select count(*) from work.blocks b where b.page_id = page.id) > 5000 then
    perform work.refuse('TP429', 'A template has at most 5000 blocks');
  end if;
  with numbered as (
    select b.*, row_number() over (order by b.rank, b.id) as n from work.blocks b where b.page_id = page.id
  )
  select coalesce(jsonb_agg(jsonb_build_object('n', b.n, 'in', above.n, 'rank', b.rank, 'type', b.type, 'content', b.content)
    order by b.n), '[]') into blocks
  from numbered b left join numbered above on above.id = b.parent_id;
  insert into work.templates as t (space_id, name, description, content)
  values (page.space_id, coalesce(name, left(page.title, 200)), description, jsonb_build_object('title', page.title, 'blocks', blocks))
  on conflict do nothing
  returning t.id into template_id;
  if template_id is null then
    perform work.refuse('TP409', 'The space has a template of this name: give another one', '{"argument": "name"}');
  end if;
  perform work.end_once(idempotency_key, jsonb_build_object('id', template_id));
  return template_id;
end
$$;

-- As work.create_page, with the template's blocks on it; the template may be one of another space that the viewer reads.
create function work.create_page_from_template(
  template_id uuid, title text, space_id uuid default null, parent_id uuid default null, after_id uuid default null,
  before_id uuid default null, odoo_partner_id int default null, odoo_move_id int default null,
  odoo_project_id int default null, idempotency_key text default null
) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'createPage', jsonb_build_array(
    title, space_id, parent_id, after_id, before_id, odoo_partner_id, odoo_move_id, odoo_project_id, template_id));
  template work.templates;
  page_id uuid;
  page work.pages;
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  select t.* into template from work.templates t where t.id = template_id;
  if template.id is null then
    perform work.refuse('TP404', format('There is no template %s', template_id));
  end if;
  page_id := work.create_page(title, space_id, parent_id, after_id, before_id, odoo_partner_id, odoo_move_id, odoo_project_id);
  page := work.find_page(page_id);
  with copy as materialized (
    select gen_random_uuid() as id, b.*
    from jsonb_to_recordset(template.content -> 'blocks') as b (n int, "in" int, rank text, type text, content jsonb)
  )
  insert into work.blocks (id, space_id, page_id, parent_id, rank, type, content)
  select c.id, page.space_id, page.id, above.id, c.rank, c.type, c.content
  from copy c left join copy above on above.n = c."in";
  perform work.end_once(idempotency_key, jsonb_build_object('id', page.id));
  return page.id;
end
$$;

-- Attachments: a file lies in object storage, where the gateway signs the way to it; here stands whose it is ---------------

-- Where a file can be fetched: nowhere before it has arrived.
alter table work.attachments
  add column fetched_at_path text generated always as (case when status = 'CONFIRMED' then storage_path end) stored;

-- Announces a file, which the viewer then uploads under storage_path; an editor's affair.
create function work.create_attachment(
  page_id uuid, name text, content_type text, size bigint, block_id uuid default null, idempotency_key text default null
) returns work.attachments
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'createAttachmentUpload',
    jsonb_build_array(page_id, name, content_type, size, block_id));
  page work.pages;
  attachment_id uuid := gen_random_uuid();
  attachment work.attachments;
begin
  if answer is null then
    perform work.check_text('name', name);
    page := work.lock_page(page_id);
    if block_id is not null and not exists (select from work.blocks b where b.id = block_id and b.page_id = page.id) then
      perform work.refuse('TP404', format('There is no block %s on the page', block_id));
    end if;
    -- A name of the storage's own: nothing that a client says leads out of its folder.
    insert into work.attachments (id, space_id, page_id, block_id, name, content_type, size, storage_path)
    values (attachment_id, page.space_id, page.id, block_id, name, content_type, size, attachment_id || '/'
      || coalesce(nullif(ltrim(right(regexp_replace(name, '[^A-Za-z0-9._-]+', '_', 'g'), 100), '._-'), ''), 'file'));
    perform work.end_once(idempotency_key, jsonb_build_object('id', attachment_id));
  else
    attachment_id := answer ->> 'id';
  end if;
  select a.* into attachment from work.attachments a where a.id = attachment_id;
  if attachment.id is null then
    perform work.refuse('TP404', format('There is no attachment %s', attachment_id));
  end if;
  return attachment;
end
$$;

-- Says that a file has arrived. The caller compares what the storage holds before it commits.
create function work.confirm_attachment(attachment_id uuid, idempotency_key text default null) returns work.attachments
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'confirmAttachment', jsonb_build_array(attachment_id));
  attachment work.attachments;
begin
  select a.* into attachment from work.attachments a where a.id = attachment_id;
  if attachment.id is null then
    perform work.refuse('TP404', format('There is no attachment %s', attachment_id));
  elsif answer is not null then
    return attachment;
  end if;
  perform work.lock_page(attachment.page_id);
  update work.attachments a set status = 'CONFIRMED', confirmed_at = now()
  where a.id = attachment_id and a.status = 'PENDING' returning a.* into attachment;
  if attachment.id is null then
    perform work.refuse('TP409', 'The attachment is confirmed already');
  end if;
  perform work.end_once(idempotency_key, jsonb_build_object('id', attachment_id));
  return attachment;
end
$$;

do $$
declare
  called text;
begin
  for called in
    select p.oid::regprocedure::text from pg_proc p where p.pronamespace = 'work'::regnamespace and p.proname in (
      'find_comment', 'find_open_page', 'lock_comment', 'add_comment', 'reply_to_comment', 'edit_comment',
      'resolve_comment', 'reopen_comment', 'relation_end', 'add_relation', 'remove_relation',
      'save_page_as_template', 'create_page_from_template', 'create_attachment', 'confirm_attachment')
  loop
    execute format('revoke execute on function %s from public', called);
    execute format('grant execute on function %s to authenticated, service_role', called);
  end loop;
end
$$;

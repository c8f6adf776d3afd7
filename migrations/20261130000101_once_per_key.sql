-- Drafted by `tripoint migrate --draft` from migrations/functions: until it is recorded, change those files and draft again.

create or replace function work.apply_block_operations(
  page_id uuid, expected_version int, operations jsonb, idempotency_key text default null
) returns jsonb
language plpgsql set search_path = '' as $$
declare
  answer jsonb := work.begin_once(idempotency_key, 'applyBlockOperations',
    jsonb_build_object('pageId', page_id, 'expectedVersion', expected_version, 'operations', operations));
  page work.pages;
  change jsonb;
  changes jsonb := '[]';
  created jsonb := '[]';
  applied jsonb;
begin
  if answer is not null then
    return work.blocks_that_are_left(answer);
  end if;
  perform work.check_operations(expected_version, operations);
  page := work.lock_page(page_id);
  operations := work.with_block_ids(page.id, operations);
  if expected_version > page.version then
    raise exception 'The page has version % only', page.version
      using errcode = 'TP409', detail = jsonb_build_object('currentVersion', page.version, 'changed', '[]'::jsonb);
  elsif expected_version < page.version then
    perform work.refuse_overlap(page, expected_version, operations);
  end if;
  for i in 0 .. jsonb_array_length(operations) - 1 loop
    change := work.apply_operation(page,
      operations -> i || jsonb_build_object('path', format('operations.%s.%s', i, operations -> i ->> 'op')));
    changes := changes || change;
    created := created || coalesce((
      select jsonb_agg(jsonb_build_object('givenId', operations -> i -> 'id', 'id', c.change -> 'id'))
      from jsonb_array_elements(change) c (change) where c.change ->> 'operation' = 'INSERT'), '[]');
  end loop;
  perform work.check_page_size(page.id, changes);
  applied := (
    select jsonb_build_object('page', page.id, 'version', (select p.version from work.pages p where p.id = page.id),
      'created', created,
      'blocks', coalesce(jsonb_agg(c.block_id order by c.n) filter (where not c.is_deleted), '[]'),
      'deletedBlockIds', coalesce(jsonb_agg(c.block_id order by c.n) filter (where c.is_deleted), '[]'))
    from work.net_changes(changes) c);
  perform work.end_once(idempotency_key, applied);
  return applied;
end
$$;

comment on function work.begin_once is 'Claims a key: null the first time, and the first time''s answer when the same is asked again; every mutation of the
workspace begins with it, by once.template.sql. The row itself is the lock: who comes second waits for the first one''s end. SECURITY DEFINER:
nobody reads or writes the table by hand.';

create or replace function work.confirm_attachment(attachment_id uuid, idempotency_key text default null) returns work.attachments
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'confirmAttachment', jsonb_build_array(attachment_id));
  attachment work.attachments;
begin
  attachment := work.find_attachment(attachment_id);
  if answer is not null then
    return attachment;
  end if;
  perform work.lock_page(attachment.page_id);
  select a.* into attachment from work.attachments a where a.id = attachment_id;
  if attachment.status is distinct from 'PENDING' then
    perform work.refuse('TP409', 'The attachment is confirmed already');
  end if;
  return attachment;
end
$$;
comment on function work.confirm_attachment is 'Confirms that a file was uploaded: says what is to be confirmed, for one who may; whether it arrived, work.note_arrival
says afterwards, and keeps the answer: the two have the guard between them. Where the key was used for it before, the
attachment as it is.';

create or replace function work.create_attachment(
  page_id uuid, name text, content_type text, size bigint, block_id uuid default null, idempotency_key text default null
) returns work.attachments
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'createAttachmentUpload',
    jsonb_build_array(page_id, name, content_type, size, block_id));
  attachment_id uuid;
  attachment work.attachments;
begin
  if answer is not null then
    return work.find_attachment((answer ->> 'id')::uuid);
  end if;
  perform work.check_text('name', name);
  perform work.lock_page(page_id);
  attachment_id := work.announce_file(page_id, name, content_type, size, block_id);
  attachment := work.find_attachment(attachment_id);
  perform work.end_once(idempotency_key, jsonb_build_object('id', attachment.id));
  return attachment;
end
$$;

create or replace function work.create_page_from_template(
  template_id uuid, title text, space_id uuid default null, parent_id uuid default null, after_id uuid default null,
  before_id uuid default null, odoo_partner_id int default null, odoo_move_id int default null,
  odoo_project_id int default null, idempotency_key text default null, with_files boolean default false
) returns jsonb
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'createPage', jsonb_build_array(
    title, space_id, parent_id, after_id, before_id, odoo_partner_id, odoo_move_id, odoo_project_id, template_id));
  template work.templates;
  page_id uuid;
  made jsonb;
begin
  if answer is not null then
    return answer;
  end if;
  select t.* into template from work.templates t where t.id = template_id;
  if template.id is null then
    perform work.refuse('TP404', format('There is no template %s', template_id));
  end if;
  page_id := work.create_page(title, space_id, parent_id, after_id, before_id, odoo_partner_id, odoo_move_id, odoo_project_id);
  made := work.fill_from_template(work.find_page(page_id), template, with_files);
  perform work.end_once(idempotency_key, made);
  return made;
end
$$;

create or replace function work.delete_attachment(attachment_id uuid, idempotency_key text default null) returns jsonb
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'deleteAttachment', jsonb_build_array(attachment_id));
  attachment work.attachments;
begin
  if answer is not null then
    return answer;
  end if;
  attachment := work.find_attachment(attachment_id);
  perform work.require_role(attachment.space_id, 'editor');
  delete from work.attachments a where a.id = attachment_id;
  if not found then
    perform work.refuse('TP409', 'Another change came first: read again and retry');
  end if;
  perform work.end_once(idempotency_key, jsonb_build_object('page', attachment.page_id, 'paths', jsonb_build_array(attachment.storage_path)));
  return jsonb_build_object('page', attachment.page_id, 'paths', jsonb_build_array(attachment.storage_path));
end
$$;

create or replace function work.delete_template(template_id uuid, expected_version int default null, idempotency_key text default null)
returns jsonb
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'deleteTemplate', jsonb_build_array(template_id, expected_version));
  template work.templates;
  deleted jsonb;
begin
  if answer is not null then
    return answer;
  end if;
  template := work.lock_template(template_id, expected_version);
  deleted := jsonb_build_object('space', template.space_id, 'paths', (
    select coalesce(jsonb_agg(a.storage_path), '[]') from work.attachments a where a.template_id = template.id));
  delete from work.templates t where t.id = template_id;
  perform work.end_once(idempotency_key, deleted);
  return deleted;
end
$$;

create or replace function work.duplicate_page(
  page_id uuid, subtree boolean default false, title text default null, idempotency_key text default null,
  with_files boolean default false
) returns jsonb
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'duplicatePage', jsonb_build_array(page_id, subtree, title));
  page work.pages;
  ids uuid[] := array[page_id];
  made jsonb;
begin
  if answer is not null then
    return answer;
  end if;
  if title is not null then
    perform work.check_text('title', title, 500);
  end if;
  page := work.find_page(page_id);
  perform work.require_role(page.space_id, 'editor');
  perform work.lock_tree(page.space_id);
  page := work.lock_page(page_id);
  if subtree then
    ids := work.page_subtree(page_id);
  end if;
  if cardinality(ids) > 1000 or (select count(*) from work.blocks b where b.page_id = any (ids)) > 20000 then
    perform work.refuse('TP429', 'At most 1000 pages with 20000 blocks are duplicated at once: duplicate the parts');
  end if;
  made := work.copy_pages(page, ids, title, with_files);
  perform work.end_once(idempotency_key, made);
  return made;
end
$$;

create or replace function work.end_once(key text, answer jsonb) returns void
language sql volatile security definer set search_path = '' as $$
  update work.idempotency_keys k
  set answer = end_once.answer || case when end_once.answer ? 'files' then '{"files": []}'::jsonb else '{}' end
    || case when end_once.answer ? 'paths' then '{"paths": []}'::jsonb else '{}' end
  where k.viewer = work.caller() and k.key = end_once.key and k.answer is null
$$;
comment on function work.end_once is 'Keeps what a mutation answered under the key that it has begun with. Files to copy and paths to remove are told once: a
repeated call finds none.';

create or replace function work.find_attachment(attachment_id uuid) returns work.attachments
language plpgsql stable set search_path = '' as $$
declare
  attachment work.attachments;
begin
  select a.* into attachment from work.attachments a where a.id = attachment_id;
  if attachment.id is null then
    perform work.refuse('TP404', format('There is no attachment %s', attachment_id));
  end if;
  return attachment;
end
$$;
revoke all on function work.find_attachment from public;
grant execute on function work.find_attachment to authenticated, service_role;
comment on function work.find_attachment is 'The attachment that an id names, for whoever may see it.';

create or replace function work.insert_database_rows(
  database_id uuid, rows jsonb, idempotency_key text default null, mutation text default 'insertDatabaseRows'
) returns setof uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, mutation, jsonb_build_array(database_id, rows));
  locked work.databases;
  count int := jsonb_array_length(rows);
  ranks text[];
  ids uuid[];
begin
  if answer is not null then
    return query select r.id from jsonb_array_elements_text(answer -> 'ids') with ordinality as i (id, n)
    join work.db_rows r on r.id = i.id::uuid order by i.n;
    return;
  end if;
  locked := work.lock_database(database_id, shared => true);
  if count not between 1 and 500 then
    perform work.refuse('TP400', 'From 1 to 500 rows are inserted at once', '{"argument": "rows"}');
  end if;
  ranks := work.ranks_between((select max(r.rank) from work.db_rows r where r.database_id = database_id), null, count);
  ids := array(select gen_random_uuid() from generate_series(1, count));
  insert into work.db_rows (id, space_id, database_id, rank, data)
  select ids[n], locked.space_id, database_id, ranks[n],
    -- Once more by the trigger, which knows no place in the list.
    work.fit_row(database_id, v, null, case when mutation = 'insertDatabaseRow' then 'data' else format('rows.%s', n - 1) end)
  from jsonb_array_elements(rows) with ordinality as e (v, n);
  perform work.end_once(idempotency_key, jsonb_build_object('ids', ids));
  return query select unnest(ids);
end
$$;

create or replace function work.retry_indexing(page_ids uuid[] default null, idempotency_key text default null) returns int
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  answer jsonb := work.begin_once(idempotency_key, 'retryIndexing', jsonb_build_array(page_ids));
  retried int;
begin
  if answer is not null then
    return answer ->> 'retried';
  end if;
  update work.index_queue q
  set attempts = 0, dead_at = null, claimed_by = null, claimed_until = null, enqueued_at = now()
  where q.dead_at is not null and (page_ids is null or q.page_id = any (page_ids));
  get diagnostics retried = row_count;
  perform work.end_once(idempotency_key, jsonb_build_object('retried', retried));
  return retried;
end
$$;

create or replace function work.save_page_as_template(
  page_id uuid, name text default null, description text default null, idempotency_key text default null,
  with_files boolean default false
) returns jsonb
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'savePageAsTemplate', jsonb_build_array(page_id, name, description));
  page work.pages;
  made jsonb;
begin
  if answer is not null then
    return answer;
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
  made := work.put_template(page, coalesce(name, left(page.title, 200)), description, with_files);
  perform work.end_once(idempotency_key, made);
  return made;
end
$$;

create or replace function work.update_template(
  template_id uuid, changes jsonb, page_id uuid default null, expected_version int default null,
  idempotency_key text default null, with_files boolean default false
) returns jsonb
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'updateTemplate', jsonb_build_array(template_id, changes, page_id, expected_version));
  template work.templates;
  changed jsonb;
begin
  if answer is not null then
    return answer;
  end if;
  if changes - array['name', 'description'] <> '{}' or (changes = '{}' and page_id is null) then
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
  changed := jsonb_build_object('id', template_id, 'files', '[]'::jsonb, 'leftOut', '[]'::jsonb, 'paths', '[]'::jsonb)
    || case when page_id is null then '{}' else work.refill_template(template, page_id, with_files) end;
  perform work.end_once(idempotency_key, changed);
  return changed;
end
$$;

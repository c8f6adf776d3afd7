-- Drafted by `tripoint migrate --draft` from migrations/functions: until it is recorded, change those files and draft again.

create or replace function odoo.keep_change() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.model is null or new.record_id is null then
    return null;
  end if;
  insert into odoo.changes (id, kind, instance, model, record_id, written_at, noted_at)
  values (new.id, new.type, new.instance, new.model, new.record_id,
    -- Odoo's text is in UTC.
    case when new.details ->> 'writtenAt' ~ '^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d+)?$'
      then (new.details ->> 'writtenAt')::timestamp at time zone 'UTC' end,
    new.created_at);
  return null;
end
$$;
revoke all on function odoo.keep_change from public;
comment on function odoo.keep_change is 'Keeps what an entry of the log says of a change in Odoo, for who follows changes.';

create or replace function ops.enqueue_scheduled(schedule ops.schedules, idempotency_key text, due_at timestamptz)
returns table (run_id uuid, created boolean) language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  wanted ops.runs;
begin
  wanted.agent := schedule.agent;
  wanted.kind := schedule.kind;
  wanted.input := schedule.input;
  wanted.idempotency_key := enqueue_scheduled.idempotency_key;
  wanted.priority := schedule.priority;
  wanted.run_at := enqueue_scheduled.due_at;
  wanted.due_at := enqueue_scheduled.due_at;
  wanted.max_attempts := schedule.max_attempts;
  wanted.schedule_id := schedule.id;
  wanted.project_id := schedule.project_id;
  wanted.requested_by := ops.requester(null);
  wanted.ordering_keys := ops.lines_of_schedule(schedule, ops.default_ordering_keys(schedule.kind, schedule.input));
  return query select a.run_id, a.created from ops.add_run(wanted) a;
end
$$;

create or replace function ops.follow_odoo_project() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update ops.project_runs r set odoo_project_id = new.odoo_project_id where r.project_id = new.id;
  return null;
end
$$;
revoke all on function ops.follow_odoo_project from public;
comment on function ops.follow_odoo_project is 'The runs of a project follow it where it becomes a project of Odoo.';

create or replace function ops.show_run() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into ops.project_runs as p (id, project_id, agent, kind, status, error_code, attempt, max_attempts, requested_by,
    run_at, created_at, started_at, finished_at, cancel_requested_at, updated_at, odoo_project_id)
  values (new.id, new.project_id, new.agent, new.kind, new.status, new.error_code, new.attempt, new.max_attempts,
    new.requested_by, new.run_at, new.created_at, new.started_at, new.finished_at, new.cancel_requested_at, new.updated_at,
    (select o.odoo_project_id from ops.projects o where o.id = new.project_id))
  on conflict (id) do update set status = excluded.status, error_code = excluded.error_code, attempt = excluded.attempt,
    run_at = excluded.run_at, started_at = excluded.started_at, finished_at = excluded.finished_at,
    cancel_requested_at = excluded.cancel_requested_at, updated_at = excluded.updated_at;
  return null;
end
$$;

drop function ops.upsert_schedule(text,text,text,text,text,integer[],integer[],integer[],integer[],integer[],jsonb,text,integer,integer,boolean,text);
create or replace function ops.upsert_schedule(
  name text, agent text, kind text, expression text, time_zone text,
  minutes int[], hours int[], days int[], months int[], weekdays int[],
  input jsonb default null, catch_up text default 'ONCE', priority int default 0, max_attempts int default 5,
  both_days boolean default false, overlap text default 'ALLOW',
  project_id uuid default null
) returns ops.schedules language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  due timestamptz;
  saved ops.schedules;
  warned text;
begin
  perform ops.check_text('name', upsert_schedule.name);
  perform ops.check_text('agent', upsert_schedule.agent);
  perform ops.check_text('kind', upsert_schedule.kind);
  perform ops.check_text('expression', upsert_schedule.expression);
  perform ops.check_json('input', upsert_schedule.input);
  perform ops.check_number('priority', upsert_schedule.priority, -1000, 1000);
  perform ops.check_number('maxAttempts', upsert_schedule.max_attempts, 1, 100);
  perform ops.check_time_zone(upsert_schedule.time_zone);
  if upsert_schedule.catch_up is null or upsert_schedule.catch_up not in ('SKIP', 'ONCE', 'ALL') then
    perform ops.refuse('TP400', 'The catchUp must be SKIP, ONCE or ALL', '{"argument": "catchUp"}');
  elsif upsert_schedule.overlap is null or upsert_schedule.overlap not in ('ALLOW', 'SKIP', 'QUEUE') then
    perform ops.refuse('TP400', '"overlap" must be ALLOW, SKIP or QUEUE');
  end if;
  if (
    ops.are_within(upsert_schedule.minutes, 0, 59) and ops.are_within(upsert_schedule.hours, 0, 23)
    and coalesce(ops.are_within(upsert_schedule.days, -1, 31) and 0 <> all (upsert_schedule.days), true)
    and ops.are_within(upsert_schedule.months, 1, 12) and coalesce(ops.are_within(upsert_schedule.weekdays, 0, 6), true)
    and upsert_schedule.both_days is not null
  ) is not true then
    perform ops.refuse('TP400', 'The minutes, hours, days, months or weekdays are no set of numbers in their range');
  end if;
  if upsert_schedule.project_id is not null and not exists (select from ops.projects p where p.id = upsert_schedule.project_id) then
    perform ops.refuse('TP404', format('There is no project %s', upsert_schedule.project_id), '{"argument": "projectId"}');
  end if;
  warned := ops.check_work(upsert_schedule.agent, upsert_schedule.kind);
  due := ops.next_due(
    upsert_schedule.minutes, upsert_schedule.hours, upsert_schedule.days, upsert_schedule.months,
    upsert_schedule.weekdays, upsert_schedule.time_zone, now(), upsert_schedule.both_days
  );
  if due is null then
    perform ops.refuse('TP400', format('The expression %s is never due', upsert_schedule.expression),
      '{"argument": "expression"}');
  end if;
  insert into ops.schedules as s (
    name, agent, kind, input, expression, time_zone, minutes, hours, days, months, weekdays, both_days,
    catch_up, overlap, priority, max_attempts, next_due_at, requested_by, warning, project_id
  ) values (
    upsert_schedule.name, upsert_schedule.agent, upsert_schedule.kind, upsert_schedule.input,
    upsert_schedule.expression, upsert_schedule.time_zone, upsert_schedule.minutes, upsert_schedule.hours,
    upsert_schedule.days, upsert_schedule.months, upsert_schedule.weekdays, upsert_schedule.both_days,
    upsert_schedule.catch_up, upsert_schedule.overlap, upsert_schedule.priority, upsert_schedule.max_attempts, due,
    ops.caller(), warned, upsert_schedule.project_id
  )
  on conflict (name) do update set
    agent = excluded.agent, kind = excluded.kind, input = excluded.input, expression = excluded.expression,
    time_zone = excluded.time_zone, minutes = excluded.minutes, hours = excluded.hours, days = excluded.days,
    months = excluded.months, weekdays = excluded.weekdays, both_days = excluded.both_days, catch_up = excluded.catch_up,
    overlap = excluded.overlap, priority = excluded.priority, max_attempts = excluded.max_attempts,
    warning = excluded.warning, project_id = excluded.project_id, updated_at = now(),
    next_due_at = case
      when (s.minutes, s.hours, s.months, s.time_zone, s.both_days)
          = (excluded.minutes, excluded.hours, excluded.months, excluded.time_zone, excluded.both_days)
        and s.days is not distinct from excluded.days and s.weekdays is not distinct from excluded.weekdays
      then s.next_due_at else excluded.next_due_at end
  returning * into saved;
  if saved.overlap = 'QUEUE' then
    perform ops.join_schedule_line(saved);
  end if;
  return saved;
end
$$;
revoke all on function ops.upsert_schedule from public;
grant execute on function ops.upsert_schedule to service_role;
comment on function ops.upsert_schedule is 'Creates the schedule of this name, or changes it. The next due time is counted anew only where the times themselves
change: what was missed stays missed, and is caught up. A paused schedule stays paused.';

create or replace function work.check_changed_pages() returns trigger
language plpgsql set search_path = '' as $$
begin
  if current_setting('role') = 'none' then
    return null;
  end if;
  -- A page follows the one above it into another space, archived or not.
  if exists (
    select from changed c join before b on b.id = c.id
    where b.archived_at is not null and c.archived_at is not null and (
      row(c.title, c.parent_id, c.odoo_partner_id, c.odoo_move_id, c.odoo_project_id,
        c.odoo_purchase_order_id, c.odoo_expense_id, c.odoo_employee_id, c.odoo_task_id)
        is distinct from row(b.title, b.parent_id, b.odoo_partner_id, b.odoo_move_id, b.odoo_project_id,
        b.odoo_purchase_order_id, b.odoo_expense_id, b.odoo_employee_id, b.odoo_task_id)
      or c.rank <> b.rank and not work.is_rebalancing() or c.space_id <> b.space_id and c.parent_id is null)
  ) then
    perform work.refuse('TP409', 'The page is archived: restore it first');
  elsif exists (
    select from changed c join before b on b.id = c.id join work.pages above on above.id = c.parent_id
    where c.archived_at is null and above.archived_at is not null
      and (b.archived_at is not null or c.parent_id is distinct from b.parent_id)
  ) then
    perform work.refuse('TP409', 'The page above it is archived: restore that one first');
  end if;
  return null;
end
$$;

create or replace function work.copy_pages(root work.pages, ids uuid[], title text, with_files boolean) returns jsonb
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  seed uuid := gen_random_uuid();
  databases jsonb := work.snapshot_databases(ids, 2000);
  files uuid[] := work.files_to_copy(ids, with_files);
  named uuid[] := array(select distinct n from work.blocks b, work.named_ids(b.content) n where b.page_id = any (ids));
  copies jsonb := work.copies_of(seed, ids || files || work.snapshot_ids(databases, named)
    || array(select b.id from work.blocks b where b.page_id = any (ids) and b.id = any (named)));
  root_rank text := work.page_rank(root.space_id, root.parent_id, root.id);
begin
  insert into work.pages (id, space_id, parent_id, title, rank, odoo_partner_id, odoo_move_id, odoo_project_id,
    odoo_purchase_order_id, odoo_expense_id, odoo_employee_id, odoo_task_id)
  select work.copy_id(seed, p.id), p.space_id, case when p.id = root.id then p.parent_id else work.copy_id(seed, p.parent_id) end,
    case when p.id = root.id then coalesce(title, left(p.title, 493) || ' (copy)') else p.title end,
    case when p.id = root.id then root_rank else p.rank end, p.odoo_partner_id, p.odoo_move_id, p.odoo_project_id,
    p.odoo_purchase_order_id, p.odoo_expense_id, p.odoo_employee_id, p.odoo_task_id
  from unnest(ids) with ordinality as i (id, n) join work.pages p on p.id = i.id order by i.n;
  perform work.put_databases(databases, seed, copies, root.space_id);
  insert into work.blocks (id, space_id, page_id, parent_id, rank, type, content)
  select work.copy_id(seed, b.id), b.space_id, work.copy_id(seed, b.page_id), work.copy_id(seed, b.parent_id), b.rank, b.type,
    work.follow_copies(b.content, copies)
  from work.blocks b where b.page_id = any (ids);
  return jsonb_build_object('id', work.copy_id(seed, root.id),
    'files', (
      select work.copy_attachments(coalesce(jsonb_agg(jsonb_build_object('from', a.id, 'to', work.copy_id(seed, a.id),
        'pageId', work.copy_id(seed, a.page_id), 'blockId', work.copy_id(seed, a.block_id))), '[]'), root.space_id)
      from work.attachments a where a.id = any (files)),
    'leftOut', work.left_out_of(ids, databases, files, with_files));
end
$$;

drop function work.create_page(text,uuid,uuid,uuid,uuid,integer,integer,integer,text);
create or replace function work.create_page(
  title text, space_id uuid default null, parent_id uuid default null, after_id uuid default null, before_id uuid default null,
  odoo_partner_id int default null, odoo_move_id int default null, odoo_project_id int default null,
  odoo_purchase_order_id int default null, odoo_expense_id int default null,
  odoo_employee_id int default null, odoo_task_id int default null,
  idempotency_key text default null
) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'createPage', jsonb_build_array(
    title, space_id, parent_id, after_id, before_id, odoo_partner_id, odoo_move_id, odoo_project_id)
    || coalesce(nullif(jsonb_build_array(odoo_purchase_order_id, odoo_expense_id, odoo_employee_id, odoo_task_id),
      '[null, null, null, null]'), '[]'));
  place record;
  page_id uuid;
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  perform work.check_text('title', title, 500);
  place := work.resolve_place(space_id, parent_id, after_id, before_id);
  perform work.require_role(place.space_id, 'editor');
  perform work.lock_tree(place.space_id);
  insert into work.pages as p (space_id, parent_id, title, rank, odoo_partner_id, odoo_move_id, odoo_project_id,
    odoo_purchase_order_id, odoo_expense_id, odoo_employee_id, odoo_task_id)
  values (place.space_id, place.parent_id, title, work.page_rank(place.space_id, place.parent_id, after_id, before_id),
    odoo_partner_id, odoo_move_id, odoo_project_id, odoo_purchase_order_id, odoo_expense_id, odoo_employee_id, odoo_task_id)
  returning p.id into page_id;
  perform work.end_once(idempotency_key, jsonb_build_object('id', page_id));
  return page_id;
end
$$;
revoke all on function work.create_page from public;
grant execute on function work.create_page to authenticated, acting_agent, service_role;
comment on function work.create_page is 'Makes a page: beside another one, below one, or at the top of a space.';

drop function work.create_page_from_template(uuid,text,uuid,uuid,uuid,uuid,integer,integer,integer,text,boolean);
create or replace function work.create_page_from_template(
  template_id uuid, title text, space_id uuid default null, parent_id uuid default null, after_id uuid default null,
  before_id uuid default null, odoo_partner_id int default null, odoo_move_id int default null,
  odoo_project_id int default null,
  odoo_purchase_order_id int default null, odoo_expense_id int default null,
  odoo_employee_id int default null, odoo_task_id int default null, idempotency_key text default null, with_files boolean default false
) returns jsonb
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'createPage', jsonb_build_array(
    title, space_id, parent_id, after_id, before_id, odoo_partner_id, odoo_move_id, odoo_project_id, template_id)
    || coalesce(nullif(jsonb_build_array(odoo_purchase_order_id, odoo_expense_id, odoo_employee_id, odoo_task_id),
      '[null, null, null, null]'), '[]'));
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
  page_id := work.create_page(title, space_id, parent_id, after_id, before_id, odoo_partner_id, odoo_move_id, odoo_project_id,
    odoo_purchase_order_id, odoo_expense_id, odoo_employee_id, odoo_task_id);
  made := work.fill_from_template(work.find_page(page_id), template, with_files);
  perform work.end_once(idempotency_key, made);
  return made;
end
$$;
revoke all on function work.create_page_from_template from public;
grant execute on function work.create_page_from_template to authenticated, acting_agent, service_role;
comment on function work.create_page_from_template is 'Makes a page as work.create_page does, with the template''s blocks on it; the template may be one of another space that
the viewer reads. Answers {"id", "files", "leftOut"}.';

create or replace function work.odoo_column(kind text) returns text
language plpgsql immutable set search_path = '' as $$
begin
  if kind is null
    or kind not in ('PARTNER', 'MOVE', 'PROJECT', 'PURCHASE_ORDER', 'EXPENSE', 'EMPLOYEE', 'TASK') then
    perform work.refuse('TP400', 'A page links to a PARTNER, MOVE, PROJECT, PURCHASE_ORDER, EXPENSE, EMPLOYEE or TASK', '{"argument": "kind"}');
  end if;
  return 'odoo_' || lower(kind) || '_id';
end
$$;

create or replace function work.page_image(page work.pages) returns jsonb
language sql stable set search_path = '' as $$
  select jsonb_build_object('title', page.title, 'spaceId', page.space_id, 'parentId', page.parent_id, 'rank', page.rank,
    'archivedAt', page.archived_at, 'partnerId', page.odoo_partner_id, 'moveId', page.odoo_move_id,
    'projectId', page.odoo_project_id, 'purchaseOrderId', page.odoo_purchase_order_id, 'expenseId', page.odoo_expense_id,
    'employeeId', page.odoo_employee_id, 'taskId', page.odoo_task_id)
$$;

create or replace function work.raise_page_version() returns trigger
language plpgsql set search_path = '' as $$
declare
  is_changed boolean := new.version is distinct from old.version
    or row(new.title, new.parent_id, new.space_id, new.archived_at, new.odoo_partner_id, new.odoo_move_id,
      new.odoo_project_id, new.odoo_purchase_order_id, new.odoo_expense_id, new.odoo_employee_id, new.odoo_task_id)
      is distinct from
      row(old.title, old.parent_id, old.space_id, old.archived_at, old.odoo_partner_id, old.odoo_move_id,
      old.odoo_project_id, old.odoo_purchase_order_id, old.odoo_expense_id, old.odoo_employee_id, old.odoo_task_id)
    or (new.rank is distinct from old.rank and not work.is_rebalancing());
begin
  new.version := old.version;
  new.versioned_in := old.versioned_in;
  new.changed_in := pg_current_xact_id();
  if is_changed then
    new.updated_at := now();
    if old.versioned_in <> pg_current_xact_id() then
      new.version := old.version + 1;
      new.versioned_in := pg_current_xact_id();
    end if;
  end if;
  return new;
end
$$;

create or replace function work.remember_page() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  is_moved boolean;
  is_edited boolean;
begin
  if tg_op = 'INSERT' then
    perform work.keep_changes('PAGE', array[new.id], array[new.id], array['INSERT'], array[null::jsonb]);
    return null;
  end if;
  is_moved := row(new.parent_id, new.space_id) is distinct from row(old.parent_id, old.space_id)
    or (new.rank <> old.rank and not work.is_rebalancing());
  is_edited := row(new.title, new.odoo_partner_id, new.odoo_move_id, new.odoo_project_id,
      new.odoo_purchase_order_id, new.odoo_expense_id, new.odoo_employee_id, new.odoo_task_id)
    is distinct from row(old.title, old.odoo_partner_id, old.odoo_move_id, old.odoo_project_id,
      old.odoo_purchase_order_id, old.odoo_expense_id, old.odoo_employee_id, old.odoo_task_id);
  if is_moved or is_edited or new.archived_at is distinct from old.archived_at then
    -- What it was before could be seen in the space that it comes from.
    perform work.keep_changes('PAGE', array[new.id], array[new.id],
      array[case
        when is_edited or (is_moved and new.archived_at is distinct from old.archived_at) then 'UPDATE'
        when is_moved then 'MOVE'
        when new.archived_at is null then 'RESTORE'
        when old.archived_at is null then 'ARCHIVE'
        else 'UPDATE' end],
      array[work.page_image(old)], seen_in => old.space_id);
  end if;
  return null;
end
$$;

create or replace function work.restore_page_version(
  page_id uuid, version int default null, entry_id uuid default null, expected_version int default null,
  idempotency_key text default null
) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, 'restorePageVersion',
    jsonb_build_array(page_id, version, entry_id, expected_version));
  entry work.page_history;
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  perform work.lock_page(page_id, expected_version);
  entry := work.find_entry(page_id, version, entry_id);
  if (select count(*) from work.page_history h join work.history_changes c on c.entry_id = h.id
      where h.page_id = page_id and h.number > entry.number) > 50000 then
    perform work.refuse('TP429', 'More than 50000 changes came since then: go back in several steps, the latest first');
  end if;
  perform set_config('work.restoring', entry.version::text, true);
  update work.pages p set title = i.before ->> 'title', odoo_partner_id = (i.before ->> 'partnerId')::int,
    odoo_move_id = (i.before ->> 'moveId')::int, odoo_project_id = (i.before ->> 'projectId')::int,
    odoo_purchase_order_id = (i.before ->> 'purchaseOrderId')::int, odoo_expense_id = (i.before ->> 'expenseId')::int,
    odoo_employee_id = (i.before ->> 'employeeId')::int, odoo_task_id = (i.before ->> 'taskId')::int
  from work.images_since(page_id, entry.number, 'PAGE') i
  where p.id = page_id and i.before is not null
    and row(p.title, p.odoo_partner_id, p.odoo_move_id, p.odoo_project_id,
      p.odoo_purchase_order_id, p.odoo_expense_id, p.odoo_employee_id, p.odoo_task_id) is distinct from row(i.before ->> 'title',
      (i.before ->> 'partnerId')::int, (i.before ->> 'moveId')::int, (i.before ->> 'projectId')::int,
      (i.before ->> 'purchaseOrderId')::int, (i.before ->> 'expenseId')::int, (i.before ->> 'employeeId')::int, (i.before ->> 'taskId')::int);
  perform work.put_databases_back(page_id, entry.number);
  perform work.put_blocks_back(page_id, entry.number);
  perform set_config('work.restoring', '', true);
  perform work.end_once(idempotency_key, jsonb_build_object('id', page_id));
  return page_id;
end
$$;

create or replace function work.update_page(
  page_id uuid, changes jsonb, expected_version int default null, idempotency_key text default null,
  mutation text default 'updatePage'
) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  answer jsonb := work.begin_once(idempotency_key, mutation, jsonb_build_array(page_id, changes, expected_version));
  page work.pages;
begin
  if answer is not null then
    return answer ->> 'id';
  end if;
  if changes - array['title', 'odoo_partner_id', 'odoo_move_id', 'odoo_project_id', 'odoo_purchase_order_id',
    'odoo_expense_id', 'odoo_employee_id', 'odoo_task_id'] <> '{}' or changes = '{}' then
    perform work.refuse('TP400', 'Say what is to change: the title, or a link to Odoo');
  elsif changes ? 'title' then
    perform work.check_text('title', changes ->> 'title', 500);
  end if;
  page := work.lock_page(page_id, expected_version);
  page := jsonb_populate_record(page, changes);
  update work.pages p set title = page.title, odoo_partner_id = page.odoo_partner_id, odoo_move_id = page.odoo_move_id,
    odoo_project_id = page.odoo_project_id, odoo_purchase_order_id = page.odoo_purchase_order_id,
    odoo_expense_id = page.odoo_expense_id, odoo_employee_id = page.odoo_employee_id, odoo_task_id = page.odoo_task_id
  where p.id = page_id;
  perform work.end_once(idempotency_key, jsonb_build_object('id', page_id));
  return page_id;
end
$$;
comment on function work.update_page is 'Changes a page''s title and links to Odoo. `changes`: title, odoo_partner_id, odoo_move_id, odoo_project_id,
odoo_purchase_order_id, odoo_expense_id, odoo_employee_id, odoo_task_id; a null takes a link away, and what is absent stays.';

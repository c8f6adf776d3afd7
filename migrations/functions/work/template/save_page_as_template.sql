-- Makes a template of a page, with its databases and files. Answers {"id", "files", "leftOut"}.
-- Executed by: user, service, agents for users
-- Raises: TP400, TP403, TP404, TP409, TP422, TP429
-- Once per key: 'savePageAsTemplate', jsonb_build_array(page_id, name, description)
create or replace function work.save_page_as_template(
  page_id uuid, name text default null, description text default null, idempotency_key text default null,
  with_files boolean default false
) returns jsonb
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  page work.pages;
  made jsonb;
begin
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
  return made;
end
$$;

-- Makes a database on a page. `columns`: [{"name", "type", "options"}]; one of texts, called Name, where it is null.
-- Executed by: user, service, agents for users
-- Raises: TP400, TP403, TP404, TP409, TP422
-- Once per key: 'createDatabase', jsonb_build_array(page_id, title, columns)
create or replace function work.create_database(page_id uuid, title text, columns jsonb default null, idempotency_key text default null)
returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  page work.pages;
  database_id uuid := gen_random_uuid();
begin
  perform work.check_text('title', title, 500);
  page := work.lock_page(page_id);
  insert into work.databases (id, space_id, page_id, title) values (database_id, page.space_id, page_id, title);
  perform work.put_column(database_id, c ->> 'name', c ->> 'type', c -> 'options')
  from jsonb_array_elements(coalesce(columns, '[{"name": "Name", "type": "TEXT"}]')) c;
  return database_id;
end
$$;

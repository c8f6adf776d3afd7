-- Relates two pages, rows or databases, each of a space that the viewer edits.
-- Executed by: user, service, agents for users
-- Raises: TP400, TP403, TP404, TP409, TP422
-- Once per key: 'addRelation', jsonb_build_array(kind, from_id, to_id, name)
create or replace function work.add_relation(
  kind text, from_id uuid, to_id uuid, name text default 'RELATED', idempotency_key text default null
) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  from_space_id uuid;
  to_space_id uuid;
  relation_id uuid;
begin
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
  return relation_id;
end
$$;

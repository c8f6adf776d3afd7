-- Gives a choice another name, in its place among the others and in all rows that hold it.
-- Executed by: user, service, agents for users
-- Raises: TP400, TP403, TP404, TP409, TP422
-- Once per key: 'renameDatabaseChoice', jsonb_build_array(column_id, choice, name, expected_version)
create or replace function work.rename_database_choice(
  column_id uuid, choice text, name text, expected_version int default null, idempotency_key text default null
) returns uuid
language plpgsql set search_path = '' as $$
#variable_conflict use_variable
declare
  col work.db_columns;
  choices jsonb;
begin
  perform work.check_text('name', name);
  perform work.lock_database((work.find_column(column_id)).database_id, expected_version);
  col := work.find_column(column_id);
  choices := col.options -> 'choices';
  if not work.takes_choices(col.type) then
    perform work.refuse('TP400', format('A column of type %s has no choices', col.type), '{"argument": "columnId"}');
  elsif not choices ? choice then
    perform work.refuse('TP409', format('The column has no choice %s: read its choices again', to_json(choice)),
      jsonb_build_object('argument', 'choice', 'choices', choices));
  elsif name <> choice and choices ? name then
    perform work.refuse('TP409', format('The column has a choice %s already', to_json(name)), '{"argument": "name"}');
  elsif name <> choice then
    perform set_config('work.renamed_choices', jsonb_build_object(choice, name)::text, true);
    update work.db_columns c
    set options = c.options || jsonb_build_object('choices', work.rename_choices(choices, jsonb_build_object(choice, name)))
    where c.id = column_id;
    perform set_config('work.renamed_choices', '', true);
  end if;
  return column_id;
end
$$;

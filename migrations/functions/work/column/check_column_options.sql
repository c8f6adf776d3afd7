-- Refuses options that a column's type does not have: `required` for all; `choices` of SELECT, MULTI_SELECT and STATUS;
-- `databaseId` of RELATION; `model` of ODOO_RECORD. A copied column may name a database that is gone.
-- Executed by: user, service
-- Raises: TP400
create or replace function work.check_column_options(type text, options jsonb) returns void
language plpgsql stable set search_path = '' as $$
declare
  own text := case when work.takes_choices(type) then 'choices' when type = 'RELATION' then 'databaseId'
    when type = 'ODOO_RECORD' then 'model' end;
  strange text;
begin
  select k into strange from jsonb_object_keys(options) k where k <> 'required' and k is distinct from own order by k limit 1;
  if strange is not null then
    perform work.refuse('TP400', format('A column of type %s has no option %s', type, strange), jsonb_build_object('argument', strange));
  elsif jsonb_typeof(coalesce(options -> 'required', 'true')) <> 'boolean' then
    perform work.refuse('TP400', 'required is true or false', '{"argument": "required"}');
  elsif own = 'choices' and (work.is_set(options -> 'choices', 200) is not true or exists (
    select from jsonb_array_elements(options -> 'choices') v
    where jsonb_typeof(v) <> 'string' or btrim(v #>> '{}') = '' or length(v #>> '{}') > 200
  )) then
    perform work.refuse('TP400', format('A column of type %s has choices: at most 200 different texts of 1 to 200 characters', type),
      '{"argument": "choices"}');
  elsif own = 'databaseId' and (work.is_uuid(options -> 'databaseId') is not true or not (work.is_copying() or exists (
    select from work.databases d where d.id = (options ->> 'databaseId')::uuid
  ))) then
    perform work.refuse('TP400', 'A column of type RELATION names the database that its rows are of: there is none with this id',
      '{"argument": "databaseId"}');
  elsif options ? 'model' and (options ->> 'model' ~ '^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$') is not true then
    perform work.refuse('TP400', 'A model of Odoo has a technical name such as res.partner', '{"argument": "model"}');
  end if;
end
$$;

-- Refuses every change and removal of a row of an append-only table.
-- Executed by: nobody
-- Raises: 42501
create or replace function ops.refuse_change() returns trigger language plpgsql set search_path = '' as $$
begin
  raise exception '%.% is append-only', tg_table_schema, tg_table_name using errcode = '42501';
end
$$;

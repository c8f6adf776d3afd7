-- Refuses DELETE, but where the retention function, which runs as the table's owner, has said so for its transaction.
-- Executed by: nobody
-- Raises: 42501
create or replace function ops.refuse_removal() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'DELETE' and current_setting('ops.retention', true) = 'on'
    and current_user = (select pg_get_userbyid(c.relowner) from pg_catalog.pg_class c where c.oid = tg_relid) then
    return null;
  end if;
  raise exception '%.% leaves by the retention function only', tg_table_schema, tg_table_name using errcode = '42501';
end
$$;

-- Notes which rows a statement writes, while the gateway asks for that (`tripoint.noting`): in the setting `tripoint.touched`, a
-- JSON array a row, each with a comma behind it: table, id, operation, digest of the row before (null where there was none),
-- version after (null where it has none). Both settings end with the transaction.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.note_touched() returns trigger
language plpgsql set search_path = '' as $$
declare
  source constant text := tg_table_schema || '.' || tg_table_name;
  noted text;
begin
  if tg_op = 'INSERT' then
    select string_agg(jsonb_build_array(source, n.id, tg_op, null, to_jsonb(n) -> 'version')::text || ',', '') into noted from new_rows n;
  elsif tg_op = 'DELETE' then
    select string_agg(jsonb_build_array(source, o.id, tg_op, md5(to_jsonb(o)::text), null)::text || ',', '') into noted from old_rows o;
  else
    select string_agg(jsonb_build_array(source, n.id, tg_op, md5(to_jsonb(o)::text), to_jsonb(n) -> 'version')::text || ',', '')
    into noted from new_rows n join old_rows o on o.id = n.id;
  end if;
  if noted is not null then
    perform set_config('tripoint.touched', coalesce(current_setting('tripoint.touched', true), '') || noted, true);
  end if;
  return null;
end
$$;

-- Refuses the change of a column that is not the client's; its arguments are those columns. After an insert: a value that
-- the database would not have made. Not before it: an upsert proposes the whole row, which may be there already.
-- Executed by: nobody
-- Raises: 42501, TP409
create or replace function work.refuse_kept() returns trigger
language plpgsql set search_path = '' as $$
declare
  given jsonb := to_jsonb(new);
  kept jsonb;
  strange text;
begin
  if current_user = 'service_role' or not row_security_active(tg_relid) then
    return new;
  end if;
  if tg_op = 'INSERT' then
    -- What comes back is as old as it was: work.keep_origin says so by itself, whatever is given.
    if tg_table_name in ('blocks', 'db_columns', 'db_rows') and coalesce(current_setting('work.restoring', true), '') <> '' then
      return new;
    end if;
    raise exception 'A new row of %.% says what the database makes (%): leave that out', tg_table_schema, tg_table_name,
      array_to_string(tg_argv, ', ') using errcode = '42501';
  end if;
  kept := to_jsonb(old);
  if (given ->> 'version')::int < (kept ->> 'version')::int then
    perform work.refuse('TP409', format('Version %s is past: the current one is %s; read again and decide anew',
      given ->> 'version', kept ->> 'version'), jsonb_build_object('currentVersion', kept -> 'version'));
  end if;
  select c into strange from unnest(tg_argv) c where given -> c is distinct from kept -> c limit 1;
  raise exception 'Column % of %.% is not for clients to change: leave it out, or send it back as it was read', strange,
    tg_table_schema, tg_table_name using errcode = '42501';
end
$$;

-- The second lock on DELETE of runs, artifacts and backups, also for the owner who opens the first by hand: the rows that
-- went must be exactly those of a verified and approved archive.
-- Executed by: nobody
-- Raises: 42501, TP409
create or replace function ops.check_leaving() returns trigger language plpgsql set search_path = '' as $$
declare
  archive ops.archives;
  line text;
  state bytea := sha256('');
  gone_rows int := 0;
begin
  select a.* into archive from ops.archives a
  where a.id::text = current_setting('ops.archive', true) and a.source = tg_table_schema || '.' || tg_table_name;
  if archive.id is null or not ops.may_leave(archive) then
    raise exception 'Rows of %.% leave by a verified and approved archive only', tg_table_schema, tg_table_name
      using errcode = '42501';
  end if;
  perform set_config('timezone', 'UTC', true), set_config('bytea_output', 'hex', true);
  for line in select to_jsonb(g)::text from gone g order by g.id loop
    state := sha256(state || convert_to(line, 'UTF8'));
    gone_rows := gone_rows + 1;
  end loop;
  if gone_rows <> archive.row_count or 'sha256:' || encode(state, 'hex') <> archive.lines_digest then
    raise exception 'These are not the rows of archive %', archive.id using errcode = 'TP409';
  end if;
  return null;
end
$$;

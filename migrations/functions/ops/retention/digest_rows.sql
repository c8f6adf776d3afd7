-- What an archive must hold now: the events of a whole partition, or the rows of these ids. The digest is a chain over
-- the lines, sha256 of the digest so far and the next line, so that neither side ever holds more than one of them.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.digest_rows(source text, partition_name text, ids uuid[])
returns table (row_count int, lines_digest text, first_at timestamptz, last_at timestamptz)
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  query text := case digest_rows.source
    when 'ops.run_events' then format(
      'select to_jsonb(t)::text as line, t.created_at as at from ops.%I t order by t.run_id, t.seq', digest_rows.partition_name)
    when 'ops.runs' then 'select to_jsonb(t)::text as line, t.finished_at as at from ops.runs t where t.id = any ($1) order by t.id'
    when 'ops.artifacts' then 'select to_jsonb(t)::text as line, t.created_at as at from ops.artifacts t where t.id = any ($1) order by t.id'
    when 'ops.backups' then 'select to_jsonb(t)::text as line, t.taken_at as at from ops.backups t where t.id = any ($1) order by t.id'
    when 'odoo.event_log' then 'select to_jsonb(t)::text as line, t.created_at as at from odoo.event_log t where t.id = any ($1) order by t.id'
    when 'odoo.webhook_events' then
      'select to_jsonb(t)::text as line, t.received_at as at from odoo.webhook_events t where t.id = any ($1) order by t.id'
  end;
  found_row record;
  state bytea := sha256('');
begin
  -- How a time and a bytea are rendered is the session's choice.
  perform set_config('timezone', 'UTC', true), set_config('bytea_output', 'hex', true);
  digest_rows.row_count := 0;
  for found_row in execute query using digest_rows.ids loop
    state := sha256(state || convert_to(found_row.line, 'UTF8'));
    digest_rows.row_count := digest_rows.row_count + 1;
    digest_rows.first_at := least(digest_rows.first_at, found_row.at);
    digest_rows.last_at := greatest(digest_rows.last_at, found_row.at);
  end loop;
  digest_rows.lines_digest := 'sha256:' || encode(state, 'hex');
  return next;
end
$$;

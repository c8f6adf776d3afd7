-- Keeps what a look at records in Odoo found, and notes as a change each that was written since it was last told of, or whose
-- many2many ids are others. What was asked before somebody else noted more is no change. Answers how many it noted.
-- Executed by: nobody
-- Raises: nothing
create or replace function odoo.note_known(
  instance text, model text, records jsonb, asked_at timestamptz, told_after timestamptz default null, event_id uuid default null
) returns int
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  -- Before a model was walked once, nobody knows which records are new.
  is_walked constant boolean := exists (select from odoo.sync_cursors c
    where c.instance = note_known.instance and c.model = note_known.model and c.walk = 'changes' and c.finished_at is not null);
  -- An event is told of once; what was written since by others, while its run was tried again, is a change of its own.
  event constant uuid := case when not exists (
    select from odoo.event_log l where l.event_id = note_known.event_id and l.type in ('changed', 'removed')
  ) then note_known.event_id end;
  told int;
begin
  -- A digest of other fields than before says nothing of a change.
  update odoo.known_records k set links = g.links
  from jsonb_to_recordset(note_known.records) as g(id bigint, links text)
  where k.instance = note_known.instance and k.model = note_known.model and k.record_id = g.id and g.links is not null
    and (k.links is null or split_part(k.links, ':', 1) <> split_part(g.links, ':', 1));
  with given as (
    select distinct on (r.id) r.id, coalesce((r."writtenAt" || '+00')::timestamptz, '-infinity') as written_at, r.links
    from jsonb_to_recordset(note_known.records) as r(id bigint, "writtenAt" text, links text)
    order by r.id
  ), kept as (
    insert into odoo.known_records as k (instance, model, record_id, written_at, links, noted_at)
    select note_known.instance, note_known.model, g.id, g.written_at, g.links, clock_timestamp() from given g order by g.id
    on conflict (instance, model, record_id) do update set
      written_at = excluded.written_at, links = coalesce(excluded.links, k.links), noted_at = excluded.noted_at, removed_at = null
    where case
      when k.removed_at is not null then note_known.asked_at >= k.removed_at
      else excluded.written_at > k.written_at
        or (note_known.asked_at >= k.noted_at and (excluded.written_at < k.written_at or excluded.links <> k.links))
    end
    returning k.record_id, k.written_at, k.xmax = 0 as is_new
  ), noted as (
    insert into odoo.event_log (type, instance, event_id, model, record_id, details)
    select 'changed', note_known.instance, event, note_known.model, k.record_id::text, jsonb_strip_nulls(jsonb_build_object(
      'writtenAt', case when isfinite(k.written_at) then to_char(k.written_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') end,
      'created', case when k.is_new and is_walked then true end))
    from kept k
    where not k.is_new or note_known.told_after is null or k.written_at > note_known.told_after
    order by k.written_at, k.record_id
    returning 1
  )
  select count(*) into told from noted;
  return told;
end
$$;

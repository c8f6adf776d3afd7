-- Notes what is gone, from all ids of a model between a cursor and `until_id`, or its end, and moves the cursor past them. What
-- was noted after they were asked for stays. Answers also the ids that nobody knew, as `unknown`: they are to be looked at.
-- Executed by: operation
-- Raises: TP404, TP409
create or replace function odoo.note_ids(cursor_id uuid, step int, ids jsonb, until_id bigint default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  held odoo.sync_cursors := odoo.hold_cursor(note_ids.cursor_id, note_ids.step, 'ids');
  there constant bigint[] := array(select i::bigint from jsonb_array_elements_text(note_ids.ids) i);
  told int;
  unknown jsonb;
begin
  with gone as (
    update odoo.known_records k set removed_at = clock_timestamp()
    where k.instance = held.instance and k.model = held.model and k.removed_at is null and k.noted_at <= held.updated_at
      and k.record_id > held.after_id and (note_ids.until_id is null or k.record_id <= note_ids.until_id)
      and not exists (select from unnest(there) t(id) where t.id = k.record_id)
    returning k.record_id
  ), noted as (
    insert into odoo.event_log (type, instance, model, record_id)
    select 'removed', held.instance, held.model, g.record_id::text from gone g order by g.record_id
    returning 1
  )
  select count(*) into told from noted;
  select coalesce(jsonb_agg(t.id order by t.id), '[]') into unknown
  from unnest(there) t(id)
  where not exists (select from odoo.known_records k
    where k.instance = held.instance and k.model = held.model and k.record_id = t.id
      and (k.removed_at is null or k.removed_at > held.updated_at));
  if note_ids.until_id is null then
    delete from odoo.known_records k
    where k.instance = held.instance and k.model = held.model and k.removed_at < now() - interval '7 days';
  end if;
  return odoo.move_cursor(held, note_ids.until_id, cardinality(there), told) || jsonb_build_object('unknown', unknown);
end
$$;

-- Looks which records of a page have other ids in their many2many fields than when they were last told of, answers them as
-- `differing`, and moves the cursor past the page. It learns the digests of those of which none is known.
-- Executed by: operation
-- Raises: TP404, TP409
create or replace function odoo.note_links(cursor_id uuid, step int, records jsonb, until_id bigint default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  held odoo.sync_cursors := odoo.hold_cursor(note_links.cursor_id, note_links.step, 'links');
  differing jsonb;
begin
  update odoo.known_records k set links = g.links
  from jsonb_to_recordset(note_links.records) as g(id bigint, links text)
  where k.instance = held.instance and k.model = held.model and k.record_id = g.id and k.removed_at is null
    and (k.links is null or split_part(k.links, ':', 1) <> split_part(g.links, ':', 1));
  select coalesce(jsonb_agg(k.record_id order by k.record_id), '[]') into differing
  from jsonb_to_recordset(note_links.records) as g(id bigint, links text)
  join odoo.known_records k on k.instance = held.instance and k.model = held.model and k.record_id = g.id
  where k.removed_at is null and k.links <> g.links;
  return odoo.move_cursor(held, note_links.until_id, jsonb_array_length(note_links.records), 0)
    || jsonb_build_object('differing', differing);
end
$$;

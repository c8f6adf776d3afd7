-- Notes what a page of a walk of changes found, and moves its cursor past it: both or neither. The first walk through a model
-- tells of what is written after it began alone, a time that is known to the second. Without `until_id` the page is the last.
-- Executed by: operation
-- Raises: TP404, TP409
create or replace function odoo.note_page(cursor_id uuid, step int, records jsonb, until_id bigint default null) returns jsonb
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  held odoo.sync_cursors := odoo.hold_cursor(note_page.cursor_id, note_page.step, 'changes');
  told int;
begin
  told := odoo.note_known(held.instance, held.model, note_page.records, held.updated_at,
    case when held.finished_at is null then coalesce(held.mark + interval '999999 microseconds', '-infinity') end);
  return odoo.move_cursor(held, note_page.until_id, jsonb_array_length(note_page.records), told);
end
$$;

-- The cursor, locked, where its walk is still at the step that the caller saw: two that walk from one place would tell twice.
-- Executed by: nobody
-- Raises: TP404, TP409
create or replace function odoo.hold_cursor(cursor_id uuid, step int, walk text) returns odoo.sync_cursors
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  held odoo.sync_cursors;
begin
  select c.* into held from odoo.sync_cursors c where c.id = hold_cursor.cursor_id and c.walk = hold_cursor.walk for update;
  if held.id is null then
    perform ops.refuse('TP404', format('There is no cursor %s of a walk of this kind', hold_cursor.cursor_id));
  elsif held.step is distinct from hold_cursor.step or held.started_at is null then
    perform ops.refuse('TP409', format('Another sync walks %s of %s', held.model, held.instance));
  end if;
  return held;
end
$$;

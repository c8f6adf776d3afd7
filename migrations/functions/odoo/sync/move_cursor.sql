-- Moves a cursor past a page; past the last one, where no id is given, the walk ends. Answers the step and the time from which
-- the next page is asked.
-- Executed by: nobody
-- Raises: nothing
create or replace function odoo.move_cursor(held odoo.sync_cursors, until_id bigint, walked int, told int) returns jsonb
language plpgsql set search_path = '' as $$
#variable_conflict use_column
declare
  moved odoo.sync_cursors;
begin
  update odoo.sync_cursors c set
    after_id = coalesce(move_cursor.until_id, 0), step = c.step + 1,
    walked = c.walked + move_cursor.walked, told = c.told + move_cursor.told, updated_at = clock_timestamp(),
    started_at = case when move_cursor.until_id is not null then c.started_at end,
    finished_at = case when move_cursor.until_id is null then clock_timestamp() else c.finished_at end
  where c.id = (move_cursor.held).id
  returning c.* into moved;
  return jsonb_build_object('step', moved.step, 'askedAt', moved.updated_at, 'told', move_cursor.told);
end
$$;

-- Notes what a look at single records found, as a page of a walk does. `asked_at` is the database's time before Odoo was asked.
-- Answers how many changes it noted.
-- Executed by: operation
-- Raises: TP400
create or replace function odoo.note_records(instance text, model text, records jsonb, asked_at timestamptz) returns int
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
begin
  perform ops.check_text('instance', note_records.instance);
  perform ops.check_text('model', note_records.model, 100);
  return odoo.note_known(note_records.instance, note_records.model, note_records.records, note_records.asked_at);
end
$$;

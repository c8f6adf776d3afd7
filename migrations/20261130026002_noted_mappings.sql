-- What mapEntity writes is noted too, as migration 20261130011003 says of the others.

create trigger note_inserted after insert on odoo.entity_mappings referencing new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_updated after update on odoo.entity_mappings referencing old table as old_rows new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_deleted after delete on odoo.entity_mappings referencing old table as old_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();

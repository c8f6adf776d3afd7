-- What mutations write is noted, row by row, while the gateway asks for it: for the diff of a dry run, for what a confirmation saw,
-- and for the receipt of an agent's write. Not ops.run_events, which say themselves what happened: each is counted in its run.

create trigger note_inserted after insert on ops.runs referencing new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_updated after update on ops.runs referencing old table as old_rows new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_deleted after delete on ops.runs referencing old table as old_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_inserted after insert on ops.artifacts referencing new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_updated after update on ops.artifacts referencing old table as old_rows new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_deleted after delete on ops.artifacts referencing old table as old_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_inserted after insert on ops.schedules referencing new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_updated after update on ops.schedules referencing old table as old_rows new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_deleted after delete on ops.schedules referencing old table as old_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_inserted after insert on ops.projects referencing new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_updated after update on ops.projects referencing old table as old_rows new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_deleted after delete on ops.projects referencing old table as old_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_inserted after insert on ops.environments referencing new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_updated after update on ops.environments referencing old table as old_rows new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_deleted after delete on ops.environments referencing old table as old_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_inserted after insert on ops.project_members referencing new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_updated after update on ops.project_members referencing old table as old_rows new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_deleted after delete on ops.project_members referencing old table as old_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_inserted after insert on ops.builds referencing new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_updated after update on ops.builds referencing old table as old_rows new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_deleted after delete on ops.builds referencing old table as old_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_inserted after insert on ops.deployments referencing new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_updated after update on ops.deployments referencing old table as old_rows new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_deleted after delete on ops.deployments referencing old table as old_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_inserted after insert on ops.approvals referencing new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_updated after update on ops.approvals referencing old table as old_rows new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_deleted after delete on ops.approvals referencing old table as old_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_inserted after insert on ops.odoo_users referencing new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_updated after update on ops.odoo_users referencing old table as old_rows new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_deleted after delete on ops.odoo_users referencing old table as old_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_inserted after insert on ops.backups referencing new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_updated after update on ops.backups referencing old table as old_rows new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_deleted after delete on ops.backups referencing old table as old_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_inserted after insert on ops.group_members referencing new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_updated after update on ops.group_members referencing old table as old_rows new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_deleted after delete on ops.group_members referencing old table as old_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_inserted after insert on ops.group_events referencing new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_updated after update on ops.group_events referencing old table as old_rows new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_deleted after delete on ops.group_events referencing old table as old_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_inserted after insert on work.spaces referencing new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_updated after update on work.spaces referencing old table as old_rows new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_deleted after delete on work.spaces referencing old table as old_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_inserted after insert on work.permissions referencing new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_updated after update on work.permissions referencing old table as old_rows new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_deleted after delete on work.permissions referencing old table as old_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_inserted after insert on work.invitations referencing new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_updated after update on work.invitations referencing old table as old_rows new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_deleted after delete on work.invitations referencing old table as old_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_inserted after insert on work.pages referencing new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_updated after update on work.pages referencing old table as old_rows new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_deleted after delete on work.pages referencing old table as old_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_inserted after insert on work.blocks referencing new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_updated after update on work.blocks referencing old table as old_rows new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_deleted after delete on work.blocks referencing old table as old_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_inserted after insert on work.databases referencing new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_updated after update on work.databases referencing old table as old_rows new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_deleted after delete on work.databases referencing old table as old_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_inserted after insert on work.db_columns referencing new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_updated after update on work.db_columns referencing old table as old_rows new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_deleted after delete on work.db_columns referencing old table as old_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_inserted after insert on work.db_rows referencing new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_updated after update on work.db_rows referencing old table as old_rows new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_deleted after delete on work.db_rows referencing old table as old_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_inserted after insert on work.relations referencing new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_updated after update on work.relations referencing old table as old_rows new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_deleted after delete on work.relations referencing old table as old_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_inserted after insert on work.comments referencing new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_updated after update on work.comments referencing old table as old_rows new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_deleted after delete on work.comments referencing old table as old_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_inserted after insert on work.attachments referencing new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_updated after update on work.attachments referencing old table as old_rows new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_deleted after delete on work.attachments referencing old table as old_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_inserted after insert on work.templates referencing new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_updated after update on work.templates referencing old table as old_rows new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_deleted after delete on work.templates referencing old table as old_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_inserted after insert on work.index_queue referencing new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_updated after update on work.index_queue referencing old table as old_rows new table as new_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();
create trigger note_deleted after delete on work.index_queue referencing old table as old_rows
  for each statement when (current_setting('tripoint.noting', true) = 'on') execute function ops.note_touched();

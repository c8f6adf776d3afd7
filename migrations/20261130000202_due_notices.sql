-- Workers are told of what there is to claim, and of nothing else: a change of a run that leaves nothing to claim wakes none.
create trigger due_insert after insert on ops.runs referencing new table as changed
  for each statement execute function ops.notify_due();
create trigger due_update after update on ops.runs referencing new table as changed
  for each statement execute function ops.notify_due();

-- Members of a project see its runs as they are: nothing is written for runs of none.
create trigger show_run after insert or update on ops.runs
  for each row when (new.project_id is not null) execute function ops.show_run();

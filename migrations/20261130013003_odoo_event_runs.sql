-- An event is as far as the run that processes it.
create trigger follow_webhook_event after insert or update of status, attempt, leased_by, error_code on ops.runs
  for each row when (new.agent = 'odoo-bridge' and new.kind = 'bridge.event') execute function odoo.follow_run();

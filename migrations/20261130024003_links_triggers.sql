-- The triggers of the functions before, and what they would have done for the rows that are there.

create trigger follow_odoo_project after update on ops.projects for each row
  when (new.odoo_project_id is distinct from old.odoo_project_id) execute function ops.follow_odoo_project();

create trigger keep_change after insert on odoo.event_log for each row
  when (new.type in ('changed', 'removed')) execute function odoo.keep_change();

insert into odoo.changes (id, kind, instance, model, record_id, written_at, noted_at)
select e.id, e.type, e.instance, e.model, e.record_id,
  case when e.details ->> 'writtenAt' ~ '^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d+)?$'
    then (e.details ->> 'writtenAt')::timestamp at time zone 'UTC' end,
  e.created_at
from odoo.event_log e
where e.type in ('changed', 'removed') and e.model is not null and e.record_id is not null;

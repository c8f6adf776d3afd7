-- Drafted by `tripoint migrate --draft` from migrations/functions: until it is recorded, change those files and draft again.

create or replace function odoo.forget_changes() returns trigger
language plpgsql security definer set search_path = '' as $$
begin
  delete from odoo.changes c using gone g where c.id = g.id;
  return null;
end
$$;
revoke all on function odoo.forget_changes from public;
comment on function odoo.forget_changes is 'A change leaves with the entry of the log that told of it.';


create trigger forget_changes after delete on odoo.event_log referencing old table as gone
  for each statement execute function odoo.forget_changes();

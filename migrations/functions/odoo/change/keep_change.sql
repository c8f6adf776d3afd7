-- Keeps what an entry of the log says of a change in Odoo, for who follows changes.
-- Executed by: nobody
-- Raises: nothing
create or replace function odoo.keep_change() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.model is null or new.record_id is null then
    return null;
  end if;
  insert into odoo.changes (id, kind, instance, model, record_id, written_at, noted_at)
  values (new.id, new.type, new.instance, new.model, new.record_id,
    -- Odoo's text is in UTC.
    case when new.details ->> 'writtenAt' ~ '^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(\.\d+)?$'
      then (new.details ->> 'writtenAt')::timestamp at time zone 'UTC' end,
    new.created_at);
  return null;
end
$$;

-- Refuses a time zone that is no IANA name known to the database.
-- Executed by: user, service
-- Raises: TP400
create or replace function work.check_time_zone(time_zone text) returns void
language plpgsql stable set search_path = '' as $$
begin
  if time_zone is null or time_zone !~ '^(UTC|Etc/GMT([+][0-9]|[+]1[0-2]|-[0-9]|-1[0-4])|[A-Z][A-Za-z_-]*(/[A-Z][A-Za-z_-]*){1,2})$' then
    perform work.refuse('TP400', 'The time zone must be an IANA name such as Europe/Berlin, or UTC', '{"argument": "timeZone"}');
  end if;
  perform now() at time zone time_zone;
exception when invalid_parameter_value then
  perform work.refuse('TP400', format('There is no time zone %s', time_zone), '{"argument": "timeZone"}');
end
$$;

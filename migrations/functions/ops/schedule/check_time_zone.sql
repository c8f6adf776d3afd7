-- An IANA name: Postgres would also take abbreviations and rules of its own, such as `FOO+5`.
-- Executed by: nobody
-- Raises: TP400
create or replace function ops.check_time_zone(time_zone text) returns void language plpgsql stable set search_path = '' as $$
begin
  if time_zone is null or time_zone !~ '^(UTC|Etc/GMT[+-][0-9]{1,2}|[A-Z][A-Za-z_-]*(/[A-Z][A-Za-z_-]*){1,2})$' then
    perform ops.refuse('TP400', 'The time zone must be an IANA name such as Europe/Berlin, or UTC', '{"argument": "timeZone"}');
  end if;
  perform now() at time zone time_zone;
exception when invalid_parameter_value then
  perform ops.refuse('TP400', format('There is no time zone %s', time_zone), '{"argument": "timeZone"}');
end
$$;

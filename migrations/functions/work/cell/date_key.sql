-- What a cell with a date is when it is compared with another one, {"date", "zone"}: with a day, the day that it lies on
-- in the zone; with a time, itself, and of a day the time at which it begins in the zone.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.date_key(cell jsonb, operand jsonb) returns text
language sql stable set search_path = '' as $$
  select case
    when length(cell #>> '{}') = length(operand ->> 'date') then cell #>> '{}'
    when length(operand ->> 'date') = 10
      then to_char((cell #>> '{}')::timestamptz at time zone (operand ->> 'zone'), 'YYYY-MM-DD')
    else to_char((cell #>> '{}')::date::timestamp at time zone (operand ->> 'zone') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
  end
$$;

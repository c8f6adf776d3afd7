-- Due times after one moment and until another, the earliest first. A day is looked at before and after the wanted ones:
-- a zone may leave out a whole day.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.due_between(
  minutes int[], hours int[], days int[], months int[], weekdays int[], time_zone text,
  after timestamptz, until timestamptz, max_times int, both_days boolean default false
) returns setof timestamptz language plpgsql stable set search_path = '' as $$
declare
  day date := (after at time zone time_zone)::date - 1;
  final_day date := (until at time zone time_zone)::date + 1;
  times timestamptz[] := '{}';
begin
  while day <= final_day loop
    if extract(month from day)::int <> all (months) then
      day := date_trunc('month', day::timestamp + interval '1 month')::date;
      continue;
    end if;
    if ops.is_due_day(day, days, months, weekdays, both_days) then
      times := times || array(select t from ops.due_on(day, minutes, hours, time_zone, after, until) t);
      if cardinality(times) >= max_times then
        final_day := least(final_day, day + 1);
      end if;
    end if;
    day := day + 1;
  end loop;
  return query select distinct t from unnest(times) t order by t limit max_times;
end
$$;

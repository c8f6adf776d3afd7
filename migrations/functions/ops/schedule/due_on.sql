-- The due times of one local day, after one moment and until another.
-- With every hour in the set, each minute that the clock shows and that matches is due: an hour that comes twice is due
-- twice, one that is left out not at all. With fixed hours each local time is due once: the second time where the clock
-- shows it twice, and where it never does, later by what the clock leaves out. Both as Postgres reads a local time.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.due_on(
  day date, minutes int[], hours int[], time_zone text, after timestamptz, until timestamptz
) returns setof timestamptz language plpgsql stable set search_path = '' as $$
declare
  midnight timestamptz := day::timestamp at time zone time_zone;
begin
  if cardinality(hours) = 24 then
    return query
      select t from generate_series(
        greatest(midnight - interval '3 hours', date_trunc('minute', after)),
        least(midnight + interval '30 hours', until),
        interval '1 minute'
      ) t
      where t > after and (t at time zone time_zone)::date = day
        and extract(minute from t at time zone time_zone)::int = any (minutes);
  else
    return query
      select t
      from unnest(hours) h, unnest(minutes) m, lateral (select (day + make_time(h, m, 0)) at time zone time_zone as t) at
      where t > after and t <= until;
  end if;
end
$$;

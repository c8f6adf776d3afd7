-- Due days as crontab(5) has them: a day field that begins with `*`, such as `*/2`, makes both days count together. Either
-- day is enough only where neither field begins so.

alter table ops.schedules add column both_days boolean not null default false;
comment on column ops.schedules.both_days is
  'Whether a day must be among the days and among the weekdays; else, where both are restricted, either is enough.';

drop function ops.next_due(int[], int[], int[], int[], int[], text, timestamptz);
drop function ops.due_between(int[], int[], int[], int[], int[], text, timestamptz, timestamptz, int);
drop function ops.is_due_day(date, int[], int[], int[]);

create function ops.is_due_day(day date, days int[], months int[], weekdays int[], both_days boolean default false)
returns boolean language sql immutable set search_path = '' as $$
  select extract(month from day)::int = any (months) and case
    when days is null then weekdays is null or on_weekday
    when weekdays is null then on_day
    when both_days then on_day and on_weekday
    else on_day or on_weekday
  end
  from (select
    coalesce(extract(day from day)::int = any (days), false)
      or coalesce(-1 = any (days) and extract(day from day + 1) = 1, false) as on_day,
    coalesce(extract(dow from day)::int = any (weekdays), false) as on_weekday) matches
$$;

-- Due times after one moment and until another, the earliest first. A day is looked at before and after the wanted ones:
-- a zone may leave out a whole day.
create function ops.due_between(
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

-- How far ahead a due time is looked for. Where both days must match, a 29 February on one weekday comes every 28 years,
-- and every 40 where a century's year is no leap year.
create function ops.due_horizon(both_days boolean) returns interval
language sql immutable set search_path = '' as $$
  select case when both_days then interval '41 years' else interval '9 years' end
$$;

-- The first due time after a moment; null where the next years have none.
create function ops.next_due(
  minutes int[], hours int[], days int[], months int[], weekdays int[], time_zone text, after timestamptz,
  both_days boolean default false
) returns timestamptz language plpgsql stable set search_path = '' as $$
declare
  span interval;
  found timestamptz;
begin
  -- The near one first: most schedules are due again soon, and looking far costs.
  foreach span in array array[interval '2 hours', ops.due_horizon(both_days)] loop
    select t into found
      from ops.due_between(minutes, hours, days, months, weekdays, time_zone, after, after + span, 1, both_days) t;
    exit when found is not null;
  end loop;
  return found;
end
$$;

-- The latest of the due times since `next_due_at` until `now`; null where there is none.
create or replace function ops.latest_due(schedule ops.schedules, now timestamptz) returns timestamptz
language plpgsql stable set search_path = '' as $$
declare
  span interval;
  since timestamptz;
  found timestamptz;
begin
  foreach span in array array[
    interval '2 hours', interval '2 days', interval '40 days', interval '400 days', ops.due_horizon(schedule.both_days)
  ] loop
    since := greatest(schedule.next_due_at - interval '1 second', now - span);
    select max(t) into found from ops.due_between(
      schedule.minutes, schedule.hours, schedule.days, schedule.months, schedule.weekdays, schedule.time_zone,
      since, now, null, schedule.both_days
    ) t;
    exit when found is not null;
  end loop;
  return found;
end
$$;

-- Schedules that are there were read by the other rule.
with starred as (
  select s.id, regexp_split_to_array(btrim(s.expression), '\s+') as fields from ops.schedules s
  where s.days is not null and s.weekdays is not null
)
update ops.schedules s set both_days = true,
  next_due_at = case when s.next_due_at <= now() then s.next_due_at else ops.next_due(
    s.minutes, s.hours, s.days, s.months, s.weekdays, s.time_zone, now(), true) end
from starred t
where s.id = t.id and (t.fields[3] like '*%' or t.fields[5] like '*%');

-- Whether a day is one of a schedule. Cron's rule: where the day of the month and the weekday are both restricted, either is
-- enough; with `both_days` the day must be both.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.is_due_day(day date, days int[], months int[], weekdays int[], both_days boolean default false)
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

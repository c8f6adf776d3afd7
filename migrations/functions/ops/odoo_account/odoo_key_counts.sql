-- How many keys each key of the gateway's ring has sealed; of them, how many Odoo takes no more, and how many expire within
-- so many days.
-- Executed by: gateway
-- Raises: nothing
create or replace function ops.odoo_key_counts(days int default 14)
returns table (sealed_by text, keys int, refused int, expiring int)
language sql stable security definer set search_path = '' as $$
  select k.sealed_by, count(*)::int, count(k.refused_at)::int,
    count(*) filter (where k.refused_at is null and k.expires_at < now() + make_interval(days => odoo_key_counts.days))::int
  from tripoint.odoo_keys k group by k.sealed_by order by k.sealed_by
$$;

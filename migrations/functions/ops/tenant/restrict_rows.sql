-- Lets these roles see no row of a table that a condition does not hold for, whatever other policies show; nothing where there is no role.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.restrict_rows(restricted regclass, policy text, condition text, roles text[]) returns void
language plpgsql set search_path = '' as $$
begin
  if cardinality(roles) > 0 then
    execute format('create policy %I on %s as restrictive for select to %s using (%s)', policy, restricted,
      (select string_agg(quote_ident(r), ', ' order by r) from unnest(roles) r), condition);
  end if;
end
$$;

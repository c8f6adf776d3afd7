-- The people that are shown to who asks, all of them: rows of the view ops.people. SECURITY DEFINER, as ops.shown_people.
-- Executed by: sync-odoo-agent, user, service
-- Raises: nothing
create or replace function ops.my_people()
returns table (id uuid, name text, email text, avatar_url text)
language plpgsql stable security definer set search_path = '' set jit = off as $$
begin
  return query select * from ops.shown_people(null);
end
$$;

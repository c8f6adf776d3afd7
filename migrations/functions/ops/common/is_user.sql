-- Whether a user calls, by claims or by the role that outlives the change of user into a SECURITY DEFINER function.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.is_user() returns boolean language plpgsql stable set search_path = '' as $$
begin
  return coalesce('authenticated' in (ops.claims() ->> 'role', current_setting('role')), false);
end
$$;

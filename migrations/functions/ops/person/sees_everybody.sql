-- Whether everybody is shown to who asks: a service, or the owner. Never current_user: inside SECURITY DEFINER that is the owner.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.sees_everybody() returns boolean
language plpgsql stable set search_path = '' as $$
declare
  claims jsonb := nullif(current_setting('request.jwt.claims', true), '')::jsonb;
begin
  return coalesce(claims ->> 'role', 'service_role') = 'service_role' and current_setting('role') in ('none', 'service_role');
end
$$;

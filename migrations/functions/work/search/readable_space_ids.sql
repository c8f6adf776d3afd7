-- The spaces among these, or among all where null, that the viewer's policies show and that are not archived: all of them to
-- the service and to the owner's own session, to others those in which they are members. By the role and not by the claims, which
-- a role does not bind. In PL/pgSQL, as all that calls it and reads tables: it keeps its plans, and SQL functions are planned
-- at every call.
-- Executed by: workspace-ask-docs, user, service
-- Raises: nothing
create or replace function work.readable_space_ids(space_ids uuid[] default null) returns uuid[]
language plpgsql stable security definer set search_path = '' as $$
begin
  if current_setting('role') = 'service_role' or (current_setting('role') = 'none' and session_user = current_user) then
    return coalesce((
      select array_agg(s.id) from work.spaces s
      where (readable_space_ids.space_ids is null or s.id = any (readable_space_ids.space_ids)) and s.archived_at is null
    ), '{}');
  end if;
  -- A statement of its own, which reads no other spaces.
  return coalesce((
    select array_agg(s.id) from work.spaces s
    where (readable_space_ids.space_ids is null or s.id = any (readable_space_ids.space_ids)) and s.archived_at is null
      and s.id = any (array(select work.my_space_ids()))
  ), '{}');
end
$$;

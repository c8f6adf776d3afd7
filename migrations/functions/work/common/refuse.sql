-- A refusal that a client is meant to read: the state is a TP… code, the detail a JSON object.
-- Executed by: workspace-ask-docs, user, service
-- Raises: nothing
create or replace function work.refuse(state text, message text, detail jsonb default null) returns void
language plpgsql set search_path = '' as $$
begin
  if detail is null then
    raise exception using errcode = state, message = message;
  end if;
  raise exception using errcode = state, message = message, detail = detail::text;
end
$$;

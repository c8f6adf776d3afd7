-- A refusal that names the operation's field at fault, e.g. `operations.3.move.parentId`.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.refuse_operation(state text, message text, argument text) returns void
language plpgsql set search_path = '' as $$
begin
  perform work.refuse(state, message, jsonb_build_object('argument', argument));
end
$$;

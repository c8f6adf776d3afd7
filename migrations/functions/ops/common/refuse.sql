-- A refusal that a client is meant to read: the state is a TP… code, the detail a JSON object. Its `argument` is where in
-- the input of a mutation the fault is.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.refuse(state text, message text, detail jsonb default null) returns void
language plpgsql set search_path = '' as $$
declare
  argument text := ops.argument_of(state, message);
  told jsonb := detail;
begin
  if argument is not null and not coalesce(told ? 'argument', false) then
    told := coalesce(told, '{}') || jsonb_build_object('argument', argument);
  end if;
  if told is null then
    raise exception using errcode = state, message = message;
  end if;
  raise exception using errcode = state, message = message, detail = told::text;
end
$$;

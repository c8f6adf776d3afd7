-- Refuses a content that does not fit the type of its block.
-- Executed by: user, service
-- Raises: TP400
create or replace function work.refuse_content(type text, problem text) returns void
language plpgsql set search_path = '' as $$
begin
  perform work.refuse('TP400', format('The content of a block of type %s must have %s', type, problem), '{"argument": "content"}');
end
$$;

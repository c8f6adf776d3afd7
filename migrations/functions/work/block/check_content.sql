-- Refuses a content of an operation that is no object, is larger than 262144 bytes, or does not fit the block's type.
-- Executed by: user, service
-- Raises: TP400, TP429
create or replace function work.check_content(type text, content jsonb, path text) returns void
language plpgsql immutable set search_path = '' as $$
begin
  if jsonb_typeof(content) is distinct from 'object' then
    perform work.refuse_operation('TP400', 'A content is an object', path || '.content');
  elsif octet_length(content::text) > 262144 then
    perform work.refuse_operation('TP429', 'A content has at most 262144 bytes as JSON', path || '.content');
  elsif work.holds_text(type) and work.utf16_length(content ->> 'text') > 20000 then
    perform work.refuse_operation('TP429', 'A text has at most 20000 characters', path || '.content');
  elsif jsonb_array_length(case when work.holds_text(type) then content -> 'marks' end) > 1000 then
    perform work.refuse_operation('TP429', 'A text has at most 1000 marks', path || '.content');
  end if;
end
$$;

-- {"title", "blocks": [{"n", "in", "rank", "type", "content"}]}: what a page is made of; null where it can be.
-- Executed by: user, service
-- Raises: TP400
create or replace function work.template_problem(content jsonb) returns text
language plpgsql set search_path = '' as $$
declare
  blocks jsonb := content -> 'blocks';
  problem text;
begin
  if jsonb_typeof(coalesce(content -> 'title', '""')) <> 'string' then
    return 'a text as its "title"';
  elsif jsonb_typeof(coalesce(blocks, '[]')) <> 'array' then
    return 'a list as its "blocks"';
  elsif jsonb_array_length(coalesce(blocks, '[]')) > 5000 then
    return 'at most 5000 blocks';
  elsif exists (
    select from jsonb_array_elements(blocks) b
    where jsonb_typeof(b) <> 'object' or coalesce(b ->> 'n', '') !~ '^\d{1,9}$' or coalesce(b ->> 'in', '0') !~ '^\d{1,9}$'
      or not coalesce(work.is_rank(b ->> 'rank'), false) or coalesce(b ->> 'type', '') !~ '^[A-Z_0-9]+$'
  ) then
    return 'blocks that have a number "n", the number "in" of the one that they stand in or null, a "rank" and a "type"';
  elsif exists (select from jsonb_array_elements(blocks) b group by (b ->> 'n')::int having count(*) > 1) then
    return 'blocks that have different numbers';
  end if;
  select format('in a block of type %s %s', b ->> 'type', work.content_problem(b ->> 'type', b -> 'content')) into problem
  from jsonb_array_elements(blocks) b where work.content_problem(b ->> 'type', b -> 'content') is not null limit 1;
  if problem is not null then
    return problem;
  elsif content ? 'pageId' and not work.is_id(content -> 'pageId') or exists (
    select from jsonb_array_elements(blocks) b where b ? 'id' group by b -> 'id' having count(*) > 1 or not coalesce(work.is_id(b -> 'id'), false)
  ) then
    return 'uuids where it names the page and the blocks that it is from, each once';
  elsif jsonb_typeof(coalesce(content -> 'attachments', '[]')) <> 'array' or exists (
    select from jsonb_array_elements(coalesce(content -> 'attachments', '[]')) a
    where jsonb_typeof(a) <> 'object' or not coalesce(work.is_id(a -> 'id'), false) or coalesce(a ->> 'n', '0') !~ '^\d{1,9}$'
  ) then
    return 'a list as its "attachments", each with its "id" and the number "n" of its block or null';
  end if;
  return coalesce(work.snapshot_problem(coalesce(content -> 'databases', '[]')), work.template_tree_problem(blocks));
end
$$;

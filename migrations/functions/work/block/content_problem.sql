-- What the content of a block of a type has to be; null where it fits.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.content_problem(type text, content jsonb) returns text
language plpgsql immutable set search_path = '' as $$
declare
  fits boolean;
  wanted text := 'a "text" of at most 20000 characters, and where wanted "marks" within it';
begin
  if jsonb_typeof(content) is distinct from 'object' then
    return 'an object';
  elsif octet_length(content::text) > 262144 then
    return 'at most 262144 bytes as JSON';
  end if;
  case type
    when 'TO_DO' then
      fits := jsonb_typeof(content -> 'checked') = 'boolean' and work.is_rich_text(content, '{checked}');
      wanted := wanted || ', and "checked", true or false';
    when 'CALLOUT' then
      fits := work.is_rich_text(content, '{icon}') and (content -> 'icon' is null or work.is_short_text(content -> 'icon', 32, false));
      wanted := wanted || ', and an "icon" of at most 32 characters';
    when 'CODE' then
      fits := content - '{text,language}'::text[] = '{}' and work.is_short_text(content -> 'text', 20000)
        and (content -> 'language' is null or work.is_short_text(content -> 'language', 50, false));
      wanted := 'a "text" of at most 20000 characters, and where wanted a "language"';
    when 'DIVIDER' then
      fits := content = '{}';
      wanted := 'nothing in it';
    when 'IMAGE' then
      fits := content - '{attachmentId,url,alt,caption}'::text[] = '{}' and num_nonnulls(content -> 'attachmentId', content -> 'url') = 1
        and (content -> 'attachmentId' is null or work.is_id(content -> 'attachmentId'))
        and (content -> 'url' is null or work.is_address(content -> 'url', '^https:'))
        and (content -> 'alt' is null or work.is_short_text(content -> 'alt', 1000))
        and (content -> 'caption' is null or work.is_rich_text(content -> 'caption'));
      wanted := 'an "attachmentId" or a "url" that begins with https:, and where wanted an "alt" and a "caption"';
    when 'FILE' then
      fits := content - '{attachmentId,name,caption}'::text[] = '{}' and work.is_id(content -> 'attachmentId')
        and (content -> 'name' is null or work.is_short_text(content -> 'name', 255, false))
        and (content -> 'caption' is null or work.is_rich_text(content -> 'caption'));
      wanted := 'an "attachmentId", and where wanted a "name" and a "caption"';
    when 'BOOKMARK' then
      fits := content - '{url,title,description}'::text[] = '{}' and work.is_address(content -> 'url', '^https?:')
        and (content -> 'title' is null or work.is_short_text(content -> 'title', 500))
        and (content -> 'description' is null or work.is_short_text(content -> 'description', 2000));
      wanted := 'a "url" that begins with https: or http:, and where wanted a "title" and a "description"';
    when 'TABLE' then
      fits := work.is_table(content);
      wanted := '"rows" with as many cells in each, at most 500 rows of 50, and where wanted a "header"';
    when 'PAGE_EMBED' then
      fits := content - 'pageId' = '{}' and work.is_id(content -> 'pageId');
      wanted := 'a "pageId"';
    when 'DATABASE_VIEW' then
      fits := content - '{databaseId,title,view}'::text[] = '{}' and work.is_id(content -> 'databaseId')
        and (content -> 'title' is null or work.is_short_text(content -> 'title', 500))
        and (content -> 'view' is null or content -> 'view' in ('"table"', '"board"', '"list"', '"calendar"'));
      wanted := 'a "databaseId", and where wanted a "title" and a "view": table, board, list or calendar';
    when 'ODOO_RECORD' then
      fits := content - '{model,id,label}'::text[] = '{}' and jsonb_typeof(content -> 'model') = 'string'
        and content ->> 'model' ~ '^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+$'
        and jsonb_typeof(content -> 'id') = 'number' and content ->> 'id' ~ '^[1-9]\d{0,15}$'
        and (content -> 'label' is null or work.is_short_text(content -> 'label', 500));
      wanted := 'a "model" such as res.partner and an "id" from 1, and where wanted a "label"';
    else
      fits := work.is_rich_text(content);
  end case;
  return case when fits is not true then wanted end;
end
$$;

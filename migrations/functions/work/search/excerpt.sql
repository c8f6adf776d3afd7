-- The part of a text that answers a query best, marked; its beginning where nothing of it does.
-- Executed by: workspace-ask-docs, user, service
-- Raises: nothing
create or replace function work.excerpt(config regconfig, content text, query tsquery) returns text
language plpgsql immutable parallel safe set search_path = '' as $$
declare
  safe text := translate(content, '<>' || chr(1) || chr(2), chr(3) || chr(4));
  is_short boolean := length(safe) <= 240;
  made text;
begin
  if query is not null then
    made := ts_headline(config, safe, query, format('StartSel=%s, StopSel=%s, ', chr(1), chr(2)) || case
      when is_short then 'HighlightAll=true'
      else 'MaxFragments=2, MaxWords=32, MinWords=12, FragmentDelimiter=" … "' end);
  end if;
  if made is null or strpos(made, chr(1)) = 0 then
    made := case when is_short then safe else regexp_replace(left(safe, 240), '\s+\S*$', '') || ' …' end;
  end if;
  return made;
end
$$;

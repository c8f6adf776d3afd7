-- The words of a title, as they are looked for. In PL/pgSQL, which keeps its plans: it is asked for each row that an index of
-- trigrams points to as well.
-- Executed by: workspace-ask-docs, user, service
-- Raises: nothing
create or replace function work.title_lexemes(title text) returns tsvector
language plpgsql immutable parallel safe set search_path = '' as $$
declare
  plain constant text := left(lower(title), 300);
begin
  return array_to_tsvector(array_remove(regexp_split_to_array(
    case when octet_length(plain) = length(plain) then plain else work.search_words(plain) end,
    '[^[:alnum:]\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]+'), ''));
end
$$;

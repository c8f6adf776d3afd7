-- What was typed, word by word; of signs each with the one behind it.
-- Executed by: workspace-ask-docs, user, service
-- Raises: nothing
create or replace function work.typed_words(typed text) returns text[]
language sql immutable parallel safe set search_path = '' as $$
  select array_remove(regexp_split_to_array(work.search_words(typed, true), '[^[:alnum:]\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]+'), '')
$$;

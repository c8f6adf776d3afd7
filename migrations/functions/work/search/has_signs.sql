-- Whether there are any: Chinese characters, kana, hangul. By their numbers, because classes of signs depend on the locale.
-- Executed by: workspace-ask-docs, user, service
-- Raises: nothing
create or replace function work.has_signs(given text) returns boolean
language sql immutable parallel safe set search_path = '' as $$
  select given ~ '[\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]'
$$;

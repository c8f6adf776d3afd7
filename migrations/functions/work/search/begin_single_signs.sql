-- A sign that is asked for alone begins a pair.
-- Executed by: workspace-ask-docs, user, service
-- Raises: nothing
create or replace function work.begin_single_signs(query tsquery) returns tsquery
language sql immutable parallel safe set search_path = '' as $$
  select case when work.has_signs(query::text)
    then regexp_replace(query::text, '''([\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff])''(?!:)', '''\1'':*', 'g')::tsquery else query end
$$;

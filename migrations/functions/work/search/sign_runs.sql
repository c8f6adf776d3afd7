-- Runs of signs, each as a whole.
-- Executed by: workspace-ask-docs, user, service
-- Raises: nothing
create or replace function work.sign_runs(given text) returns setof text
language sql immutable parallel safe rows 4 set search_path = '' as $$
  select m.part[1] from regexp_matches(normalize(given, NFKC), '[\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]+', 'g') as m (part)
$$;

-- What all is to be there of a question: of Japanese no endings and particles, in which a question is worded otherwise than
-- what answers it. A phrase stays as it is.
-- Executed by: workspace-ask-docs, user, service
-- Raises: nothing
create or replace function work.without_endings(asked text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select case when asked !~ '[\u3041-\u309f]' or asked ~ '"' or kept.words !~ '[[:alnum:]\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]' then asked else kept.words end
  from (
    select coalesce(string_agg(w, ' ' order by n), '') as words
    from regexp_split_to_table(asked, '\s+') with ordinality as u (w, n)
    where not (w ~ '[\u3041-\u309f]' and w ~ '^[\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]{1,2}$')
  ) kept
$$;

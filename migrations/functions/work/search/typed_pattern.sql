-- The pattern of a typed word in a title: signs wherever they stand, any other at the beginning of a word, which is behind a
-- sign too (SAP in 経費SAP連携).
-- Executed by: user, service, workspace-ask-docs
-- Raises: nothing
create or replace function work.typed_pattern(word text) returns text
language sql immutable parallel safe set search_path = '' as $$
  select case when work.has_signs(word) then word else '(?:\m|(?<=[\u3005-\u3007\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]))' || word end
$$;

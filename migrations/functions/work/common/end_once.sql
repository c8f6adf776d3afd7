-- Keeps what a mutation answered under the key that it has begun with. Files to copy and paths to remove are told once: a
-- repeated call finds none.
-- Executed by: user, service
-- Raises: nothing
create or replace function work.end_once(key text, answer jsonb) returns void
language sql volatile security definer set search_path = '' as $$
  update work.idempotency_keys k
  set answer = end_once.answer || case when end_once.answer ? 'files' then '{"files": []}'::jsonb else '{}' end
    || case when end_once.answer ? 'paths' then '{"paths": []}'::jsonb else '{}' end
  where k.viewer = work.caller() and k.key = end_once.key and k.answer is null
$$;

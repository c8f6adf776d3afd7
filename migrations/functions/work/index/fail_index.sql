-- Gives a page back: to be tried again after twice as long each time, up to ten minutes, and after `max_attempts` not at
-- all. Without an error it counts for no attempt, and is due again in a moment. Whether it is a dead letter now.
-- Executed by: operation
-- Raises: nothing
create or replace function work.fail_index(
  page_id uuid, worker text, generation bigint, error text, max_attempts int default 10
) returns boolean
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  is_dead boolean;
begin
  perform work.commit_without_waiting();
  delete from work.embedding_claims e where e.page_id = fail_index.page_id and e.worker = fail_index.worker;
  update work.index_queue q set
    claimed_by = null,
    attempts = case when error is null then greatest(q.attempts - 1, 0) else q.attempts end,
    last_error = coalesce(left(error, 500), q.last_error),
    -- Changed since it was claimed, it is another text, and its attempts are counted anew.
    claimed_until = case
      when q.generation <> fail_index.generation then null
      when error is null then now() + interval '200 milliseconds'
      else now() + make_interval(secs => least(600, 2 ^ least(q.attempts, 10))) end,
    dead_at = case when error is not null and q.generation = fail_index.generation and q.attempts >= max_attempts then now() end
  where q.page_id = fail_index.page_id and q.claimed_by = fail_index.worker
  returning dead_at is not null into is_dead;
  return coalesce(is_dead, false);
end
$$;

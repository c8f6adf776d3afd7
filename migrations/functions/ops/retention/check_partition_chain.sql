-- The chain of each run in a partition must go on from what was archived before, without a gap, and be whole.
-- Executed by: nobody
-- Raises: TP409
create or replace function ops.check_partition_chain(partition_name text) returns void language plpgsql set search_path = '' as $$
declare
  broken record;
begin
  execute format($query$
    select e.run_id, e.seq from (
      select t.run_id, t.seq, t.prev_hash,
        lag(t.seq, 1, r.archived_seq) over chain as seq_before,
        lag(ops.event_hash(t.run_id, t.seq, t.type, t.payload, t.created_at, t.prev_hash,
          t.sub, t.act, t.client_id), 1,
          case when r.archived_seq = 0 then ops.chain_start(r.id) else r.archived_hash end) over chain as hash_before
      from ops.%I t join ops.runs r on r.id = t.run_id
      window chain as (partition by t.run_id order by t.seq)
    ) e
    where e.seq <> e.seq_before + 1 or e.prev_hash is distinct from e.hash_before
    limit 1$query$, check_partition_chain.partition_name) into broken;
  if broken.run_id is not null then
    perform ops.refuse('TP409',
      format('The chain of run %s is broken at event %s: its events stay as they are, as evidence', broken.run_id, broken.seq),
      jsonb_build_object('runId', broken.run_id, 'seq', broken.seq));
  end if;
end
$$;

-- A partition leaves whole, and after every older one, so that what is archived of a run is always its first events. One
-- with events of an open run stays: a handler that is tried again may read there what it has done already.
-- Executed by: nobody
-- Raises: TP404, TP409
create or replace function ops.retire_partition(archive ops.archives) returns void language plpgsql set search_path = '' as $$
declare
  partition_name constant text := archive.partition_name;
  partition record;
  found_id uuid;
  attempts int := 0;
begin
  select p.* into partition from ops.event_partitions() p where p.name = partition_name;
  if partition.name is null then
    perform ops.refuse('TP404', format('There is no partition %s', partition_name));
  elsif exists (select from ops.event_partitions() p where p.from_at < partition.from_at) then
    perform ops.refuse('TP409', format('Partition %s stays: an older one is still there', partition_name));
  end if;
  -- Nobody appends to it from here on; who reads it is not disturbed.
  execute format('lock table ops.%I in share mode', partition_name);
  if (select d.row_count <> archive.row_count or d.lines_digest <> archive.lines_digest
      from ops.digest_rows(archive.source, partition_name, null) d) then
    perform ops.refuse('TP409', format('Partition %s is not what archive %s holds', partition_name, archive.id));
  end if;
  execute format('select r.id from ops.runs r where not ops.is_ended(r.status)
    and exists (select from ops.%I t where t.run_id = r.id) limit 1', partition_name) into found_id;
  if found_id is not null then
    perform ops.refuse('TP409', format('Partition %s stays: run %s has not ended', partition_name, found_id),
      jsonb_build_object('runId', found_id));
  end if;
  perform ops.check_partition_chain(partition_name);
  execute format($update$
    update ops.runs r set archived_seq = e.seq,
      archived_hash = ops.event_hash(e.run_id, e.seq, e.type, e.payload, e.created_at, e.prev_hash, e.sub, e.act, e.client_id)
    from (select distinct on (t.run_id) t.* from ops.%I t order by t.run_id, t.seq desc) e
    where r.id = e.run_id$update$, partition_name);
  -- Dropped while attached, which detaches it in the same step: to detach it first would lock the runs too, which their
  -- writers lock before and after the events, and so in a circle. The lock on the events is asked for briefly and again,
  -- so that a long reader makes this wait and not everybody else.
  loop
    begin
      perform set_config('lock_timeout', '500ms', true);
      execute format('drop table ops.%I', partition_name);
      exit;
    exception when lock_not_available then
      attempts := attempts + 1;
      if attempts = 60 then
        perform ops.refuse('TP409', 'The events are being read all the time: try again later');
      end if;
      perform pg_sleep(0.5 + random() / 2);
    end;
  end loop;
  perform set_config('lock_timeout', '0', true);
end
$$;

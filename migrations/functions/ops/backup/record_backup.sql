-- Records a backup once; the same key and values answer the first row.
-- Executed by: operation
-- Raises: TP400, TP403, TP422
create or replace function ops.record_backup(
  kind text, database text, uri text, size bigint, digest text, taken_at timestamptz,
  verified_at timestamptz default null, idempotency_key text default null
) returns table (backup_id uuid, created boolean)
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  who constant text := ops.caller();
  values_digest constant bytea := sha256(convert_to(jsonb_build_array(
    record_backup.kind, record_backup.database, record_backup.uri, record_backup.size, record_backup.digest,
    extract(epoch from record_backup.taken_at), extract(epoch from record_backup.verified_at))::text, 'UTF8'));
  earlier ops.backups;
begin
  if record_backup.kind is null or record_backup.kind not in ('DAILY', 'WEEKLY', 'MONTHLY') then
    perform ops.refuse('TP400', '"kind" must be DAILY, WEEKLY or MONTHLY');
  end if;
  perform ops.check_text('database', record_backup.database);
  perform ops.check_text('uri', record_backup.uri, 2048);
  if record_backup.uri !~ '^[a-z][a-z0-9+.-]*://[^/]' or record_backup.uri ~* '^(data|blob|javascript|about):' then
    perform ops.refuse('TP400', '"uri" must point into object storage, e.g. s3://bucket/key: nothing is kept inline');
  end if;
  if record_backup.size is null or record_backup.size < 0 then
    perform ops.refuse('TP400', '"size" must be a number of bytes');
  end if;
  if record_backup.digest is null or record_backup.digest !~ '^sha256:[0-9a-f]{64}$' then
    perform ops.refuse('TP400', '"digest" must be sha256: and 64 hexadecimal digits');
  end if;
  if record_backup.taken_at is null or record_backup.taken_at > clock_timestamp() + interval '5 minutes' then
    perform ops.refuse('TP400', '"takenAt" must be a time that has come');
  end if;
  if record_backup.verified_at < record_backup.taken_at then
    perform ops.refuse('TP400', '"verifiedAt" must not be before "takenAt"');
  end if;
  if record_backup.idempotency_key is not null then
    perform ops.check_text('idempotencyKey', record_backup.idempotency_key);
  elsif ops.caller_agent() is not null then
    perform ops.refuse('TP400', 'An agent must give an idempotencyKey');
  end if;
  insert into ops.backups (kind, database, uri, size, digest, taken_at, verified_at, recorded_by, idempotency_key, input_digest)
  values (record_backup.kind, record_backup.database, record_backup.uri, record_backup.size, record_backup.digest,
    record_backup.taken_at, record_backup.verified_at, who, record_backup.idempotency_key, values_digest)
  on conflict (recorded_by, idempotency_key) where idempotency_key is not null do nothing
  returning id into record_backup.backup_id;
  record_backup.created := record_backup.backup_id is not null;
  if record_backup.created then
    return next;
    return;
  end if;
  select b.* into earlier from ops.backups b
  where b.recorded_by = who and b.idempotency_key = record_backup.idempotency_key;
  if earlier.input_digest is distinct from values_digest then
    perform ops.refuse('TP422', format('Backup %s has this idempotencyKey and other values: use a new key', earlier.id),
      jsonb_build_object('backupId', earlier.id));
  end if;
  return query select earlier.id, false;
end
$$;

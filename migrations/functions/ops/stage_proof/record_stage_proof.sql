-- Records what `tripoint stage verify` saw of an environment's Odoo, or, by its host, of a pull request's. checks is a list of
-- { name, verdict: passed | failed | not_seen, found, do }; whether it passed follows from them.
-- Executed by: operation
-- Raises: TP400, TP403, TP404, TP422
create or replace function ops.record_stage_proof(
  project_id uuid, checks jsonb, environment text default null, host text default null, evidence_digest text default null,
  run_id uuid default null, idempotency_key text default null
) returns ops.stage_proofs language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  who constant text := ops.caller();
  place uuid;
  tenant text;
  proof ops.stage_proofs;
  failed text[];
  not_seen text[];
begin
  select p.tenant_id into tenant from ops.projects p
  where p.id = record_stage_proof.project_id and p.tenant_id = coalesce(ops.tenant(), p.tenant_id);
  if not found then
    perform ops.refuse('TP404', format('There is no project %s', record_stage_proof.project_id));
  end if;
  if (record_stage_proof.environment is null) = (record_stage_proof.host is null) then
    perform ops.refuse('TP400', 'A proof is of an environment, or of the host of a pull request: give one of them');
  elsif record_stage_proof.host !~ '^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$' or length(record_stage_proof.host) > 253 then
    perform ops.refuse('TP400', 'A host is small letters, digits, dots and hyphens, without a scheme', '{"argument": "host"}');
  elsif record_stage_proof.evidence_digest !~ '^sha256:[0-9a-f]{64}$' then
    perform ops.refuse('TP400', 'The digest of evidence is sha256: and 64 hexadecimal digits', '{"argument": "evidenceDigest"}');
  end if;
  perform ops.check_json('checks', record_stage_proof.checks);
  if jsonb_typeof(record_stage_proof.checks) is distinct from 'array' then
    perform ops.refuse('TP400', 'Checks are a list', '{"argument": "checks"}');
  elsif record_stage_proof.checks = '[]' or exists (
    select from jsonb_array_elements(record_stage_proof.checks) c
    where jsonb_typeof(c) <> 'object' or coalesce(c ->> 'name', '') = ''
      or coalesce(c ->> 'verdict', '') not in ('passed', 'failed', 'not_seen')
  ) then
    perform ops.refuse('TP400', 'Checks are a list of at least one, each with a name and a verdict: passed, failed or not_seen',
      '{"argument": "checks"}');
  end if;
  if record_stage_proof.idempotency_key is not null then
    perform ops.check_text('idempotencyKey', record_stage_proof.idempotency_key);
  elsif ops.caller_agent() is not null then
    perform ops.refuse('TP400', 'An agent must give an idempotencyKey');
  end if;
  if record_stage_proof.environment is not null then
    place := ops.environment_of(record_stage_proof.project_id, record_stage_proof.environment);
  end if;
  select coalesce(array_agg(c ->> 'name') filter (where c ->> 'verdict' = 'failed'), '{}'),
    coalesce(array_agg(c ->> 'name') filter (where c ->> 'verdict' = 'not_seen'), '{}')
  into failed, not_seen from jsonb_array_elements(record_stage_proof.checks) c;
  insert into ops.stage_proofs (project_id, environment_id, host, passed, failed, not_seen, checks, evidence_digest, run_id,
    recorded_by, idempotency_key)
  values (record_stage_proof.project_id, place, record_stage_proof.host, failed = '{}' and not_seen = '{}', failed, not_seen,
    record_stage_proof.checks, record_stage_proof.evidence_digest, record_stage_proof.run_id, who,
    record_stage_proof.idempotency_key)
  on conflict (recorded_by, idempotency_key, tenant_id) where idempotency_key is not null do nothing
  returning * into proof;
  if proof.id is not null then
    return proof;
  end if;
  select * into proof from ops.stage_proofs s
  where s.recorded_by = who and s.idempotency_key = record_stage_proof.idempotency_key and s.tenant_id = tenant;
  if (proof.project_id, proof.environment_id, proof.host, proof.checks, proof.evidence_digest, proof.run_id)
    is distinct from (record_stage_proof.project_id, place, record_stage_proof.host, record_stage_proof.checks,
      record_stage_proof.evidence_digest, record_stage_proof.run_id) then
    perform ops.refuse('TP422', format('Proof %s has this idempotencyKey and other values: use a new key', proof.id),
      jsonb_build_object('stageProofId', proof.id));
  end if;
  return proof;
end
$$;

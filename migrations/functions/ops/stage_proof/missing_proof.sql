-- Why nothing is deployed where `tripoint stage verify` was last seen to fail; null where it passed, could not see all, or was
-- never asked. It is of an environment, or, where host is given, of a pull request's.
-- Executed by: nobody
-- Raises: nothing
create or replace function ops.missing_proof(environment_id uuid, project_id uuid default null, host text default null)
returns text language sql stable set search_path = '' as $$
  select format('its Odoo is not neutralized as `tripoint stage verify` saw it on %s (%s)',
    to_char(s.created_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI "UTC"'), array_to_string(s.failed, ', '))
  from (
    select s.failed, s.created_at from ops.stage_proofs s
    where s.environment_id = missing_proof.environment_id and missing_proof.host is null
      or missing_proof.host is not null and s.project_id = missing_proof.project_id and s.host = missing_proof.host
    order by s.created_at desc, s.id desc limit 1
  ) s
  where s.failed <> '{}'
$$;

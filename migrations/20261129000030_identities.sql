-- Who somebody is, in one spelling: the four eyes of an approval are two people, however each of them is written.

-- An identity as it is kept: without white space around it and without what nobody sees, and a uuid as Postgres itself
-- writes it, whatever form of one was given ("A0A0…", "{a0a0…}", "urn:uuid:a0a0…", "user:a0a0…"). Null for null.
create function ops.identity(given text) returns text
language plpgsql immutable strict set search_path = '' as $$
declare
  clean text := btrim(regexp_replace(
    translate(normalize(given, nfkc), U&'\00AD\200B\200C\200D\200E\200F\2060\FEFF', ''), '\s+', ' ', 'g'));
  bare text := regexp_replace(clean, '^(urn:uuid:|user:)', '', 'i');
begin
  if bare ~* '^([0-9a-f]{4}(-?[0-9a-f]{4}){7}|\{[0-9a-f]{4}(-?[0-9a-f]{4}){7}\})$' then
    return bare::uuid::text;
  end if;
  return clean;
end
$$;

-- Whether two identities are one, in whatever spelling: names and addresses differ in more than their capitals.
create function ops.is_same_identity(one text, other text) returns boolean
language sql immutable set search_path = '' as $$
  select lower(ops.identity(one)) = lower(ops.identity(other))
$$;

-- The identity, and of an address that one person of auth.users signs in with that person's uuid: who asks by the address
-- is who decides by the token.
create function ops.person_of(given text) returns text
language plpgsql stable strict security definer set search_path = '' as $$
declare
  named text := ops.identity(given);
  found uuid[];
begin
  if named !~ '@' or not exists (
    select from pg_catalog.pg_attribute a
    where a.attrelid = to_regclass('auth.users') and a.attname = 'email' and not a.attisdropped
      and has_schema_privilege('auth', 'usage') and has_table_privilege(a.attrelid, 'select')
  ) then
    return named;
  end if;
  select array_agg(u.id) into found from auth.users u where lower(u.email) = lower(named);
  return case when cardinality(found) = 1 then found[1]::text else named end;
end
$$;

-- Who did it: an agent's name, a user's uuid, or `service`. Who connects without claims is the owner or a service.
create or replace function ops.caller() returns text
language plpgsql stable set search_path = '' as $$
declare
  claims jsonb := ops.claims();
begin
  return coalesce(
    ops.caller_agent(),
    case when claims ->> 'role' in ('authenticated', 'anon') then coalesce(ops.identity(claims ->> 'sub'), 'anonymous') end,
    'service');
end
$$;

-- Not of old rows: what was decided stays as it was.
alter table ops.approvals add constraint approvals_decided_by_another
  check (not ops.is_same_identity(decided_by, requested_by)) not valid;

-- An approval begins undecided and is decided once; of what was asked, nothing changes.
create or replace function ops.guard_approval() returns trigger language plpgsql set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    if new.status <> 'PENDING' then
      raise exception 'An approval begins as PENDING: request it, then decide it' using errcode = 'TP409';
    end if;
    new.requested_by := ops.person_of(new.requested_by);
    return new;
  end if;
  if old.status <> 'PENDING' then
    raise exception 'The approval was decided by % already: %', old.decided_by, old.status using errcode = 'TP409',
      detail = jsonb_build_object('status', old.status, 'decidedBy', old.decided_by)::text;
  end if;
  if (new.id, new.subject, new.subject_id, new.requested_by, new.reason, new.created_at)
       is distinct from (old.id, old.subject, old.subject_id, old.requested_by, old.reason, old.created_at)
     or (new.project_id, new.environment_id, new.idempotency_key)
       is distinct from (old.project_id, old.environment_id, old.idempotency_key) then
    raise exception 'What an approval asks for does not change: request another one' using errcode = 'TP409';
  end if;
  new.decided_by := ops.person_of(new.decided_by);
  if ops.is_same_identity(new.decided_by, ops.person_of(new.requested_by)) then
    raise exception 'Who requested an approval does not decide it' using errcode = 'TP403';
  end if;
  return new;
end
$$;

-- Asks for an approval. While one for the same is undecided, that is the answer. Of a `deployment`, subject_id is the
-- build's uuid, the environment is one of its project's, and project_id need not be given.
-- A service says for whom it asks; anybody else asks in his own name.
create or replace function ops.request_approval(
  subject text, subject_id text, reason text, environment text default null, project_id uuid default null,
  requested_by text default null, idempotency_key text default null
) returns ops.approvals language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  wanted ops.approvals;
  approval ops.approvals;
begin
  perform ops.check_text('subject', request_approval.subject);
  perform ops.check_text('subjectId', request_approval.subject_id);
  perform ops.check_text('reason', request_approval.reason, 2000);
  if request_approval.subject !~ '^[a-z]+(_[a-z]+)*$' then
    perform ops.refuse('TP400', 'A subject is a word such as deployment', '{"argument": "subject"}');
  end if;
  if request_approval.requested_by is not null then
    perform ops.check_text('requestedBy', ops.identity(request_approval.requested_by));
    if ops.is_user() or ops.caller_agent() is not null then
      perform ops.refuse('TP403', 'Only a service asks in the name of another: leave requestedBy out');
    end if;
  end if;
  if request_approval.idempotency_key is not null then
    perform ops.check_text('idempotencyKey', request_approval.idempotency_key);
  elsif ops.caller_agent() is not null then
    perform ops.refuse('TP400', 'An agent must give an idempotencyKey');
  end if;
  wanted.subject := request_approval.subject;
  wanted.subject_id := request_approval.subject_id;
  wanted.project_id := request_approval.project_id;
  if wanted.subject = 'deployment' then
    select b.id::text, b.project_id into wanted.subject_id, wanted.project_id
      from ops.builds b where b.id::text = lower(request_approval.subject_id);
    if wanted.project_id is null or wanted.project_id <> request_approval.project_id then
      perform ops.refuse('TP404', format('There is no build %s in that project: subjectId of a deployment is its build''s uuid',
        request_approval.subject_id), '{"argument": "subjectId"}');
    end if;
  elsif wanted.project_id is not null and not exists (select from ops.projects p where p.id = wanted.project_id) then
    perform ops.refuse('TP404', format('There is no project %s', wanted.project_id));
  end if;
  if wanted.subject = 'deployment' or request_approval.environment is not null then
    wanted.environment_id := ops.environment_of(wanted.project_id, request_approval.environment);
  end if;
  -- Serializes the requests of one subject, so that the second finds what the first made.
  perform pg_advisory_xact_lock(hashtextextended(wanted.subject || ' ' || wanted.subject_id, 7));
  select * into approval from ops.approvals a
  where a.subject = wanted.subject and a.idempotency_key = request_approval.idempotency_key;
  if approval.id is not null and (approval.subject_id, approval.environment_id, approval.project_id)
     is distinct from (wanted.subject_id, wanted.environment_id, wanted.project_id) then
    perform ops.refuse('TP422', format('Approval %s has this idempotencyKey and asks for something else: use a new key', approval.id),
      jsonb_build_object('approvalId', approval.id));
  end if;
  if approval.id is null then
    select * into approval from ops.approvals a
    where a.subject = wanted.subject and a.subject_id = wanted.subject_id
      and a.environment_id is not distinct from wanted.environment_id and a.status = 'PENDING';
  end if;
  if approval.id is null then
    insert into ops.approvals (subject, subject_id, project_id, environment_id, requested_by, reason, idempotency_key)
    values (wanted.subject, wanted.subject_id, wanted.project_id, wanted.environment_id,
      coalesce(request_approval.requested_by, ops.caller()), request_approval.reason, request_approval.idempotency_key)
    returning * into approval;
  end if;
  return approval;
end
$$;

-- A link says who a user of Odoo is, and is taken once: not again with a space after it.
create function ops.normalise_odoo_user() returns trigger language plpgsql set search_path = '' as $$
begin
  new.odoo_instance := ops.identity(new.odoo_instance);
  new.odoo_user_id := ops.identity(new.odoo_user_id);
  new.login := ops.identity(new.login);
  return new;
end
$$;
create trigger normalise before insert or update on ops.odoo_users
  for each row execute function ops.normalise_odoo_user();

revoke execute on function
  ops.identity(text), ops.is_same_identity(text, text), ops.person_of(text), ops.normalise_odoo_user() from public;

-- What makes a token less than its user's own: the locks of the database ask it too, for whoever comes by another door.
--
-- The gateway gives such viewers roles of their own (`anonymous_user`, `client_…`), which hold the grants that the doctrine
-- gives them. PostgREST does not: to it they are `authenticated`, and to that role they are nobody here.

-- Roles belong to the cluster: another database may be making the same one now.
do $$
begin
  if not exists (select from pg_roles where rolname = 'anonymous_user') then
    begin
      create role anonymous_user nologin noinherit;
    exception when duplicate_object or unique_violation then null;
    end;
  end if;
  if not exists (
    select from pg_auth_members m where m.roleid = 'anonymous_user'::regrole and m.member = 'gateway'::regrole
  ) then
    begin
      grant anonymous_user to gateway;
    exception when unique_violation then null;
    end;
  end if;
end
$$;

-- The user that asks; null where the claims say less than a full one: an anonymous sign-in, a token that a third party's
-- application was given, one that is limited to scopes or bound to a key. `is_anonymous` that is no boolean counts as true.
create function work.user_id() returns uuid
language sql stable set search_path = '' as $$
  select case
    when current_setting('role') = 'authenticated' and (c.claims ?| '{client_id,azp,act,cnf,scope,scp,authorization_details}'
      or coalesce(c.claims -> 'is_anonymous', 'false') <> 'false') then null
    else auth.uid() end
  from (select work.claims() as claims) c
$$;

create or replace function work.my_space_ids() returns setof uuid
language sql stable security definer set search_path = '' as
  $$ select space_id from work.permissions where user_id = (select work.user_id()) $$;
create or replace function work.my_open_space_ids() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select p.space_id from work.permissions p join work.spaces s on s.id = p.space_id
  where p.user_id = (select work.user_id()) and s.archived_at is null
$$;
create or replace function work.my_editable_space_ids() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select p.space_id from work.permissions p join work.spaces s on s.id = p.space_id
  where p.user_id = (select work.user_id()) and p.role in ('editor', 'admin') and s.archived_at is null
$$;
create or replace function work.my_admin_space_ids() returns setof uuid
language sql stable security definer set search_path = '' as $$
  select p.space_id from work.permissions p where p.user_id = (select work.user_id()) and p.role = 'admin'
$$;

drop policy admin_deletes_and_members_leave on work.permissions;
create policy admin_deletes_and_members_leave on work.permissions for delete to authenticated
  using (user_id = (select work.user_id()) or space_id in (select work.my_admin_space_ids()));

-- What every mutation of the workspace begins with, as before.
create or replace function work.begin_once(key text, mutation text, input jsonb) returns jsonb
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  asker text := work.caller();
  digest bytea := sha256(convert_to(begin_once.mutation || E'\n' || coalesce(begin_once.input, '{}')::text, 'UTF8'));
  known work.idempotency_keys;
begin
  if work.is_user() and work.user_id() is null then
    perform work.refuse('TP403', 'The token names no full user, and nobody else writes into the workspace');
  end if;
  if begin_once.key is null then
    if asker <> 'service' and not work.is_user() then
      perform work.refuse('TP400', 'An agent gives an idempotency key');
    end if;
    return null;
  end if;
  if length(begin_once.key) not between 1 and 200 then
    perform work.refuse('TP400', 'An idempotency key has from 1 to 200 characters');
  end if;
  insert into work.idempotency_keys as k (viewer, key, mutation, input_digest)
  values (asker, begin_once.key, begin_once.mutation, digest)
  on conflict do nothing;
  if found then
    return null;
  end if;
  select k.* into known from work.idempotency_keys k where k.viewer = asker and k.key = begin_once.key;
  if known.input_digest is distinct from digest then
    perform work.refuse('TP422', 'This idempotency key was used with another input: take a new one');
  end if;
  return known.answer;
end
$$;

-- The projects in which the user that asks is a member.
create or replace function ops.my_project_ids() returns setof uuid
language sql stable security definer set search_path = '' as
  $$ select project_id from ops.project_members where user_id = (select work.user_id()) $$;

-- Decides an approval, once. A user decides in his own name, as a member of its project whose role may; a service says
-- who decided. The same decision by the same person again answers what is there.
create or replace function ops.decide_approval(approval_id uuid, decision text, comment text default null, decided_by text default null)
returns ops.approvals language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  approval ops.approvals;
  decider text := ops.person_of(decide_approval.decided_by);
  may_approve boolean;
begin
  if decide_approval.decision is null or decide_approval.decision not in ('APPROVED', 'REJECTED') then
    perform ops.refuse('TP400', 'The decision must be APPROVED or REJECTED', '{"argument": "decision"}');
  end if;
  if decide_approval.comment is not null then
    perform ops.check_text('comment', decide_approval.comment, 2000);
  end if;
  if ops.caller_agent() is not null then
    perform ops.refuse('TP403', 'An agent decides no approval: a person does');
  end if;
  select * into approval from ops.approvals a where a.id = decide_approval.approval_id for update;
  if ops.is_user() then
    if decider is not null and not ops.is_same_identity(decider, ops.caller()) then
      perform ops.refuse('TP403', 'A user decides in his own name: leave decidedBy out');
    end if;
    decider := ops.caller();
    select r.may_approve into may_approve
    from ops.project_members m join ops.roles r on r.id = m.role_id
    where m.project_id = approval.project_id and m.user_id = work.user_id();
  else
    may_approve := true;
    perform ops.check_text('decidedBy', decider);
  end if;
  -- A user learns nothing about a project that is not his.
  if approval.id is null or may_approve is null then
    perform ops.refuse('TP404', format('There is no approval %s', decide_approval.approval_id));
  elsif not may_approve then
    perform ops.refuse('TP403', 'Your role in the project may not decide approvals: ask a release manager');
  elsif ops.is_same_identity(decider, ops.person_of(approval.requested_by)) then
    perform ops.refuse('TP403', 'Who requested an approval does not decide it: ask somebody else');
  end if;
  if approval.status = decide_approval.decision and ops.is_same_identity(approval.decided_by, decider) then
    return approval;
  end if;
  -- The trigger refuses what was decided already.
  update ops.approvals a set
    status = decide_approval.decision, decided_by = decider, decided_at = clock_timestamp(), comment = decide_approval.comment
  where a.id = approval.id returning * into approval;
  return approval;
end
$$;


revoke execute on function work.user_id() from public;
grant execute on function work.user_id() to authenticated, service_role;

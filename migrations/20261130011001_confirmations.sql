-- Confirmations of writes that were used: each is good for one. In a schema of which no viewer has usage; functions of `ops` that
-- the gateway's login alone executes keep and read them.
create table tripoint.confirmations (
  id uuid primary key,
  -- After it the confirmation would be refused anyway, and the row may leave; one with an approval stays.
  expires_at timestamptz not null,
  used_at timestamptz not null default now(),
  -- The approval that it needed: each lets one write through.
  approval_id uuid unique,
  -- The event that says what was written.
  event_run_id uuid,
  event_seq int
);
create index confirmations_expired on tripoint.confirmations (expires_at) where approval_id is null;
alter table tripoint.confirmations enable row level security;
revoke all on tripoint.confirmations from public;
create policy nobody on tripoint.confirmations for all to gateway using (false);

-- The journals that are open.
create index runs_open_journals on ops.runs (created_at)
  where agent = 'tripoint-gateway' and kind = 'agent.writes' and status = 'RUNNING';
-- Approvals by what they are for, decided ones too.
create index approvals_subject on ops.approvals (subject, subject_id);

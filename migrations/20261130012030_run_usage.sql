-- What the requests of a run have used: counted to the run that they name.
alter table ops.runs
  add column used_calls int not null default 0 check (used_calls >= 0),
  add column used_rows int not null default 0 check (used_rows >= 0),
  add column used_ms int not null default 0 check (used_ms >= 0),
  add column used_tokens int not null default 0 check (used_tokens >= 0),
  add column writes int not null default 0 check (writes >= 0);
comment on column ops.runs.used_ms is 'Milliseconds that upstream calls took together, for requests that named the run.';
comment on column ops.runs.writes is 'Mutations that were done for requests that named the run.';

create view ops.run_usage with (security_invoker = true) as
  select id, used_calls as calls, used_rows as rows, used_ms as ms, used_tokens as tokens from ops.runs;

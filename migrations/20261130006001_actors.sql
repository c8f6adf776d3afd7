-- Who did it, by the verified claims of whoever called: the person (`sub`), the agent (`act`) and the OAuth client
-- (`client_id`). Rows of before have none, and no row is written anew.

alter table ops.runs add column sub uuid, add column act text, add column client_id text;
comment on column ops.runs.sub is 'The person who enqueued it, or for whom an agent did; null where nobody''s token said so.';
comment on column ops.runs.act is 'The agent that enqueued it; null where none did.';
comment on column ops.runs.client_id is 'The OAuth client by whose token it was enqueued; null where none was.';

alter table ops.run_events add column sub uuid, add column act text, add column client_id text;
comment on column ops.run_events.sub is 'The person who caused it, or for whom an agent did. It is part of the hash, as act and client_id are.';

alter table ops.approvals add column sub uuid, add column act text, add column client_id text;
comment on column ops.approvals.sub is 'The person who asked, or for whom an agent did; null where nobody''s token said so.';

alter table work.page_history add column sub uuid, add column act text, add column client_id text;
alter table work.page_changes add column sub uuid, add column act text, add column client_id text;
alter table work.blocks add column sub uuid, add column act text, add column client_id text;
alter table work.comments add column sub uuid, add column act text, add column client_id text;
comment on column work.blocks.sub is 'The person who wrote what stands in it, or for whom an agent did; null where nobody''s token said so.';
comment on column work.comments.sub is 'The person who wrote its text, or for whom an agent did; null where nobody''s token said so.';

-- Counted by the agent, the person and the client: nobody spends the budget of somebody else. A month of rows is kept.
alter table ops.agent_usage
  add column id uuid not null default gen_random_uuid(),
  add column sub uuid, add column act text, add column client_id text,
  drop constraint agent_usage_pkey,
  add primary key (id);
create unique index agent_usage_counted on ops.agent_usage (agent, day, coordinate, sub, client_id) nulls not distinct;
comment on column ops.agent_usage.sub is 'The person for whom the agent asked; null while it acted for nobody.';

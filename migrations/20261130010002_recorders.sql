-- What is recorded in the ledger says who did it, as runs do: the person (`sub`), the agent (`act`) and the OAuth client
-- (`client_id`). Rows of before have none, and no row is written anew.

alter table ops.artifacts add column sub uuid, add column act text, add column client_id text;
alter table ops.builds add column sub uuid, add column act text, add column client_id text;
alter table ops.deployments add column sub uuid, add column act text, add column client_id text;
alter table ops.backups add column sub uuid, add column act text, add column client_id text;

-- The list of what agents have used, by day.
create index agent_usage_days on ops.agent_usage (day, agent, coordinate, id);

create or replace function ops.note_actor() returns trigger
language plpgsql security definer set search_path = '' as $$
declare
  who record;
begin
  -- The owner, in a restore: the row comes as it was.
  if ops.claims() is null and current_setting('role') = 'none' then
    return new;
  end if;
  who := ops.acting();
  new.sub := who.sub;
  new.act := who.act;
  new.client_id := who.client_id;
  return new;
end
$$;
revoke all on function ops.note_actor from public;
comment on function ops.note_actor is 'Notes who records a row of the ledger: the person, the agent and the OAuth client of the verified claims, whatever is given.
SECURITY DEFINER: nobody asks for the claims so.';

create trigger note_actor before insert on ops.artifacts for each row execute function ops.note_actor();
create trigger note_actor before insert on ops.builds for each row execute function ops.note_actor();
create trigger note_actor before insert on ops.deployments for each row execute function ops.note_actor();
create trigger note_actor before insert on ops.backups for each row execute function ops.note_actor();

-- How often an agent has asked for what ssot/doctrine.yaml gives it a daily budget of: one row an agent, day and root
-- field, counted here because several gateways answer for the same agent. How much it may, the doctrine alone says.

create table ops.agent_usage (
  agent text not null check (agent <> ''),
  -- In UTC.
  day date not null,
  -- The root field, e.g. Mutation.enqueueRun.
  coordinate text not null check (coordinate ~ '^(Query|Mutation|Subscription)\.[A-Za-z_][A-Za-z0-9_]*$'),
  used int not null check (used > 0),
  primary key (agent, day, coordinate)
);
comment on column ops.agent_usage.used is 'Times that it was asked for, also where the answer was a refusal.';

alter table ops.agent_usage enable row level security;
grant select on ops.agent_usage to service_role, agent_sync_odoo_agent;
create policy read_agent_usage on ops.agent_usage for select to service_role, agent_sync_odoo_agent using (true);

-- Adds to what an agent has used today, unless it would then be more than `most`; answers what is left, or null where it
-- was too much, and nothing was added. Called by the gateway in its own name: an agent spends nobody's budget, not even its
-- own. What is older than a month leaves with the first use of a day.
create function ops.spend_budget(agent text, coordinate text, times int, most int) returns int
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  today date := (clock_timestamp() at time zone 'UTC')::date;
  total int;
begin
  perform ops.check_text('agent', spend_budget.agent);
  perform ops.check_number('times', spend_budget.times, 1, 1000000);
  perform ops.check_number('most', spend_budget.most, 1, 1000000000);
  if spend_budget.times > spend_budget.most then
    return null;
  end if;
  insert into ops.agent_usage as u (agent, day, coordinate, used)
  values (spend_budget.agent, today, spend_budget.coordinate, spend_budget.times)
  on conflict (agent, day, coordinate) do update set used = u.used + excluded.used
    where u.used + excluded.used <= spend_budget.most
  returning u.used into total;
  if total = spend_budget.times then
    delete from ops.agent_usage u where u.agent = spend_budget.agent and u.day < today - 31;
  end if;
  return spend_budget.most - total;
end
$$;
revoke execute on function ops.spend_budget(text, text, int, int) from public;
grant execute on function ops.spend_budget(text, text, int, int) to service_role;

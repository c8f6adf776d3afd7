-- Adds to what an agent has used today, unless it would then be more than `most`; answers what is left, or null where it
-- was too much, and nothing was added. While it acts for a person, that person's use is counted by itself, and so is an OAuth
-- client's: by the claims. Called by the gateway in its own name: an agent spends nobody's budget, not even its own. What is
-- older than a month leaves with the first use of a day.
-- Executed by: operation
-- Raises: TP400
create or replace function ops.spend_budget(agent text, coordinate text, times int, most int) returns int
language plpgsql security definer set search_path = '' as $$
#variable_conflict use_column
declare
  who record := ops.acting();
  today date := (clock_timestamp() at time zone 'UTC')::date;
  total int;
begin
  perform ops.check_text('agent', spend_budget.agent);
  perform ops.check_number('times', spend_budget.times, 1, 1000000);
  perform ops.check_number('most', spend_budget.most, 1, 1000000000);
  if spend_budget.times > spend_budget.most then
    return null;
  end if;
  insert into ops.agent_usage as u (agent, day, coordinate, used, sub, act, client_id)
  values (spend_budget.agent, today, spend_budget.coordinate, spend_budget.times, who.sub, who.act, who.client_id)
  on conflict (agent, day, coordinate, sub, client_id) do update set used = u.used + excluded.used
    where u.used + excluded.used <= spend_budget.most
  returning u.used into total;
  if total = spend_budget.times then
    delete from ops.agent_usage u where u.agent = spend_budget.agent and u.day < today - 31;
  end if;
  return spend_budget.most - total;
end
$$;

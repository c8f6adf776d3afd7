-- delivery-agent: its runs say what commands of delivery did. It sees these alone, and their files.
do $$
begin
  if not exists (select from pg_roles where rolname = 'agent_delivery_agent') then
    create role agent_delivery_agent nologin noinherit;
  end if;
-- Another database of the cluster was just told the same.
exception when duplicate_object or unique_violation then null;
end
$$;

create policy delivery_agent_reads on ops.runs for select to agent_delivery_agent using (agent = 'delivery-agent');
create policy delivery_agent_reads on ops.run_events for select to agent_delivery_agent
  using (exists (select from ops.runs r where r.id = run_id and r.agent = 'delivery-agent'));
create policy delivery_agent_reads on ops.artifacts for select to agent_delivery_agent
  using (exists (select from ops.runs r where r.id = run_id and r.agent = 'delivery-agent'));

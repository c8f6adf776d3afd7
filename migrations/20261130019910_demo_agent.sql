-- demo-agent sees its own runs, and what happened in them.
create policy demo_agent_reads on ops.runs for select to agent_demo_agent using (agent = 'demo-agent');
create policy demo_agent_reads on ops.run_events for select to agent_demo_agent
  using (exists (select from ops.runs r where r.id = run_id and r.agent = 'demo-agent'));

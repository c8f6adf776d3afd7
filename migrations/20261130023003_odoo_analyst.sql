-- odoo-analyst sees its own runs, and what happened in them.
do $$
begin
  if not exists (select from pg_roles where rolname = 'agent_odoo_analyst') then
    create role agent_odoo_analyst nologin noinherit;
  end if;
-- Another database of the cluster was just told the same.
exception when duplicate_object or unique_violation then null;
end
$$;
create policy odoo_analyst_reads on ops.runs for select to agent_odoo_analyst using (agent = 'odoo-analyst');
create policy odoo_analyst_reads on ops.run_events for select to agent_odoo_analyst
  using (exists (select from ops.runs r where r.id = run_id and r.agent = 'odoo-analyst'));

-- The agent that a module of Odoo asks as: it sees how many runs were done for projects, and nothing of what they work on.
do $$
begin
  if not exists (select from pg_roles where rolname = 'agent_odoo_panel') then
    create role agent_odoo_panel nologin noinherit;
  end if;
-- Another database of the cluster was just told the same.
exception when duplicate_object or unique_violation then null;
end
$$;
create policy panel_reads on ops.projects for select to agent_odoo_panel using (true);
create policy panel_reads on ops.project_runs for select to agent_odoo_panel using (true);

/** The summary of Odoo's projects, filled as if postgres_fdw had shown some: the embedded database has no such extension. */
import type { TestGateway } from './gateway.ts';

/** Tables as postgres_fdw shows them. */
export const SHOWN = `
create table ops.odoo_projects_fdw (id int, name jsonb, active boolean);
create table ops.odoo_tasks_fdw (id int, project_id int, active boolean, allocated_hours double precision);
insert into ops.odoo_projects_fdw values (1, '{"en_US": "Bridge", "de_DE": "Brücke"}', true), (2, '{"fr_FR": "Canal"}', true),
  (3, '{"en_US": "Quay"}', false), (4, '{"en_US": "Annex"}', true);
insert into ops.odoo_tasks_fdw values (1, 1, true, 0.1), (2, 1, true, 0.2), (3, 1, false, 40), (4, 2, true, null),
  (5, null, true, 8), (6, 3, true, 1.25);`;

/** Fills the summary, and leaves no table behind. */
export const FILL_SUMMARY = `begin; ${SHOWN} select ops.refresh_odoo_project_summary();
drop table ops.odoo_projects_fdw, ops.odoo_tasks_fdw; commit`;

/** The same for a gateway. */
export async function fillSummary(gateway: TestGateway): Promise<void> {
  await gateway.owner((client) => client.script(FILL_SUMMARY));
}

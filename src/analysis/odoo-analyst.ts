/** `odoo-analyst`: executes runs of kind `analysis.refresh`, each of which makes the summary of Odoo's projects anew. */
import { agentViewer } from '../auth/viewer.ts';
import { GatewayError } from '../errors.ts';
import { callFunction } from '../postgres/call-function.ts';
import { readRows } from '../postgres/json-rows.ts';
import type { PostgresSource } from '../postgres/source.ts';

/** The name of the agent in the doctrine. */
export const ANALYST_AGENT = 'odoo-analyst';
/** The kind of its runs. */
export const REFRESH_KIND = 'analysis.refresh';

/** Its handlers: done twice, the summary is as new as the second time. */
export function createAnalystHandlers(postgres: Pick<PostgresSource, 'repeatable'>) {
  return {
    [REFRESH_KIND]: async () => {
      const { text, values } = callFunction('ops.refresh_odoo_project_summary', {}, 'refreshed');
      const viewer = agentViewer(ANALYST_AGENT);
      const [row] = await readRows((statement) => postgres.repeatable(viewer, statement), { text, values });
      if (row?.refreshed === true) return { refreshed: true };
      throw new GatewayError('NOT_CONFIGURED', "Odoo's database is not connected: run `tripoint odoo fdw --apply`");
    },
  };
}

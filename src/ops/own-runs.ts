/** Tells which runs are an agent's own; a constraint of the doctrine asks. */
import type { Viewer } from '../auth/viewer.ts';
import type { PostgresSource } from '../postgres/source.ts';

const AGENTS = "select coalesce(json_agg(r.agent), '[]')::text from ops.runs r where r.id = any ($1::uuid[])";

/** Runs of its own. */
export const ownRuns = {
  what: 'a run of its own',
  /** Whether any of the runs is another agent's; one that does not exist is nobody's. */
  hasStranger: async (postgres: PostgresSource, viewer: Viewer, ids: readonly string[]): Promise<boolean> => {
    const bytes = await postgres.render(viewer, { text: AGENTS, values: [ids] });
    return (JSON.parse(bytes.toString('utf8')) as string[]).some((agent) => agent !== viewer.agent);
  },
};

/** Tells the spaces of the user that an agent acts for; a constraint of the doctrine asks. */
import type { Viewer } from '../auth/viewer.ts';
import type { PostgresSource } from '../postgres/source.ts';

/** Goes by the token's claims, whatever the policies of the tables show. */
const OWN = "select coalesce(json_agg(id), '[]')::text from work.my_space_ids() id";

/** Spaces of the user that it acts for. */
export const ownSpaces = {
  what: 'a space of the user it acts for',
  hasStranger: async (postgres: PostgresSource, viewer: Viewer, ids: readonly string[]): Promise<boolean> => {
    const bytes = await postgres.render(viewer, { text: OWN, values: [] });
    const own = JSON.parse(bytes.toString('utf8')) as string[];
    return ids.some((id) => !own.includes(id));
  },
};

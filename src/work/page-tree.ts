/** `Query.pageTree`: the pages of a space in the order in which a tree shows them. */
import { badInput } from '../errors.ts';
import { isUuid } from '../plan/id.ts';
import type { JsonRow } from '../postgres/json-rows.ts';
import type { Readings } from '../postgres/reading.ts';

/** Nodes of one answer at most. */
const MAX_NODES = 1_000;
/** Levels that a tree has at most. */
const MAX_DEPTH = 50;

/** By root field. */
export const pageReadings: Readings = {
  pageTree: {
    statement: ({ spaceId, depth, archived }) => {
      if (!isUuid(String(spaceId))) throw badInput('spaceId', 'must be a uuid');
      if (Number(depth) < 1 || Number(depth) > MAX_DEPTH) throw badInput('depth', `must be from 1 to ${MAX_DEPTH}`);
      return {
        text: `select * from work.page_tree(space_id => $1::uuid, depth => $2::int, archived => $3::boolean, most => $4::int)`,
        // One more than is answered tells whether these are all.
        values: [spaceId, depth ?? 3, archived ?? false, MAX_NODES + 1],
      };
    },
    answer: (rows) => ({ nodes: rows.slice(0, MAX_NODES).map(toNode), isComplete: rows.length <= MAX_NODES }),
  },
};

function toNode(row: JsonRow) {
  return {
    id: row.id,
    parentId: row.parent_id,
    title: row.title,
    level: row.level,
    childCount: row.children,
    version: row.version,
    // The session's time zone is UTC.
    archivedAt: typeof row.archived_at === 'string' ? row.archived_at.replace('+00:00', 'Z') : null,
  };
}

/** Whether pages wait for the search index and nobody indexes: said at the start, or search would miss them silently. */
import { agentViewer } from '../auth/viewer.ts';
import type { Log } from '../log.ts';
import { readRows } from '../postgres/json-rows.ts';
import type { PostgresSource } from '../postgres/source.ts';

/** Seconds that a page may wait while an indexer that was seen before is at other pages. */
const PATIENCE_SECONDS = 60;

/** An indexer was seen where it holds a page, or has indexed one since the oldest began to wait. */
const STATE = `select count(*)::int as pages,
    coalesce(extract(epoch from now() - min(q.enqueued_at)), 0)::float8 as seconds,
    coalesce(bool_or(q.claimed_by is not null and q.claimed_until > now()), false) as "isClaimed",
    (select max(s.indexed_at) from work.search_index s) > min(q.enqueued_at) as "isIndexing",
    exists (select from work.search_index) as "wasSeen"
  from work.index_queue q where q.dead_at is null`;

/** Warns where pages wait and no indexer was seen. Whatever goes wrong here is logged, and keeps no gateway from starting. */
export async function sayUnindexed(postgres: Pick<PostgresSource, 'render'>, log: Log): Promise<void> {
  try {
    const viewer = agentViewer('workspace-indexer');
    const [row] = await readRows((statement) => postgres.render(viewer, statement), { text: STATE, values: [] });
    const seconds = Number(row?.seconds);
    const isSeen =
      row?.isClaimed === true || row?.isIndexing === true || (row?.wasSeen === true && seconds < PATIENCE_SECONDS);
    if (!row?.pages || isSeen) return;
    log.warn(
      { pages: row.pages, oldestSeconds: Math.round(seconds) },
      'pages wait for the search index and no indexer was seen: start `tripoint indexer`, or search does not find them',
    );
  } catch (err) {
    log.warn({ err }, 'whether pages wait for the search index could not be read');
  }
}

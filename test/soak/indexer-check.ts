/** What the index must hold when all is quiet, and what may have been embedded more than once. */
import { createHash } from 'node:crypto';
import { chunkPage, type IndexedBlock } from '../../src/work/search/chunk.ts';
import type { BusDatabase } from '../support/bus-database.ts';
import type { EmbeddingLog } from './indexer-processes.ts';

/** Milliseconds that what is left may take: the leases of the last dead, and what failed once. */
const DRAIN_MS = 300_000;

/** Resolves when no page waits. @throws Error where that takes too long. */
export async function untilIndexed({ query }: BusDatabase): Promise<void> {
  const deadline = performance.now() + DRAIN_MS;
  while (performance.now() < deadline) {
    const [row] = await query('select count(*)::int as waiting from work.index_queue where dead_at is null');
    if (row?.waiting === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error('pages still wait');
}

/** @throws Error where the index is not what the pages are, or a text was embedded twice without a kill. */
export async function checkIndex(
  database: BusDatabase,
  log: EmbeddingLog,
  report: (line: string) => void,
): Promise<void> {
  const wrong = await findWrongPages(database);
  const { embedded, hashes, doubles, unexplained } = countDoubles(log);
  const [left] =
    await database.query(`select count(*) filter (where dead_at is not null)::int as dead, count(*)::int as queued,
    (select count(*)::int from work.embedding_claims) as claims, (select count(*)::int from work.search_index) as chunks,
    (select count(*)::int from work.search_index where embedding is null or native_dimensions <> 64) as bare from work.index_queue`);
  report(
    `${String(left?.chunks)} chunks; pages that are not indexed as they stand: ${wrong}; dead letters ${String(left?.dead)}; left in the queue ${String(left?.queued)}; chunks without a vector ${String(left?.bare)}; claims left ${String(left?.claims)}`,
  );
  report(
    `${embedded} texts embedded, of ${hashes} different; ${log.underWay.size} under way at a kill; again because of a kill: ${doubles - unexplained}; again without one: ${unexplained}`,
  );
  if (wrong > 0 || left?.queued !== 0 || left?.bare !== 0 || left?.claims !== 0)
    throw new Error('the index does not hold what the pages say');
  if (unexplained > 0) throw new Error('texts were embedded twice, and no indexer had died at them');
}

/** Each page is cut once more, and compared with what is stored: hashes, versions, spaces. */
async function findWrongPages({ query }: BusDatabase): Promise<number> {
  const pages = await query(`select p.id, p.title, p.version, p.space_id, p.archived_at is not null as archived,
    coalesce((select json_agg(json_build_object('id', b.id, 'parentId', b.parent_id, 'type', b.type, 'content', b.content) order by b.rank, b.id)
      from work.blocks b where b.page_id = p.id), '[]') as blocks,
    coalesce((select json_agg(json_build_object('hash', encode(s.content_hash, 'hex'), 'version', s.page_version, 'space', s.space_id) order by s.chunk)
      from work.search_index s where s.page_id = p.id), '[]') as stored
    from work.pages p`);
  return pages.filter(({ title, version, space_id: space, archived, blocks, stored }) => {
    const cut = archived ? [] : chunkPage({ title: String(title), blocks: blocks as readonly IndexedBlock[] });
    const wanted = cut.map(({ contentHash: hash }) => ({ hash, version, space }));
    return JSON.stringify(wanted) !== JSON.stringify(stored);
  }).length;
}

/**
 * A text that comes again is explained where an indexer held it reserved when it died: what it had asked the endpoint,
 * nobody knows any more. So each text may come once, and once more for each death at it.
 */
function countDoubles({ texts, underWay }: EmbeddingLog) {
  const times = new Map<string, number>();
  for (const text of texts()) {
    const hash = createHash('sha256').update(text).digest('hex');
    times.set(hash, (times.get(hash) ?? 0) + 1);
  }
  const again = [...times].map(([hash, count]) => ({ more: count - 1, allowed: underWay.get(hash) ?? 0 }));
  return {
    embedded: texts().length,
    hashes: times.size,
    doubles: again.reduce((sum, { more }) => sum + more, 0),
    unexplained: again.reduce((sum, { more, allowed }) => sum + Math.max(0, more - allowed), 0),
  };
}

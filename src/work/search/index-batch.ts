/** One batch of the indexer: pages are claimed, cut into chunks, what is new of them is embedded, and all is given back. */
import { withSpan } from '../../tracing/span.ts';
import { type Chunk, chunkPage } from './chunk.ts';
import { embedChunks } from './embed-chunks.ts';
import type { ClaimedPage, HashState, IndexedPage } from './index-queue.ts';
import type { BatchOutcome, Indexing, PageInHand, Settling } from './indexing.ts';
import { giveBack } from './settle.ts';

/** Rejects where the queue does not answer: what was claimed is due again when its lease ends. */
export async function indexBatch(indexing: Indexing): Promise<BatchOutcome> {
  const { queue, batchPages } = indexing;
  const startTime = Date.now();
  const claimed = await queue.claim(batchPages);
  const tally = { claimed: claimed.length, indexed: 0, embedded: 0, failed: 0, dead: 0, isOutage: false };
  if (claimed.length === 0) return tally;
  const attributes = { 'messaging.system': 'tripoint', 'messaging.batch.message_count': claimed.length };
  return withSpan('index pages', { kind: 'consumer', attributes, startTime }, async (span) => {
    await indexClaimed(indexing, claimed, tally);
    span.set({
      'tripoint.indexed': tally.indexed,
      'tripoint.embedded': tally.embedded,
      'tripoint.failed': tally.failed,
    });
    return tally;
  });
}

async function indexClaimed(
  indexing: Indexing,
  claimed: readonly ClaimedPage[],
  tally: Settling['tally'],
): Promise<void> {
  const held = new Set(claimed.map(({ pageId }) => pageId));
  const keeping = keepLeases(indexing, held);
  const settle = { ...indexing, tally, release: (pageId: string) => void held.delete(pageId) };
  try {
    const pages = await cutPages(settle, claimed);
    const { ready, states } = await reserveAll(settle, pages);
    await embedChunks(settle, ready, states);
  } finally {
    clearInterval(keeping);
  }
}

async function cutPages(settling: Settling, claimed: readonly ClaimedPage[]): Promise<PageInHand[]> {
  const found = new Map(
    (await settling.queue.read(claimed.map(({ pageId }) => pageId))).map((page) => [page.pageId, page]),
  );
  const cut: PageInHand[] = [];
  for (const page of claimed) {
    const now = found.get(page.pageId);
    // Gone, and its place in the queue with it.
    if (!now) settling.release(page.pageId);
    else cut.push({ page, version: now.version, chunks: cutPage(now) });
  }
  return cut;
}

function cutPage(page: IndexedPage): readonly Chunk[] {
  return page.isRemoved ? [] : chunkPage(page);
}

/**
 * Reserves what is new of the pages. One with a text that another worker is embedding right now comes later, when it finds
 * that stored; with it goes what was reserved in its name, so the others are asked for again.
 */
async function reserveAll(
  settling: Settling,
  pages: readonly PageInHand[],
): Promise<{ ready: readonly PageInHand[]; states: ReadonlyMap<string, HashState> }> {
  let ready = pages;
  for (;;) {
    const states = await settling.queue.reserve(settling.embedder.model, ready.map(wantedOf));
    const waits = ({ chunks }: PageInHand) => chunks.some(({ contentHash }) => states.get(contentHash) === 'ELSEWHERE');
    const waiting = ready.filter(waits);
    if (waiting.length === 0) return { ready, states };
    await giveBack(
      settling,
      waiting.map(({ page }) => page),
    );
    ready = ready.filter((page) => !waits(page));
  }
}

function wantedOf({ page, chunks }: PageInHand) {
  return { pageId: page.pageId, hashes: [...new Set(chunks.map(({ contentHash }) => contentHash))] };
}

/** At a third of the lease: two words may be lost. */
function keepLeases({ queue, log }: Indexing, held: ReadonlySet<string>): NodeJS.Timeout {
  const tell = () => {
    if (held.size === 0) return;
    queue.extend([...held]).catch((err: unknown) => log.warn({ err }, 'leases of pages could not be kept'));
  };
  return setInterval(tell, (queue.leaseSeconds * 1_000) / 3);
}

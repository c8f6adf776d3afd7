/** What becomes of a page that the indexer holds: stored, failed, or given back as it was. */
import { GatewayError } from '../../errors.ts';
import type { ClaimedPage } from './index-queue.ts';
import type { PageInHand, Settling } from './indexing.ts';

/**
 * Stores pages, one after the other: storing vectors keeps one core of the database busy, and writers need the others.
 *
 * @param vectorOf Gives what was embedded now; a chunk that it gives nothing for keeps what is stored.
 */
export async function acknowledge(
  settling: Settling,
  pages: readonly PageInHand[],
  vectorOf: (contentHash: string) => readonly number[] | undefined,
): Promise<void> {
  for (const page of pages) await acknowledgeOne(settling, page, vectorOf);
}

async function acknowledgeOne(
  settling: Settling,
  { page, version, chunks }: PageInHand,
  vectorOf: (contentHash: string) => readonly number[] | undefined,
): Promise<void> {
  const { queue, embedder, memory, tally, release } = settling;
  const stored = chunks.map((chunk) => {
    const embedding = vectorOf(chunk.contentHash);
    return embedding ? { ...chunk, embedding } : chunk;
  });
  const given = { page, version, model: embedder.model, nativeDimensions: memory.nativeDimensions, chunks: stored };
  try {
    // Not taken: another worker has it, or it is due again at once.
    if (await queue.acknowledge(given)) tally.indexed += 1;
    release(page.pageId);
  } catch (error) {
    await fail(settling, [page], error);
  }
}

/** Gives pages back with what went wrong. */
export async function fail(settling: Settling, pages: readonly ClaimedPage[], error: unknown): Promise<void> {
  const { queue, tally, log, release } = settling;
  const text = tellOf(error, (err) => log.error({ err }, 'a page could not be indexed'));
  for (const page of pages) {
    const isDead = await queue.fail(page, text);
    release(page.pageId);
    tally.failed += 1;
    if (isDead) tally.dead += 1;
    if (isDead) log.error({ page: page.pageId, reason: text }, 'a page is a dead letter of the search index');
  }
}

/** Gives pages back as they were, to be claimed again. */
export async function giveBack({ queue, release }: Settling, pages: readonly ClaimedPage[]): Promise<void> {
  for (const page of pages) {
    await queue.fail(page, null);
    release(page.pageId);
  }
}

/** Our own errors are written to be read. Any other goes to the log only, since it may quote a secret. */
function tellOf(error: unknown, report: (error: unknown) => void): string {
  if (error instanceof GatewayError) return `${error.code}: ${error.message}`;
  report(error);
  return 'INTERNAL_SERVER_ERROR: the indexer failed at this page; its log says why';
}

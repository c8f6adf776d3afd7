/** What is new of a batch is embedded, a few texts at a time, and each page is stored as soon as its own are there. */
import { GatewayError } from '../../errors.ts';
import { padEmbedding } from './embedder.ts';
import type { HashState } from './index-queue.ts';
import type { PageInHand, Settling } from './indexing.ts';
import { acknowledge, fail, giveBack } from './settle.ts';

/** Texts that the embedder is asked for at once: what a kill at the wrong moment costs is embedded again. */
const TEXTS_AT_ONCE = 64;
/** Failures in a row after which the embedder is at fault, not the pages. */
const FAILURES_OF_AN_OUTAGE = 3;
/** Codes of faults that go away by themselves, whatever the text. */
const OUTAGES = ['RATE_LIMITED', 'UPSTREAM_UNAVAILABLE', 'UPSTREAM_TIMEOUT'];

/** Settles every page that it is given: stored, failed, or given back. Rejects where the queue does not answer. */
export async function embedChunks(
  settling: Settling,
  pages: readonly PageInHand[],
  states: ReadonlyMap<string, HashState>,
): Promise<void> {
  const vectors = new Map<string, readonly number[]>();
  const isNew = (hash: string) => states.get(hash) === 'RESERVED' && !vectors.has(hash);
  const groups = groupPages(pages, isNew);
  for (let group = groups.shift(); group; group = groups.shift()) {
    if (settling.signal.aborted || settling.tally.isOutage) {
      await giveBack(settling, pagesOf([group, ...groups]));
      return;
    }
    const error = await embedGroup(settling, group, { vectors, isNew });
    if (error === null) await acknowledge(settling, group, (hash) => vectors.get(hash));
    else if (settling.signal.aborted) await giveBack(settling, pagesOf([group]));
    else if (settling.tally.isOutage || group.length === 1) await fail(settling, pagesOf([group]), error);
    // One text that the embedder does not take must not keep the others out: each page by itself.
    else groups.unshift(...group.map((page) => [page]));
  }
}

interface Vectors {
  readonly vectors: Map<string, readonly number[]>;
  /** Whether the text is this worker's to embed, and has not been yet. */
  readonly isNew: (hash: string) => boolean;
}

/** Adds the vectors of what is new in the group; what went wrong, or null. */
async function embedGroup(
  settling: Settling,
  group: readonly PageInHand[],
  { vectors, isNew }: Vectors,
): Promise<unknown> {
  const { memory, tally } = settling;
  const texts = new Map(
    group
      .flatMap(({ chunks }) => chunks.filter(({ contentHash }) => isNew(contentHash)))
      .map((c) => [c.contentHash, c.text]),
  );
  const wanted = [...texts];
  try {
    for (let at = 0; at < wanted.length; at += TEXTS_AT_ONCE) {
      const slice = wanted.slice(at, at + TEXTS_AT_ONCE);
      const given = await embedTexts(
        settling,
        slice.map(([, text]) => text),
      );
      for (const [index, [hash]] of slice.entries()) vectors.set(hash, given[index] as readonly number[]);
      tally.embedded += slice.length;
      memory.failuresInRow = 0;
    }
    return null;
  } catch (error) {
    memory.failuresInRow += 1;
    tally.isOutage =
      memory.failuresInRow >= FAILURES_OF_AN_OUTAGE || (error instanceof GatewayError && OUTAGES.includes(error.code));
    return error;
  }
}

/** @returns Padded vectors, one a text. @throws GatewayError, also where the vectors are not those of the model. */
async function embedTexts(settling: Settling, texts: readonly string[]): Promise<readonly number[][]> {
  const { embedder, pace, signal } = settling;
  await pace();
  // A signal of its own: what listens to it goes with the request, and not with the process.
  const vectors = await embedder.embed(texts, { purpose: 'passage', signal: AbortSignal.any([signal]) });
  if (vectors.length !== texts.length) throw refuse(`${vectors.length} vectors for ${texts.length} texts`);
  const native = await readNativeDimensions(settling, vectors);
  const stray = vectors.find(({ length }) => length !== native);
  if (stray) throw refuse(`a vector of ${stray.length} numbers, where the index holds ${native} of the same model`);
  return vectors.map(padEmbedding);
}

/** Vectors of two lengths under one model's name come from two models, and cannot be compared. */
async function readNativeDimensions(
  { memory, queue, embedder }: Settling,
  vectors: readonly (readonly number[])[],
): Promise<number> {
  memory.nativeDimensions ??= await queue.nativeDimensions(embedder.model);
  const native = memory.nativeDimensions ?? vectors[0]?.length ?? 0;
  // Remembered only once it is accepted: padEmbedding refuses a length that the index cannot keep.
  padEmbedding(vectors[0] ?? []);
  memory.nativeDimensions = native;
  return native;
}

function refuse(what: string): GatewayError {
  return new GatewayError('UPSTREAM_ERROR', `The embedding model gave ${what}`, { surface: 'work' });
}

/** In their order, as many to a group as one request takes; a page is not torn apart. */
function groupPages(pages: readonly PageInHand[], isNew: (hash: string) => boolean): PageInHand[][] {
  const groups: PageInHand[][] = [];
  let texts = Number.POSITIVE_INFINITY;
  const counted = new Set<string>();
  for (const page of pages) {
    const fresh = page.chunks.filter(({ contentHash }) => isNew(contentHash) && !counted.has(contentHash));
    for (const { contentHash } of fresh) counted.add(contentHash);
    if (texts + fresh.length > TEXTS_AT_ONCE) {
      groups.push([]);
      texts = 0;
    }
    groups.at(-1)?.push(page);
    texts += fresh.length;
  }
  return groups;
}

function pagesOf(groups: readonly (readonly PageInHand[])[]) {
  return groups.flat().map(({ page }) => page);
}

/** Embeddings of any OpenAI-compatible endpoint, in batches that its limits allow, tried again where that may help. */
import { setTimeout as sleep } from 'node:timers/promises';
import { ExponentialBackoff, halfJitterGenerator } from 'cockatiel';
import { GatewayError } from '../../errors.ts';
import { type Embedder, INDEX_DIMENSIONS } from './embedder.ts';
import { createOpenAiClient, type OpenAiConfig, openModelSpan, toUpstreamError } from './openai-client.ts';

/** What the embedder asks, and how patiently. */
export interface OpenAiEmbedderConfig extends OpenAiConfig {
  /** E.g. `text-embedding-3-small`. */
  readonly model: string;
  /** Milliseconds that one request may take; by default 60 000 for passages and 10 000 for a query. */
  readonly timeoutMs?: number;
  /** Requests after the first; by default 5 for passages and 1 for a query, behind which somebody waits. */
  readonly retries?: number;
}

/** The API's limits of one request, less what the estimate may be wrong by. */
const MAX_INPUTS = 2_048;
const MAX_TOKENS = 250_000;
/** Limit of one text: the API refuses a longer one whole, though its beginning says what it is about. */
const MAX_TEXT_TOKENS = 8_000;
/** UTF-8 bytes a token: English has 4, most other scripts about 3. */
const BYTES_A_TOKEN = 3;

/** Lengths that are published; of other models the first answer tells. */
const NATIVE_DIMENSIONS: Readonly<Record<string, number>> = {
  'text-embedding-3-small': 1_536,
  'text-embedding-ada-002': 1_536,
};

/**
 * Milliseconds before the first retry, and at most; doubled each time. Half of them at random, so that those who failed
 * together do not come back together.
 */
const BACKOFF = new ExponentialBackoff({ generator: halfJitterGenerator, initialDelay: 500, maxDelay: 30_000 });
/** Where the API asks for a longer wait than this, the caller decides. */
const MAX_WAIT_MS = { passage: 30_000, query: 2_000 } as const;

type Purpose = 'passage' | 'query';

/** @throws GatewayError where a vector's length is not that of the others, or none that the index keeps. */
export function createOpenAiEmbedder(config: OpenAiEmbedderConfig): Embedder {
  const client = createOpenAiClient(config);
  const isPlausible = createCheck(NATIVE_DIMENSIONS[config.model] ?? null);
  const ask = async (input: readonly string[], { purpose, signal, onTokens }: Parameters<Embedder['embed']>[1]) => {
    const timeout = config.timeoutMs ?? (purpose === 'query' ? 10_000 : 60_000);
    const limit = AbortSignal.timeout(timeout);
    const span = openModelSpan(config, 'embeddings', config.model);
    // Base64 is a quarter of the bytes; an endpoint that does not know it sends numbers.
    const body = { model: config.model, input, encoding_format: 'base64' };
    const asking = { signal: signal ? AbortSignal.any([signal, limit]) : limit, headers: span.headers };
    const answer = (await client.embed(body, asking).catch((thrown: unknown) => {
      span.end(toUpstreamError(thrown, signal));
      throw thrown;
    })) as Answer;
    span.end();
    onTokens?.(answer?.usage?.total_tokens ?? 0);
    return readVectors(answer, input.length, isPlausible);
  };
  return {
    model: config.model,
    isLexical: false,
    embed: async (texts, options) => {
      const { purpose, signal } = options;
      const retries = config.retries ?? (purpose === 'query' ? 1 : 5);
      const vectors: (readonly number[])[] = [];
      for (const batch of splitBatches(texts)) {
        vectors.push(...(await tryAgain(() => ask(batch, options), { retries, purpose, signal })));
      }
      return vectors;
    },
  };
}

/** Batches of at most `MAX_INPUTS` texts and about `MAX_TOKENS` tokens, in order; too long a text is cut. */
export function splitBatches(texts: readonly string[]): string[][] {
  const batches: string[][] = [];
  let tokens = 0;
  for (const text of texts) {
    const input = cut(text);
    const count = countTokens(input);
    const last = batches.at(-1);
    if (last === undefined || last.length === MAX_INPUTS || tokens + count > MAX_TOKENS) {
      batches.push([input]);
      tokens = count;
    } else {
      last.push(input);
      tokens += count;
    }
  }
  return batches;
}

const countTokens = (text: string): number => Math.ceil(Buffer.byteLength(text) / BYTES_A_TOKEN);

/** The API refuses an empty text too. */
function cut(text: string): string {
  if (text === '') return ' ';
  const bytes = MAX_TEXT_TOKENS * BYTES_A_TOKEN;
  if (text.length * 3 <= bytes || Buffer.byteLength(text) <= bytes) return text;
  // A character that was cut in two decodes to U+FFFD.
  return Buffer.from(text)
    .subarray(0, bytes)
    .toString('utf8')
    .replace(/\ufffd+$/, '');
}

interface Patience {
  readonly retries: number;
  readonly purpose: Purpose;
  readonly signal: AbortSignal | undefined;
}

/** Asks again after faults of a moment, with growing waits, or as long as the API says. */
async function tryAgain<T>(ask: () => Promise<T>, { retries, purpose, signal }: Patience): Promise<T> {
  let backoff = BACKOFF.next();
  for (let attempt = 0; ; attempt += 1, backoff = backoff.next(undefined)) {
    try {
      return await ask();
    } catch (thrown) {
      const error = toUpstreamError(thrown, signal);
      const waitMs = findWait(error, backoff.duration);
      if (attempt >= retries || waitMs > MAX_WAIT_MS[purpose] || signal?.aborted) throw error;
      await sleep(waitMs, undefined, signal && { signal }).catch((late: unknown) => {
        throw toUpstreamError(late, signal);
      });
    }
  }
}

/** Milliseconds until the next attempt; infinite where none would help. */
function findWait({ code, details }: GatewayError, backoffMs: number): number {
  if (code === 'UPSTREAM_ERROR') return Number.POSITIVE_INFINITY;
  return typeof details.retryAfterMs === 'number' ? details.retryAfterMs : backoffMs;
}

type IsPlausible = (vector: readonly number[]) => boolean;

/** Vectors of one model are of one length, from the first to the last. @param known That length; null to learn it. */
function createCheck(known: number | null): IsPlausible {
  let dimensions = known;
  return (vector) => {
    dimensions ??= vector.length > 0 && vector.length <= INDEX_DIMENSIONS ? vector.length : null;
    return vector.length === dimensions && vector.every(Number.isFinite);
  };
}

interface Answer {
  readonly usage?: { readonly total_tokens: number };
  readonly data?: readonly { readonly index?: number; readonly embedding?: unknown }[];
}

/** In the order of the texts, whatever the order of the answer. */
function readVectors(answer: Answer, count: number, isPlausible: IsPlausible): (readonly number[])[] {
  const data = Array.isArray(answer?.data) ? (answer as Required<Answer>).data : [];
  const vectors: (readonly number[])[] = [];
  for (const [place, { index, embedding }] of data.entries()) vectors[index ?? place] = readVector(embedding);
  if (data.length !== count || vectors.length !== count || Object.keys(vectors).length !== count) {
    throw refuse(`${data.length} vectors for ${count} texts`);
  }
  const wrong = vectors.find((vector) => !isPlausible(vector));
  if (wrong) throw refuse(describe(wrong));
  return vectors;
}

function readVector(embedding: unknown): readonly number[] {
  if (typeof embedding === 'string') {
    const bytes = Uint8Array.from(Buffer.from(embedding, 'base64'));
    return Array.from(new Float32Array(bytes.buffer, 0, bytes.byteLength >> 2));
  }
  return Array.isArray(embedding) ? (embedding as readonly number[]) : [];
}

function describe(vector: readonly number[]): string {
  if (vector.length > INDEX_DIMENSIONS) {
    return `a vector of ${vector.length} numbers, where 1 to ${INDEX_DIMENSIONS} fit the index`;
  }
  return vector.every(Number.isFinite)
    ? `a vector of ${vector.length} numbers, unlike the others`
    : 'a vector with a number that is not finite';
}

function refuse(what: string): GatewayError {
  return new GatewayError('UPSTREAM_ERROR', `The embedding model gave ${what}`, { surface: 'work' });
}

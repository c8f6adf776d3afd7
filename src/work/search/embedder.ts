/** What turns texts into vectors, whichever model does it; and the one length that the index keeps. */
import { GatewayError } from '../../errors.ts';

/** Turns texts into vectors. */
export interface Embedder {
  /** Kept with each chunk: vectors of two models are never compared. E.g. `text-embedding-3-small`. */
  readonly model: string;
  /** Whether the vectors are lexical (hashed words), not semantic: said in the answer. */
  readonly isLexical: boolean;
  /** Questions that it embeds at once; where absent, as many as an endpoint does. */
  readonly atOnce?: number;
  /**
   * @param texts In any number; an empty list asks nobody.
   * @param options.purpose Some models want to know.
   * @returns One vector a text, in their order, of the model's own length (1 to `INDEX_DIMENSIONS`).
   * @throws GatewayError `UPSTREAM_UNAVAILABLE`, `UPSTREAM_TIMEOUT`, `UPSTREAM_ERROR`, `RATE_LIMITED` (surface work).
   */
  embed(
    texts: readonly string[],
    options: {
      readonly purpose: 'passage' | 'query';
      readonly signal?: AbortSignal;
      /** Told the tokens of each request, where the model tells them. */
      readonly onTokens?: (count: number) => void;
    },
  ): Promise<readonly (readonly number[])[]>;
  close?(): Promise<void>;
}

/** What an OpenAI-compatible endpoint is asked for, where nothing else is said. */
export const DEFAULT_EMBEDDING_MODEL = 'text-embedding-3-small';

/** Length of the index's vectors: that of `text-embedding-3-small`. */
export const INDEX_DIMENSIONS = 1_536;

/**
 * Zero-padded to `INDEX_DIMENSIONS`: the cosine stays.
 *
 * @throws GatewayError `UPSTREAM_ERROR` for a longer or empty one, or one that is not finite.
 */
export function padEmbedding(vector: readonly number[]): number[] {
  if (vector.length === 0 || vector.length > INDEX_DIMENSIONS) {
    throw refuse(`a vector of ${vector.length} numbers, where 1 to ${INDEX_DIMENSIONS} fit the index`);
  }
  if (!vector.every(Number.isFinite)) throw refuse('a vector with a number that is not finite');
  return [...vector, ...new Array<number>(INDEX_DIMENSIONS - vector.length).fill(0)];
}

function refuse(what: string): GatewayError {
  return new GatewayError('UPSTREAM_ERROR', `The embedding model gave ${what}`, { surface: 'work' });
}

/** The embedder of a gateway that nobody has configured: no network, and the best that a package ships with its weights in it. */
import { type Embedder, INDEX_DIMENSIONS } from './embedder.ts';
import { createHashingEmbedder, hashText } from './hashing-embedder.ts';
import { createSentenceEncoder, type SentenceEncoder } from './sentence-encoder.ts';

/** Changes with what the vectors mean. */
const MODEL = 'universal-sentence-encoder-lite+lexical-1';

/** What is left beside the 512 numbers of the sentence encoder. */
const LEXICAL_DIMENSIONS = INDEX_DIMENSIONS - 512;

/**
 * What a text means, by the Universal Sentence Encoder (lite, English), and the words that it uses, side by side: the
 * cosine is then the mean of both. Either alone finds less, measured on the judged set: the encoder was never told what a
 * 2307 is, and words know no synonyms.
 *
 * @param encoder Null where the package is not installed (`npm ci --omit=optional`): then the lexical half alone.
 */
export function createBuiltInEmbedder(encoder: SentenceEncoder | null = createSentenceEncoder()): Embedder {
  if (!encoder) return createHashingEmbedder();
  return {
    model: MODEL,
    isLexical: false,
    // One thread.
    atOnce: 1,
    embed: async (texts, { signal }) => {
      const meanings = await encoder.encode(texts, signal);
      return texts.map((text, index) => [
        ...halve(meanings[index] as readonly number[]),
        ...halve(hashText(text, LEXICAL_DIMENSIONS)),
      ]);
    },
    close: encoder.close,
  };
}

/** A vector of length 1, so short that two such side by side have length 1 again. */
function halve(vector: readonly number[]): number[] {
  return vector.map((each) => each * Math.SQRT1_2);
}

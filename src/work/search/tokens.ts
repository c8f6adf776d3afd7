/** Tokens that a request has a language model use: as the model tells them, else by the length of the texts. */

/** The tokens of one thing that a model is asked for. */
export interface CountedTokens {
  /** For the model, which tells by it. */
  readonly options: { readonly onTokens: (count: number) => void };
  /** Counts what was told; where nothing was, one token for four bytes of the text. */
  readonly end: (text: string) => void;
}

/** Bytes of a token, about. */
const BYTES_A_TOKEN = 4;

/** @param spend Takes the count; null where nobody pays, and nothing is counted. */
export function countTokens(spend: ((count: number) => void) | null): CountedTokens | null {
  if (!spend) return null;
  let told = 0;
  return {
    options: {
      onTokens: (count) => {
        told += count;
      },
    },
    end: (text) => spend(told || Math.ceil(Buffer.byteLength(text) / BYTES_A_TOKEN)),
  };
}

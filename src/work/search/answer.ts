/** Writes an answer from passages, sentence by sentence. A sentence is shown only where it names passages that bear it out. */
import type { Answerer } from './answerer.ts';
import { type CitedSentence, createSentenceCheck } from './check-sentence.ts';
import { type PromptPassage, writePrompt } from './prompt.ts';
import { createSentenceReader } from './sentences.ts';
import { countTokens } from './tokens.ts';

/** An answer as a whole; without a sentence the passages do not hold one. */
export interface Answer {
  readonly sentences: readonly CitedSentence[];
  /** Sentences that were left out. */
  readonly omitted: number;
}

/** What an answer is written from. */
export interface Evidenced {
  readonly question: string;
  readonly passages: readonly PromptPassage[];
  readonly signal: AbortSignal;
  /** Counts the tokens that it took; absent where nobody pays for them. */
  readonly spendTokens?: ((count: number) => void) | null;
}

/** What a model says instead of an answer. */
const INSUFFICIENT = /^\W*INSUFFICIENT_EVIDENCE\W*$/;
/** Characters of an answer at most; a model that goes on is stopped. */
const MAX_ANSWER = 8_000;

/**
 * Yields the answer's sentences as they are written and checked, then the answer as a whole.
 *
 * @throws GatewayError as the answerer does.
 */
export async function* writeAnswer(
  answerer: Answerer,
  { question, passages, signal, spendTokens = null }: Evidenced,
): AsyncGenerator<CitedSentence, Answer, void> {
  const sentences: CitedSentence[] = [];
  let omitted = 0;
  /** White space after the last sentence: before the next one, where there is one. */
  let gap = '';
  const { messages, given } = writePrompt(question, passages);
  const check = createSentenceCheck({
    question,
    passages: given.map(({ title, heading, content }) => `${title}\n${heading ?? ''}\n${content}`),
  });
  const judge = function* (written: readonly string[]): Generator<CitedSentence> {
    for (const text of written) {
      if (text.trim() === '' || INSUFFICIENT.test(text)) continue;
      const sentence = check(text);
      if (!sentence) {
        omitted += 1;
        continue;
      }
      const shown = { ...sentence, text: gap + sentence.text.trim() };
      gap = /\s*$/.exec(sentence.text)?.[0] ?? '';
      sentences.push(shown);
      yield shown;
    }
  };
  if (given.length > 0) {
    const reader = createSentenceReader();
    let length = 0;
    const tokens = countTokens(spendTokens);
    try {
      for await (const piece of answerer.write(messages, signal, tokens?.options.onTokens)) {
        yield* judge(reader.push(piece.slice(0, MAX_ANSWER - length)));
        length += piece.length;
        if (length >= MAX_ANSWER) break;
      }
    } finally {
      // Also of an answer that was given up.
      tokens?.end(`${messages.map(({ content }) => content).join('')}${' '.repeat(length)}`);
    }
    // A sentence that was cut off in its middle has no citation yet.
    yield* judge(reader.end());
  }
  return { sentences, omitted };
}

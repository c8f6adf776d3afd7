/** Text that a language model writes piece by piece → its sentences, each with the citations that follow it. */
import { MONTH } from './figures/months.ts';

/** Takes pieces as they come. */
export interface SentenceReader {
  /** The sentences that are complete by now; their texts, one after the other, are what was written. */
  push(piece: string): readonly string[];
  /** What is left. */
  end(): readonly string[];
}

/** A sentence of nothing but citations, or the beginning of one, belongs to the sentence before it. */
const CITATIONS = /^\s*(\[[\d,\s]*(\]\s*|$))+$/;

/**
 * Up to a full stop that white space follows, or the end of the line, with the citations after it. Closing quotes and
 * brackets belong to it. Looks for no stop inside of a row of them: what a model writes must not take long to read.
 */
const SENTENCE =
  /[^\n]*?(?:(?<![.!?…])[.!?…]+["'”’)\]*_]*(?:\s*\[[\d,\s]+\])*(?=\s|$)|[。！？]["'”’）」]*(?:\s*\[[\d,\s]+\])*|(?=\n)|$)\s*/gu;

/** Characters of a sentence; a longer one is cut, or each piece of it would be read with all that came before. */
const MAX_SENTENCE = 2_000;

/** Words that end in a full stop and end no sentence, and the numbers of list items: the text goes on after them. */
const ABBREVIATION =
  /^\s*([-*•]\s+)?\d{1,2}\.\s+$|(^|[\s(])(no|nos|sec|secs|art|arts|par|pp?|vol|inc|corp|co|ltd|st|mr|mrs|ms|dr|vs|cf|approx|etc|e\.g|i\.e|r\.a|\p{Lu})\.\s+$/iu;

const MONTH_NEXT = new RegExp(`^${MONTH}`, 'u');
const MONTH_BEFORE = new RegExp(`(?<!\\p{L})${MONTH}\\s+$`, 'u');

/** `due on Sept. 5`, `am 5. Mai`, `at 5 p.m. on Friday`. */
function isDated(before: string, next: string): boolean {
  if (/\d\.\s+$/.test(before)) return MONTH_NEXT.test(next);
  if (/\.\s+$/.test(before) && MONTH_BEFORE.test(before)) return /^\d/.test(next);
  return /\d\s*[ap]\.m\.\s+$/i.test(before) && /^[\p{Ll}\d([]/u.test(next);
}

/** Before the name of a month is written to its end, nobody knows. */
function mayBeDated(before: string, next: string): boolean {
  return /\d\.\s+$/.test(before) && /^\p{L}{1,10}$/u.test(next);
}

/** Starts empty. */
export function createSentenceReader(): SentenceReader {
  let rest = '';
  return {
    push: (piece) => {
      rest += piece;
      const sentences = splitSentences(rest);
      // The last one may go on, and citations that are coming belong to the one before.
      const last = sentences.at(-1) ?? '';
      const mayGoOn = CITATIONS.test(last) || mayBeDated(sentences.at(-2) ?? '', last);
      const isOpen = rest.length > MAX_SENTENCE ? 0 : mayGoOn ? 2 : 1;
      const complete = sentences.slice(0, Math.max(0, sentences.length - isOpen));
      rest = rest.slice(complete.join('').length);
      return complete;
    },
    end: () => {
      const sentences = splitSentences(rest);
      rest = '';
      return sentences;
    },
  };
}

function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  for (const [piece] of text.matchAll(SENTENCE)) {
    if (piece === '') continue;
    const before = sentences.at(-1);
    const goesOn =
      before !== undefined && !before.includes('\n') && (ABBREVIATION.test(before) || isDated(before, piece));
    if (goesOn || (before !== undefined && CITATIONS.test(piece) && piece.includes(']')))
      sentences[sentences.length - 1] = before + piece;
    else sentences.push(piece);
  }
  return sentences;
}

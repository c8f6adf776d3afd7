/** Whether a sentence of a language model may be shown: it is checked against the passages that it names, never trusted. */

/** A sentence as it is shown, and the passages that it names. */
export interface CitedSentence {
  readonly text: string;
  /** Numbers of passages, from 1, in order. */
  readonly citations: readonly number[];
}

/** What a sentence is checked against. */
export interface Evidence {
  readonly question: string;
  /** The texts of the passages; number 1 is the first. */
  readonly passages: readonly string[];
}

const CITATION = /\[(\d[\d,\s]*)\]/g;
/** A number with its separators: `1,250.50`, `2550`. */
const NUMBER = /\d+(?:[.,]\d+)*/g;
/** A list's own counting. */
const ENUMERATION = /^\s*(?:[-*•]\s+)?\d{1,2}[.)]\s+/;
/** What a page could have planted for a reader's browser to load or a reader to follow: an answer is plain text. */
const MARKUP = /\]\(|<[a-z!/]|\bhttps?:\/\/|\bwww\.|\bdata:|javascript:/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to go
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

/**
 * Null for a sentence that names no passage, or one that is not there; that holds a number which neither the question nor
 * what it names holds; or a link or markup.
 */
export function checkSentence(sentence: string, { question, passages }: Evidence): CitedSentence | null {
  const text = sentence.replace(CONTROL, '');
  const bare = text.replace(CITATION, ' ').replace(ENUMERATION, '');
  const named = [...text.matchAll(CITATION)].flatMap(([, list = '']) =>
    list
      .split(/[,\s]+/)
      .filter(Boolean)
      .map(Number),
  );
  const citations = [...new Set(named)].sort((a, b) => a - b);
  if (citations.length === 0 || !/\p{L}|\d/u.test(bare)) return null;
  if (citations.some((number) => passages[number - 1] === undefined)) return null;
  if (MARKUP.test(bare)) return null;
  const known = numbersOf([question, ...citations.map((number) => passages[number - 1] ?? '')].join('\n'));
  return [...numbersOf(bare)].every((number) => known.has(number)) ? { text, citations } : null;
}

/** `1,250` and `1250` are the same. */
function numbersOf(text: string): Set<string> {
  return new Set([...text.matchAll(NUMBER)].map(([number]) => number.replaceAll(',', '')));
}

/** Whether a sentence of a language model may be shown: it is checked against the passages that it names, never trusted. */
import { type Figures, holdsFigures, joinFigures, readFigures } from './figures/figures.ts';

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
/** A list's own counting. */
const ENUMERATION = /^\s*(?:[-*•]\s+)?\d{1,2}[.)]\s+/;
/** Links and markup that a page could have planted for readers to follow, or for browsers to load: an answer is plain text. */
const MARKUP = /\]\(|<[a-z!/]|\bhttps?:\/\/|\bwww\.|\bdata:|javascript:/i;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is to go
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

/**
 * Null for a sentence that names no passage, or one that is not there; that holds a date, a time or a number, in digits or
 * in words, which neither the question nor what it names holds in whatever writing; or a link or markup.
 */
export type CheckSentence = (sentence: string) => CitedSentence | null;

/** Reads each passage once, when a sentence first names it. */
export function createSentenceCheck({ question, passages }: Evidence): CheckSentence {
  const read = new Map<number, Figures>();
  const figuresOf = (number: number) => {
    const figures = read.get(number) ?? readFigures(number === 0 ? question : (passages[number - 1] ?? ''));
    read.set(number, figures);
    return figures;
  };
  return (sentence) => {
    const { text, bare, citations } = readCitations(sentence);
    if (citations.length === 0 || !/\p{L}|\d/u.test(bare)) return null;
    if (citations.some((number) => passages[number - 1] === undefined)) return null;
    if (MARKUP.test(bare)) return null;
    const known = joinFigures([0, ...citations].map(figuresOf));
    return holdsFigures(known, readFigures(bare)) ? { text, citations } : null;
  };
}

function readCitations(sentence: string): CitedSentence & { readonly bare: string } {
  const text = sentence.replace(CONTROL, '');
  const bare = text.replace(CITATION, ' ').replace(ENUMERATION, '');
  const named = [...text.matchAll(CITATION)].flatMap(([, list = '']) =>
    list
      .split(/[,\s]+/)
      .filter(Boolean)
      .map(Number),
  );
  return { text, bare, citations: [...new Set(named)].sort((a, b) => a - b) };
}

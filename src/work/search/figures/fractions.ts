/** Fractions in words and digits: `three quarters of it`, `1/2`. */
import type { NumberFigure } from './numbers.ts';

/** Sign → as a part of one and per cent, as it may be rounded. */
const WAYS: Readonly<Record<string, readonly string[]>> = {
  '½': ['0.5', '50'],
  '¼': ['0.25', '25'],
  '¾': ['0.75', '75'],
  '⅓': ['0.33', '0.333', '33', '33.3', '33.33'],
  '⅔': ['0.67', '0.667', '66', '67', '66.7', '66.67'],
};
const DIGITS: Readonly<Record<string, string>> = { '1/2': '½', '1/4': '¼', '3/4': '¾', '1/3': '⅓', '2/3': '⅔' };

/** A quarter of a year or of an hour is a time, and no part of a whole. */
const OF = '\\s+of\\s+(?!an?\\s+(?:year|hour|century)|the\\s+(?:year|hour)|\\d)';
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bone[\s-]half\b|\bhalf(?=\s+(?:of|an?|the|its|their|his|her|as)\b)/giu, '½'],
  [new RegExp(`\\bthree[\\s-]quarters(?=${OF})|\\bthree[\\s-]fourths\\b`, 'giu'), '¾'],
  [new RegExp(`\\b(?:an?|one)[\\s-]quarter(?=${OF})|\\bone[\\s-]fourth\\b`, 'giu'), '¼'],
  [/\btwo[\s-]thirds\b/giu, '⅔'],
  [/\bone[\s-]third\b|\ba\s+third(?=\s+of\b)/giu, '⅓'],
];

/** The text with its fractions of words as signs. */
export function writeFractions(text: string): string {
  return WORDS.reduce((written, [words, sign]) => written.replace(words, sign), text);
}

/** @returns The fractions, and the text without them. */
export function takeFractions(text: string): { readonly fractions: readonly NumberFigure[]; readonly rest: string } {
  const fractions: NumberFigure[] = [];
  const rest = text.replace(/[½¼¾⅓⅔]|(?<![\d/.,])(?:1\/[234]|[23]\/[34])(?![\d/])/g, (raw) => {
    const ways = WAYS[DIGITS[raw] ?? raw];
    if (!ways) return raw;
    // In digits it may be two numbers, as in `page 1/2`.
    const parts = raw
      .split('/')
      .map((digit): NumberFigure => ({ raw: digit, ways: [digit], parts: [], isOrdinal: false }));
    fractions.push({ raw, ways, parts: parts.length > 1 ? parts : [], isOrdinal: false });
    return ' \u0001 ';
  });
  return { fractions, rest };
}

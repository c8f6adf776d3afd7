/** Names of months, in the languages that people here write in, and as a part of a regular expression. */

const NAMES: readonly (readonly string[])[] = [
  ['January', 'Jan', 'Januar', 'janvier', 'enero', 'Jänner'],
  ['February', 'Feb', 'Februar', 'février', 'febrero', 'Pebrero'],
  ['March', 'Mar', 'März', 'mars', 'marzo', 'Marso'],
  ['April', 'Apr', 'avril', 'abril'],
  ['May', 'Mai', 'mayo'],
  ['June', 'Jun', 'Juni', 'juin', 'junio', 'Hunyo'],
  ['July', 'Jul', 'Juli', 'juillet', 'julio', 'Hulyo'],
  ['August', 'Aug', 'août', 'agosto'],
  ['September', 'Sept', 'Sep', 'septembre', 'septiembre', 'Setyembre'],
  ['October', 'Oct', 'Oktober', 'octobre', 'octubre', 'Oktubre'],
  ['November', 'Nov', 'novembre', 'noviembre', 'Nobyembre'],
  ['December', 'Dec', 'Dezember', 'décembre', 'diciembre', 'Disyembre'],
];

const NUMBERS = new Map(NAMES.flatMap((names, index) => names.map((name) => [name.toLowerCase(), index + 1] as const)));

/** What is another word in small letters: `may`, `march`. */
const CAPITAL_ONLY = new Set(['May', 'March', 'Mar']);

/** Matches a name, in small or great initials; the longest first. Without the flag `i`. */
export const MONTH = `(?:${NAMES.flat()
  .sort((a, b) => b.length - a.length)
  .map((name) =>
    CAPITAL_ONLY.has(name) ? name : `[${name[0]?.toLowerCase()}${name[0]?.toUpperCase()}]${name.slice(1)}`,
  )
  .concat(NAMES.flat().map((name) => name.toUpperCase()))
  .join('|')})(?!\\p{L})\\.?`;

/** From 1. */
export function monthNumber(name: string): number {
  return NUMBERS.get(name.replace(/\.$/, '').toLowerCase()) ?? 0;
}

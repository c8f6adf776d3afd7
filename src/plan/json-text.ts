/** JSON as text, on its way to Postgres. */

/** Passes over an escaped backslash: `"\\u0000"` spells the escape out, and holds no such character. */
const ZERO = /(?<!\\)(?:\\\\)*\\u0000/;

/** Whether JSON text holds the character U+0000, which no text and no jsonb of Postgres takes. */
export function holdsZero(json: string): boolean {
  return ZERO.test(json);
}

/** What no text and no jsonb of Postgres takes, and where it is. */
export interface Unstorable {
  /** To the text, or to the object that has it for a key. */
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** The first text of a value that Postgres does not take; null where there is none. Half a pair would become another character. */
export function findUnstorable(value: unknown, path: readonly PropertyKey[] = []): Unstorable | null {
  if (typeof value === 'string') return judgeText(value, path);
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, item] of Object.entries(value)) {
    const found = judgeText(key, path) ?? findUnstorable(item, [...path, key]);
    if (found) return found;
  }
  return null;
}

/** With the flag `u` a whole pair is one character, and no surrogate. */
const HALF_A_PAIR = /\p{Surrogate}/u;

function judgeText(text: string, path: readonly PropertyKey[]): Unstorable | null {
  if (text.includes('\0')) return { path, message: 'must not hold the character U+0000' };
  return HALF_A_PAIR.test(text) ? { path, message: 'must not hold half of a surrogate pair' } : null;
}

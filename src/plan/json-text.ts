/** JSON as text, on its way to Postgres. */

/** Passes over an escaped backslash: `"\\u0000"` spells the escape out, and holds no such character. */
const ZERO = /(?<!\\)(?:\\\\)*\\u0000/;

/** Whether JSON text holds the character U+0000, which no text and no jsonb of Postgres takes. */
export function holdsZero(json: string): boolean {
  return ZERO.test(json);
}

/** The path to that character in a value, in a text or in a key of an object; null where there is none. */
export function findZero(value: unknown, path: readonly PropertyKey[] = []): readonly PropertyKey[] | null {
  if (typeof value === 'string') return value.includes('\0') ? path : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, item] of Object.entries(value)) {
    const found = key.includes('\0') ? path : findZero(item, [...path, key]);
    if (found) return found;
  }
  return null;
}

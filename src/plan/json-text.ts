/** JSON as text, on its way to Postgres. */

/** Not what follows a backslash that is itself escaped: `"\\u0000"` spells the escape out, and holds no such character. */
const ZERO = /(?<!\\)(?:\\\\)*\\u0000/;

/** Whether JSON text holds the character U+0000, which no text and no jsonb of Postgres takes. */
export function holdsZero(json: string): boolean {
  return ZERO.test(json);
}

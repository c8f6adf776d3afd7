/** Odoo's JSON, which is Python's: it may hold `NaN`, `Infinity` and `-Infinity` where JSON has no word for them. */

/**
 * The value of a JSON text; undefined for what is none. What is no number comes as the text `"NaN"`, `"Infinity"` or
 * `"-Infinity"`: a cache and a cursor can carry that, and Odoo takes it back in a domain.
 */
export function parseOdooJson(text: string): unknown {
  const value = parse(text);
  return value === undefined && /NaN|Infinity/.test(text) ? parse(quoteNonNumbers(text)) : value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Quotes the words outside of strings. By hand: one pattern over a text of megabytes would fill the stack. */
function quoteNonNumbers(text: string): string {
  const parts: string[] = [];
  let at = 0;
  while (at < text.length) {
    const start = indexOrEnd(text, '"', at);
    parts.push(text.slice(at, start).replace(/NaN|-?Infinity/g, '"$&"'));
    at = endOfString(text, start);
    parts.push(text.slice(start, at));
  }
  return parts.join('');
}

/** Where the string that begins at `start` is over: after the next quote that no backslash escapes. */
function endOfString(text: string, start: number): number {
  let end = start;
  do end = indexOrEnd(text, '"', end + 1);
  while (end < text.length && isEscaped(text, end));
  return end + 1;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}

function indexOrEnd(text: string, sign: string, from: number): number {
  const found = text.indexOf(sign, from);
  return found < 0 ? text.length : found;
}

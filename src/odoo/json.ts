/** Odoo's JSON, which is Python's: it may hold `NaN`, `Infinity` and `-Infinity` where JSON has no word for them. */
import { endOfString, findInexactNumber, indexOrEnd } from '../plan/exact-number.ts';
import { inexactFault } from './faults.ts';

/**
 * The value of a JSON text; undefined where it is not JSON. `NaN` and the infinities come as the texts `"NaN"`, `"Infinity"`
 * and `"-Infinity"`: a cache and a cursor can carry those, and Odoo takes them back in a domain.
 *
 * @throws GatewayError `UPSTREAM_ERROR` for a number that would be changed, such as 9007199254740993 in a field of JSON.
 */
export function parseOdooJson(text: string): unknown {
  const inexact = findInexactNumber(text);
  const value = parse(text);
  if (inexact && value !== undefined) throw inexactFault(inexact);
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

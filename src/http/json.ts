/** JSON of a client. One that is nested too deep is refused first: to walk it would overflow the stack. */

/** Levels of lists and objects of one text. */
export const MAX_JSON_DEPTH = 200;

/** What is said of one that is deeper. */
export const TOO_DEEP = {
  problem: `The request is nested deeper than ${MAX_JSON_DEPTH} levels of JSON`,
  status: 413,
} as const;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Whether its lists and objects are nested deeper than `MAX_JSON_DEPTH`; a text that is no JSON may be either. */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) isInString = !isInString;
    else if (code === BACKSLASH && isInString) at += 1;
    else if (!isInString && isOpening(code)) depth += 1;
    else if (!isInString && isClosing(code)) depth -= 1;
    if (depth > MAX_JSON_DEPTH) return true;
  }
  return false;
}

function isOpening(code: number): boolean {
  return code === 0x5b || code === 0x7b;
}

function isClosing(code: number): boolean {
  return code === 0x5d || code === 0x7d;
}

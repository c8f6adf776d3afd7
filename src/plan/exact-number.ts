/**
 * Numbers of JSON and GraphQL texts that JavaScript would change: it reads each as a double.
 *
 * A number that a double does not give back as it was written is refused where it enters. Nobody could tell afterwards.
 */

/** A number that would be changed. */
export interface InexactNumber {
  /** As it was written. */
  readonly number: string;
  /** Names of fields and places in lists from the top down, e.g. `["variables", "rows", "0", "amount"]`. */
  readonly path: readonly string[];
}

/** Only a number of more than 15 digits, or with an exponent of three, can be one: most texts need no second look. */
const SUSPECT = /\d[\d.]{15}|[\d.][eE][+-]?\d{3}/;
const NUMBER = /-?\d[\d.eE+-]*/y;
/** Characters of a number that are quoted at most. */
const QUOTED = 60;

/** Whether a double gives the number back: `1.10` is 1.1, and `9007199254740993` is not 9007199254740992. */
export function isExactNumber(text: string): boolean {
  return normalise(text) === normalise(String(Number(text)));
}

/** Sign, digits without zeros around them, and the power of ten of the last digit. */
function normalise(text: string): string {
  const parts = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text);
  if (!parts) return text;
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts;
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  const kept = trimZeros(digits);
  if (kept === '') return '0';
  return `${sign === '-' ? '-' : ''}${kept}e${Number(exponent) - fraction.length + digits.length - kept.length}`;
}

/** By hand: at a million zeros, `/0+$/` begins anew at each of them and reads all that follow. */
function trimZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '0') end -= 1;
  return digits.slice(0, end);
}

/** The sentence that refuses one: it names the number and where it stands, e.g. `variables.input.id`. */
export function inexactProblem({ number, path }: InexactNumber): string {
  const shown = number.length > QUOTED ? `${number.slice(0, QUOTED)}…` : number;
  return `The number ${shown} at ${path.join('.') || 'the top'} cannot be kept exactly: send it as a string, or with fewer digits`;
}

/** The first number of a JSON text that JavaScript would change; null where none is. A text that is no JSON may give either. */
export function findInexactNumber(json: string): InexactNumber | null {
  if (!SUSPECT.test(json)) return null;
  /** The key of each open object, as it is written, and the place in each open list. */
  const open: (string | number)[] = [];
  let text = '';
  let at = 0;
  while (at < json.length) {
    const sign = json[at] as string;
    if (sign === '"') {
      const end = endOfString(json, at);
      text = json.slice(at, end);
      at = end;
    } else if (sign === '-' || (sign >= '0' && sign <= '9')) {
      const number = numberAt(json, at);
      if (!isExactNumber(number)) return { number, path: open.map(nameOf) };
      at += number.length;
    } else {
      step(open, sign, text);
      at += 1;
    }
  }
  return null;
}

function step(open: (string | number)[], sign: string, text: string): void {
  const last = open.length - 1;
  if (sign === '{') open.push('""');
  else if (sign === '[') open.push(0);
  else if (sign === '}' || sign === ']') open.pop();
  else if (sign === ':') open[last] = text;
  else if (sign === ',' && typeof open[last] === 'number') open[last] += 1;
}

function numberAt(json: string, at: number): string {
  NUMBER.lastIndex = at;
  return NUMBER.exec(json)?.[0] ?? '-';
}

function nameOf(key: string | number): string {
  if (typeof key === 'number') return String(key);
  try {
    return String(JSON.parse(key));
  } catch {
    return key;
  }
}

/** Where the string that begins at `start` is over: after the next quote that no backslash escapes. */
export function endOfString(text: string, start: number): number {
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

/** Where the sign stands next, or the end of the text. */
export function indexOrEnd(text: string, sign: string, from: number): number {
  const found = text.indexOf(sign, from);
  return found < 0 ? text.length : found;
}

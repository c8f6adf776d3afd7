/** Numbers of digits, whatever separates them, in one form: `1,250.50`, `1.250,50` and `1250.5` are `1250.5`. */

/** A place of a text that may be a number. */
export interface NumberFigure {
  /** As it is written, without the commas: what an identifier is compared by. */
  readonly raw: string;
  /** The ways to read it; none where it is no number, such as `19.0.1` or `0619`. */
  readonly ways: readonly string[];
  /** The numbers of `1 250`, which may be two. */
  readonly parts: readonly NumberFigure[];
  /** Whether it counts places, as `25th`. */
  readonly isOrdinal: boolean;
}

const NUMBER =
  /(?<ika>ika-?)?(?<digits>\d{1,3}(?: \d{3})+(?:[.,]\d+)?(?![\d.,]*\d)|\d+(?:[.,]\d+)*)(?<ordinal>st|nd|rd|th|er|º|[日号일])?/g;
/** What numbers versions and parts of a text: `3.10` is not `3.1` there. */
const LABELLED = /(?:\bv|version|release|section|clause|article|sec\.|no\.|§|第)\s*$/i;

/** Every number of a text without dates. */
export function findNumbers(text: string): NumberFigure[] {
  return [...text.matchAll(NUMBER)].map(({ index, groups }) => {
    const digits = groups?.digits ?? '';
    const isLabelled = digits.includes('.') && LABELLED.test(text.slice(Math.max(0, index - 12), index));
    return toFigure(digits, { isLabelled, isOrdinal: Boolean(groups?.ika ?? groups?.ordinal) });
  });
}

function toFigure(
  digits: string,
  { isLabelled, isOrdinal }: { isLabelled: boolean; isOrdinal: boolean },
): NumberFigure {
  const pieces = digits.split(' ');
  const joined = pieces.join('');
  const parts = pieces.length > 1 ? pieces.map((piece) => toFigure(piece, { isLabelled, isOrdinal: false })) : [];
  return { raw: joined.replaceAll(',', ''), ways: isLabelled ? [] : readWays(joined), parts, isOrdinal };
}

const THOUSANDS = { ',': /^\d{1,3}(?:(?:,\d{3})+|(?:,\d{2})+,\d{3})$/, '.': /^\d{1,3}(?:\.\d{3})+$/ };

function readWays(token: string): string[] {
  const mark = /[.,](?=\d+$)/.exec(token)?.[0] as '.' | ',' | undefined;
  if (mark === undefined) return /^0\d/.test(token) ? [] : [plain(token, '')];
  const [whole, fraction] = [token.slice(0, token.lastIndexOf(mark)), token.slice(token.lastIndexOf(mark) + 1)];
  const other = mark === '.' ? ',' : '.';
  if (whole.includes(other))
    return THOUSANDS[other].test(whole) && !whole.includes(mark) ? [plain(whole.replaceAll(other, ''), fraction)] : [];
  const isGrouped = THOUSANDS[mark].test(token) && !token.startsWith('0');
  const grouped = isGrouped ? [plain(token.replaceAll(mark, ''), '')] : [];
  // Three digits behind one point may be a fraction, or thousands. Behind a comma they are thousands.
  const isFraction = !whole.includes(mark) && !(mark === ',' && isGrouped);
  return [...grouped, ...(isFraction ? [plain(whole, fraction)] : [])];
}

function plain(whole: string, fraction: string): string {
  const [digits, rest] = [whole.replace(/^0+(?=\d)/, ''), fraction.replace(/0+$/, '')];
  return rest === '' ? digits : `${digits}.${rest}`;
}

/** A decimal with its point so many places further: `3.5` million is `3500000`. */
export function shift(decimal: string, places: number): string {
  const [whole = '', fraction = ''] = decimal.split('.');
  const padded = fraction.padEnd(places, '0');
  return plain(whole + padded.slice(0, places), padded.slice(places));
}

/** The first of `readWays`; null where it is no number. */
export function readDecimal(token: string): string | null {
  return readWays(token)[0] ?? null;
}

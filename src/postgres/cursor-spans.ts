/**
 * Cursors in what a statement renders: lists of values between two marks, which become sealed texts once they are here.
 *
 * The marks are control characters: JSON text holds none as it is, so that no stored text can bring one.
 */
import type { SealCursor } from '../plan/cursor.ts';

const BEGIN = 2;
const END = 3;

/** SQL of the marks. */
export const CURSOR_MARKS = { begin: `chr(${BEGIN})`, end: `chr(${END})` };

/** The bytes with each marked list sealed; nothing else of them is looked at. */
export function sealSpans(bytes: Buffer, seal: SealCursor): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  for (let begin = bytes.indexOf(BEGIN); begin >= 0; begin = bytes.indexOf(BEGIN, at)) {
    const end = bytes.indexOf(END, begin);
    parts.push(bytes.subarray(at, begin), Buffer.from(seal(bytes.toString('utf8', begin + 1, end)), 'latin1'));
    at = end + 1;
  }
  return at === 0 ? bytes : Buffer.concat([...parts, bytes.subarray(at)]);
}

/** The same of a text. */
export function sealSpansOfText(text: string, seal: SealCursor): string {
  return sealSpans(Buffer.from(text), seal).toString('utf8');
}

/** Which part of a file a request asks for: one range of bytes, as RFC 9110 has it. */

/** First and last byte, from 0. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * @param size Bytes of the whole.
 * @returns Null for the whole file, also where the header is no range or names several, which a server may ignore; `beyond`
 *   where no byte of the file is in the range.
 */
export function readRange(header: string | undefined, size: number): ByteRange | 'beyond' | null {
  const [, first, last] = /^\s*bytes\s*=\s*(\d*)\s*-\s*(\d*)\s*$/i.exec(header ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return null;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? 'beyond' : { start: size - length, end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return null;
  return start >= size ? 'beyond' : { start, end };
}

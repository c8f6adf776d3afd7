/** NDJSON lines and what they come to: the same digest as `ops.digest_lines` computes in the database. */
import { createHash } from 'node:crypto';

/** A count and a digest over lines in their order. */
export interface LineDigest {
  /** Takes one more line, without its line break. */
  readonly add: (line: string | Uint8Array) => void;
  readonly rows: () => number;
  /** `sha256:…` over the chain of lines. */
  readonly value: () => string;
}

/** Bytes of one line at most: an event's payload is far below. */
const MAX_LINE_BYTES = 64 * 1024 * 1024;

/** Starts with no line. */
export function createLineDigest(): LineDigest {
  // A chain, not one hash over all: Postgres has no hash that takes its text piece by piece.
  let state: Buffer = createHash('sha256').digest();
  let rows = 0;
  return {
    add: (line) => {
      state = createHash('sha256').update(state).update(line).digest();
      rows += 1;
    },
    rows: () => rows,
    value: () => `sha256:${state.toString('hex')}`,
  };
}

/** The lines of a stream of bytes, one by one; an unfinished last line counts as a line. */
export async function* splitLines(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of bytes) {
    rest = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10, start)) {
      yield rest.subarray(start, end);
      start = end + 1;
    }
    rest = rest.subarray(start);
    if (rest.length > MAX_LINE_BYTES) throw new RangeError('a line of an archive is longer than any row');
  }
  if (rest.length > 0) yield rest;
}

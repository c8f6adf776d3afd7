/** Takes secrets out of a stream of bytes, also those that are split over two chunks, with memory that does not grow. */

/** A value that must not be shown. */
export interface Needle {
  readonly bytes: Buffer;
  /** What stands in its place. */
  readonly mark: Buffer;
}

/** One stream. */
export interface Redactor {
  /** @returns What may be shown by now: all but an end that may be the beginning of a secret. */
  push(chunk: Buffer): Buffer;
  /** @returns The rest, when nothing more comes. */
  end(): Buffer;
}

/** @param needles None of them empty. */
export function createRedactor(needles: readonly Needle[]): Redactor {
  let held: Buffer = Buffer.alloc(0);
  // Bytes at the beginning of what is held that belong to a secret whose mark is written already.
  let hidden = 0;
  const take = (chunk: Buffer, isLast: boolean) => {
    const bytes = held.length > 0 ? Buffer.concat([held, chunk]) : chunk;
    const decided = isLast ? bytes.length : bytes.length - heldBack(bytes, needles);
    const { parts, hiddenTo } = cover(bytes, { needles, decided, hiddenTo: hidden });
    // A copy: a part would keep the whole chunk in memory.
    held = Buffer.from(bytes.subarray(decided));
    hidden = Math.max(0, hiddenTo - decided);
    return Buffer.concat(parts);
  };
  return { push: (chunk) => take(chunk, false), end: () => take(Buffer.alloc(0), true) };
}

/** A whole text. */
export function redactText(text: string, needles: readonly Needle[]): string {
  const redactor = createRedactor(needles);
  return Buffer.concat([redactor.push(Buffer.from(text)), redactor.end()]).toString('utf8');
}

interface Covering {
  readonly needles: readonly Needle[];
  /** Only secrets that begin before it are looked for: each of those is there whole. */
  readonly decided: number;
  readonly hiddenTo: number;
}

/** Secrets that overlap leave one mark and nothing of either. */
function cover(bytes: Buffer, { needles, decided, hiddenTo: from }: Covering): { parts: Buffer[]; hiddenTo: number } {
  const parts: Buffer[] = [];
  let hiddenTo = from;
  let shownTo = Math.min(hiddenTo, decided);
  const next = needles.map(({ bytes: needle }) => positionOf(bytes, needle, 0));
  for (;;) {
    const at = Math.min(...next);
    if (!(at < decided)) break;
    if (at >= hiddenTo) {
      const longest = needles.filter((_, index) => next[index] === at).sort(byLength)[0] as Needle;
      parts.push(bytes.subarray(shownTo, at), longest.mark);
    }
    needles.forEach(({ bytes: needle }, index) => {
      if (next[index] !== at) return;
      hiddenTo = Math.max(hiddenTo, at + needle.length);
      next[index] = positionOf(bytes, needle, at + 1);
    });
    shownTo = Math.min(hiddenTo, decided);
  }
  parts.push(bytes.subarray(shownTo, decided));
  return { parts, hiddenTo };
}

function byLength(a: Needle, b: Needle): number {
  return b.bytes.length - a.bytes.length;
}

function positionOf(bytes: Buffer, needle: Buffer, from: number): number {
  const at = bytes.indexOf(needle, from);
  return at === -1 ? Number.POSITIVE_INFINITY : at;
}

/** Bytes at the end that may be the beginning of a secret. */
function heldBack(bytes: Buffer, needles: readonly Needle[]): number {
  return Math.max(0, ...needles.map(({ bytes: needle }) => begunAtEnd(bytes, needle)));
}

function begunAtEnd(bytes: Buffer, needle: Buffer): number {
  const first = needle[0] as number;
  for (let length = Math.min(needle.length - 1, bytes.length); length > 0; length -= 1) {
    const at = bytes.length - length;
    if (bytes[at] === first && bytes.compare(needle, 0, length, at) === 0) return length;
  }
  return 0;
}

/** One stream of a command, on its way into a file and to whoever looks on: no more of it is kept than a chunk. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { open } from 'node:fs/promises';
import type { Readable, Writable } from 'node:stream';
import { createRedactor, type Needle } from './redact.ts';

/** A file as it was written. */
export interface WrittenFile {
  readonly size: number;
  /** Hexadecimal digits. */
  readonly sha256: string;
}

/** Where a stream goes. */
export interface StreamTarget {
  /** Absolute; must not be there yet. */
  readonly file: string;
  /** Absent where nobody looks on. One that breaks is not written to any more; the file goes on. */
  readonly shown: Writable | undefined;
  readonly needles: readonly Needle[];
}

/**
 * Ends with the stream, which waits while the file or the terminal is slow.
 *
 * @throws Error of the file system; the rest of the stream is then read and dropped, so that the command can end.
 */
export async function keepStream(source: Readable, target: StreamTarget): Promise<WrittenFile> {
  try {
    return await writeStream(source, target);
  } catch (error) {
    source.resume();
    throw error;
  }
}

async function writeStream(source: Readable, { file, shown, needles }: StreamTarget): Promise<WrittenFile> {
  const redactor = createRedactor(needles);
  const show = createShow(shown);
  const hash = createHash('sha256');
  const out = await open(file, 'wx', 0o644);
  let size = 0;
  const write = async (bytes: Buffer) => {
    if (bytes.length === 0) return;
    hash.update(bytes);
    size += bytes.length;
    await out.writeFile(bytes);
    await show(bytes);
  };
  try {
    // Not by `for await`, which would end the stream, and the command with it, where the file breaks.
    for await (const chunk of source.iterator({ destroyOnReturn: false })) await write(redactor.push(chunk as Buffer));
    await write(redactor.end());
    await out.sync();
  } finally {
    await out.close();
  }
  return { size, sha256: hash.digest('hex') };
}

/** Waits while whoever looks on is slow; `| head` ends the showing and nothing else. */
function createShow(shown: Writable | undefined): (bytes: Buffer) => Promise<void> {
  if (!shown) return async () => {};
  let isGone = false;
  const gone = new Promise<void>((resolve) => {
    shown.on('error', () => {
      isGone = true;
      resolve();
    });
  });
  return async (bytes) => {
    if (isGone || shown.write(bytes)) return;
    await Promise.race([gone, once(shown, 'drain').catch(() => {})]);
  };
}

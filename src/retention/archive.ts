/** One archive: rows as NDJSON, gzipped; written page by page and read back as it lies in the storage. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { GatewayError } from '../errors.ts';
import { createLineDigest, splitLines } from './lines.ts';

/** What an archive comes to, whether told by its writer or by its reader. */
export interface ArchiveContent {
  /** `sha256:…` of the gzipped bytes. */
  readonly digest: string;
  /** Gzipped bytes. */
  readonly size: number;
  readonly rows: number;
  /** `sha256:…` over the lines, as the database computes it over its rows. */
  readonly linesDigest: string;
}

/**
 * Writes lines into a new file.
 *
 * @param pages Lines without line breaks, as the database renders them; only one page is held at a time.
 */
export async function writeArchive(pages: AsyncIterable<readonly string[]>, file: string): Promise<ArchiveContent> {
  const lines = createLineDigest();
  const bytes = measure();
  async function* render() {
    for await (const page of pages) {
      for (const line of page) lines.add(line);
      yield page.map((line) => `${line}\n`).join('');
    }
  }
  await pipeline(
    Readable.from(render()),
    createGzip(),
    bytes.through,
    createWriteStream(file, { flags: 'wx', mode: 0o600 }),
  );
  return { ...bytes.result(), rows: lines.rows(), linesDigest: lines.value() };
}

/** Takes some of an archive's lines; the next are read when it has resolved. */
export type TakeLines = (lines: readonly string[]) => Promise<void>;

/** Lines and characters of them that are handed over at once, about. */
const PAGE_LINES = 1_000;
const PAGE_CHARACTERS = 4_000_000;

/**
 * Reads a whole archive.
 *
 * @param take Given each of its lines once, in order.
 * @throws GatewayError `UPSTREAM_ERROR` where it breaks off or is no gzip.
 */
export async function readArchive(stored: AsyncIterable<Uint8Array>, take?: TakeLines): Promise<ArchiveContent> {
  const lines = createLineDigest();
  const bytes = measure();
  try {
    await pipeline(Readable.from(stored), bytes.through, createGunzip(), async (text: AsyncIterable<Uint8Array>) => {
      const page = createPage(take);
      for await (const line of splitLines(text)) {
        lines.add(line);
        await page.add(line);
      }
      await page.end();
    });
  } catch (cause) {
    if (cause instanceof GatewayError) throw cause;
    throw new GatewayError('UPSTREAM_ERROR', 'The archive could not be read back: nothing leaves', { cause });
  }
  return { ...bytes.result(), rows: lines.rows(), linesDigest: lines.value() };
}

function createPage(take: TakeLines | undefined) {
  let lines: string[] = [];
  let characters = 0;
  const end = async () => {
    if (lines.length > 0) await take?.(lines);
    lines = [];
    characters = 0;
  };
  return {
    end,
    add: async (line: Buffer) => {
      if (!take) return;
      const text = line.toString('utf8');
      characters += text.length;
      if (lines.push(text) >= PAGE_LINES || characters >= PAGE_CHARACTERS) await end();
    },
  };
}

/** @throws GatewayError `CONFLICT` where what was read back is not what was written. */
export function expectSame(written: ArchiveContent, read: ArchiveContent): void {
  const differing = (Object.keys(written) as (keyof ArchiveContent)[]).filter((key) => written[key] !== read[key]);
  if (differing.length === 0) return;
  throw new GatewayError('CONFLICT', `The archive read back differs in ${differing.join(', ')}: nothing leaves`);
}

/** Passes bytes on, and knows afterwards how many and with which digest. */
function measure() {
  const hash = createHash('sha256');
  let size = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      size += chunk.length;
      done(null, chunk);
    },
  });
  return { through, result: () => ({ digest: `sha256:${hash.digest('hex')}`, size }) };
}

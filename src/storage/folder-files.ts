/** Attachments in a local folder: development and the embedded gateway, whose own HTTP server answers the signed URLs. */
import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { constants, createReadStream, createWriteStream } from 'node:fs';
import { copyFile, link, mkdir, readFile, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { GatewayError } from '../errors.ts';
import { DOWNLOAD_SECONDS, type FileStore, type StoredFile } from './files.ts';

/** What a signed URL allows, until `until`, in seconds of the epoch. */
export interface Allowed extends StoredFile {
  readonly method: 'PUT' | 'GET';
  /** The file name of a download; absent for an upload. */
  readonly name?: string;
  readonly path: string;
  readonly until: number;
}

/** A file store whose URLs lead to the gateway itself. */
export interface FolderFiles extends FileStore {
  /** What the end of a URL allows; null where it was forged or is past. */
  readonly read: (token: string) => Allowed | null;
  /** Writes a file once, and only one of the size that was announced; of any other one nothing stays. */
  readonly keep: (allowed: Allowed, body: Readable) => Promise<'kept' | 'taken' | 'other'>;
  /** A file that is there; a part of it is read from its first byte to its last one. */
  readonly find: (path: string) => Promise<FoundFile | null>;
}

/** A file to be read. */
export interface FoundFile extends StoredFile {
  /** The end of its path, in ASCII. */
  readonly name: string;
  readonly open: (part?: { readonly start: number; readonly end: number }) => Readable;
}

/** Seconds for which a signed URL to upload a file is good, as at Supabase. */
const UPLOAD_SECONDS = 7_200;

/**
 * URLs are paths, relative to the gateway: behind a proxy it does not know its own name.
 *
 * @param folder Made when the first file comes.
 * @param secret Signs the URLs; whoever knows it reads everything.
 */
export function createFolderFiles(folder: string, secret: string): FolderFiles {
  const root = resolve(folder);
  const place = (path: string) => {
    const found = join(root, path);
    if (!found.startsWith(root + sep)) throw new TypeError('a path that leads out of the folder');
    return found;
  };
  const signing = createSigning(secret);
  const statFile = async (path: string): Promise<StoredFile | null> => {
    const contentType = await readFile(`${place(path)}.type`, 'utf8').catch(() => null);
    const found = await stat(place(path)).catch(() => null);
    return found && contentType !== null ? { size: found.size, contentType } : null;
  };
  return {
    signUpload: async (path, file) => signing.sign({ method: 'PUT', path, ...file }, UPLOAD_SECONDS),
    signDownload: async (path, name) =>
      signing.sign({ method: 'GET', path, size: 0, contentType: '', name }, DOWNLOAD_SECONDS),
    stat: statFile,
    copy: (from, to) => copy(place(from), place(to)),
    // Each answer carries the headers by which no browser runs it.
    disarm: async () => {},
    remove: async (path) => {
      await rm(`${place(path)}.type`, { force: true });
      await rm(place(path), { force: true });
      // A folder with something else in it stays.
      await rmdir(dirname(place(path))).catch(() => {});
    },
    read: signing.read,
    keep: (allowed, body) => keep(place(allowed.path), allowed, body),
    find: async (path) => {
      const found = await statFile(path);
      return found && { ...found, name: basename(path), open: (part) => createReadStream(place(path), part) };
    },
  };
}

/** A token says what it allows, in base64url, with an HMAC of that. */
function createSigning(secret: string) {
  const key = createHmac('sha256', secret).update('tripoint files').digest();
  const seal = (body: string) => createHmac('sha256', key).update(body).digest();
  return {
    sign: (allowed: Omit<Allowed, 'until'>, seconds: number): string => {
      const until = Math.floor(Date.now() / 1_000) + seconds;
      const body = Buffer.from(JSON.stringify({ ...allowed, until })).toString('base64url');
      return `/files/${body}.${seal(body).toString('base64url')}`;
    },
    read: (token: string): Allowed | null => {
      const [body = '', given = ''] = token.split('.');
      const [expected, sealed] = [seal(body), Buffer.from(given, 'base64url')];
      if (sealed.length !== expected.length || !timingSafeEqual(sealed, expected)) return null;
      const allowed = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Allowed;
      return allowed.until > Date.now() / 1_000 ? allowed : null;
    },
  };
}

async function keep(
  place: string,
  { size, contentType }: StoredFile,
  body: Readable,
): Promise<'kept' | 'taken' | 'other'> {
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  const part = `${place}.${randomUUID()}.part`;
  try {
    await pipeline(body, bound(size), createWriteStream(part, { flags: 'wx', mode: 0o600 }));
    if ((await stat(part)).size !== size) return 'other';
    await writeFile(`${place}.type`, contentType, { mode: 0o600 });
    // A link, not a rename, which would replace what is there.
    await link(part, place);
    return 'kept';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return 'taken';
    if (error instanceof RangeError) return 'other';
    throw error;
  } finally {
    await rm(part, { force: true });
  }
}

async function copy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  try {
    await copyFile(`${from}.type`, `${to}.type`, constants.COPYFILE_EXCL);
    await copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
  } catch (cause) {
    await rm(`${to}.type`, { force: true });
    await rmdir(dirname(to)).catch(() => {});
    if ((cause as NodeJS.ErrnoException).code !== 'ENOENT') throw cause;
    throw new GatewayError('NOT_FOUND', 'The storage has no such file', { cause });
  }
}

/** Ends a stream that is longer, so that no more than that is ever written. */
function bound(most: number): Transform {
  let count = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      count += chunk.length;
      if (count > most) done(new RangeError('too long'));
      else done(null, chunk);
    },
  });
}

/** Where an export goes: a folder, or the storage of the configuration. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { GatewayError } from '../errors.ts';
import type { ObjectStorage } from '../storage/storage.ts';
import { type Asked, type Manifest, readManifest } from './manifest.ts';

/** A file that is whole. */
export interface WholeFile {
  /** From 0. */
  readonly number: number;
  readonly format: string;
  readonly sha256: string;
}

/** Keeps what is whole, and says how far an export was. */
export interface ExportTarget {
  /** The manifest as it was saved last; null where there is none. */
  readonly load: () => Promise<Manifest | null>;
  readonly save: (manifest: Manifest) => Promise<void>;
  /** A path for a file that is not whole yet; what was left of such ones is removed. */
  readonly createPart: () => Promise<string>;
  /** Takes the file over. @returns Its name in the manifest. */
  readonly keep: (path: string, file: WholeFile) => Promise<string>;
  /** Where it all is, for people. */
  readonly place: (manifest: Manifest) => string;
}

const MANIFEST = 'manifest.json';
const PART = /^\.part-[0-9a-f-]+$/;

/** Each file is there whole, or not at all. */
export function createFolderTarget(folder: string): ExportTarget {
  const path = (name: string) => join(folder, name);
  return {
    load: () => loadManifest(path(MANIFEST)),
    save: (manifest) => saveManifest(folder, manifest),
    createPart: () => createPart(folder),
    keep: async (part, file) => {
      const name = nameOf(file);
      await rename(part, path(name)).catch(refuse);
      await syncFolder(folder);
      return name;
    },
    place: () => folder,
  };
}

/**
 * Objects below `exports/<model>/<time>-<id>/`; their manifest comes last, so that an export that has one is whole.
 *
 * @param folder Where it is noted how far an export is, and a file is while it is written.
 */
export function createStorageTarget(storage: ObjectStorage, folder: string, asked: Asked): ExportTarget {
  const own = join(folder, createHash('sha256').update(JSON.stringify(asked)).digest('hex').slice(0, 16));
  const prefixOf = async () => {
    const known = await readFile(join(own, 'prefix'), 'utf8').catch(() => null);
    if (known !== null) return known;
    const made = `exports/${asked.model}/${new Date().toISOString().replace(/[-:]|\.\d+/g, '')}-${randomUUID().slice(0, 8)}`;
    await mkdir(own, { recursive: true, mode: 0o700 }).catch(refuse);
    await writeWhole(own, 'prefix', made);
    return made;
  };
  /** What a run that was killed has put there already is put again. */
  const put = async (name: string, path: string) => {
    await storage.remove(name);
    await storage.put(name, path);
  };
  let placed: string | null = null;
  const end = async () => {
    await put(`${placed}/${MANIFEST}`, join(own, MANIFEST));
    // What is asked for next begins anew.
    await rm(own, { recursive: true, force: true });
  };
  return {
    load: async () => {
      await storage.check();
      const found = await loadManifest(join(own, MANIFEST));
      if (found) placed = await prefixOf();
      // It was whole, and was ended before its manifest was there.
      if (found?.complete) await end();
      return found;
    },
    save: async (manifest) => {
      placed = await prefixOf();
      await saveManifest(own, manifest);
      if (manifest.complete) await end();
    },
    createPart: () => createPart(own),
    keep: async (part, file) => {
      const name = nameOf(file);
      await put(`${await prefixOf()}/${name}`, part);
      return name;
    },
    place: () => storage.uri(`${placed}/`),
  };
}

function nameOf({ number, format, sha256 }: WholeFile): string {
  return `part-${String(number).padStart(5, '0')}-${sha256.slice(0, 12)}.${format}`;
}

async function createPart(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(refuse);
  const left = (await readdir(folder).catch(refuse)).filter((name) => PART.test(name));
  for (const name of left) await rm(join(folder, name), { force: true });
  return join(folder, `.part-${randomUUID()}`);
}

async function loadManifest(path: string): Promise<Manifest | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw refuse(error);
  });
  return text === null ? null : readManifest(text);
}

async function saveManifest(folder: string, manifest: Manifest): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 }).catch(refuse);
  await writeWhole(folder, MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
}

/** Written beside, and put in place in one step, so that a kill leaves the old one or the new one. */
async function writeWhole(folder: string, name: string, text: string): Promise<void> {
  const beside = join(folder, `.part-${randomUUID()}`);
  const file = await open(beside, 'wx', 0o600).catch(refuse);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, join(folder, name)).catch(refuse);
  await syncFolder(folder);
}

/** A rename outlives a power cut once its folder is on the disk. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

function refuse(cause: unknown): never {
  const code = (cause as NodeJS.ErrnoException).code ?? 'an error';
  throw new GatewayError(
    'BAD_USER_INPUT',
    `The folder of the export cannot be written (${code}): choose another one by --to`,
    {
      cause,
    },
  );
}

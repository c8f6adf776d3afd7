/** Object storage in a local folder: development and the embedded gateway. */
import { constants, createReadStream } from 'node:fs';
import { access, copyFile, mkdir, open, rm } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { GatewayError } from '../errors.ts';
import type { ObjectStorage } from './storage.ts';

/** @param folder Made when the first object is put. */
export function createFolderStorage(folder: string): ObjectStorage {
  const root = resolve(folder);
  const place = (name: string) => {
    const path = join(root, name);
    if (!path.startsWith(root + sep)) throw new GatewayError('BAD_USER_INPUT', 'The name leads out of the folder');
    return path;
  };
  return {
    // With a host, as any reference that the ledger keeps has one.
    uri: (name) => pathToFileURL(name === '' ? root : place(name)).href.replace('file:///', 'file://localhost/'),
    check: async () => {
      await mkdir(root, { recursive: true, mode: 0o700 }).catch(refuse('cannot be made'));
      await access(root, constants.W_OK).catch(refuse('cannot be written'));
    },
    put: async (name, file) => {
      const path = place(name);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 }).catch(refuse('cannot be written'));
      await copyFile(file, path, constants.COPYFILE_EXCL).catch(refuse('cannot be written'));
      await flush(path).catch(refuse('cannot be written'));
    },
    get: async (name) => {
      const path = place(name);
      await access(path, constants.R_OK).catch(refuse('cannot be read'));
      return createReadStream(path);
    },
    remove: async (name) => {
      await rm(place(name), { force: true }).catch(refuse('cannot be written'));
    },
  };
}

/** Writes to the disk, past its cache: what is read back afterwards must outlive a power cut. */
async function flush(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The system's own words name paths: they are the cause, for the log. */
function refuse(problem: string) {
  return (cause: unknown): never => {
    const code = (cause as NodeJS.ErrnoException).code;
    if (code === 'EEXIST')
      throw new GatewayError('CONFLICT', 'The storage already has an object of this name', { cause });
    if (code === 'ENOENT') throw new GatewayError('NOT_FOUND', 'The storage has no object of this name', { cause });
    throw new GatewayError('UPSTREAM_ERROR', `The folder of the archives ${problem} (${code ?? 'unknown'})`, { cause });
  };
}

/** The folder `.tripoint/`, in which an embedded gateway keeps its database and its secret between starts. */
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GatewayError } from '../errors.ts';

/** Where an embedded gateway keeps what it keeps. */
export interface StateFolder {
  /** Folder of the PGlite database. */
  readonly database: string;
  /** Folder of the files on pages. */
  readonly attachments: string;
  /** The HS256 secret: made on first use, readable by this user only. */
  secret(): string;
  /** Holds the folder for this process. @throws GatewayError `CONFLICT` while another process holds it. */
  hold(): { release(): void };
  /** Deletes database, attachments and secret. */
  clear(): void;
}

/** @param folder Parent of `.tripoint/`; nothing is created before it is used. */
export function createStateFolder(folder: string): StateFolder {
  const root = join(folder, '.tripoint');
  const database = join(root, 'database');
  const attachments = join(root, 'attachments');
  const lock = join(root, 'lock');
  return {
    database,
    attachments,
    secret: () => readOrCreateSecret(root),
    hold: () => {
      mkdirSync(root, { recursive: true });
      takeLock(lock);
      return { release: () => rmSync(lock, { force: true }) };
    },
    clear: () => {
      rmSync(database, { recursive: true, force: true });
      rmSync(attachments, { recursive: true, force: true });
      rmSync(join(root, 'secret'), { force: true });
    },
  };
}

function readOrCreateSecret(root: string): string {
  const file = join(root, 'secret');
  if (!existsSync(file)) {
    mkdirSync(root, { recursive: true });
    try {
      writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      // Another command made it first.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return readFileSync(file, 'utf8');
}

function takeLock(file: string): void {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const holder = Number(readFileSync(file, 'utf8'));
    if (isRunning(holder)) {
      throw new GatewayError('CONFLICT', `.tripoint/ is held by the gateway with process id ${holder}: stop it first`);
    }
    // Left behind by a process that was killed.
    rmSync(file, { force: true });
    takeLock(file);
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** What the driver keeps of its environments: a folder for each, a lock while one is worked on, and ports that no two have. */
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DeliveryError } from '../../problem.ts';
import { isOwnName } from '../names.ts';
import { isRunning, type KnownProcess, ownProcess } from '../other-processes.ts';
import type { LocalOdooSettings } from './settings.ts';

/** What is known of one. */
export interface KnownLocal {
  readonly name: string;
  readonly sha: string;
  readonly port: number;
  readonly url: string;
  readonly gatewayDatabase: string | null;
  /** Odoo's; null before it was started. */
  readonly server: KnownProcess | null;
  /** Whether its database is whole and cleansed. */
  readonly isMade: boolean;
}

/** The folder of all. */
export interface Places {
  folderOf(name: string): string;
  read(name: string): KnownLocal | null;
  write(known: KnownLocal): void;
  /** The last of it. */
  remove(name: string): void;
  /** Everything of which there is a folder: also what is half made. */
  list(): string[];
  /** Waits while another process works on it, unless that one has ended. @throws DeliveryError after `waitMs`. */
  locked<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Two ports that nobody listens on, and no other environment has. @throws DeliveryError where there are none left. */
  takePorts(name: string): Promise<number>;
}

const LOOK_MS = 200;
/** As long as the longest driver may take; the caller's own time is up before. */
const WAIT_MS = 3_600_000;
const FILE = 'environment.json';

/** Makes the folder where it is missing. */
export function createPlaces({ folder, ports }: Pick<LocalOdooSettings, 'folder' | 'ports'>): Places {
  const own = (kind: string) => {
    const path = join(folder, kind);
    mkdirSync(path, { recursive: true });
    return path;
  };
  const folderOf = (name: string) => join(own('environments'), name);
  const list = () => readdirSync(own('environments')).filter(isOwnName);
  const read = (name: string) => readJson<KnownLocal>(join(folderOf(name), FILE));
  return {
    folderOf,
    read,
    list,
    write: (known) => {
      mkdirSync(folderOf(known.name), { recursive: true });
      const file = join(folderOf(known.name), FILE);
      writeFileSync(`${file}.new`, JSON.stringify(known));
      renameSync(`${file}.new`, file);
    },
    remove: (name) => {
      for (const port of readdirSync(own('ports')))
        if (readJson<string>(join(own('ports'), port)) === name) rmSync(join(own('ports'), port));
      rmSync(folderOf(name), { recursive: true, force: true });
    },
    locked: (name, work) => withLock(join(own('locks'), name), work),
    takePorts: async (name) => {
      for (let port = ports.from; port < ports.to; port += 2)
        if ((await isFree(port)) && (await isFree(port + 1)) && claim(join(own('ports'), String(port)), name))
          return port;
      throw new DeliveryError(
        `No port from ${ports.from} to ${ports.to} is free: raise settings.ports, or close an environment`,
      );
    },
  };
}

async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const until = performance.now() + WAIT_MS;
  while (!claim(file, ownProcess())) {
    const holder = readJson<KnownProcess>(file);
    // Whoever held it has ended; an empty file is one that is just being written.
    if (holder && !isRunning(holder)) rmSync(file, { force: true });
    else if (performance.now() > until) throw new DeliveryError('Another process works on this environment');
    else await delay(LOOK_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Makes the file where there is none. @returns False where there is one. */
function claim(file: string, value: unknown): boolean {
  try {
    const handle = openSync(file, 'wx');
    writeFileSync(handle, JSON.stringify(value));
    closeSync(handle);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readJson<T>(file: string): T | null {
  try {
    return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null;
  } catch {
    return null;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** Connections of a database's owner that are kept: to open one takes a hundred times as long as most of what it is asked. */
import type { MigrationClient } from '../../src/postgres/migrate.ts';
import { withOwner } from '../../src/postgres/owner.ts';

/** Lends a connection to each caller, as many at once as there are callers. */
export interface KeptOwner {
  readonly lend: <T>(work: (client: MigrationClient) => Promise<T>) => Promise<T>;
  /** Closes those that nobody has; one that is lent closes when it comes back. */
  readonly close: () => Promise<void>;
}

interface Kept {
  readonly client: MigrationClient;
  readonly close: () => Promise<void>;
}

/** @param url Of the owner. Nothing is opened before somebody asks. */
export function keepOwner(url: string): KeptOwner {
  const idle: Kept[] = [];
  let isClosed = false;
  const take = async (): Promise<Kept> => {
    // A test may have ended it meanwhile.
    for (let kept = idle.pop(); kept; kept = idle.pop()) if (await isAsNew(kept)) return kept;
    return open(url);
  };
  return {
    lend: async (work) => {
      const kept = await take();
      try {
        return await work(kept.client);
      } finally {
        if (isClosed) await kept.close();
        else if (await isAsNew(kept)) idle.push(kept);
      }
    },
    close: async () => {
      isClosed = true;
      await Promise.all(idle.splice(0).map((kept) => kept.close()));
    },
  };
}

/** Whether what the last borrower set, locked, made or left open is gone; closed where it cannot be. */
async function isAsNew({ client, close }: Kept): Promise<boolean> {
  try {
    await client.script('discard all');
    return true;
  } catch {
    // In a transaction, or cut off.
    await close();
    return false;
  }
}

function open(url: string): Promise<Kept> {
  return new Promise((resolve, reject) => {
    let release = (): void => {};
    const released = new Promise<void>((done) => {
      release = done;
    });
    const ended = withOwner(url, (client) => {
      resolve({
        client,
        close: async () => {
          release();
          await ended;
        },
      });
      return released;
    });
    ended.catch(reject);
  });
}

/** A process that dies at its n-th step towards the database or the storage: before that step, or right after it. */
import type { MigrationClient } from '../../src/postgres/migrate.ts';
import type { ObjectStorage } from '../../src/storage/storage.ts';

/** Where it dies. */
export interface Death {
  /** Number of the step, from 1. */
  readonly step: number;
  /** Whether the step still took effect. */
  readonly after: boolean;
}

/** What a mortal process works with. */
export interface Mortal {
  readonly client: MigrationClient;
  readonly storage: ObjectStorage;
  readonly isDead: () => boolean;
  /** What the database does when it loses a connection. */
  readonly disconnect: () => Promise<void>;
}

/** Wraps the two ways out of a process; once dead, nothing gets out any more. */
export function makeMortal(client: MigrationClient, storage: ObjectStorage, death: Death): Mortal {
  let steps = 0;
  let dead = false;
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    if (dead) throw new Error('dead');
    steps += 1;
    if (steps !== death.step) return work();
    if (death.after) await work();
    dead = true;
    throw new Error('died');
  };
  return {
    client: {
      query: (text, values) => step(() => client.query(text, values)),
      script: (text) => step(() => client.script(text)),
    },
    storage: {
      uri: storage.uri,
      check: () => step(() => storage.check()),
      put: (name, file) => step(() => storage.put(name, file)),
      get: (name) => step(() => storage.get(name)),
      remove: (name) => step(() => storage.remove(name)),
    },
    isDead: () => dead,
    disconnect: async () => {
      await client.script('rollback');
      await client.script('select pg_advisory_unlock_all()');
    },
  };
}

/** Locks of migrations. They are asked for briefly, again and again: whoever reads a table has to queue behind a lock that waits. */
import { setTimeout as delay } from 'node:timers/promises';
import { GatewayError } from '../errors.ts';

/** What is asked of the session that applies migrations. */
interface LockingSession {
  query(text: string): Promise<Record<string, unknown>[]>;
  script(text: string): Promise<void>;
}

interface Retrying {
  /** Names the work, e.g. a migration. */
  readonly what: string;
  readonly say: (line: string) => void;
  /** Milliseconds until it is given up. */
  readonly waitMs: number;
}

/** Milliseconds that one statement waits for one lock. */
const LOCK_TIMEOUT_MS = 500;
/** Milliseconds between two tries: doubled each time. */
const FIRST_PAUSE_MS = 250;
const LAST_PAUSE_MS = 5_000;
/** Milliseconds between two lines about one wait. */
const SAY_MS = 10_000;
/** `lock_not_available`, `deadlock_detected`. */
const LOCKED = new Set(['55P03', '40P01']);

/** The other session whose transaction has been open the longest: most likely it has the lock. */
const OLDEST = `
select a.pid, a.application_name as application, a.usename as role, to_char(a.xact_start at time zone 'UTC', 'HH24:MI:SS') as since
from pg_catalog.pg_stat_activity a
where a.datname = current_database() and a.pid <> pg_backend_pid() and a.xact_start is not null
order by a.xact_start limit 1`;

/**
 * Runs one transaction until it has got its locks.
 *
 * @param work Runs anew each time, and leaves nothing behind where it fails.
 * @throws GatewayError `CONFLICT` after `waitMs`, with what has a transaction open the longest.
 */
export async function retryLocked(
  client: LockingSession,
  retrying: Retrying,
  work: () => Promise<void>,
): Promise<void> {
  const { what, say, waitMs } = retrying;
  const start = performance.now();
  let saidAt = Number.NEGATIVE_INFINITY;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LAST_PAUSE_MS)) {
    try {
      return await withLockTimeout(client, work);
    } catch (error) {
      if (!LOCKED.has(String((error as { code?: unknown }).code))) throw error;
      const others = await describeOldest(client);
      if (performance.now() - start + pause > waitMs)
        throw new GatewayError('CONFLICT', `${what} did not get its locks, and nothing of it was applied. ${others}`);
      if (performance.now() - saidAt >= SAY_MS) {
        say(`${what} waits for a lock. ${others}`);
        saidAt = performance.now();
      }
      await delay(pause);
    }
  }
}

/** Sets the timeout for the session; a migration's own `set local` overrides it. */
async function withLockTimeout(client: LockingSession, work: () => Promise<void>): Promise<void> {
  await client.script(`set lock_timeout = ${LOCK_TIMEOUT_MS}`);
  try {
    await work();
  } finally {
    await client.script('set lock_timeout = default').catch(() => {});
  }
}

async function describeOldest(client: LockingSession): Promise<string> {
  const [row] = await client.query(OLDEST).catch(() => []);
  if (!row) return 'No other transaction is open now: it is tried again';
  const name = row.application === '' ? String(row.role) : `${row.role}, ${row.application}`;
  return `The oldest open transaction is that of process ${row.pid} (${name}), since ${row.since} UTC`;
}

/**
 * Whether a contestant asks Postgres anew for each request: none may merge identical requests or cache answers.
 *
 * A table is locked, the same request is sent several times at once, and the sessions that wait for the lock are
 * counted. One that merges has fewer waiting than requests were sent, one that caches answers at once.
 */
import pg from 'pg';
import { ask } from './answers.ts';
import type { BenchRequest, Workload } from './workloads.ts';

/** Requests sent at once: no more than the gateway gives one viewer of its connections while others are about. */
const AT_ONCE = 4;
/** Milliseconds to wait for all of them to arrive. */
const PATIENCE_MS = 3_000;

/** @throws Error where fewer sessions ask for the rows than requests were sent. */
export async function assertNothingShared(
  ownerUrl: string,
  origin: string,
  request: BenchRequest,
  { name, table }: Workload,
): Promise<void> {
  const locker = new pg.Client({ connectionString: ownerUrl });
  const observer = new pg.Client({ connectionString: ownerUrl });
  await Promise.all([locker.connect(), observer.connect()]);
  try {
    await locker.query(`begin; lock table ${table} in access exclusive mode`);
    const answers = Promise.all(Array.from({ length: AT_ONCE }, () => ask(origin, request)));
    // An early refusal is reported by the await below.
    answers.catch(() => {});
    const waiting = await countWaiting(observer);
    await locker.query('rollback');
    await answers;
    if (waiting !== AT_ONCE)
      throw new Error(
        `${origin} asked Postgres ${waiting} times for ${AT_ONCE} requests for ${name}: it merges or caches`,
      );
  } finally {
    await Promise.all([locker.end(), observer.end()]);
  }
}

async function countWaiting(observer: pg.Client): Promise<number> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const { rows } = await observer.query<{ waiting: number }>(
      "select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    const waiting = rows[0]?.waiting ?? 0;
    if (waiting >= AT_ONCE || Date.now() > deadline) return waiting;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** What the worker processes of a soak or a bench have in common, ours and the peers': their effect, and when they begin. */
import process from 'node:process';
import pg from 'pg';

/** What a soak hands to its processes. */
export interface BusProcess {
  /** The soak's database as its owner. */
  readonly ownerUrl: string;
  /** The same as the gateway's login; empty for a peer. */
  readonly loginUrl: string;
  readonly concurrency: number;
  /**
   * The effect of a job: one row, with nothing unique about it, so that a job done twice is seen; where the process was given
   * `BUS_JOBS`, the jobs are only counted, and it says when it has executed so many.
   *
   * @param enqueuedAt Milliseconds since 1970.
   */
  readonly execute: (job: string, enqueuedAt?: number) => Promise<void>;
  /** Says that all is loaded, and waits for the word to begin. */
  readonly untilGo: () => Promise<void>;
}

/** @throws Error where the process was not started by a soak. */
export function openBusProcess(): BusProcess {
  const { BUS_OWNER_URL: ownerUrl, BUS_LOGIN_URL: loginUrl = '', BUS_CONCURRENCY, BUS_WORK_MS, BUS_JOBS } = process.env;
  if (!ownerUrl || !BUS_CONCURRENCY) throw new Error('this process is started by a soak');
  const concurrency = Number(BUS_CONCURRENCY);
  const workMs = Number(BUS_WORK_MS ?? 0);
  const pool = new pg.Pool({ connectionString: ownerUrl, max: Math.min(concurrency, 4) });
  return {
    ownerUrl,
    loginUrl,
    concurrency,
    execute: BUS_JOBS === undefined ? writeRow(pool, workMs) : countJobs(Number(BUS_JOBS)),
    untilGo: async () => {
      await pool.query('select 1');
      process.stdout.write('ready\n');
      await new Promise<void>((resolve) => process.stdin.once('data', () => resolve()));
      process.stdin.pause();
    },
  };
}

function writeRow(pool: pg.Pool, workMs: number): BusProcess['execute'] {
  return async (job) => {
    if (workMs > 0) await new Promise((resolve) => setTimeout(resolve, Math.random() * workMs));
    await pool.query('insert into soak.executed (job, process) values ($1, $2)', [job, process.pid]);
  };
}

/** What a process that only counts says at its end, as a line of JSON. */
export interface Counted {
  /** Jobs that were executed more than once. */
  readonly repeated: number;
  /** Milliseconds from each job's enqueueing to its handler, where the jobs told it. */
  readonly latencies: readonly number[];
}

function countJobs(jobs: number): BusProcess['execute'] {
  const seen = new Set<string>();
  const latencies: number[] = [];
  let executed = 0;
  return async (job, enqueuedAt) => {
    executed += 1;
    if (enqueuedAt !== undefined) latencies.push(performance.timeOrigin + performance.now() - enqueuedAt);
    if (seen.has(job)) return;
    seen.add(job);
    const counted: Counted = { repeated: executed - seen.size, latencies };
    if (seen.size === jobs) process.stdout.write(`${JSON.stringify(counted)}\n`);
  };
}

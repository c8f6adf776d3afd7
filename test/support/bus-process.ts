/** What the worker processes of a soak have in common, ours and the peers': their effect, and when they begin. */
import process from 'node:process';
import pg from 'pg';

/** What a soak hands to its processes. */
export interface BusProcess {
  /** The soak's database as its owner. */
  readonly ownerUrl: string;
  /** The same as the gateway's login; empty for a peer. */
  readonly loginUrl: string;
  readonly concurrency: number;
  /** Milliseconds that a job takes beside its effect, at most. */
  readonly workMs: number;
  /** The effect of a job: one row, with nothing unique about it, so that a job done twice is seen. */
  readonly execute: (job: string) => Promise<void>;
  /** Says that all is loaded, and waits for the word to begin. */
  readonly untilGo: () => Promise<void>;
}

/** @throws Error where the process was not started by a soak. */
export function openBusProcess(): BusProcess {
  const { BUS_OWNER_URL: ownerUrl, BUS_LOGIN_URL: loginUrl = '', BUS_CONCURRENCY, BUS_WORK_MS } = process.env;
  if (!ownerUrl || !BUS_CONCURRENCY) throw new Error('this process is started by a soak');
  const concurrency = Number(BUS_CONCURRENCY);
  const workMs = Number(BUS_WORK_MS ?? 0);
  const pool = new pg.Pool({ connectionString: ownerUrl, max: Math.min(concurrency, 4) });
  return {
    ownerUrl,
    loginUrl,
    concurrency,
    workMs,
    execute: async (job) => {
      if (workMs > 0) await new Promise((resolve) => setTimeout(resolve, Math.random() * workMs));
      await pool.query('insert into soak.executed (job, process) values ($1, $2)', [job, process.pid]);
    },
    untilGo: async () => {
      await pool.query('select 1');
      process.stdout.write('ready\n');
      await new Promise<void>((resolve) => process.stdin.once('data', () => resolve()));
      process.stdin.pause();
    },
  };
}

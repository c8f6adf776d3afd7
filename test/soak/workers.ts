/** 20,000 runs by 8 worker processes, each executed exactly once; then the same by graphile-worker and pg-boss. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type BusDatabase, createBusDatabase, startBusWorker } from '../support/bus-database.ts';
import type { Soak } from './soak.ts';

const PROCESSES = 8;
const CONCURRENCY = 8;
const BUS = join(import.meta.dirname, '..', '..', 'bench', 'bus');

/** One way to have jobs executed. */
interface Contestant {
  readonly name: string;
  readonly program: string;
  /** Makes the tables, and the jobs in one statement. */
  readonly fill: (database: BusDatabase, jobs: number) => Promise<void>;
  /** What must hold beside that each job was executed once. @throws Error where it does not. */
  readonly check: (database: BusDatabase, jobs: number) => Promise<void>;
}

const CONTESTANTS: readonly Contestant[] = [
  {
    name: 'tripoint worker',
    program: join(import.meta.dirname, 'worker-process.ts'),
    fill: async ({ query }, jobs) => {
      await query(
        `select count(*) from generate_series(1, $1::int) n,
          lateral ops.enqueue('sync-odoo-agent', 'count', jsonb_build_object('n', n), 'key-' || n)`,
        [jobs],
      );
    },
    check: checkLedger,
  },
  {
    name: 'graphile-worker',
    program: join(BUS, 'graphile-worker.ts'),
    fill: async ({ ownerUrl, query }, jobs) => {
      const { makeWorkerUtils } = requirePeer('graphile-worker');
      const utils = await makeWorkerUtils({ connectionString: ownerUrl });
      await utils.migrate();
      await utils.release();
      await query(
        `select count(*) from generate_series(1, $1::int) n,
          lateral graphile_worker.add_job('count', json_build_object('job', n::text)) job`,
        [jobs],
      );
    },
    check: async () => {},
  },
  {
    name: 'pg-boss',
    program: join(BUS, 'pg-boss.ts'),
    fill: async ({ ownerUrl }, jobs) => {
      const { PgBoss } = requirePeer('pg-boss');
      const boss = new PgBoss({ connectionString: ownerUrl, supervise: false, schedule: false });
      await boss.start();
      await boss.createQueue('count');
      for (let from = 0; from < jobs; from += 1_000) {
        const size = Math.min(1_000, jobs - from);
        await boss.insert(
          'count',
          Array.from({ length: size }, (_, n) => ({ data: { job: String(from + n) } })),
        );
      }
      await boss.stop({ graceful: false });
    },
    check: async () => {},
  },
];

/** What is used of the peers' modules, which have a lock of their own. */
interface Peers {
  readonly 'graphile-worker': {
    makeWorkerUtils(options: {
      connectionString: string;
    }): Promise<{ migrate(): Promise<void>; release(): Promise<void> }>;
  };
  readonly 'pg-boss': {
    PgBoss: new (options: {
      connectionString: string;
      supervise: boolean;
      schedule: boolean;
    }) => {
      start(): Promise<unknown>;
      createQueue(name: string): Promise<void>;
      insert(name: string, jobs: readonly { data: object }[]): Promise<unknown>;
      stop(options: { graceful: boolean }): Promise<void>;
    };
  };
}

function requirePeer<Name extends keyof Peers>(name: Name): Peers[Name] {
  return createRequire(join(BUS, 'index.js'))(name) as Peers[Name];
}

/** Ours must hold; the peers, where the bench is installed, are told beside it. */
export const soak: Soak = async (report, _seed, { small }) => {
  const jobs = small ? 500 : 20_000;
  const rates = new Map<string, number>();
  for (const contestant of CONTESTANTS) {
    const isPeer = contestant.program.startsWith(BUS);
    if (isPeer && !existsSync(join(BUS, '..', 'node_modules', contestant.name))) {
      report(`${contestant.name}: not measured, run npm --prefix bench ci first`);
      continue;
    }
    const rate = await measure(contestant, jobs);
    rates.set(contestant.name, rate);
    const ours = rates.get('tripoint worker') ?? rate;
    report(
      `${contestant.name}: ${jobs} jobs by ${PROCESSES} processes of ${CONCURRENCY}, each executed once; ${Math.round(rate)}/s (${(rate / ours).toFixed(2)})`,
    );
  }
};

/** @returns Jobs per second, between the first effect and the last. */
async function measure({ name, program, fill, check }: Contestant, jobs: number): Promise<number> {
  await using database = await createBusDatabase(name.replaceAll(/\W/g, '_'));
  await fill(database, jobs);
  await database.query('analyze');
  const workers = Array.from({ length: PROCESSES }, () =>
    startBusWorker(program, database, {
      BUS_CONCURRENCY: String(CONCURRENCY),
      BUS_BATCH: String(Math.min(500, Math.ceil(jobs / 40))),
    }),
  );
  try {
    await Promise.all(workers.map(({ ready }) => ready));
    for (const { go } of workers) go();
    const anyEnded = Promise.race(workers.map(({ ended }) => ended)).then(() => {
      throw new Error(`${name}: a worker process ended before the jobs were done`);
    });
    await Promise.race([untilExecuted(database, jobs), anyEnded]);
    anyEnded.catch(() => {});
  } finally {
    for (const { child } of workers) child.kill('SIGTERM');
    const late = setTimeout(() => workers.map(({ child }) => child.kill('SIGKILL')), 15_000);
    await Promise.all(workers.map(({ ended }) => ended));
    clearTimeout(late);
  }
  const [seen] = await database.query(`select count(*)::int as executed, count(distinct job)::int as jobs,
    count(distinct process)::int as processes, extract(epoch from max(at) - min(at))::float8 as seconds from soak.executed`);
  if (seen?.executed !== jobs || seen.jobs !== jobs)
    throw new Error(`${name}: ${String(seen?.executed)} executions of ${String(seen?.jobs)} jobs, of ${jobs}`);
  if (seen.processes !== PROCESSES && jobs > 1_000)
    throw new Error(`${name}: only ${String(seen.processes)} processes had a share`);
  await check(database, jobs);
  return jobs / Number(seen.seconds);
}

/** A little past the number, where a job is executed twice. */
async function untilExecuted({ query }: BusDatabase, jobs: number): Promise<void> {
  const deadline = performance.now() + 900_000;
  while (performance.now() < deadline) {
    const [row] = await query('select count(*)::int as executed from soak.executed');
    if (Number(row?.executed) >= jobs) return void (await new Promise((resolve) => setTimeout(resolve, 2_000)));
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('the jobs were not executed within 15 minutes');
}

async function checkLedger({ query }: BusDatabase, jobs: number): Promise<void> {
  const [runs] = await query(
    `select count(*) filter (where status = 'SUCCEEDED' and attempt = 1)::int as once from ops.runs`,
  );
  if (runs?.once !== jobs) throw new Error(`only ${String(runs?.once)} runs succeeded at their first attempt`);
  const [chains] = await query(`select count(*)::int as broken from ops.runs r, lateral ops.verify_ledger(r.id) v
    where v.problem is not null`);
  if (chains?.broken !== 0) throw new Error(`${String(chains?.broken)} chains do not verify`);
}

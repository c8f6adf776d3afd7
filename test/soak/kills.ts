/** Worker processes killed at random 200 times while runs come in: nothing lost, nothing finished twice, chains verify. */
import { join } from 'node:path';
import { type BusDatabase, type BusWorker, createBusDatabase, startBusWorker } from '../support/bus-database.ts';
import { seededChoice } from '../support/random.ts';
import type { Soak } from './soak.ts';

const PROCESSES = 5;
const PROGRAM = join(import.meta.dirname, 'worker-process.ts');
/** Short leases, so that what a dead worker held comes back soon; a run of up to 100 ms is often cut in two. */
const SETTINGS = { BUS_CONCURRENCY: '4', BUS_WORK_MS: '100', BUS_LEASE_SECONDS: '5' };
/** Runs enqueued between two kills: enough that the workers are busy when the next one falls. */
const RUNS_PER_KILL = 120;
/** Every other run stands in one of so many lines. */
const LINES = 40;
/** Milliseconds that what is left may take: a run that was hit six times waits for two minutes by then. */
const DRAIN_MS = 900_000;

/** Throws where a promise of the ledger is broken. */
export const soak: Soak = async (report, seed, { small }) => {
  const kills = small ? 5 : 200;
  const choose = seededChoice(seed);
  await using database = await createBusDatabase('kills');
  const workers: BusWorker[] = [];
  const start = async () => {
    const worker = startBusWorker(PROGRAM, database, SETTINGS);
    await worker.ready;
    worker.go();
    workers.push(worker);
  };
  let enqueued = 0;
  try {
    await Promise.all(Array.from({ length: PROCESSES }, start));
    for (let killed = 0; killed < kills; killed += 1) {
      await enqueue(database, enqueued, RUNS_PER_KILL);
      enqueued += RUNS_PER_KILL;
      await new Promise((resolve) => setTimeout(resolve, choose(300)));
      const [victim] = workers.splice(choose(workers.length), 1);
      victim?.child.kill('SIGKILL');
      await Promise.all([victim?.ended, start()]);
      if ((killed + 1) % 50 === 0) report(`${killed + 1} kills, ${enqueued} runs`);
    }
    await untilAllEnded(database);
  } finally {
    for (const { child } of workers) child.kill('SIGKILL');
    await Promise.all(workers.map(({ ended }) => ended));
  }
  await check(database, enqueued, report);
};

async function enqueue({ query }: BusDatabase, from: number, count: number): Promise<void> {
  await query(
    `select count(*) from generate_series($1::int + 1, $1::int + $2::int) n,
      lateral ops.enqueue('sync-odoo-agent', 'count', jsonb_build_object('n', n), 'key-' || n, max_attempts => 100,
        ordering_key => case when n % 2 = 0 then 'line-' || n % ${LINES} end)`,
    [from, count],
  );
}

async function untilAllEnded({ query }: BusDatabase): Promise<void> {
  const deadline = performance.now() + DRAIN_MS;
  while (performance.now() < deadline) {
    const [row] = await query(`select count(*)::int as open from ops.runs where status in ('QUEUED', 'RUNNING')`);
    if (row?.open === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  throw new Error('runs are still open');
}

async function check({ query }: BusDatabase, enqueued: number, report: (line: string) => void): Promise<void> {
  const [seen] = await query(`select
    count(*)::int as runs,
    count(*) filter (where status = 'SUCCEEDED')::int as succeeded,
    count(*) filter (where attempt > 1)::int as repeated,
    max(attempt) as attempts,
    count(*) filter (where not exists (select from soak.executed e where e.job = r.id::text))::int as lost,
    count(*) filter (where (select count(*) from ops.run_events e where e.run_id = r.id and e.type = 'run.succeeded') <> 1)::int as oddly_finished,
    (select count(*)::int from soak.executed) as executions,
    (select count(*)::int from ops.run_events where type = 'run.lease_lost') as leases_lost
    from ops.runs r`);
  const [chains] = await query(`select count(*)::int as broken from ops.runs r, lateral ops.verify_ledger(r.id) v
    where v.problem is not null`);
  const [lines] =
    await query(`select count(*)::int as runs, count(*) filter (where first < before)::int as overtaken from (
      select min(e.at) as first, lag(max(e.at)) over (partition by r.ordering_keys order by (r.input ->> 'n')::int) as before
      from ops.runs r join soak.executed e on e.job = r.id::text where r.ordering_keys <> '{}' group by r.id) l`);
  const { runs, succeeded, lost, oddly_finished: oddlyFinished } = seen ?? {};
  report(
    `in lines ${String(lines?.runs)} runs; executed before the one ahead of it was done: ${String(lines?.overtaken)}`,
  );
  report(
    `${String(runs)} runs, all that were enqueued: ${runs === enqueued}; succeeded ${String(succeeded)}; lost ${String(lost)}`,
  );
  report(
    `finished more or less than once: ${String(oddlyFinished)}; chains that do not verify: ${String(chains?.broken)}`,
  );
  report(
    `leases lost ${String(seen?.leases_lost)}, runs tried again ${String(seen?.repeated)}, up to ${String(seen?.attempts)} attempts, handlers executed ${String(seen?.executions)} times`,
  );
  const holds =
    runs === enqueued &&
    succeeded === enqueued &&
    lost === 0 &&
    oddlyFinished === 0 &&
    chains?.broken === 0 &&
    lines?.overtaken === 0;
  if (!holds) throw new Error('the ledger does not hold what was enqueued');
  if (Number(seen?.leases_lost) === 0) throw new Error('no kill hit a run: the soak shows nothing');
}

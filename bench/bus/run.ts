/** `npm run bench:bus`: jobs a second and the wait before a job begins, side by side with the peers, on a real Postgres. */
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { withOwner } from '../../src/postgres/owner.ts';
import {
  type BusDatabase,
  type BusWorker,
  createBusDatabase,
  startBusWorker,
} from '../../test/support/bus-database.ts';
import type { Counted } from '../../test/support/bus-process.ts';
import { type Contestant, floor, graphileWorker, pgBoss, tripoint } from './contestants.ts';

const HELP = `Usage: npm run bench:bus -- [--small] [--against <folder>] [--only <text>] [--json <file>]

Jobs that do nothing, by one process of each contestant, all enqueued before it begins; then jobs that are enqueued one at a
time, and how long each waits. One after the other on one server, each in a database of its own, with the server's own
settings of durability. Ends with 1 where a job is not executed once, a chain does not verify, or the worker with 64 places
executes fewer jobs than graphile-worker with ten at once and else its defaults (with --small that is told, and no failure).

  --small    fewer jobs: seconds
  --against  another checkout (with node_modules) whose worker and migrations are measured too, e.g. of an earlier commit
  --only     those contestants alone whose name has the text
  --json     writes the figures`;

/** By as many places as the peer of the bar has, and by as many as `tripoint worker` takes. */
const OURS = ['tripoint, 10 at once', 'tripoint, 64 at once'] as const;
const BAR = 'graphile-worker, 10 at once';

interface Figures {
  readonly name: string;
  readonly perSecond: number;
  /** Milliseconds; null where no job was enqueued one at a time. */
  readonly p50: number | null;
  readonly p99: number | null;
}

const { values: given } = parseArgs({
  options: {
    small: { type: 'boolean', default: false },
    against: { type: 'string' },
    only: { type: 'string', default: '' },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
if (given.help) print(HELP);
else process.exitCode = await bench();

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function bench(): Promise<number> {
  const size = given.small ? { jobs: 2_000, slow: 300, single: 20 } : { jobs: 20_000, slow: 2_000, single: 200 };
  const against =
    given.against === undefined
      ? []
      : [tripoint(`tripoint of ${given.against}, 10 at once`, 10, resolve(given.against))];
  const contestants = [
    ...against,
    tripoint(OURS[0], 10),
    tripoint(OURS[1], 64),
    graphileWorker(BAR, false),
    graphileWorker('graphile-worker, its fastest', true),
    pgBoss('pg-boss, its fastest'),
    floor('the same rows by bare SQL, 10 a batch', 10),
    floor('the same rows by bare SQL, 100 a batch', 100),
  ];
  const figures: Figures[] = [];
  for (const contestant of contestants.filter(({ name }) => name.includes(given.only))) {
    const jobs = against.includes(contestant) ? size.slow : size.jobs;
    await using database = await createDatabase(contestant);
    const perSecond = await measureRate(contestant, database, jobs);
    const seen = { name: contestant.name, perSecond, ...(await measureWait(contestant, database, size.single)) };
    figures.push(seen);
    print(lineOf(seen));
  }
  if (given.json) await writeFile(given.json, `${JSON.stringify(figures, null, 2)}\n`);
  return judge(figures);
}

function lineOf({ name, perSecond, p50, p99 }: Figures): string {
  const wait =
    p50 === null || p99 === null ? '' : `; begins after ${p50.toFixed(1)} ms (p50), ${p99.toFixed(1)} ms (p99)`;
  return `${name}: ${Math.round(perSecond)} jobs/s${wait}`;
}

function judge(figures: readonly Figures[]): number {
  const rateOf = (wanted: string) => figures.find(({ name }) => name === wanted)?.perSecond ?? 0;
  const bar = rateOf(BAR);
  const ratios = OURS.map((name) => rateOf(name) / bar);
  if (!ratios.every((ratio) => ratio > 0 && Number.isFinite(ratio))) return 0;
  ratios.forEach((ratio, index) => void print(`${OURS[index]}: ${ratio.toFixed(2)} of ${BAR}`));
  return given.small || Math.max(...ratios) >= 1 ? 0 : 1;
}

/** @returns Jobs a second, from the word to begin until the last one is told. */
async function measureRate(contestant: Contestant, database: BusDatabase, jobs: number): Promise<number> {
  await database.query(contestant.enqueue.many, [jobs]);
  await database.query('vacuum analyze');
  await database.query('checkpoint');
  const worker = await startReady(contestant, database, jobs);
  try {
    const from = performance.now();
    worker.go();
    const { repeated } = await worker.counted;
    while ((await database.query(contestant.left))[0]?.left === true) await pause(10);
    const seconds = (performance.now() - from) / 1_000;
    if (repeated > 0) throw new Error(`${contestant.name}: ${repeated} jobs were executed more than once`);
    await contestant.check?.(database, jobs);
    return jobs / seconds;
  } finally {
    await stop(worker);
  }
}

/** Of a worker that has nothing else to do. */
async function measureWait(
  contestant: Contestant,
  database: BusDatabase,
  jobs: number,
): Promise<Pick<Figures, 'p50' | 'p99'>> {
  const { one } = contestant.enqueue;
  if (one === '') return { p50: null, p99: null };
  const worker = await startReady(contestant, database, jobs);
  try {
    worker.go();
    await pause(1_000);
    await withOwner(database.ownerUrl, async ({ query }) => {
      for (let job = 0; job < jobs; job += 1) {
        await query(one, [performance.timeOrigin + performance.now()]);
        await pause(10 + Math.random() * 30);
      }
    });
    const { latencies } = await worker.counted;
    const sorted = [...latencies].sort((a, b) => a - b);
    const at = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? null;
    return { p50: at(0.5), p99: at(0.99) };
  } finally {
    await stop(worker);
  }
}

async function createDatabase({ name, migrations, prepare }: Contestant): Promise<BusDatabase> {
  const database = await createBusDatabase(`bench_${name.replaceAll(/\W+/g, '_').slice(0, 20)}`, migrations);
  await prepare(database);
  return database;
}

async function startReady({ program, environment }: Contestant, database: BusDatabase, jobs: number) {
  const worker = startBusWorker(program, database, { ...environment, BUS_JOBS: String(jobs) });
  await worker.ready;
  const counted = new Promise<Counted>((done) => {
    let text = '';
    worker.child.stdout?.on('data', (bytes: Buffer) => {
      text += bytes.toString('utf8');
      if (text.endsWith('\n')) done(JSON.parse(text.replace(/^ready\n/, '')) as Counted);
    });
  });
  return { ...worker, counted };
}

async function stop({ child, ended }: BusWorker): Promise<void> {
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(late);
}

function pause(ms: number): Promise<void> {
  return new Promise((done) => setTimeout(done, ms));
}

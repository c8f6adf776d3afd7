/** `npm run bench`: the gateway beside the limit and its peers, on the same Postgres, interleaved. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { type Answer, ask, assertSame } from './answers.ts';
import { type Contestant, type ContestantName, type ContestantOptions, startContestant } from './contestants.ts';
import { readBenchDatabase } from './environment.ts';
import type { LoadReport } from './load.ts';
import { type Asked, measure } from './measure.ts';
import { findMemoryMissed, type MemorySteps, MIX, measureMemory, printSteps } from './memory.ts';
import { HELP, type Options, readOptions } from './options.ts';
import { findMissed, type Measured, type MeasuredWorkload, printTable, type Round, summarise } from './report.ts';
import { prepareDatabase } from './seed.ts';
import { assertNothingShared } from './sharing.ts';
import { createTokens, type Tokens } from './tokens.ts';
import { createRequests, WORKLOADS, type Workload, type WorkloadName } from './workloads.ts';

/** All that a run measures by. */
interface Bench {
  readonly options: Options;
  readonly ownerUrl: string;
  readonly start: ContestantOptions;
  readonly tokens: Tokens;
}

/** A workload whose answers were compared. */
interface Ready {
  readonly workload: Workload;
  readonly tokens: readonly string[];
  readonly bodyBytes: Readonly<Record<string, number>>;
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  print(`bench: ${error instanceof Error ? error.message : String(error)}`);
  return 1;
});

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (!options) {
    print(HELP);
    return 0;
  }
  const database = readBenchDatabase(process.env);
  build();
  print(
    (await prepareDatabase(database))
      ? `made and seeded the database ${database.name}`
      : `the database ${database.name} is as it should be`,
  );
  await using tokens = await createTokens(options.tokens);
  const start: ContestantOptions = { databaseUrl: database.loginUrl, tokens };
  const bench: Bench = { options, ownerUrl: database.ownerUrl, start, tokens };
  const measured = options.hasRounds ? await withRunning(bench, options.contestants, measureRounds) : {};
  const memory = options.hasMemory ? await measureMemories(bench) : null;
  return report(measured, memory, options);
}

/** The gateway as it is shipped, and the peers as plain JavaScript: no loader takes time or memory in a contestant. */
function build(): void {
  const root = join(import.meta.dirname, '..');
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  for (const project of ['tsconfig.build.json', 'bench/tsconfig.json']) {
    execFileSync(process.execPath, [tsc, '-p', join(root, project)], { stdio: 'inherit' });
  }
}

async function withRunning<T>(
  bench: Bench,
  names: readonly ContestantName[],
  work: (bench: Bench, running: readonly Contestant[]) => Promise<T>,
): Promise<T> {
  const running: Contestant[] = [];
  try {
    for (const name of names) running.push(await startContestant(name, bench.start));
    return await work(bench, running);
  } finally {
    await Promise.all(running.map((contestant) => contestant.stop()));
  }
}

async function measureRounds(bench: Bench, running: readonly Contestant[]): Promise<Measured> {
  const { options } = bench;
  const measured: Partial<Record<WorkloadName, MeasuredWorkload & { readonly rounds: Round[] }>> = {};
  const prepared: Ready[] = [];
  for (const workload of WORKLOADS.filter(({ name }) => options.workloads.includes(name))) {
    const ready = await prepare(bench, running, workload);
    prepared.push(ready);
    measured[workload.name] = { rounds: [], answerBytes: ready.bodyBytes.gateway ?? 0 };
  }
  for (const ready of prepared) await measureRound(ready, running, { seconds: options.warmUpSeconds, round: 0 });
  for (let index = 1; index <= options.rounds; index += 1) {
    for (const ready of prepared) {
      const round = await measureRound(ready, running, { seconds: options.seconds, round: index });
      measured[ready.workload.name]?.rounds.push(round);
      const rates = Object.entries(round).map(
        ([name, { requestsPerSecond }]) => `${name} ${requestsPerSecond.toFixed(0)}/s`,
      );
      print(`round ${index}, ${ready.workload.title}: ${rates.join(', ')}`);
    }
  }
  return measured;
}

/** Compares the answers to the first and the last request, and checks that nobody shares them. */
async function prepare(bench: Bench, running: readonly Contestant[], workload: Workload): Promise<Ready> {
  const tokens = await Promise.all(workload.viewers.map(bench.tokens.issue));
  const bodyBytes: Record<string, number> = {};
  const expected: Answer[] = [];
  for (const { name, origin } of running) {
    const requests = createRequests(name, workload, { tokens, round: 0 });
    const compared = [requests[0], requests.at(-1)].flatMap((request) => request ?? []);
    for (const [index, request] of compared.entries()) {
      const answer = await ask(origin, request);
      expected[index] ??= answer;
      assertSame(expected[index], answer, `${name} answers other data than the gateway for the ${workload.title}`);
      bodyBytes[name] = answer.bytes;
    }
    const [first] = compared;
    if (workload.table !== null && first) await assertNothingShared(bench.ownerUrl, origin, first, workload);
  }
  return { workload, tokens, bodyBytes };
}

async function measureRound(
  { workload, tokens, bodyBytes }: Ready,
  running: readonly Contestant[],
  { seconds, round }: { seconds: number; round: number },
): Promise<Round> {
  const reports: Partial<Record<ContestantName, LoadReport>> = {};
  for (const { name, origin } of running) {
    const requests = createRequests(name, workload, { tokens, round });
    const asked = requests.map((request): Asked => ({ request, bodyBytes: bodyBytes[name] ?? 0 }));
    const most = workload.isCold ? { most: requests.length } : {};
    reports[name] = await measure({ origin, asked, seconds, ...most });
  }
  return reports;
}

async function measureMemories(bench: Bench): Promise<Record<'gateway' | 'limit', MemorySteps>> {
  const of = (name: ContestantName) =>
    withRunning(bench, [name], async (_bench, running) => {
      const asked: Asked[] = [];
      for (const [workload, count] of MIX) {
        const ready = await prepare(bench, running, WORKLOADS.find((one) => one.name === workload) as Workload);
        const requests = createRequests(name, ready.workload, { tokens: ready.tokens, round: 0 });
        for (let n = 0; n < count; n += 1)
          asked.push({
            request: requests[n % requests.length] as Asked['request'],
            bodyBytes: ready.bodyBytes[name] ?? 0,
          });
      }
      return measureMemory(running[0] as Contestant, asked, bench.options.isSmall ? 50 : 1);
    });
  return { gateway: await of('gateway'), limit: await of('limit') };
}

function report(
  measured: Measured,
  memory: Record<'gateway' | 'limit', MemorySteps> | null,
  { rounds, seconds, tokens, hasThreshold, json }: Options,
): number {
  const figures = summarise(measured);
  print(printTable(measured));
  if (memory)
    print(
      `memory after each fifth of the requests: gateway ${printSteps(memory.gateway)}; limit ${printSteps(memory.limit)}`,
    );
  const machine = { node: process.version, cpus: cpus().length, rounds, seconds, tokens };
  if (json)
    writeFileSync(
      json,
      `${JSON.stringify({ ...figures, ...(memory && { memoryBytes: memory }), machine }, null, 2)}\n`,
    );
  const missed = hasThreshold
    ? [...findMissed(figures), ...(memory ? findMemoryMissed(memory.gateway, memory.limit) : [])]
    : [];
  for (const line of missed) print(`missed: ${line}`);
  return missed.length > 0 ? 1 : 0;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** `npm run bench`: the gateway beside the limit and two peers, on the same Postgres, interleaved. */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Answer, ask, assertSame } from './answers.ts';
import { CONTESTANTS, type Contestant, type ContestantName, startContestant } from './contestants.ts';
import { readBenchDatabase } from './environment.ts';
import { measure } from './measure.ts';
import { findMissed, type Measured, printTable, type Round, summarise } from './report.ts';
import { prepareDatabase } from './seed.ts';
import { assertNothingShared } from './sharing.ts';
import { createRequest, issueWorkloadToken, WORKLOADS, type Workload } from './workloads.ts';

const HELP = `npm run bench -- [options]

  --rounds N        rounds, each of them every contestant once; default 5
  --seconds N       seconds of one measurement; default 4
  --small           three rounds of one second, no thresholds: whether the bench works; its ratios are rough
  --no-threshold    exit code 0 however slow the gateway is
  --json FILE       write the figures
  --help            print this`;

interface Options {
  readonly rounds: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
  readonly hasThreshold: boolean;
  readonly json: string | undefined;
}

/** One contestant asked for one workload. */
interface Ready {
  readonly contestant: Contestant;
  readonly request: ReturnType<typeof createRequest>;
  readonly bodyBytes: number;
}

type ReadyByName = Record<ContestantName, Ready>;

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
  const jwtSecret = randomBytes(32).toString('hex');
  const running: Contestant[] = [];
  try {
    for (const name of CONTESTANTS)
      running.push(await startContestant(name, { databaseUrl: database.loginUrl, jwtSecret }));
    return report(await measureAll(running, { ...options, jwtSecret, ownerUrl: database.ownerUrl }), options);
  } finally {
    await Promise.all(running.map((contestant) => contestant.stop()));
  }
}

function readOptions(args: readonly string[]): Options | null {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      small: { type: 'boolean', default: false },
      'no-threshold': { type: 'boolean', default: false },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return null;
  return {
    rounds: readCount('rounds', values.rounds, values.small ? 3 : 5),
    seconds: readCount('seconds', values.seconds, values.small ? 1 : 4),
    // Long enough that V8 has compiled what is hot: a gateway runs for weeks.
    warmUpSeconds: values.small ? 1 : 8,
    hasThreshold: !values.small && !values['no-threshold'],
    json: values.json,
  };
}

function readCount(name: string, text: string | undefined, fallback: number): number {
  const value = text === undefined ? fallback : Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= 60) return value;
  throw new Error(`--${name} is a whole number from 1 to 60`);
}

/** The gateway as it is shipped, and the peers as plain JavaScript: no loader takes time or memory in a contestant. */
function build(): void {
  const root = join(import.meta.dirname, '..');
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  for (const project of ['tsconfig.build.json', 'bench/tsconfig.json']) {
    execFileSync(process.execPath, [tsc, '-p', join(root, project)], { stdio: 'inherit' });
  }
}

async function measureAll(
  running: readonly Contestant[],
  options: Options & { jwtSecret: string; ownerUrl: string },
): Promise<Measured> {
  const rounds: Record<Workload['name'], Round[]> = { workTree: [], pageTree: [], ledgerList: [], typename: [] };
  const answerBytes: Record<Workload['name'], number> = { workTree: 0, pageTree: 0, ledgerList: 0, typename: 0 };
  const prepared: (readonly [Workload, ReadyByName])[] = [];
  for (const workload of WORKLOADS) {
    const ready = await prepare(running, workload, options);
    prepared.push([workload, ready]);
    answerBytes[workload.name] = ready.gateway.bodyBytes;
  }
  for (const [, ready] of prepared) await measureRound(ready, options.warmUpSeconds);
  for (let index = 1; index <= options.rounds; index++) {
    for (const [{ name, title }, ready] of prepared) {
      const round = await measureRound(ready, options.seconds);
      rounds[name].push(round);
      print(
        `round ${index}, ${title}: ${CONTESTANTS.map((one) => `${one} ${round[one].requestsPerSecond.toFixed(0)}/s`).join(', ')}`,
      );
    }
  }
  const memory = Object.fromEntries(running.map((contestant) => [contestant.name, contestant.readMemory()]));
  return { rounds, answerBytes, memory: memory as Measured['memory'] };
}

/** Compares the answers, and checks that nobody shares them. */
async function prepare(
  running: readonly Contestant[],
  workload: Workload,
  { jwtSecret, ownerUrl }: { jwtSecret: string; ownerUrl: string },
): Promise<ReadyByName> {
  const token = await issueWorkloadToken(workload, jwtSecret);
  const ready: Partial<ReadyByName> = {};
  let first: Answer | null = null;
  for (const contestant of running) {
    const request = createRequest(contestant.name, workload, token);
    const answer = await ask(contestant.origin, request);
    if (first)
      assertSame(
        first,
        answer,
        `${contestant.name} answers other data than ${running[0]?.name} for the ${workload.title}`,
      );
    first ??= answer;
    if (workload.isStored) await assertNothingShared(ownerUrl, contestant.origin, request, workload);
    ready[contestant.name] = { contestant, request, bodyBytes: answer.bytes };
  }
  return ready as ReadyByName;
}

async function measureRound(ready: ReadyByName, seconds: number): Promise<Round> {
  const round: Partial<Record<ContestantName, Round[ContestantName]>> = {};
  for (const name of CONTESTANTS) {
    const { contestant, request, bodyBytes } = ready[name];
    round[name] = await measure({ origin: contestant.origin, request, bodyBytes, seconds });
  }
  return round as Round;
}

function report(measured: Measured, { rounds, seconds, hasThreshold, json }: Options): number {
  const figures = summarise(measured);
  print(printTable(measured));
  const machine = { node: process.version, cpus: cpus().length, rounds, seconds };
  if (json) writeFileSync(json, `${JSON.stringify({ ...figures, memoryBytes: measured.memory, machine }, null, 2)}\n`);
  const missed = hasThreshold ? findMissed(figures) : [];
  for (const line of missed) print(`missed: ${line}`);
  return missed.length > 0 ? 1 : 0;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

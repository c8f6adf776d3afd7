/** Rounds → figures: medians, and ratios within the same round, since the machine's speed changes from one to the next. */
import { CONTESTANTS, type ContestantName } from './contestants.ts';
import type { LoadReport } from './load.ts';
import { WORKLOADS, type Workload } from './workloads.ts';

/** One round of one workload: every contestant, one after the other. */
export type Round = Readonly<Record<ContestantName, LoadReport>>;

/** All that was measured. */
export interface Measured {
  /** Workload → its rounds. */
  readonly rounds: Readonly<Record<Workload['name'], readonly Round[]>>;
  /** Bytes of resident memory after the last round. */
  readonly memory: Readonly<Record<ContestantName, number>>;
  /** Bytes of the gateway's answers. */
  readonly answerBytes: Readonly<Record<Workload['name'], number>>;
}

/** Medians of one workload. */
export interface Figures {
  /** Requests/s of the gateway over those of the limit. */
  readonly ratioToLimit: number;
  readonly ratioToPostGraphile: number;
  readonly ratioToApolloDataloader: number;
  readonly answerBytes: number;
  readonly contestants: Readonly<Record<ContestantName, LoadReport & { readonly ratioToLimit: number }>>;
}

/** Least ratios of the workloads that ask Postgres. */
export const THRESHOLDS = { ratioToLimit: 0.85, ratioToPostGraphile: 3 } as const;

/** Workload → its figures. */
export function summarise({ rounds, answerBytes }: Measured): Record<Workload['name'], Figures> {
  const figures = WORKLOADS.map(({ name }) => [name, figuresOf(rounds[name], answerBytes[name])] as const);
  return Object.fromEntries(figures) as Record<Workload['name'], Figures>;
}

/** What was missed, in words; nothing where all is well. */
export function findMissed(figures: Readonly<Record<Workload['name'], Figures>>): string[] {
  return WORKLOADS.filter(({ isStored }) => isStored).flatMap(({ name, title }) =>
    (['ratioToLimit', 'ratioToPostGraphile'] as const)
      .filter((ratio) => figures[name][ratio] < THRESHOLDS[ratio])
      .map((ratio) => `${title}: ${ratio} is ${figures[name][ratio]}, less than ${THRESHOLDS[ratio]}`),
  );
}

/** The table that a person reads. */
export function printTable(measured: Measured): string {
  const figures = summarise(measured);
  const head = ['', 'requests/s', 'p50 ms', 'p99 ms', 'ratio to limit', 'memory MB'];
  const lines = WORKLOADS.flatMap(({ name, title }) => {
    const { answerBytes, contestants } = figures[name];
    const rows = CONTESTANTS.map((contestant) => {
      const { requestsPerSecond, p50, p99, ratioToLimit } = contestants[contestant];
      const memory = measured.memory[contestant] / 1_048_576;
      return printRow([
        contestant,
        requestsPerSecond.toFixed(0),
        p50.toFixed(1),
        p99.toFixed(1),
        ratioToLimit.toFixed(2),
        memory.toFixed(0),
      ]);
    });
    return ['', printRow([`${title}, ${(answerBytes / 1_000).toFixed(1)} kB`, ...head.slice(1)]), ...rows];
  });
  const ratios = WORKLOADS.map(({ name, title }) => {
    const { ratioToLimit, ratioToPostGraphile, ratioToApolloDataloader } = figures[name];
    return `${title}: ${ratioToLimit} of the limit, ${ratioToPostGraphile} × PostGraphile, ${ratioToApolloDataloader} × Apollo + DataLoader`;
  });
  return [...lines, '', ...ratios].join('\n');
}

function printRow([first = '', ...cells]: readonly string[]): string {
  return first.padEnd(26) + cells.map((cell) => cell.padStart(15)).join('');
}

function figuresOf(rounds: readonly Round[], answerBytes: number): Figures {
  const ratio = (over: ContestantName, under: ContestantName) =>
    round(median(rounds.map((one) => one[over].requestsPerSecond / one[under].requestsPerSecond)));
  const of = (name: ContestantName) => ({
    requestsPerSecond: round(median(rounds.map((one) => one[name].requestsPerSecond))),
    p50: round(median(rounds.map((one) => one[name].p50))),
    p99: round(median(rounds.map((one) => one[name].p99))),
    ratioToLimit: ratio(name, 'limit'),
  });
  return {
    ratioToLimit: ratio('gateway', 'limit'),
    ratioToPostGraphile: ratio('gateway', 'postgraphile'),
    ratioToApolloDataloader: ratio('gateway', 'apolloDataloader'),
    answerBytes,
    contestants: Object.fromEntries(CONTESTANTS.map((name) => [name, of(name)])) as Figures['contestants'],
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

/** Two decimals. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}

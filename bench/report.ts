/** Rounds → figures: medians, and ratios within the same round, since the machine's speed changes from one to the next. */
import { CONTESTANTS, type ContestantName } from './contestants.ts';
import type { LoadReport } from './load.ts';
import { WORKLOADS, type WorkloadName } from './workloads.ts';

/** One round of one workload: every contestant that takes part, one after the other. */
export type Round = Readonly<Partial<Record<ContestantName, LoadReport>>>;

/** What was measured of one workload. */
export interface MeasuredWorkload {
  readonly rounds: readonly Round[];
  /** Bytes of the gateway's answer. */
  readonly answerBytes: number;
}

/** All that was measured, by workload. */
export type Measured = Readonly<Partial<Record<WorkloadName, MeasuredWorkload>>>;

/** Medians of one workload; a ratio is null where one of the two took no part. */
export interface Figures {
  /** Requests/s of the gateway over those of the limit. */
  readonly ratioToLimit: number | null;
  readonly ratioToPostGraphile: number | null;
  readonly ratioToApolloDataloader: number | null;
  readonly ratioToMercurius: number | null;
  readonly ratioToYoga: number | null;
  readonly answerBytes: number;
  readonly contestants: Readonly<
    Partial<Record<ContestantName, LoadReport & { readonly ratioToLimit: number | null }>>
  >;
}

/** By workload. */
export type AllFigures = Readonly<Partial<Record<WorkloadName, Figures>>>;

type Ratio = 'ratioToLimit' | 'ratioToPostGraphile';

/** Least ratios. New documents are parsed, validated and planned, which no peer is held to either. */
const THRESHOLDS: Readonly<Record<WorkloadName, Readonly<Partial<Record<Ratio, number>>>>> = {
  workTree: { ratioToLimit: 0.95, ratioToPostGraphile: 3 },
  pageTree: { ratioToLimit: 0.92, ratioToPostGraphile: 3 },
  ledgerList: { ratioToLimit: 0.95, ratioToPostGraphile: 3 },
  typename: { ratioToLimit: 0.55, ratioToPostGraphile: 1 },
  point: { ratioToLimit: 0.7 },
  list20: { ratioToLimit: 0.8 },
  viewers: {},
  documents: {},
  documentsCold: {},
};

/** Workloads that are held to a part of what a page by its id comes to. */
const LIKE_POINT: readonly WorkloadName[] = ['viewers', 'documents'];
const PART_OF_POINT = 0.9;

/** Workload → its figures. */
export function summarise(measured: Measured): AllFigures {
  const names = Object.keys(measured) as WorkloadName[];
  return Object.fromEntries(names.map((name) => [name, figuresOf(measured[name] as MeasuredWorkload)]));
}

/** What was missed, in words; nothing where all is well. */
export function findMissed(figures: AllFigures): string[] {
  return WORKLOADS.flatMap(({ name, title }) => {
    const own = figures[name];
    if (!own) return [];
    return Object.entries(thresholdsOf(name, figures)).flatMap(([ratio, least]) => {
      const value = own[ratio as Ratio];
      return value !== null && value < least ? [`${title}: ${ratio} is ${value}, less than ${least}`] : [];
    });
  });
}

function thresholdsOf(name: WorkloadName, figures: AllFigures): Partial<Record<Ratio, number>> {
  const point = figures.point?.ratioToLimit;
  if (!LIKE_POINT.includes(name) || typeof point !== 'number') return THRESHOLDS[name];
  return { ratioToLimit: round(point * PART_OF_POINT) };
}

/** The table that a person reads. */
export function printTable(measured: Measured): string {
  const figures = summarise(measured);
  const head = ['requests/s', 'p50 ms', 'p99 ms', 'ratio to limit'];
  const shown = WORKLOADS.flatMap(({ name, title }) => {
    const of = figures[name];
    return of ? [{ title, of }] : [];
  });
  const lines = shown.flatMap(({ title, of }) => {
    const rows = CONTESTANTS.flatMap((contestant) => {
      const one = of.contestants[contestant];
      if (!one) return [];
      const cells = [one.requestsPerSecond.toFixed(0), one.p50.toFixed(1), one.p99.toFixed(1), show(one.ratioToLimit)];
      return [printRow([contestant, ...cells])];
    });
    return ['', printRow([`${title}, ${(of.answerBytes / 1_000).toFixed(1)} kB`, ...head]), ...rows];
  });
  const ratios = shown.map(
    ({ title, of }) =>
      `${title}: ${show(of.ratioToLimit)} of the limit, ${show(of.ratioToPostGraphile)} × PostGraphile, ${show(of.ratioToApolloDataloader)} × Apollo + DataLoader, ${show(of.ratioToMercurius)} × Mercurius, ${show(of.ratioToYoga)} × Yoga`,
  );
  return [...lines, '', ...ratios].join('\n');
}

function show(ratio: number | null): string {
  return ratio === null ? '–' : ratio.toFixed(2);
}

function printRow([first = '', ...cells]: readonly string[]): string {
  return first.padEnd(30) + cells.map((cell) => cell.padStart(15)).join('');
}

function figuresOf({ rounds, answerBytes }: MeasuredWorkload): Figures {
  const ratio = (over: ContestantName, under: ContestantName) => {
    const found = rounds.flatMap((one) => {
      const [left, right] = [one[over], one[under]];
      return left && right ? [left.requestsPerSecond / right.requestsPerSecond] : [];
    });
    return found.length > 0 ? round(median(found)) : null;
  };
  const of = (name: ContestantName) => {
    const own = rounds.flatMap((one) => one[name] ?? []);
    if (own.length === 0) return [];
    const medians = {
      requestsPerSecond: round(median(own.map((report) => report.requestsPerSecond))),
      p50: round(median(own.map((report) => report.p50))),
      p99: round(median(own.map((report) => report.p99))),
      ratioToLimit: ratio(name, 'limit'),
    };
    return [[name, medians] as const];
  };
  return {
    ratioToLimit: ratio('gateway', 'limit'),
    ratioToPostGraphile: ratio('gateway', 'postgraphile'),
    ratioToApolloDataloader: ratio('gateway', 'apolloDataloader'),
    ratioToMercurius: ratio('gateway', 'mercuriusLoaders'),
    ratioToYoga: ratio('gateway', 'yogaDataloader'),
    answerBytes,
    contestants: Object.fromEntries(CONTESTANTS.flatMap(of)),
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

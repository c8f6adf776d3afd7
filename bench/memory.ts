/** Resident memory of the gateway and of the limit, each newly started, as they answer many requests. */
import type { Contestant } from './contestants.ts';
import { type Asked, measure } from './measure.ts';
import type { WorkloadName } from './workloads.ts';

/** Requests of one run. */
const REQUESTS = 100_000;
/** Times that memory is read. */
const STEPS = 5;
/** Seconds that one step may take: none comes near. */
const STEP_SECONDS = 300;

/** Most of the limit's. */
export const MAX_MEMORY = 2;
/** By so much memory may grow between the middle of the run and its end. */
const MAX_GROWTH = 1.1;

/** What one hundred requests are of, as a front end sends them: few are large. */
export const MIX: readonly (readonly [WorkloadName, number])[] = [
  ['documents', 60],
  ['list20', 20],
  ['typename', 17],
  ['workTree', 2],
  ['ledgerList', 1],
];

/** Bytes after each step. */
export type MemorySteps = readonly number[];

/** Asks in turn until all are answered. @param divisor For a quick look. */
export async function measureMemory(
  { origin, readMemory }: Contestant,
  asked: readonly Asked[],
  divisor = 1,
): Promise<MemorySteps> {
  const steps: number[] = [];
  for (let step = 0; step < STEPS; step += 1) {
    await measure({ origin, asked, seconds: STEP_SECONDS, most: REQUESTS / STEPS / divisor });
    steps.push(readMemory());
  }
  return steps;
}

/** What was missed, in words. */
export function findMemoryMissed(gateway: MemorySteps, limit: MemorySteps): string[] {
  const [last = 0, middle = 0] = [gateway.at(-1), gateway[Math.floor(STEPS / 2)]];
  const ratio = last / (limit.at(-1) ?? 1);
  return [
    ...(ratio > MAX_MEMORY ? [`memory is ${ratio.toFixed(2)} × the limit's, more than ${MAX_MEMORY}`] : []),
    ...(last > middle * MAX_GROWTH ? [`memory grows: ${printSteps(gateway)}`] : []),
  ];
}

/** E.g. `180, 190, 191 MB`. */
export function printSteps(steps: MemorySteps): string {
  return `${steps.map((bytes) => (bytes / 1_048_576).toFixed(0)).join(', ')} MB`;
}

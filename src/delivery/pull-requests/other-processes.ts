/** Processes that were started here or by another command before: whether one is still itself, and how it is ended. */
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

/** A process by what no later one of the same number has. */
export interface KnownProcess {
  readonly pid: number;
  /** When it was started, in ticks of the machine since its start. */
  readonly startedAt: string;
}

/** Milliseconds between two looks. */
const LOOK_MS = 100;

/** Null where there is none of that number. Linux alone has `/proc`. */
export function knowProcess(pid: number): KnownProcess | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold anything; state is the third field, the start the twenty-second.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const startedAt = fields[19];
    return startedAt === undefined || fields[0] === 'Z' ? null : { pid, startedAt };
  } catch {
    return null;
  }
}

/** The process that this runs in. */
export function ownProcess(): KnownProcess | null {
  return knowProcess(process.pid);
}

/** Whether it runs, and its number is not another's by now. */
export function isRunning({ pid, startedAt }: KnownProcess): boolean {
  return knowProcess(pid)?.startedAt === startedAt;
}

/** Ends it with what it started, by force after `graceMs`; nobody else, where it has ended. */
export async function endProcess(known: KnownProcess, graceMs: number): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    const until = performance.now() + graceMs;
    if (isRunning(known)) signalGroup(known.pid, signal);
    while (isRunning(known) && performance.now() < until) await delay(LOOK_MS);
  }
}

/** @param leader The first process of the group; nothing is done where there is none any more. */
export function signalGroup(leader: number | undefined, signal: NodeJS.Signals): void {
  if (leader === undefined) return;
  try {
    process.kill(-leader, signal);
  } catch {
    // It has ended by itself.
  }
}

/** What a worker tells of its runs: to the log, a line each, and to whoever counts. */
import type { Log } from '../log.ts';
import type { ClaimedRun, RunOutcome } from '../ops/ledger.ts';

/** How an attempt ended. */
export type AttemptOutcome = RunOutcome['outcome'] | 'HANDED_OVER' | 'LOST';

/** An attempt that is over. */
export interface EndedAttempt {
  readonly run: Pick<ClaimedRun, 'id' | 'agent' | 'kind' | 'attempt'>;
  readonly outcome: AttemptOutcome;
  /** Of a failure; null for any other. */
  readonly code: string | null;
  /** Milliseconds from when it had its place. */
  readonly ms: number;
  readonly traceId: string | null;
}

/** Whoever counts. */
export interface WorkerObserver {
  claimed(runs: number): void;
  ended(attempt: EndedAttempt): void;
}

/** What a worker tells it of. */
export interface TellWorker extends WorkerObserver {
  /** A claim that found nothing: told once, until one finds something. */
  idle(): void;
}

/** A line for each claim that found something, each end, and each time that there is nothing more to do. */
export function createTellWorker(agent: string, log: Log, observer?: WorkerObserver): TellWorker {
  let isIdle = false;
  return {
    claimed: (runs) => {
      isIdle = false;
      observer?.claimed(runs);
      log.info({ agent, runs }, 'runs were claimed');
    },
    idle: () => {
      if (!isIdle) log.info({ agent }, 'no run is due: the worker waits');
      isIdle = true;
    },
    ended: (attempt) => {
      observer?.ended(attempt);
      const { run, outcome, code, ms, traceId } = attempt;
      const isBad = outcome === 'FAILED' || outcome === 'LOST';
      if (!log.isLevelEnabled(isBad ? 'warn' : 'info')) return;
      const line = {
        ...{ runId: run.id, agent: run.agent, kind: run.kind, attempt: run.attempt, outcome },
        ...(code !== null && { code }),
        ms: Math.round(ms * 10) / 10,
        ...(traceId !== null && { traceId }),
      };
      if (isBad) log.warn(line, 'an attempt of a run failed');
      else log.info(line, 'an attempt of a run ended');
    },
  };
}

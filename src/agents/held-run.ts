/** A run that this worker holds: its lease is kept from the claim on, whether it is executed yet or waits for a place. */
import type { ClaimedRun, Ledger } from '../ops/ledger.ts';
import { keepLease, type Lease } from './lease.ts';

/** A claimed run and what belongs to holding it. */
export interface HeldRun {
  readonly run: ClaimedRun;
  /** `performance.now()` when it was asked for. */
  readonly since: number;
  /** `performance.now()` when it was this worker's. */
  readonly heldAt: number;
  readonly lease: Lease;
  /** Aborted when somebody has asked to cancel the run. */
  readonly cancel: AbortController;
  /** Ends the heartbeats: the run has ended, was given back, or is another's. */
  readonly letGo: () => void;
}

/** What holding takes. */
export interface Holding {
  readonly ledger: Pick<Ledger, 'heartbeat'>;
  readonly leaseSeconds: number;
  /** `performance.now()` when the lease was asked for. */
  readonly since: number;
  /** Where it leaves, while it lasts, how to have its lease beaten at once; by the run's uuid. */
  readonly beats: Map<string, () => void>;
}

/** Heartbeats begin at once. */
export function holdRun(run: ClaimedRun, { ledger, leaseSeconds, since, beats }: Holding): HeldRun {
  const cancel = new AbortController();
  const beat = async () => {
    if (await ledger.heartbeat(run, leaseSeconds)) cancel.abort();
  };
  const lease = keepLease({ beat, leaseSeconds, since });
  beats.set(run.id, lease.beatNow);
  if (run.isCancelRequested) cancel.abort();
  const letGo = () => {
    if (beats.get(run.id) === lease.beatNow) beats.delete(run.id);
    lease.release();
  };
  return { run, since, heldAt: performance.now(), lease, cancel, letGo };
}

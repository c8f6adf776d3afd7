/** A run as whoever executes it sees it, and what it may leave in the ledger. */

/** A run whose lease is this worker's. */
export interface ClaimedRun {
  readonly id: string;
  readonly agent: string;
  readonly kind: string;
  readonly input: unknown;
  /** Why the input is another than the one that was enqueued: it holds a number that JavaScript changes; null where it is the same. */
  readonly inputProblem: string | null;
  /** Who is begun first: the lower number. */
  readonly rank: number;
  /** The number of this attempt, from 1. */
  readonly attempt: number;
  /** Number of the lease: a call with an older number changes nothing. */
  readonly fence: number;
  /** Whether somebody asked to cancel it after an attempt had begun: what that one did is to be found out, and no more. */
  readonly isCancelRequested: boolean;
  /** The first run, where this one does it again: what that one may have left elsewhere goes by its id. */
  readonly retryOf: string | null;
  /** What it was enqueued by, as W3C Trace Context says it: `00-…`; null where that was no part of a trace. */
  readonly traceparent: string | null;
}

/** Metadata of a file in object storage. */
export interface NewArtifact {
  readonly kind: string;
  readonly uri: string;
  /** Bytes. */
  readonly size?: number;
  /** E.g. `sha256:…`. */
  readonly digest?: string;
}

/** A change of another system that was about to be made. */
export interface Effect {
  readonly payload: unknown;
  /** Seconds since it was noted. */
  readonly age: number;
}

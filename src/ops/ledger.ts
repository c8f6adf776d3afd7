/** The ledger's helper functions, as a worker calls them: each call is one statement and one transaction. */
import { SERVICE, type Viewer } from '../auth/viewer.ts';
import { readRows } from '../postgres/mutation.ts';
import type { PostgresSource } from '../postgres/source.ts';

/** A run whose lease is this worker's. */
export interface ClaimedRun {
  readonly id: string;
  readonly agent: string;
  readonly kind: string;
  readonly input: unknown;
  /** The number of this attempt, from 1. */
  readonly attempt: number;
  /** Number of the lease: what is said with an older one changes nothing. */
  readonly fence: number;
}

/** What to claim. */
export interface Claiming {
  readonly agent: string;
  /** Who claims, for the ledger's events. */
  readonly worker: string;
  readonly kinds: readonly string[];
  /** 1 to 500. */
  readonly maxRuns: number;
  /** Seconds that the lease holds without a heartbeat, 5 to 3 600. */
  readonly leaseSeconds: number;
}

/** How a handler ended. */
export type RunOutcome =
  | { readonly outcome: 'SUCCEEDED'; readonly output: unknown }
  | {
      readonly outcome: 'FAILED';
      readonly errorCode: string;
      readonly errorMessage: string;
      /** Whether it is tried again, as far as attempts are left. */
      readonly retryable: boolean;
    };

/** Metadata of a file in object storage. */
export interface NewArtifact {
  readonly kind: string;
  readonly uri: string;
  /** Bytes. */
  readonly size?: number;
  /** E.g. `sha256:…`. */
  readonly digest?: string;
}

type Leased = Pick<ClaimedRun, 'id' | 'fence'>;

/**
 * The ledger as one viewer.
 *
 * Every call throws a GatewayError: `CONFLICT` where the lease is another's by now or the run has ended.
 */
export interface Ledger {
  /** Leases runs that are due, the most urgent first. A claim whose answer is lost costs its lease, and no run. */
  claim(claiming: Claiming): Promise<readonly ClaimedRun[]>;
  /** Extends the lease. */
  heartbeat(run: Leased, leaseSeconds: number): Promise<void>;
  markRunning(run: Leased): Promise<void>;
  /** Ends the run, or has it tried again; said twice it changes nothing the second time. */
  markFinished(run: Leased, outcome: RunOutcome): Promise<void>;
  appendEvent(run: Leased, type: string, payload: unknown): Promise<void>;
  /** @returns The artifact's uuid. */
  recordArtifact(run: Leased, artifact: NewArtifact): Promise<string>;
  /** Enqueues what schedules have due, those of every agent. */
  tick(): Promise<void>;
}

/** Calls nothing before it is asked to. */
export function createLedger(postgres: Pick<PostgresSource, 'repeatable' | 'transact'>, viewer: Viewer): Ledger {
  /** Once, whatever becomes of the connection: said twice it would do more. */
  const callOnce = async (text: string, values: readonly unknown[], as = viewer) =>
    postgres.transact(as, (run) => readRows(run, { text, values }));
  /**
   * In one round trip, and asked again where the connection was lost: what the ledger has heard with a fence already, it
   * hears again without a change.
   */
  const call = async (text: string, values: readonly unknown[]): Promise<void> => {
    await readRows((statement) => postgres.repeatable(viewer, statement), { text, values });
  };
  return {
    claim: async ({ agent, worker, kinds, maxRuns, leaseSeconds }) =>
      (await callOnce(CLAIM, [agent, worker, kinds, maxRuns, leaseSeconds])) as unknown as readonly ClaimedRun[],
    heartbeat: ({ id, fence }, leaseSeconds) => call(HEARTBEAT, [id, fence, leaseSeconds]),
    markRunning: ({ id, fence }) => call(MARK_RUNNING, [id, fence]),
    markFinished: async ({ id, fence }, outcome) => call(MARK_FINISHED, [id, fence, ...finishValues(outcome)]),
    appendEvent: async ({ id, fence }, type, payload) => {
      await callOnce(APPEND_EVENT, [id, type, toJson(payload), fence]);
    },
    recordArtifact: async ({ id, fence }, { kind, uri, size = null, digest = null }) => {
      const [row] = await callOnce(RECORD_ARTIFACT, [id, kind, uri, size, digest, fence]);
      return String(row?.id);
    },
    tick: async () => {
      // An agent ticks its own schedules only, and some agents have no worker that ticks.
      await callOnce(TICK, [], SERVICE);
    },
  };
}

/** Every change of a run is told on this channel. */
const CHANNEL = 'tripoint_ops';

/**
 * Calls `wake` at each change of any run, where notices can be had; what is missed the next poll finds.
 *
 * @returns Ends it.
 */
export function subscribeToRuns({ listen }: Pick<PostgresSource, 'listen'>, wake: () => void): () => Promise<void> {
  const listening = listen?.([CHANNEL], { notice: wake, connected: wake, lost: () => {} });
  return async () => listening?.close();
}

const CLAIM = 'select * from ops.claim(agent => $1, worker => $2, kinds => $3, max_runs => $4, lease_seconds => $5)';
const HEARTBEAT = 'select ops.heartbeat(run_id => $1, fence => $2, lease_seconds => $3)';
const MARK_RUNNING = 'select id from ops.mark_running(run_id => $1, fence => $2)';
const MARK_FINISHED =
  'select id from ops.mark_finished(run_id => $1, fence => $2, outcome => $3, output => $4, error_code => $5, error_message => $6, retryable => $7)';
const APPEND_EVENT = 'select event_id from ops.append_event(run_id => $1, type => $2, payload => $3, fence => $4)';
const RECORD_ARTIFACT =
  'select ops.record_artifact(run_id => $1, kind => $2, uri => $3, size => $4, digest => $5, fence => $6) as id';
const TICK = 'select ops.tick()';

function finishValues(ended: RunOutcome): readonly unknown[] {
  if (ended.outcome === 'SUCCEEDED') return ['SUCCEEDED', toJson(ended.output), null, null, true];
  return ['FAILED', null, ended.errorCode, ended.errorMessage, ended.retryable];
}

/** @throws TypeError for what JSON cannot hold. */
function toJson(value: unknown): string | null {
  return value === undefined || value === null ? null : (JSON.stringify(value) ?? null);
}

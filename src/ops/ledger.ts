/** The ledger's helper functions, as a worker calls them: each call is one statement and one transaction. */
import { SERVICE, type Viewer } from '../auth/viewer.ts';
import type { GatewayError } from '../errors.ts';
import { findInexactNumber, inexactProblem } from '../plan/exact-number.ts';
import { refusalOf } from '../postgres/faults.ts';
import { type JsonRow, readRows } from '../postgres/json-rows.ts';
import type { PostgresSource } from '../postgres/source.ts';
import type { ClaimedRun, Effect, NewArtifact } from './claimed-run.ts';
import { findInfinite } from './input.ts';

export type { ClaimedRun, NewArtifact } from './claimed-run.ts';

/** What to claim. */
export interface Claiming {
  readonly agent: string;
  /** The claimer's name, for the ledger's events. */
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
      /** Seconds before which it is not tried again, where that is longer than it would wait anyway. */
      readonly retryAfterSeconds?: number;
    }
  /** Only where a cancel was asked for: nothing was done. */
  | { readonly outcome: 'CANCELLED' };

/** A run by its lease. */
export type Leased = Pick<ClaimedRun, 'id' | 'fence'>;

/** What is told of many runs in one call: each run once in either list, 500 in each at most. */
export interface News {
  readonly starts: readonly Leased[];
  readonly ends: readonly { readonly run: Leased; readonly outcome: RunOutcome }[];
}

/** What the ledger answers to one of them. */
export interface Verdict {
  /** Why nothing was changed; null where it was. */
  readonly refusal: GatewayError | null;
  /** Whether somebody has asked to cancel the run; told at a start alone. */
  readonly isCancelRequested: boolean;
}

/** By the runs' uuids. */
export interface Verdicts {
  readonly starts: ReadonlyMap<string, Verdict>;
  readonly ends: ReadonlyMap<string, Verdict>;
}

/**
 * The ledger as one viewer.
 *
 * Every call throws a GatewayError: `CONFLICT` where the lease is another's by now or the run has ended.
 */
export interface Ledger {
  /** Leases runs that are due, the most urgent first. A claim whose answer is lost costs its lease, and no run. */
  claim(claiming: Claiming): Promise<readonly ClaimedRun[]>;
  /** Extends the lease. @returns Whether somebody has asked to cancel the run. */
  heartbeat(run: Leased, leaseSeconds: number): Promise<boolean>;
  /** Says that the handler begins. @returns Whether somebody has asked to cancel the run. */
  markRunning(run: Leased): Promise<boolean>;
  /** Ends the run, or has it tried again; said twice it changes nothing the second time. */
  markFinished(run: Leased, outcome: RunOutcome): Promise<void>;
  /**
   * `markFinished` and then `markRunning` of many runs, in one statement: what is refused of one hinders no other.
   *
   * @throws GatewayError where nothing was changed of any, e.g. for an output that Postgres cannot hold.
   */
  tell(news: News): Promise<Verdicts>;
  /** Gives back what was claimed and not begun, at most 500: another worker gets it at once, and no attempt is lost. */
  giveBack(runs: readonly Leased[]): Promise<void>;
  appendEvent(run: Leased, type: string, payload: unknown): Promise<void>;
  /**
   * Notes that another system is about to be changed. Once for each call: a call whose answer is lost may have noted it.
   *
   * @returns False, with nothing noted, where a cancel was asked for before.
   */
  beginEffect(run: Leased, payload: unknown): Promise<boolean>;
  /** What was noted last by `beginEffect`, in any attempt; null where nothing was. */
  readEffect(run: Leased): Promise<Effect | null>;
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
   * hears again without a change, and a claim whose answer is lost costs its lease either way.
   */
  const call = (text: string, values: readonly unknown[]) =>
    readRows((statement) => postgres.repeatable(viewer, statement), { text, values });
  return {
    claim: async ({ agent, worker, kinds, maxRuns, leaseSeconds }) =>
      (await call(CLAIM, [agent, worker, kinds, maxRuns, leaseSeconds])).map(readClaim),
    heartbeat: async ({ id, fence }, leaseSeconds) => {
      const [row] = await call(HEARTBEAT, [id, fence, leaseSeconds]);
      return row?.asked === true;
    },
    markRunning: async ({ id, fence }) => {
      const [row] = await call(MARK_RUNNING, [id, fence]);
      return row?.asked === true;
    },
    markFinished: async ({ id, fence }, outcome) =>
      void (await call(MARK_FINISHED, [id, fence, ...finishValues(outcome)])),
    tell: async ({ starts, ends }) => {
      const said = JSON.stringify(ends.map(({ run, outcome }) => ({ runId: run.id, fence: run.fence, ...outcome })));
      return readVerdicts(await call(TELL, [said, ...leaseValues(starts)]));
    },
    giveBack: async (runs) => void (await call(GIVE_BACK, leaseValues(runs))),
    appendEvent: async ({ id, fence }, type, payload) => {
      await callOnce(APPEND_EVENT, [id, type, toJson(payload), fence]);
    },
    beginEffect: async ({ id, fence }, payload) => {
      const [row] = await callOnce(BEGIN_EFFECT, [id, fence, toJson(payload)]);
      return row?.begun === true;
    },
    readEffect: async ({ id }) => {
      const [row] = await call(READ_EFFECT, [id]);
      return row ? { payload: row.payload, age: Number(row.age) } : null;
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

/** On this channel agents are named that have runs to claim now. */
const DUE = 'tripoint_due';
/** A run that is asked to end is told on this one, by its uuid. */
const CANCELS = 'tripoint_cancels';

/** The notices about runs. */
export interface RunNotices {
  /** Whose runs it is about. */
  readonly agent: string;
  /** When there is something to claim. */
  readonly wake: () => void;
  /** When somebody asks to cancel a run that has begun. Anybody could send such a notice: ask the ledger before you act. */
  readonly cancelRequested?: (runId: string) => void;
}

/**
 * Calls back where notices can be had; what is missed the next poll or heartbeat finds.
 *
 * @returns Ends it.
 */
export function subscribeToRuns(
  { listen }: Pick<PostgresSource, 'listen'>,
  { agent, wake, cancelRequested }: RunNotices,
): () => Promise<void> {
  const notice = (channel: string, payload: string) => {
    if (channel === CANCELS) cancelRequested?.(payload);
    else if (payload === agent) wake();
  };
  const listening = listen?.([DUE, CANCELS], { notice, connected: wake, lost: () => {} });
  return async () => listening?.close();
}

const CLAIM = `select id, agent, kind, input::text as input, claim_rank as rank, attempt, fence, cancel_requested_at is not null as "isCancelRequested", retry_of as "retryOf", traceparent
  from ops.claim(agent => $1, worker => $2, kinds => $3, max_runs => $4, lease_seconds => $5)`;
const HEARTBEAT = `with beat as materialized (select ops.heartbeat(run_id => $1, fence => $2, lease_seconds => $3) as until)
  select r.cancel_requested_at is not null as asked from beat, ops.runs r where r.id = $1 and beat.until is not null`;
const MARK_RUNNING = 'select cancel_requested_at is not null as asked from ops.mark_running(run_id => $1, fence => $2)';
/** The ends come first: a worker has no more runs under way than it says. */
const TELL = `select 'ends' as list, run_id as id, state, message, false as asked from ops.finish_runs(ends => $1)
  union all
  select 'starts', run_id, state, message, cancel_requested from ops.start_runs(run_ids => $2, fences => $3)`;
const GIVE_BACK = 'select ops.give_back_runs(run_ids => $1, fences => $2) as given';
const MARK_FINISHED =
  'select id from ops.mark_finished(run_id => $1, fence => $2, outcome => $3, output => $4, error_code => $5, error_message => $6, retryable => $7, retry_after_seconds => $8)';
const APPEND_EVENT = 'select event_id from ops.append_event(run_id => $1, type => $2, payload => $3, fence => $4)';
const BEGIN_EFFECT = 'select ops.begin_effect(run_id => $1, fence => $2, payload => $3) as begun';
const READ_EFFECT = `select payload, extract(epoch from clock_timestamp() - created_at)::float8 as age
  from ops.run_events where run_id = $1 and type = 'run.effect_begun' order by seq desc limit 1`;
const RECORD_ARTIFACT =
  'select ops.record_artifact(run_id => $1, kind => $2, uri => $3, size => $4, digest => $5, fence => $6) as id';
const TICK = 'select ops.tick()';

function finishValues(ended: RunOutcome): readonly unknown[] {
  if (ended.outcome === 'SUCCEEDED') return ['SUCCEEDED', toJson(ended.output), null, null, true, null];
  if (ended.outcome === 'CANCELLED') return ['CANCELLED', null, null, null, false, null];
  const { errorCode, errorMessage, retryable, retryAfterSeconds = null } = ended;
  return ['FAILED', null, errorCode, errorMessage, retryable, retryAfterSeconds];
}

function leaseValues(runs: readonly Leased[]): readonly unknown[] {
  return [runs.map(({ id }) => id), runs.map(({ fence }) => fence)];
}

function readVerdicts(rows: readonly JsonRow[]): Verdicts {
  const verdicts = { starts: new Map<string, Verdict>(), ends: new Map<string, Verdict>() };
  for (const { list, id, state, message, asked } of rows)
    verdicts[list === 'ends' ? 'ends' : 'starts'].set(String(id), {
      refusal: typeof state === 'string' ? refusalOf(state, String(message)) : null,
      isCancelRequested: asked === true,
    });
  return verdicts;
}

/** The input comes as text: SQL may have written a number into it that no double holds. */
function readClaim(row: JsonRow): ClaimedRun {
  const text = typeof row.input === 'string' ? row.input : 'null';
  const inexact = findInexactNumber(text);
  const inputProblem = inexact && inexactProblem({ ...inexact, path: ['input', ...inexact.path] });
  return { ...(row as unknown as ClaimedRun), input: JSON.parse(text), inputProblem };
}

/** @throws TypeError for what JSON cannot hold: `JSON.stringify` itself writes null for NaN. */
function toJson(value: unknown): string | null {
  const infinite = findInfinite(value);
  if (infinite)
    throw new TypeError(`The number at ${infinite.join('.') || 'the top'} is not finite: JSON has none such`);
  return value === undefined || value === null ? null : (JSON.stringify(value) ?? null);
}

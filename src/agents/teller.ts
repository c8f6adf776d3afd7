/** Tells the ledger of starts and ends of runs: what comes while it listens to one statement goes together in the next one. */
import { GatewayError } from '../errors.ts';
import type { Leased, Ledger, News, RunOutcome, Verdict } from '../ops/ledger.ts';

/** One for all runs of a worker. Each call throws what the ledger throws of that run, as if it had been told alone. */
export interface Teller {
  /** Says that the handler begins. @returns Whether somebody has asked to cancel the run. */
  start(run: Leased): Promise<boolean>;
  finish(run: Leased, outcome: RunOutcome): Promise<void>;
}

type TellingLedger = Pick<Ledger, 'tell' | 'markRunning' | 'markFinished'>;

/** What waits to be told. */
interface Item {
  readonly run: Leased;
  /** How it ended; null says that it begins. */
  readonly outcome: RunOutcome | null;
  /** Characters of what it says. */
  readonly size: number;
  readonly resolve: (isCancelRequested: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/** Items of one statement at most: starts and ends together. */
const MAX_ITEMS = 200;
/** Characters of one statement, about: outputs may be long, and the statement has its time. */
const MAX_CHARACTERS = 1_000_000;
/** Statements under way at once: the database works on one while the worker reads the answer of the other. */
const LANES = 2;
/** Items that are worth a second statement beside the first: fewer wait, and go with what comes meanwhile. */
const MIN_BESIDE = 50;
/** Calls in turn, each about one run, after which no more are made while each takes too long. */
const MAX_LATE = 2;

/** Sends nothing before it is told something. */
export function createTeller(ledger: TellingLedger): Teller {
  const waiting: Item[] = [];
  /** Runs of which the ledger said nothing in time, each told alone since: the row of one, perhaps, is held by somebody. */
  const slow = new WeakSet<Leased>();
  let underWay = 0;
  let isScheduled = false;
  const send = () => {
    isScheduled = false;
    while (waiting.length > 0 && (underWay === 0 || (underWay < LANES && waiting.length >= MIN_BESIDE))) {
      underWay += 1;
      void tell(ledger, takeBatch(waiting), slow).finally(() => {
        underWay -= 1;
        schedule();
      });
    }
  };
  // Not at once: handlers that end together are told together.
  const schedule = () => {
    if (isScheduled || waiting.length === 0) return;
    isScheduled = true;
    setImmediate(send);
  };
  const add = (run: Leased, outcome: RunOutcome | null) =>
    new Promise<boolean>((resolve, reject) => {
      const item = { run, outcome, size: sizeOf(outcome), resolve, reject };
      if (slow.has(run)) return void tellAlone(ledger, item, slow);
      waiting.push(item);
      schedule();
    });
  return {
    start: (run) => add(run, null),
    finish: async (run, outcome) => void (await add(run, outcome)),
  };
}

function sizeOf(outcome: RunOutcome | null): number {
  if (outcome?.outcome === 'FAILED') return outcome.errorMessage.length;
  return outcome?.outcome === 'SUCCEEDED' ? (JSON.stringify(outcome.output)?.length ?? 0) : 0;
}

function takeBatch(waiting: Item[]): readonly Item[] {
  let characters = 0;
  const end = waiting.findIndex(({ size }, index) => {
    characters += size;
    return index > 0 && (index >= MAX_ITEMS || characters > MAX_CHARACTERS);
  });
  return waiting.splice(0, end === -1 ? waiting.length : end);
}

/** Never rejects: each item hears of it. */
async function tell(ledger: TellingLedger, batch: readonly Item[], slow: WeakSet<Leased>): Promise<void> {
  try {
    const { starts, ends } = await ledger.tell(newsOf(batch));
    for (const item of batch) settle(item, (item.outcome ? ends : starts).get(item.run.id));
  } catch (error) {
    // Each tries again by itself, which brings them together anew.
    if (/^UPSTREAM_(?!TIMEOUT)/.test(codeOf(error))) for (const { reject } of batch) reject(error);
    else await tellEach(ledger, batch, slow);
  }
}

function newsOf(batch: readonly Item[]): News {
  return {
    starts: batch.flatMap(({ run, outcome }) => (outcome ? [] : [run])),
    ends: batch.flatMap(({ run, outcome }) => (outcome ? [{ run, outcome }] : [])),
  };
}

function settle({ resolve, reject, run }: Item, verdict: Verdict | undefined): void {
  if (!verdict) reject(new TypeError(`the ledger said nothing of run ${run.id}`));
  else if (verdict.refusal) reject(verdict.refusal);
  else resolve(verdict.isCancelRequested);
}

/** What one of them says undid them all: `\u0000` in an output, which JSON holds and Postgres does not; or one had to wait. */
async function tellEach(ledger: TellingLedger, batch: readonly Item[], slow: WeakSet<Leased>): Promise<void> {
  let inTurn = 0;
  let late: unknown;
  for (const item of batch) {
    // Then it is the database, and not the row of one.
    if (inTurn >= MAX_LATE) item.reject(late);
    else {
      late = await tellAlone(ledger, item, slow);
      inTurn = late === null ? 0 : inTurn + 1;
    }
  }
}

/** @returns What it was told too late; null where it was told in time. */
async function tellAlone(ledger: TellingLedger, item: Item, slow: WeakSet<Leased>): Promise<unknown> {
  const { run, outcome, resolve, reject } = item;
  try {
    resolve(outcome ? await ledger.markFinished(run, outcome).then(() => false) : await ledger.markRunning(run));
  } catch (error) {
    reject(error);
    if (codeOf(error) === 'UPSTREAM_TIMEOUT') {
      slow.add(run);
      return error;
    }
  }
  slow.delete(run);
  return null;
}

function codeOf(error: unknown): string {
  return error instanceof GatewayError ? error.code : '';
}

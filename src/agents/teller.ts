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

/** Sends nothing before it is told something. */
export function createTeller(ledger: TellingLedger): Teller {
  const waiting: Item[] = [];
  let underWay = 0;
  let isScheduled = false;
  const send = () => {
    isScheduled = false;
    while (waiting.length > 0 && (underWay === 0 || (underWay < LANES && waiting.length >= MIN_BESIDE))) {
      underWay += 1;
      void tell(ledger, takeBatch(waiting)).finally(() => {
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
      waiting.push({ run, outcome, size: sizeOf(outcome), resolve, reject });
      schedule();
    });
  return {
    start: (run) => add(run, null),
    finish: async (run, outcome) => void (await add(run, outcome)),
  };
}

function sizeOf(outcome: RunOutcome | null): number {
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
async function tell(ledger: TellingLedger, batch: readonly Item[]): Promise<void> {
  try {
    const { starts, ends } = await ledger.tell(newsOf(batch));
    for (const item of batch) settle(item, (item.outcome ? ends : starts).get(item.run.id));
  } catch (error) {
    // Each tries again by itself, which brings them together anew.
    if (error instanceof GatewayError && /^UPSTREAM/.test(error.code)) for (const { reject } of batch) reject(error);
    else await tellEach(ledger, batch);
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

/** What one of them says undid them all: `\u0000` in an output, which JSON holds and Postgres does not. */
async function tellEach(ledger: TellingLedger, batch: readonly Item[]): Promise<void> {
  for (const { run, outcome, resolve, reject } of batch) {
    const told = outcome ? ledger.markFinished(run, outcome).then(() => false) : ledger.markRunning(run);
    await told.then(resolve, reject);
  }
}

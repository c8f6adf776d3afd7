/**
 * What requests that name a run use: checked against the run when they come, summed in this process, and told to the ledger
 * about once a second, for all runs in one statement. A process that is killed loses what it has not told: a second of it.
 */
import { SERVICE, type Viewer } from '../auth/viewer.ts';
import { type Caches, createCaches } from '../caches.ts';
import { badInput, GatewayError } from '../errors.ts';
import type { Log } from '../log.ts';
import { isUuid } from '../plan/id.ts';
import { type JsonRow, readRows } from '../postgres/json-rows.ts';
import type { PostgresSource } from '../postgres/source.ts';

/** What is counted of a run. */
export interface RunUsage {
  /** Upstream calls. */
  readonly calls: number;
  /** Records that they answered. */
  readonly rows: number;
  /** Milliseconds that they took together. */
  readonly ms: number;
  readonly tokens: number;
  /** Mutations that were done. */
  readonly writes: number;
}

/** What a run may use; without a limit where one is absent. */
export type RunBudget = Partial<Record<'calls' | 'rows' | 'ms' | 'tokens', number | undefined>>;

/** The run of one request. */
export interface CountedRun {
  readonly id: string;
  /** Adds what was used. */
  readonly count: (used: Partial<RunUsage>) => void;
  /** Begins a call of an upstream; what it gives is told its end. @throws GatewayError `BUDGET_EXCEEDED` where the run's budget has no other call. */
  readonly beginCall: () => (used: Partial<RunUsage>) => void;
  /** @throws GatewayError where the run has ended, as far as is known. */
  readonly refuseEnded: () => void;
}

/** The runs that requests of this process name. */
export interface CountedRuns {
  /** @throws GatewayError where the run is not there, is another agent's, or is not `RUNNING`. */
  enter(viewer: Viewer, runId: string): Promise<CountedRun>;
  /** Tells the ledger what is not told yet; undefined where nothing is. */
  settle(): Promise<void> | undefined;
  /** The ledger was written here: what is known of runs may be so no more. */
  doubt(): void;
  /** Tells the ledger all, and counts no more. */
  close(): Promise<void>;
}

/** What they are counted with. */
export interface CountingRuns {
  /** Null without a database. */
  readonly postgres: PostgresSource | null;
  readonly budgetOf: (agent: string, kind: string) => RunBudget;
  readonly log: Log;
  readonly caches?: Caches | undefined;
}

/** Milliseconds between two tellings, and for which what the ledger said of a run holds. */
const TELL_MS = 1_000;
/** Runs that are kept. */
const MAX_RUNS = 10_000;
const NOTHING: RunUsage = { calls: 0, rows: 0, ms: 0, tokens: 0, writes: 0 };
const KEYS = ['calls', 'rows', 'ms', 'tokens', 'writes'] as const;

/** A run as this process knows it. */
interface KnownRun {
  readonly id: string;
  readonly agent: string;
  readonly budget: RunBudget;
  status: string;
  errorCode: string | null;
  /** What the ledger has counted. */
  counted: RunUsage;
  /** What is on its way to the ledger, and what waits for the next telling. */
  sent: RunUsage;
  waiting: RunUsage;
  /** Calls under way. */
  open: number;
  /** `performance.now()` when the ledger was asked for it. */
  askedAt: number;
  /** Why it ends, where its requests wanted more than its budget. */
  excess: string | null;
  isEnding: boolean;
}

/** Asks and counts nothing before a request names a run. */
export function createCountedRuns(counting: CountingRuns): CountedRuns {
  const { postgres, caches = createCaches() } = counting;
  const known = new Map<string, KnownRun>();
  caches.watch('counted runs', MAX_RUNS, () => known.size);
  const pending = new Set<KnownRun>();
  const telling = createTelling(counting, pending);
  let doubtedAt = Number.NEGATIVE_INFINITY;
  const keep = (run: KnownRun) => {
    // It may have been forgotten since.
    known.set(run.id, run);
    if (isPending(run)) pending.add(run);
  };
  const note = (run: KnownRun, used: Partial<RunUsage>) => {
    run.waiting = add(run.waiting, { ...NOTHING, ...used });
    run.excess ??= excessOf(run, 0);
    keep(run);
    telling.schedule(run.excess !== null);
  };
  return {
    enter: async (viewer, runId) => {
      if (viewer.agent === null)
        throw new GatewayError('FORBIDDEN', 'Requests of agents alone are counted to a run (x-run-id)');
      if (!isUuid(runId)) throw badInput('x-run-id', 'must be the uuid of a run');
      if (!postgres) throw new GatewayError('NOT_CONFIGURED', 'ops is not configured: set DATABASE_URL');
      const id = runId.toLowerCase();
      const kept = known.get(id);
      const isFresh = kept && kept.askedAt > doubtedAt && performance.now() - kept.askedAt < TELL_MS;
      const run = isFresh ? kept : await ask(counting, postgres, known, id);
      keep(run);
      refuse(run, id, viewer);
      return {
        id,
        count: (used) => note(run, used),
        beginCall: () => {
          run.excess ??= excessOf(run, run.open + 1);
          if (run.excess !== null) {
            keep(run);
            telling.schedule(true);
            throw budgetExceeded(run);
          }
          run.open += 1;
          return (used) => {
            run.open -= 1;
            note(run, used);
          };
        },
        refuseEnded: () => refuse(run, id, viewer),
      };
    },
    settle: telling.settle,
    doubt: () => {
      doubtedAt = performance.now();
    },
    close: telling.close,
  };
}

const ASK = `select id, agent, kind, status, error_code as "errorCode", used_calls as calls, used_rows as rows, used_ms as ms,
  used_tokens as tokens, writes from ops.runs where id = $1`;

async function ask(
  { budgetOf }: CountingRuns,
  postgres: PostgresSource,
  known: Map<string, KnownRun>,
  id: string,
): Promise<KnownRun> {
  const askedAt = performance.now();
  const [row] = await readRows((asked) => postgres.render(SERVICE, asked), { text: ASK, values: [id] });
  if (!row) throw new GatewayError('NOT_FOUND', `There is no run ${id} (x-run-id)`);
  const agent = String(row.agent);
  const kept = known.get(id);
  const run: KnownRun = kept ?? {
    ...{ id, agent, budget: budgetOf(agent, String(row.kind)), status: '', errorCode: null, askedAt },
    ...{ counted: NOTHING, sent: NOTHING, waiting: NOTHING, open: 0, excess: null, isEnding: false },
  };
  // What is on its way may be in this answer or not: the telling's own answer is sure.
  update(run, row, askedAt);
  if (known.size >= MAX_RUNS) forget(known);
  known.set(id, run);
  run.excess ??= excessOf(run, 0);
  return run;
}

function update(run: KnownRun, row: JsonRow, askedAt: number): void {
  run.status = String(row.status);
  run.errorCode = typeof row.errorCode === 'string' ? row.errorCode : null;
  run.counted = Object.fromEntries(KEYS.map((key) => [key, Number(row[key])])) as unknown as RunUsage;
  run.askedAt = askedAt;
}

/** Those of which all is told. */
function forget(known: Map<string, KnownRun>): void {
  for (const [id, run] of known) if (isNothing(run.waiting) && isNothing(run.sent) && run.open === 0) known.delete(id);
  if (known.size >= MAX_RUNS)
    throw new GatewayError('UPSTREAM_UNAVAILABLE', 'The ledger does not take what runs have used: try again later');
}

/** @throws GatewayError where requests may not be counted to the run. */
function refuse(run: KnownRun, id: string, viewer: Viewer): void {
  if (run.agent !== viewer.agent)
    throw new GatewayError('FORBIDDEN', `The run ${id} (x-run-id) is not one of ${viewer.agent}`);
  if (run.excess !== null || (run.status === 'FAILED' && run.errorCode === BUDGET_EXCEEDED)) throw budgetExceeded(run);
  if (run.status !== 'RUNNING')
    throw new GatewayError(
      'CONFLICT',
      `The run ${id} (x-run-id) is ${run.status}: requests are counted to one that is RUNNING`,
      {
        details: { status: run.status },
      },
    );
}

const BUDGET_EXCEEDED = 'BUDGET_EXCEEDED';

function budgetExceeded({ id, excess }: KnownRun): GatewayError {
  const why = excess ?? 'it has used up its budget';
  return new GatewayError(BUDGET_EXCEEDED, `The run ${id} takes no more requests: ${why}`, { details: { runId: id } });
}

/** What the run would pass with so many calls more; null where it passes nothing. */
function excessOf({ budget, counted, sent, waiting }: KnownRun, calls: number): string | null {
  const used = add(add(counted, sent), add(waiting, { ...NOTHING, calls }));
  for (const key of ['calls', 'rows', 'ms', 'tokens'] as const) {
    const most = budget[key];
    if (most !== undefined && used[key] > most) return `its requests may use ${most} ${key} together, and wanted more`;
  }
  return null;
}

interface Telling {
  /** @param isUrgent Whether a run is to be ended, and nobody waits for the next time. */
  readonly schedule: (isUrgent: boolean) => void;
  readonly settle: () => Promise<void> | undefined;
  readonly close: () => Promise<void>;
}

/** @param pending Runs that the ledger has to be told of; who has been is taken out. */
function createTelling(counting: CountingRuns, pending: Set<KnownRun>): Telling {
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> | undefined;
  const hasWork = () => pending.size > 0;
  const run = async () => {
    clearTimeout(timer);
    timer = undefined;
    await tell(counting, pending);
    for (const run of pending) if (!isPending(run)) pending.delete(run);
    underWay = undefined;
    // What came meanwhile, or could not be told.
    if (hasWork()) schedule(false);
  };
  const start = () => {
    underWay ??= run();
    return underWay;
  };
  const schedule = (isUrgent: boolean) => {
    if (isUrgent) return void start();
    timer ??= setTimeout(() => void start(), TELL_MS).unref();
  };
  const settle = () => {
    if (underWay) return underWay.then(() => (hasWork() ? start() : undefined));
    return hasWork() ? start() : undefined;
  };
  return {
    schedule,
    settle,
    close: async () => {
      await settle();
      clearTimeout(timer);
    },
  };
}

/** Never rejects: what the ledger does not take waits for the next time. */
async function tell({ postgres, log }: CountingRuns, pending: ReadonlySet<KnownRun>): Promise<void> {
  if (!postgres) return;
  const told = [...pending].filter(({ waiting }) => !isNothing(waiting));
  for (const run of told) {
    run.sent = rounded(run.waiting);
    run.waiting = minus(run.waiting, run.sent);
  }
  try {
    if (told.length > 0) await count(postgres, told);
    for (const run of told) run.excess ??= excessOf(run, 0);
    for (const run of [...pending].filter(isToEnd)) await end(postgres, run);
  } catch (err) {
    for (const run of told) run.waiting = add(run.waiting, run.sent);
    log.warn({ err, runs: told.length }, 'what runs have used is not counted yet: it is told again');
  } finally {
    for (const run of told) run.sent = NOTHING;
  }
}

const COUNT = `select id, status, error_code as "errorCode", used_calls as calls, used_rows as rows, used_ms as ms,
  used_tokens as tokens, writes from ops.count_usage(counts => $1)`;

async function count(postgres: PostgresSource, told: readonly KnownRun[]): Promise<void> {
  const askedAt = performance.now();
  const counts = JSON.stringify(told.map(({ id, sent }) => ({ runId: id, ...sent })));
  const rows = await postgres.transact(SERVICE, (run) => readRows(run, { text: COUNT, values: [counts] }));
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const run of told) {
    const row = byId.get(run.id);
    if (row) update(run, row, askedAt);
    run.sent = NOTHING;
  }
}

const END = 'select status, error_code as "errorCode" from ops.exceed_budget(run_id => $1, message => $2)';

async function end(postgres: PostgresSource, run: KnownRun): Promise<void> {
  const message = `The run has used up its budget: ${run.excess}`;
  const [row] = await postgres.transact(SERVICE, (ask) => readRows(ask, { text: END, values: [run.id, message] }));
  run.isEnding = true;
  if (!row) return;
  run.status = String(row.status);
  run.errorCode = typeof row.errorCode === 'string' ? row.errorCode : null;
}

/** Whether the ledger has to be told of it. */
function isPending(run: KnownRun): boolean {
  return !isNothing(run.waiting) || isToEnd(run);
}

function isToEnd({ excess, isEnding, status }: KnownRun): boolean {
  return excess !== null && !isEnding && (status === 'RUNNING' || status === 'QUEUED');
}

function isNothing(usage: RunUsage): boolean {
  return KEYS.every((key) => usage[key] < 1);
}

function add(one: RunUsage, other: RunUsage): RunUsage {
  return combine((key) => one[key] + other[key]);
}

function minus(one: RunUsage, other: RunUsage): RunUsage {
  return combine((key) => one[key] - other[key]);
}

/** Milliseconds have fractions, of which the rest is told another time. */
function rounded(usage: RunUsage): RunUsage {
  return combine((key) => Math.floor(usage[key]));
}

function combine(of: (key: keyof RunUsage) => number): RunUsage {
  return Object.fromEntries(KEYS.map((key) => [key, of(key)])) as unknown as RunUsage;
}

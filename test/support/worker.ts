/** A worker of a test's own, in this process, on the database of a gateway under test. */
import type { Handlers } from '../../src/agents/handler.ts';
import { startWorker, type Worker, type WorkerOptions } from '../../src/agents/worker.ts';
import { agentViewer } from '../../src/auth/viewer.ts';
import { createLog } from '../../src/log.ts';
import { createLedger } from '../../src/ops/ledger.ts';
import type { PostgresSource } from '../../src/postgres/source.ts';
import type { TestAnswer, TestGateway } from './gateway.ts';

/** The agent whose runs the tests are about; kinds are each test's own. */
export const AGENT = 'sync-odoo-agent';

/** A run as its service viewer sees it. */
export interface SeenRun {
  readonly id: string;
  readonly status: string;
  readonly attempt: number;
  readonly output: unknown;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
  readonly events: {
    readonly nodes: readonly { readonly type: string; readonly payload: Record<string, unknown> | null }[];
  };
}

/** A worker that stops with its test, and what it logged. */
export interface TestWorker extends AsyncDisposable, Worker {
  readonly logged: readonly string[];
}

/** Starts it; `postgres` instead of the gateway's own. */
export function startTestWorker(
  gateway: TestGateway,
  handlers: Handlers,
  given: Partial<WorkerOptions> & { postgres?: PostgresSource } = {},
): TestWorker {
  const { postgres = gateway.sources.postgres, ...options } = given;
  if (!postgres) throw new Error('the gateway has no database');
  const logged: string[] = [];
  const worker = startWorker({
    agent: AGENT,
    name: 'worker-of-a-test',
    handlers,
    ledger: createLedger(postgres, agentViewer(AGENT)),
    concurrency: 4,
    leaseSeconds: 60,
    timeoutMs: 20_000,
    drainMs: 10_000,
    pollMs: [20, 100],
    tickMs: null,
    log: createLog('debug', (line) => logged.push(line)),
    ...options,
  });
  return { ...worker, logged, [Symbol.asyncDispose]: () => worker.stop() };
}

/** Enqueues a run as the service viewer. @returns Its uuid. */
export async function enqueue(
  gateway: TestGateway,
  run: { readonly kind: string; readonly input?: unknown; readonly maxAttempts?: number },
): Promise<string> {
  const answer = await gateway.execute(
    'mutation ($input: EnqueueRunInput!) { enqueueRun(input: $input) { run { id } userErrors { message } } }',
    { as: 'service', variables: { input: { agent: AGENT, ...run } } },
  );
  return readRunId(answer, 'enqueueRun');
}

/** The id of the run that a mutation answered with. @throws Error with what it answered instead. */
export function readRunId({ data, text }: TestAnswer, mutation: string): string {
  const payload = data?.[mutation] as { run: { id: string } | null } | null | undefined;
  if (!payload?.run) throw new Error(text);
  return payload.run.id;
}

/** The run and its story. */
export async function readRun(gateway: TestGateway, id: string): Promise<SeenRun> {
  const { data, text } = await gateway.execute(
    `query ($id: ID!) { run(id: $id) {
      id status attempt output errorCode errorMessage events(first: 100) { nodes { type payload } }
    } }`,
    { as: 'service', variables: { id } },
  );
  if (!data?.run) throw new Error(text);
  return data.run as SeenRun;
}

/** Waits until the run is as `is` says, at most as long as a test may take. */
export async function untilRun(
  gateway: TestGateway,
  id: string,
  is: (run: SeenRun) => boolean = ({ status }) => status !== 'QUEUED' && status !== 'RUNNING',
): Promise<SeenRun> {
  for (;;) {
    const run = await readRun(gateway, id);
    if (is(run)) return run;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Types of a run's events, in order. */
export function eventTypes({ events }: SeenRun): string[] {
  return events.nodes.map(({ type }) => type);
}

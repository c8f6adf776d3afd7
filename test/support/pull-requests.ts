/** Pull requests of a gateway under test: GitHub's deliveries, a list of what is open, a pretend driver, and a worker. */
import { createHmac } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agentViewer } from '../../src/auth/viewer.ts';
import { createCaches } from '../../src/caches.ts';
import { createDriver } from '../../src/delivery/pull-requests/driver.ts';
import { createGithubDeliveries } from '../../src/delivery/pull-requests/github.ts';
import { createPullRequestHandlers, type PullRequestWork } from '../../src/delivery/pull-requests/handlers.ts';
import { createPullRequestLedger } from '../../src/delivery/pull-requests/ledger.ts';
import { createListOpen } from '../../src/delivery/pull-requests/list-open.ts';
import { driversShape, pullRequestsShape } from '../../src/delivery/pull-requests/settings.ts';
import { listen } from '../../src/http/listen.ts';
import { createLog } from '../../src/log.ts';
import { createLedger } from '../../src/ops/ledger.ts';
import type { PostgresSource } from '../../src/postgres/source.ts';
import { createMemoryWindows } from '../../src/rates/windows.ts';
import type { TestGateway } from './gateway.ts';
import { startTestWorker, type TestWorker } from './worker.ts';

/** The secrets of `acme/shop`, two as while it rotates, and one of another owner. */
export const SECRETS = [
  { instance: 'acme/shop', secret: 'one-that-is-long-enough' },
  { instance: 'acme', secret: 'two-that-is-long-enough' },
  { instance: 'other/shop', secret: 'three-that-is-long-enough' },
] as const;
/** A commit by one digit. */
export const sha = (digit: string) => digit.repeat(40);
/** The agent that opens and closes. */
export const AGENT = 'delivery-agent';

/** An environment as the service sees it. */
export interface SeenEnvironment {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly hostName: string;
  readonly state: string;
  readonly headSha: string;
  readonly readySha: string | null;
  readonly url: string | null;
  readonly lastError: string | null;
  readonly closedAt: string | null;
}

/** What a test does with pull requests. */
export interface TestPullRequests extends AsyncDisposable {
  readonly url: string;
  readonly folder: string;
  readonly work: PullRequestWork;
  /** Pull requests that GitHub lists; a number is the status that it answers with instead. */
  open: readonly object[] | number;
  readonly listed: { token: string | undefined };
  worker(given?: Parameters<typeof startTestWorker>[2]): TestWorker;
  /** Posts a delivery. */
  deliver(
    event: object,
    given?: { secret?: string; headers?: Record<string, string>; body?: string },
  ): Promise<{ status: number; body: Record<string, unknown> }>;
  environments(): Promise<readonly SeenEnvironment[]>;
  until(number: number, state: string): Promise<SeenEnvironment>;
  /** Names of what the pretend driver has. */
  made(): string[];
  calls(): string[];
  put(file: string): void;
}

/** A delivery of GitHub about a pull request of `acme/shop`. */
export function pullRequest(
  number: number,
  given: { action?: string; branch?: string; sha?: string; from?: string; to?: string } = {},
) {
  const { action = 'opened', branch = 'feature/one', from = 'acme/shop', to = 'acme/shop' } = given;
  const repository = (name: string) => ({ full_name: name, owner: { login: name.split('/')[0] } });
  return {
    action,
    number,
    repository: repository(to),
    pull_request: {
      state: action === 'closed' ? 'closed' : 'open',
      head: { ref: branch, sha: given.sha ?? sha('a'), repo: repository(from) },
      base: { repo: repository(to) },
      number,
    },
  };
}

/** One of GitHub's list. */
export const listedPull = (number: number, given: Parameters<typeof pullRequest>[1] = {}) =>
  pullRequest(number, given).pull_request;

/** Opens the door and GitHub's list on the database of the gateway. */
export async function openPullRequests(
  gateway: TestGateway,
  {
    settings = {},
    driver = {},
  }: { settings?: object; driver?: { delayMs?: number; failing?: string; seconds?: number } } = {},
): Promise<TestPullRequests> {
  const postgres = gateway.sources.postgres as PostgresSource;
  const folder = mkdtempSync(join(tmpdir(), 'tripoint-pulls-'));
  const listed: TestPullRequests['listed'] = { token: undefined };
  const github = createServer((request, response) => {
    listed.token = request.headers.authorization;
    const page = Number(new URL(request.url ?? '/', 'http://x').searchParams.get('page'));
    if (typeof test.open === 'number') response.writeHead(test.open).end();
    else response.end(JSON.stringify(test.open.slice((page - 1) * 100, page * 100)));
  });
  await new Promise<void>((resolve) => github.listen(0, '127.0.0.1', resolve));
  const api = `http://127.0.0.1:${(github.address() as AddressInfo).port}`;
  const own = pullRequestsShape.parse({
    ...{ domain: 'preview.example.com', driver: 'pretend', list: { api, tokenVariable: 'TOKEN' } },
    repositories: { 'acme/shop': { project: 'shop', trustedForks: ['friend'] } },
    ...settings,
  });
  const { seconds = 20, ...told } = driver;
  const command = [process.execPath, join(import.meta.dirname, 'pretend-driver.mjs')];
  const { pretend } = driversShape.parse({
    pretend: { command, settings: { folder, ...told }, seconds: { create: seconds } },
  });
  const agent = agentViewer(AGENT);
  const work: PullRequestWork = {
    settings: own,
    ledger: createPullRequestLedger(postgres, own, agent),
    driverOf: () => createDriver(pretend as NonNullable<typeof pretend>, { cwd: folder, env: { GIVEN: 'yes' } }),
    listOpen: createListOpen(own.list, { cwd: folder, env: { TOKEN: 'a-token' } }),
    longestSeconds: 60,
  };
  const log = createLog('silent');
  const deliveries = createGithubDeliveries({
    secrets: SECRETS,
    settings: own,
    ledger: createPullRequestLedger(postgres, own),
    log,
  });
  const serving = { server: gateway.server, health: { readiness: async () => ({ ready: true }) }, graphiql: null, log };
  const door = { github: { deliveries, windows: createMemoryWindows(createCaches()) }, drainMs: 1_000 };
  const http = await listen({ ...serving, ...door } as never, { host: '127.0.0.1', port: 0 });
  const environments = () => readEnvironments(gateway);
  const test: TestPullRequests = {
    ...{ url: http.url, folder, work, open: [], listed, environments },
    worker: (given = {}) =>
      startTestWorker(gateway, createPullRequestHandlers(work) as never, {
        agent: AGENT,
        ledger: createLedger(postgres, agent),
        ...given,
      }),
    deliver: (event, given = {}) => deliver(http.url, event, given),
    until: async (number, state) => {
      for (;;) {
        const found = (await environments()).find((one) => one.number === number);
        if (found?.state === state) return found;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    made: () => (existsSync(join(folder, 'environments')) ? readdirSync(join(folder, 'environments')) : []),
    calls: () =>
      existsSync(join(folder, 'calls')) ? readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n') : [],
    put: (file) => writeFileSync(join(folder, file), '{}'),
    [Symbol.asyncDispose]: async () => {
      await http.close();
      github.closeAllConnections();
      github.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  await gateway.execute(
    'mutation { upsertProject(input: { slug: "shop", name: "Shop" }) { userErrors { message } } }',
    { as: 'service' },
  );
  return test;
}

async function deliver(
  url: string,
  event: object,
  given: { secret?: string; headers?: Record<string, string>; body?: string },
) {
  const body = given.body ?? JSON.stringify(event);
  const signature = createHmac('sha256', given.secret ?? SECRETS[0].secret)
    .update(body)
    .digest('hex');
  const headers = { 'x-github-event': 'pull_request', 'x-hub-signature-256': `sha256=${signature}`, ...given.headers };
  const answer = await fetch(`${url}/webhooks/github`, { method: 'POST', body, headers });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

async function readEnvironments(gateway: TestGateway): Promise<readonly SeenEnvironment[]> {
  const { data, text } = await gateway.execute(
    `{ pullRequestEnvironments(first: 100) { nodes { id number name hostName state headSha readySha url lastError closedAt } } }`,
    { as: 'service' },
  );
  const found = data?.pullRequestEnvironments as { nodes: SeenEnvironment[] } | undefined;
  if (!found) throw new Error(text);
  return found.nodes;
}

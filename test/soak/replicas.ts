/** 3 gateways, 2 workers, 2 indexers and a Redis behind HAProxy and nginx, restarted and killed under load: nothing lost. */
import { join } from 'node:path';
import { issueToken } from '../../src/auth/issue.ts';
import { createStandInOdoo } from '../../src/demo/odoo/stand-in.ts';
import { withOwner } from '../../src/postgres/owner.ts';
import { type BusDatabase, type BusWorker, createBusDatabase, startBusWorker } from '../support/bus-database.ts';
import { seededChoice } from '../support/random.ts';
import { createTestRedis, type TestRedis } from '../support/redis.ts';
import { JWT_SECRET } from '../support/stack.ts';
import { checkIndex, untilIndexed } from './indexer-check.ts';
import { createEmbeddingLog, type IndexerProcess, startIndexerProcess } from './indexer-processes.ts';
import { type Followers, startFollowers } from './replicas-followers.ts';
import { type Load, type Met, startLoad } from './replicas-load.ts';
import { createNetwork, type Network } from './replicas-network.ts';
import {
  type FrontProxy,
  GATEWAY_PORT,
  GATEWAYS,
  type Nginx,
  PROXY_HOST,
  type Replica,
  startHaproxy,
  startNginx,
  startReplica,
} from './replicas-processes.ts';
import { checkRates, type RatesTarget, VIEWER_POINTS } from './replicas-rates.ts';
import { relay } from './replicas-relay.ts';
import type { Soak } from './soak.ts';

const AUTH = { jwtSecret: JWT_SECRET, jwksUrl: null, issuer: null, audience: 'authenticated' };
const USER = '7e000000-0000-4000-8000-000000000001';
const WORKERS = ['w1', 'w2'];
const INDEXERS = ['i1', 'i2'];
const WORKER_PROGRAM = join(import.meta.dirname, 'worker-process.ts');
/** A run of a moment, and leases so short that what a dead worker held comes back soon. */
const WORKER_SETTINGS = { BUS_CONCURRENCY: '4', BUS_WORK_MS: '20', BUS_LEASE_SECONDS: '5' };
/** Milliseconds between two events of the run that is followed. */
const EVENT_MS = 20;
/** Milliseconds that the runs may take that are still open when the load is over. */
const DRAIN_MS = 120_000;

interface Size {
  /** Followers of each transport, at each proxy. */
  readonly followers: number;
  /** Milliseconds of load before, between and after what happens. */
  readonly loadMs: number;
  /** Milliseconds between two requests of one client. */
  readonly pauseMs: number;
  /** Times that all gateways are restarted in turn, and that one of each kind is killed. */
  readonly rounds: number;
}

const FULL: Size = { followers: 10, loadMs: 10_000, pauseMs: 10, rounds: 4 };
const SMALL: Size = { followers: 2, loadMs: 1_000, pauseMs: 50, rounds: 1 };

type Report = (line: string) => void;

/** What happens while the load goes on. */
const PHASES = ['steady', 'rates', 'rolling restart', 'killed'] as const;
type Phase = (typeof PHASES)[number];

/** Throws where a promise to clients of several gateways is broken. */
export const soak: Soak = async (report, seed, { small }) => {
  const size = small ? SMALL : FULL;
  await using database = await createBusDatabase('replicas');
  const space = await createSpace(database);
  await using machines = await startMachines(database, report);
  const { proxy, nginx } = machines;
  await checkMetrics([proxy, nginx]);
  const [userToken, serviceToken] = await Promise.all([tokenOf({ user: USER }), tokenOf({ service: true })]);
  const run = await createFollowedRun(database);
  const over = new AbortController();
  const followers = await startFollowers(
    { urls: [proxy.url, nginx.url], token: serviceToken, run, count: size.followers },
    over.signal,
  );
  // A reload of nginx ends connections that ask nothing, also where a request is just coming: docs/operations.md.
  const doors = [
    { url: proxy.url, isKept: true },
    { url: nginx.url, isKept: false },
  ];
  await using load = startLoad<Phase>({ phases: PHASES, doors, userToken, serviceToken, space, pauseMs: size.pauseMs });
  const events = appendEvents(database, run);
  const choose = seededChoice(seed);
  await happen(machines, load, { size, choose, report });
  const met = await load.stop();
  await followers.untilSeen(await events.stop());
  // What comes twice would come now.
  await pause(1_000);
  tellRequests(met, report);
  tellFollowed(followers, report);
  over.abort();
  await checkWrites(database, load, report);
  await untilIndexed(database);
  await checkIndex(database, machines.embeddings, report);
  failWhereRefused(met);
};

interface Machines extends AsyncDisposable {
  readonly network: Network;
  readonly proxy: FrontProxy;
  readonly nginx: Nginx;
  readonly redis: TestRedis;
  readonly embeddings: Awaited<ReturnType<typeof createEmbeddingLog>>;
  readonly gateways: Replica[];
  startGateway(name: Replica['name']): Promise<Replica>;
  readonly workers: BusWorker[];
  startWorker(host: string): Promise<BusWorker>;
  readonly indexers: IndexerProcess[];
  startIndexer(host: string): Promise<IndexerProcess>;
}

async function startMachines(database: BusDatabase, report: Report): Promise<Machines> {
  await using stack = new AsyncDisposableStack();
  const network = stack.use(await createNetwork([...GATEWAYS, ...WORKERS, ...INDEXERS, PROXY_HOST]));
  const odoo = await createStandInOdoo().listen();
  stack.defer(() => odoo.close());
  const embeddings = stack.use(await createEmbeddingLog());
  const redis = stack.use(await createTestRedis(network.here));
  const reach = await relay(network, [database.loginUrl, odoo.url, embeddings.url], stack);
  const env = {
    ...{ DATABASE_URL: reach(database.loginUrl), DATABASE_POOL_SIZE: '5', ODOO_STAGE: 'production' },
    ...{
      REDIS_URL: redis.url,
      RATE_VIEWER_POINTS: String(VIEWER_POINTS),
      TRUSTED_PROXIES: network.addressOf(PROXY_HOST),
    },
    ...{ ODOO_URL: reach(odoo.url), ODOO_DB: 'odoo', ODOO_API_KEY: odoo.apiKey, SUPABASE_JWT_SECRET: JWT_SECRET },
  };
  const startGateway = (name: Replica['name']) => startReplica(network, name, env);
  const startWorker = async (host: string) => {
    const urls = { ownerUrl: reach(database.ownerUrl), loginUrl: reach(database.loginUrl) };
    const worker = startBusWorker(WORKER_PROGRAM, urls, WORKER_SETTINGS, network.prefixOf(host));
    await worker.ready;
    worker.go();
    return worker;
  };
  const startIndexer = (host: string) =>
    startIndexerProcess(database, embeddings, { prefix: network.prefixOf(host), reach });
  const [gateways, workers, indexers] = await Promise.all([
    Promise.all(GATEWAYS.map(startGateway)),
    Promise.all(WORKERS.map(startWorker)),
    Promise.all(INDEXERS.map(startIndexer)),
  ]);
  stack.defer(async () => {
    for (const { child } of workers) child.kill('SIGKILL');
    await Promise.all([...gateways.map(({ kill }) => kill()), ...indexers.map(({ end }) => end())]);
  });
  const proxy = stack.use(await startHaproxy(network));
  const nginx = stack.use(await startNginx(network));
  await untilUp(proxy);
  report(`3 gateways, 2 workers and 2 indexers are up behind HAProxy and nginx, in ${network.kind}`);
  const owned = stack.move();
  return {
    ...{
      network,
      proxy,
      nginx,
      redis,
      embeddings,
      gateways,
      startGateway,
      workers,
      startWorker,
      indexers,
      startIndexer,
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

interface Happening {
  readonly size: Size;
  readonly choose: (below: number) => number;
  readonly report: Report;
}

async function happen(machines: Machines, load: Load<Phase>, { size, choose, report }: Happening): Promise<void> {
  await pause(size.loadMs);
  load.enter('rates');
  await checkRates(ratesTarget(machines), report);
  for (let round = 1; round <= size.rounds; round += 1) {
    load.enter('rolling restart');
    for (const name of GATEWAYS) await restart(machines, name);
    report(`round ${round}: every gateway was restarted, one after the other`);
    await pause(size.loadMs);
    load.enter('killed');
    const gateway = await killOneOfEach(machines, choose);
    report(`round ${round}: ${gateway}, a worker and an indexer were killed, and started again`);
    await pause(size.loadMs);
  }
}

function ratesTarget({ proxy, redis, network }: Machines): RatesTarget {
  const gatewayUrls = GATEWAYS.map((name) => `http://${network.addressOf(name)}:${GATEWAY_PORT}`);
  return { proxyUrl: proxy.url, gatewayUrls, redis, tokenOf: (user) => tokenOf({ user }) };
}

/** HAProxy sees by itself that a gateway stops, nginx is told before. */
async function restart(machines: Machines, name: Replica['name']): Promise<void> {
  const { gateways, startGateway, proxy, nginx } = machines;
  const index = GATEWAYS.indexOf(name);
  nginx.takeOut(name);
  await gateways[index]?.stop();
  gateways[index] = await startGateway(name);
  await untilUp(proxy);
  nginx.takeOut(null);
}

async function killOneOfEach(machines: Machines, choose: Happening['choose']): Promise<string> {
  const { gateways, workers, indexers, proxy } = machines;
  const [gateway, worker, indexer] = [choose(gateways.length), choose(workers.length), choose(indexers.length)];
  const { name, kill } = gateways[gateway] as Replica;
  workers[worker]?.child.kill('SIGKILL');
  await Promise.all([kill(), workers[worker]?.ended, indexers[indexer]?.kill()]);
  [gateways[gateway], workers[worker], indexers[indexer]] = await Promise.all([
    machines.startGateway(name),
    machines.startWorker(WORKERS[worker] as string),
    machines.startIndexer(INDEXERS[indexer] as string),
  ]);
  await untilUp(proxy);
  return name;
}

async function untilUp({ up }: FrontProxy): Promise<void> {
  while ((await up().catch(() => [])).length < GATEWAYS.length) await pause(50);
}

function tokenOf(subject: Parameters<typeof issueToken>[0]): Promise<string> {
  return issueToken(subject, { ...AUTH, lifetimeSeconds: 3_600 });
}

async function createSpace({ query }: BusDatabase): Promise<string> {
  await query('insert into auth.users (id) values ($1)', [USER]);
  const [space] = await query(`insert into work.spaces (name) values ('Replicas') returning id`);
  await query(`insert into work.permissions (space_id, user_id, role) values ($1, $2, 'admin')`, [space?.id, USER]);
  return String(space?.id);
}

/** Of tomorrow: no worker takes it. */
async function createFollowedRun({ query }: BusDatabase): Promise<string> {
  const [run] = await query(
    `select run_id from ops.enqueue('sync-odoo-agent', 'live', run_at => now() + interval '1 day')`,
  );
  return String(run?.run_id);
}

/** Appends to the run until it is stopped, which gives the number of the last event. */
function appendEvents({ ownerUrl }: BusDatabase, run: string): { stop(): Promise<number> } {
  let isStopping = false;
  const last = withOwner(ownerUrl, async (client) => {
    for (let seq = 1; ; ) {
      if (isStopping) return seq;
      const [event] = await client.query(`select seq from ops.append_event($1, 'tick', '{}')`, [run]);
      seq = Number(event?.seq);
      await pause(EVENT_MS);
    }
  });
  return {
    stop: () => {
      isStopping = true;
      return last;
    },
  };
}

function tellRequests(met: Readonly<Record<Phase, Met>>, report: Report): void {
  for (const [phase, { answered, failed, problems }] of Object.entries(met)) {
    report(`requests, ${phase}: ${answered} answered, ${failed} failed`);
    for (const problem of problems) report(`  ${problem}`);
  }
  const answeredBy = new Set(Object.values(met).flatMap(({ by }) => [...by]));
  report(`answered by ${[...answeredBy].sort().join(', ')}`);
}

function failWhereRefused(met: Readonly<Record<Phase, Met>>): void {
  for (const phase of ['steady', 'rates', 'rolling restart'] as const)
    if (met[phase].failed > 0) throw new Error(`requests failed, and no gateway was killed: ${phase}`);
}

function tellFollowed(followers: Followers, report: Report): void {
  const { deliveries, lost, doubled, reconnects, moved } = followers.stop();
  report(
    `followers: ${deliveries} events, lost ${lost}, doubled ${doubled}; ${reconnects} connected again, ${moved} went on at another gateway`,
  );
  if (lost > 0 || doubled > 0) throw new Error('events were lost, or came twice');
  if (moved === 0) throw new Error('nobody went on at another gateway: the soak shows nothing');
}

/** Each key that was answered is one run and one page; each run was executed to its end, once. */
async function checkWrites({ query }: BusDatabase, { keys }: Load<Phase>, report: Report): Promise<void> {
  const deadline = performance.now() + DRAIN_MS;
  const countOpen = `select count(*)::int as open from ops.runs where kind = 'count' and status in ('QUEUED', 'RUNNING')`;
  while ((await query(countOpen))[0]?.open !== 0) {
    if (performance.now() > deadline) throw new Error('runs are still open');
    await pause(250);
  }
  const [seen] = await query(
    `select
      (select count(*)::int from unnest($1::text[]) key where (select count(*) from ops.runs where idempotency_key = key) <> 1) as odd_runs,
      (select count(*)::int from unnest($2::text[]) key where (select count(*) from work.pages where title = key) <> 1) as odd_pages,
      (select count(*)::int from ops.runs r where kind = 'count' and (status <> 'SUCCEEDED'
        or (select count(*) from ops.run_events e where e.run_id = r.id and e.type = 'run.succeeded') <> 1
        or not exists (select from soak.executed e where e.job = r.id::text))) as oddly_finished,
      (select count(*)::int from ops.runs r, lateral ops.verify_ledger(r.id) v where v.problem is not null) as broken`,
    [keys.runs, keys.pages],
  );
  report(
    `${keys.runs.length} runs and ${keys.pages.length} pages by key: not there once ${seen?.odd_runs}, ${seen?.odd_pages}`,
  );
  report(`finished more or less than once ${seen?.oddly_finished}; chains that do not verify ${seen?.broken}`);
  if (Object.values(seen ?? {}).some((count) => count !== 0)) throw new Error('writes were lost, or done twice');
}

/** That neither proxy shows what is not for the public. */
async function checkMetrics(proxies: readonly { readonly url: string }[]): Promise<void> {
  for (const { url } of proxies) {
    const { status } = await fetch(`${url}/metrics`);
    if (status !== 403) throw new Error(`${url}/metrics is ${status}`);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

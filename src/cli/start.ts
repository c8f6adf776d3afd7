/** `tripoint start`: the gateway, until it is told to stop. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { DEMO_USERS, issueToken, type TokenFor } from '../auth/issue.ts';
import { createDeliveries, type Deliveries } from '../bridge/deliveries.ts';
import { type Caches, createCaches } from '../caches.ts';
import { type Config, readConfig } from '../config.ts';
import { type StageWatch, watchStage } from '../delivery/stages/agreement.ts';
import type { EmbeddedSources } from '../demo/embedded.ts';
import { createStateFolder, type StateFolder } from '../demo/state.ts';
import { loadDoctrine } from '../doctrine/load.ts';
import { findAbsent, loadSecrets } from '../doctrine/secrets.ts';
import { createHealth } from '../http/health.ts';
import { type HttpServing, listen } from '../http/listen.ts';
import { isLoopback } from '../http/loopback.ts';
import { createMetrics, type Metrics } from '../http/metrics.ts';
import { createOverload, type ScarceLoad } from '../http/overload.ts';
import { createPages, type DemoToken } from '../http/pages.ts';
import { createLog, type Log } from '../log.ts';
import { type Absences, describeAbsences, readAbsences } from '../odoo/absences.ts';
import type { CacheStore } from '../odoo/cache.ts';
import { createMemoryStore } from '../odoo/cache-memory.ts';
import { createRedisStore } from '../odoo/cache-redis.ts';
import { createOdooClient, type OdooClientOptions } from '../odoo/client.ts';
import type { OdooStatus } from '../odoo/resilience.ts';
import { loadManifest } from '../operations/manifest.ts';
import type { Accounts } from '../ops/odoo-accounts.ts';
import { type Paths, packagePaths } from '../paths.ts';
import { checkLogin } from '../postgres/check-login.ts';
import { createPostgresPool } from '../postgres/pool.ts';
import type { PostgresSource } from '../postgres/source.ts';
import { createMemoryWindows, createRedisWindows, type Windows } from '../rates/windows.ts';
import { createServer, type GatewayServer } from '../server.ts';
import { startTracing } from '../tracing/sdk.ts';
import { ConfigError } from '../variables.ts';
import { createEmbedder } from '../work/search/create-embedder.ts';
import type { Embedder } from '../work/search/embedder.ts';
import { createOpenAiAnswerer } from '../work/search/openai-answerer.ts';
import { openFiles } from './files.ts';
import { startIndexerInProcess } from './indexing.ts';
import { type Command, type Io, readOptions } from './io.ts';
import { openDoor, schemaEmbedder } from './mcp-serving.ts';
import { type OpenAccounts, openAccounts } from './odoo-accounts.ts';
import { keepProcesses } from './processes.ts';
import { openGithubDeliveries } from './pull-requests.ts';
import { sayRefusedKey } from './refused-key.ts';
import { readSibling, type Sibling, shareConfig } from './sibling.ts';
import { sayUnindexed } from './unindexed.ts';
import { startWorkerInProcess } from './working.ts';

const HELP = `tripoint start [--fresh]

Starts the gateway. With neither DATABASE_URL nor ODOO_URL set it brings its own demo systems, kept in .tripoint/.
WEB_CONCURRENCY says of how many processes it is, where it has systems of its own; default 1.

  --fresh   delete the embedded demo database and secret first
  --help    print this`;

/** Seconds that a printed demo token is good for. */
const DEMO_TOKEN_SECONDS = 7 * 24 * 3_600;

/** What the start says where others than this machine may ask a gateway in development. */
const OPEN_HOST =
  'HOST is not loopback: others may reach this gateway, which is in development. GraphiQL and the banner give no tokens: `tripoint token` prints one';

/**
 * Percent by which the heap may grow before V8 marks all of it again.
 *
 * The bytes of answers live outside of the heap but count as its growth. Measured on answers of 130 kB: a third of
 * the full collections of V8's own choice, and a third less CPU for each answer.
 */
const HEAP_GROWING_PERCENT = 300;

/** The command. */
export const startCommand: Command = {
  help: HELP,
  run: async (args, io) => {
    const { fresh = false } = readOptions(args, { fresh: { type: 'boolean' } });
    const state = createStateFolder(io.cwd);
    const isEmbedded = !io.env.DATABASE_URL && !io.env.ODOO_URL;
    const lock = isEmbedded ? state.hold() : null;
    setFlagsFromString(`--heap-growing-percent=${HEAP_GROWING_PERCENT}`);
    const sibling = readSibling();
    try {
      if (fresh && lock) state.clear();
      const config = readConfig(io.env, state.secret);
      checkConfig(config);
      if (config.processes === 1) await serve(config, state, io);
      else if (sibling) await serveBeside(sibling, config, state, io);
      else await keepAll(config, io);
    } finally {
      sibling?.leave();
      lock?.release();
    }
  },
};

/** @throws ConfigError where the gateway cannot be started so. */
function checkConfig({ cursorSecrets, processes, embedded, odoo }: Config): void {
  const problems: string[] = [];
  if (cursorSecrets.length === 0)
    problems.push(
      'CURSOR_SECRET is not set, and no SUPABASE_JWT_SECRET, no ODOO_API_KEY and no password in DATABASE_URL stands for it',
    );
  if (processes > 1 && embedded)
    problems.push(
      `WEB_CONCURRENCY is ${processes}, and the embedded systems live in one process: set DATABASE_URL and ODOO_URL, or leave it unset`,
    );
  const places = odoo?.maxConcurrency ?? processes;
  if (processes > places)
    problems.push(
      `WEB_CONCURRENCY is ${processes}, and ODOO_MAX_CONCURRENCY ${places}: each process needs a place at Odoo, so start fewer, or raise it`,
    );
  if (problems.length > 0) throw new ConfigError(problems);
}

/** Milliseconds beyond its notice and its draining that a process has to end. */
const ENDING_MS = 15_000;

function keepAll({ processes: count, noticeMs, drainMs, logLevel }: Config, io: Io): Promise<void> {
  return keepProcesses({ count, graceMs: noticeMs + drainMs + ENDING_MS, log: createLog(logLevel), io });
}

/** One process of several. */
function serveBeside(sibling: Sibling, config: Config, state: StateFolder, io: Io): Promise<void> {
  const untilStopped = () => Promise.race([io.untilStopped(), sibling.untilStopped]);
  const print = sibling.isFirst ? io.print : () => {};
  return serve(shareConfig(config), state, { ...io, print, untilStopped }, sibling);
}

async function serve(config: Config, state: StateFolder, io: Io, sibling: Sibling | null = null): Promise<void> {
  const log = createLog(config.logLevel);
  const tracing = await startTracing(config.tracing, { role: 'gateway', log });
  try {
    await serveTraced({ config, state, log }, io, sibling);
  } finally {
    await tracing.close();
  }
}

async function serveTraced(
  { config, state, log }: Pick<Opening, 'config' | 'state' | 'log'>,
  io: Io,
  sibling: Sibling | null,
): Promise<void> {
  const paths = packagePaths(io.env);
  const metrics = sibling?.shareMetrics(createMetrics()) ?? createMetrics();
  const isFirst = sibling?.isFirst ?? true;
  await withGateway(
    { config, state, log, metrics, paths },
    async ({ server, sources, embedder, served, windows, readOdooAbsences, stage }) => {
      const { odoo, postgres } = sources;
      const overload = createOverload({
        database: postgres?.load,
        odoo: odoo ? () => waitingOf(odoo.status()) : undefined,
      });
      const readAbsences = readOdooAbsences ?? undefined;
      const health = createHealth(sources, { odooStatus: odoo?.status, readAbsences, overload });
      if (odoo && isFirst) void sayRefusedKey(odoo, log, { user: 'reader', variable: 'ODOO_API_KEY' });
      if (readOdooAbsences && isFirst) void sayAbsences(readOdooAbsences, log);
      if (postgres && !config.embedded && isFirst) void sayUnindexed(postgres, log);
      const background = config.embedded && postgres ? () => startInProcess(config, { postgres, embedder, log }) : null;
      const schemaSearch = schemaEmbedder(embedder, config.search.embedder.kind);
      const mcp = openDoor({ config, server, paths, embedder: schemaSearch, log });
      const deliveries = postgres && openDeliveries(config, { paths, postgres, log });
      const github = postgres && openGithubDeliveries(config.bridge.githubSecrets, { paths, postgres, log });
      const own = {
        ...(deliveries && { webhooks: { deliveries, windows } }),
        ...(github && { github: { deliveries: github, windows } }),
      };
      const doors = { mcp, ...(served && { files: served }), ...own };
      const stopping = { ...io, untilStopped: () => Promise.race([io.untilStopped(), stage.disagreed]) };
      await serveHttp({ server, health, log, metrics, ...doors }, { config, paths, io: stopping, background });
      overload.close();
      await deliveries?.close();
      if (schemaSearch !== embedder) await schemaSearch.close?.();
    },
  );
}

/** What a gateway is opened from. */
export interface Opening {
  readonly config: Config;
  readonly state: StateFolder;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly paths: Paths;
}

/** A gateway that answers, and what it is of. */
export interface OpenGateway {
  readonly server: GatewayServer;
  readonly sources: EmbeddedSources['sources'];
  readonly embedder: Embedder;
  /** Files that the gateway itself serves; null where they are elsewhere. */
  readonly served: ReturnType<typeof openFiles>['served'];
  readonly windows: Windows;
  readonly readOdooAbsences: (() => Promise<Absences | null>) | null;
  /** Whether Odoo is the one of the stage, where it did not answer at the start. */
  readonly stage: StageWatch;
}

/** Opens the systems and the gateway over them, and closes both when the work is done, or the start has failed. */
export async function withGateway(
  { config, state, log, metrics, paths }: Opening,
  work: (gateway: OpenGateway) => Promise<void>,
): Promise<void> {
  const stage = await watchStage(config, log);
  const caches = createCaches();
  metrics.watchCaches(caches.states);
  const observing = { observe: metrics.odoo, caches };
  const opened = config.embedded ? await openEmbedded(state, observing) : await openSources(config, log, observing);
  const { odoo } = opened.sources;
  if (odoo) metrics.watchOdoo(odoo.status);
  metrics.watchPool(opened.sources.postgres?.load);
  const windows =
    config.redisUrl === null ? createMemoryWindows(caches) : createRedisWindows(config.redisUrl, { log, caches });
  // Closed also where the start fails: an open database or listener would keep the process alive.
  try {
    const { store, served } = openFiles(config, config.embedded ? state.attachments : null);
    const embedder = createEmbedder(config.search.embedder);
    const search = { embedder, answerer: config.search.chat && createOpenAiAnswerer(config.search.chat) };
    const connecting = openAccountsOf(opened, { config: config.odooAccounts, windows, log, caches });
    const server = await createServer({
      windows,
      ...{ config, log, paths, files: store, search, connecting },
      sources: opened.sources,
      observe: metrics.operation,
      observeEnd: metrics.createObserveEnd(loadManifest(paths).operations.map(({ name }) => name)),
      observeDocument: metrics.document,
      caches,
    });
    const readOdooAbsences = odoo && (() => readAbsences(odoo, server.made));
    await work({ server, sources: opened.sources, embedder, served, windows, readOdooAbsences, stage });
    await server.stop();
    stage.check();
  } finally {
    stage.stop();
    windows.close();
    await opened.close();
  }
}

/** Null where no instance of Odoo has a secret. */
function openDeliveries(
  { bridge }: Config,
  { paths, postgres, log }: { paths: Paths; postgres: PostgresSource; log: Log },
): Deliveries | null {
  if (bridge.secrets.length === 0 && bridge.nativeSecrets.length === 0) return null;
  return createDeliveries({ ...bridge, models: new Set(loadDoctrine(paths).surfaces.odoo.owns), postgres, log });
}

/** Null where there is no Odoo, or no database to keep them in. */
function openAccountsOf(
  { sources: { odoo, postgres }, connection }: EmbeddedSources,
  given: Omit<OpenAccounts, 'odoo' | 'postgres' | 'connection'>,
): Accounts | null {
  return odoo && postgres && connection ? openAccounts({ ...given, odoo, postgres, connection }) : null;
}

/** What has to live in the one process that an embedded database has. */
function startInProcess(config: Config, given: Parameters<typeof startIndexerInProcess>[1]): () => Promise<void> {
  const ends = [startIndexerInProcess(config, given), startWorkerInProcess(config, given)];
  return async () => {
    await Promise.all(ends.map((end) => end()));
  };
}

interface Serving {
  readonly config: Config;
  readonly paths: Paths;
  readonly io: Io;
  /** Begun once all is said, so that nobody waits for it; gives its end. */
  readonly background: (() => () => Promise<void>) | null;
}

async function serveHttp(
  serving: Omit<HttpServing, 'pages'>,
  { config, paths, io, background }: Serving,
): Promise<void> {
  // Whoever has them is the service viewer, so they are printed on this machine alone, and never where others are let in.
  const isPrivate = config.stage === 'development' && isLoopback(config.host);
  const tokens = isPrivate ? () => demoTokens(config) : async () => [];
  const pages = createPages({ ...config.pages, folder: paths.pages, tokens });
  const { live, drainMs, noticeMs, maxRequestBytes, trustedProxies, allowedOrigins, compression, rates } = config;
  const limits = { live, drainMs, noticeMs, maxRequestBytes, maxMessages: rates.messages };
  const given = { pages, trustedProxies, allowedOrigins, compression, ...limits };
  const http = await listen({ ...serving, ...given }, config);
  if (config.stage === 'development' && !isPrivate) serving.log.warn({ host: config.host }, OPEN_HOST);
  const [up = '', ...more] = await banner(config, http.url, await tokens());
  // Embedded there is nothing that would need one.
  const absent = config.embedded ? [] : sayAbsent(io.env);
  for (const line of [up, ...absent, ...more]) io.print(line);
  const end = background?.();
  collectGarbage();
  await io.untilStopped();
  await end?.();
  await http.close();
}

/**
 * What the start has parsed and compiled is garbage by now, more than all that stays: given back, the process is half as
 * large. The kind of collection is that of the last resort, the only one that also shrinks the young generation.
 */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as (options: object) => void;
  collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

/** Tells when Odoo has answered; the start neither waits for Odoo nor needs it. */
async function sayAbsences(read: () => Promise<Absences | null>, log: Log): Promise<void> {
  const absences = await read();
  for (const line of absences ? describeAbsences(absences) : []) log.warn(line);
}

function waitingOf({ places, queued }: OdooStatus): ScarceLoad {
  return { places, waiting: queued };
}

/** Names only. Where something is missing that the gateway cannot do without, the start has failed before. */
function sayAbsent(env: Io['env']): string[] {
  const absent = findAbsent(loadSecrets(packagePaths().secrets), env);
  return absent.length > 0 ? [`Registered secrets that are not set: ${absent.join(', ')}`] : [];
}

/** Loaded here alone: on real systems nobody needs a database of our own in memory. */
async function openEmbedded(state: StateFolder, observing: OdooClientOptions): Promise<EmbeddedSources> {
  const { openEmbeddedSources } = await import('../demo/embedded.ts');
  return openEmbeddedSources(state.database, packagePaths(), observing);
}

async function openSources(config: Config, log: Log, observing: OdooClientOptions): Promise<EmbeddedSources> {
  const postgres = config.postgres && createPostgresPool(config.postgres, log, observing.caches);
  // Closed where it fails, or its idle connection would keep the process alive.
  if (postgres && config.postgres)
    await checkLogin({ postgres, log, databaseUrl: config.postgres.databaseUrl }).catch(async (error: unknown) => {
      await postgres.close();
      throw error;
    });
  const store = config.odoo?.cache ? openStore(config, log, observing.caches) : undefined;
  const odoo = config.odoo && createOdooClient(config.odoo, { ...observing, ...(store && { store }) });
  return {
    sources: { odoo, postgres },
    connection: config.odoo,
    close: async () => {
      await Promise.all([postgres?.close(), store?.close()]);
    },
  };
}

function openStore({ redisUrl }: Config, log: Log, caches: Caches | undefined): CacheStore {
  return redisUrl === null ? createMemoryStore(undefined, caches) : createRedisStore(redisUrl, log);
}

async function demoTokens({ auth }: Config): Promise<DemoToken[]> {
  const { jwtSecret } = auth;
  if (jwtSecret === null) return [];
  const signing = { jwtSecret, issuer: auth.issuer, audience: auth.audience, lifetimeSeconds: DEMO_TOKEN_SECONDS };
  const subjects: (readonly [string, TokenFor])[] = [
    ...Object.keys(DEMO_USERS).map((user) => [user, { user }] as const),
    ['service', { service: true }],
    ['sync-odoo-agent', { agent: 'sync-odoo-agent' }],
  ];
  return Promise.all(subjects.map(async ([name, subject]) => ({ name, token: await issueToken(subject, signing) })));
}

/** As most clients take it: a server by its URL, with a header. */
function clientConfig(url: string, tokens: readonly DemoToken[]): string {
  const { token } = tokens.find(({ name }) => name === 'ana') ?? { token: '…' };
  const tripoint = { type: 'http', url: `${url}/mcp`, headers: { Authorization: `Bearer ${token}` } };
  return JSON.stringify({ mcpServers: { tripoint } });
}

async function banner(config: Config, url: string, tokens: readonly DemoToken[]): Promise<string[]> {
  const mode = config.embedded ? 'embedded demo systems, kept in .tripoint/' : config.stage;
  const { console, graphiql } = config.pages;
  const pages = `${console ? ` · console ${url}/` : ''}${graphiql ? ` · GraphiQL ${url}/graphiql` : ''}`;
  const up = `Tripoint is up (${mode}): GraphQL ${url}/graphql${pages} · MCP ${url}/mcp · health ${url}/readyz`;
  const lines = config.stage === 'development' && !isLoopback(config.host) ? [up, `Warning: ${OPEN_HOST}`] : [up];
  if (!config.embedded || tokens.length === 0) return lines;
  const example = `curl -s ${url}/graphql -H 'content-type: application/json' -H "authorization: Bearer $TOKEN" -d '{"query":"{ viewer { kind } spaces { nodes { name } } }"}'`;
  return [
    ...lines,
    '',
    'Tokens to paste, good for a week:',
    ...tokens.map(({ name, token }) => `  ${name.padEnd(16)} ${token}`),
    '',
    `Try: TOKEN=…; ${example}`,
    '',
    'For an MCP client, as ana (docs/mcp.md has others):',
    `  ${clientConfig(url, tokens)}`,
  ];
}

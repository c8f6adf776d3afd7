/** `readConfig(env)`: one frozen object, or one error that names every bad variable and never a value. */
import { z } from 'zod';
import { freezeAuth, tokenVariables } from './auth/config.ts';
import { cursorSecret, readCursorSecrets } from './auth/cursor-secrets.ts';
import { deriveKeyRing, keyRingVariable } from './auth/key-ring.ts';
import type { AuthConfig } from './auth/verify.ts';
import { type BridgeConfig, bridgeVariables, readBridge } from './bridge/config.ts';
import { type HttpConfig, httpVariables, readHttp } from './config/http.ts';
import { limitVariables, readOperationLimits, readRateLimits } from './config/limits.ts';
import { type McpConfig, mcpVariables, readMcp } from './config/mcp.ts';
import { type PagesConfig, pageVariables, readPages } from './config/pages.ts';
import type { IndexerConfig, OdooAccountsConfig, SearchConfig, WorkerConfig } from './config/parts.ts';
import { type ProofConfig, proofVariables, readProofConfig } from './config/proof.ts';
import { retentionVariables } from './config/retention.ts';
import { readIndexer, readWorker, workerVariables } from './config/worker.ts';
import { type Introspection, type OperationLimits, SLOW_OPERATION_MS } from './limits.ts';
import { LIVE_LIMITS, type LiveLimits } from './live/limits.ts';
import type { OdooClientConfig } from './odoo/client.ts';
import { ODOO_PROTOCOLS } from './odoo/connection.ts';
import { ODOO_IDENTITY_MODES, type OdooIdentityMode } from './odoo/identity-modes.ts';
import { freezeTrust, type TrustModes } from './operations/modes.ts';
import type { PoolConfig } from './postgres/pool.ts';
import type { RateLimits } from './rates/rates.ts';
import { type RetentionAges, readAges } from './retention/ages.ts';
import type { StorageConfig } from './storage/storage.ts';
import { readTracing, type TracingConfig, tracingVariables } from './tracing/config.ts';
import { apiKey, ConfigError, count, presentOf, problemsOf, secret, text, url } from './variables.ts';
import type { EmbedderConfig } from './work/search/create-embedder.ts';
import { DEFAULT_EMBEDDING_MODEL } from './work/search/embedder.ts';
import type { OpenAiConfig } from './work/search/openai-client.ts';

/** Where the gateway stands; `staging` and `production` accept no embedded system. */
export type Stage = 'development' | 'staging' | 'production';

/** All that the process reads from its environment. */
export interface Config extends HttpConfig {
  readonly stage: Stage;
  readonly host: string;
  readonly port: number;
  readonly logLevel: string;
  /** Milliseconds from which an operation is logged as slow; 0 for never. */
  readonly slowOperationMs: number;
  readonly pages: PagesConfig;
  /** Whether neither DATABASE_URL nor ODOO_URL is set: both systems then live in this process. */
  readonly embedded: boolean;
  readonly postgres: PoolConfig | null;
  /** The owner's DSN, for `migrate`. */
  readonly migrationsDatabaseUrl: string | null;
  /** A login of Odoo's own database that reads some columns, for analysis. */
  readonly odooDatabaseUrl: string | null;
  /** How `tripoint stage verify` looks into Odoo. */
  readonly proof: ProofConfig;
  readonly odoo: OdooClientConfig | null;
  readonly odooAccounts: OdooAccountsConfig;
  readonly bridge: BridgeConfig;
  /** As whom users read Odoo. */
  readonly odooIdentity: OdooIdentityMode;
  /** Where cached answers of Odoo are kept and rates are counted; null for the memory of the process. */
  readonly redisUrl: string | null;
  readonly operation: OperationLimits;
  readonly rates: RateLimits;
  /** Addresses and networks of proxies that are believed who asks. */
  readonly trustedProxies: readonly string[];
  /** Bytes of a request's body, or of a message of a WebSocket. */
  readonly maxRequestBytes: number;
  readonly introspection: Introspection;
  /** Who may ask by trusted documents alone. */
  readonly trustedDocuments: TrustModes;
  /** Whether a router of Apollo Federation may ask for entities. */
  readonly federation: boolean;
  readonly live: LiveLimits;
  readonly mcp: McpConfig;
  /** Processes of the gateway at its port. */
  readonly processes: number;
  readonly auth: AuthConfig;
  /** Secrets of cursors: the first seals, each opens. Empty where the replicas share no credential. */
  readonly cursorSecrets: readonly string[];
  readonly worker: WorkerConfig;
  /** Where traces go; null for nowhere. */
  readonly tracing: TracingConfig | null;
  readonly retention: RetentionAges;
  /** Days that the history of pages is kept. */
  readonly historyDays: number;
  /** Where archives go; null where nothing names a storage. */
  readonly storage: StorageConfig | null;
  readonly search: SearchConfig;
  readonly indexer: IndexerConfig;
}

const environment = z.object({
  ...tokenVariables.shape,
  ...limitVariables.shape,
  ...mcpVariables.shape,
  ...httpVariables.shape,
  ...bridgeVariables.shape,
  ...workerVariables.shape,
  ...tracingVariables.shape,
  ...proofVariables.shape,
  ...retentionVariables.shape,
  ...pageVariables.shape,
  CURSOR_SECRET: cursorSecret,
  PORT: count(0, 65_535, 4000),
  HOST: z.string().default('127.0.0.1'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
    .optional(),
  SLOW_OPERATION_MS: count(0, 600_000, SLOW_OPERATION_MS),
  ODOO_STAGE: z.enum(['development', 'staging', 'production'], 'must be development, staging or production').optional(),
  DATABASE_URL: secret(url(/^postgres(ql)?$/, 'a URL such as postgres://gateway@host:5432/database')),
  MIGRATIONS_DATABASE_URL: secret(url(/^postgres(ql)?$/, 'a URL such as postgres://owner@host:5432/database')),
  ODOO_DATABASE_URL: secret(url(/^postgres(ql)?$/, 'a URL such as postgres://tripoint_fdw@host:5432/odoo')),
  DATABASE_POOL_SIZE: count(1, 20, 10),
  DATABASE_LISTEN_URL: secret(
    url(/^postgres(ql)?$/, 'a URL such as postgres://gateway@host:5432/database').refine(
      (given) => given === undefined || new URL(given).port !== '6543',
      'must not be a transaction pooler (port 6543), which cannot listen',
    ),
  ),
  LIVE_POLL_MS: count(100, 60_000, LIVE_LIMITS.pollMs),
  LIVE_MAX_CONNECTIONS: count(0, 100_000, LIVE_LIMITS.maxConnections),
  LIVE_MAX_CONNECTIONS_PER_VIEWER: count(1, 100_000, LIVE_LIMITS.maxPerViewer),
  WEB_CONCURRENCY: count(1, 64, 1),
  LIVE_MAX_BUFFER_BYTES: count(16_384, 67_108_864, LIVE_LIMITS.maxBufferBytes),
  ODOO_URL: url(/^https?$/, 'a URL such as https://odoo.example.com'),
  ODOO_DB: text,
  ODOO_API_KEY: secret(apiKey),
  ODOO_USERNAME: text,
  ODOO_PASSWORD: secret(text),
  ODOO_PROTOCOL: z.enum(ODOO_PROTOCOLS, 'must be json2, jsonrpc, xmlrpc or auto').default('json2'),
  ODOO_KEYS_SECRET: keyRingVariable,
  ODOO_INSTANCE: z
    .string()
    .regex(/^[A-Za-z0-9][\w.:/-]{0,199}$/, 'must be a name such as production: letters, digits, dots, hyphens, slashes')
    .optional(),
  ODOO_SERVICE_LOGINS: text,
  ODOO_IDENTITY: z.enum(ODOO_IDENTITY_MODES, 'must be mapped, reader or both').default('both'),
  ODOO_MAX_CONCURRENCY: count(1, 64, 4),
  ODOO_MAX_QUEUE: count(0, 10_000, 100),
  ODOO_TIMEOUT_MS: count(100, 300_000, 5_000),
  ODOO_CACHE_MAX_AGE_SECONDS: count(0, 86_400, 0),
  ODOO_CACHE_STALE_IF_ERROR_SECONDS: count(0, 604_800, 0),
  REDIS_URL: secret(url(/^rediss?$/, 'a URL such as redis://host:6379')),
  FEDERATION: z.enum(['on', 'off'], 'must be on or off').default('off'),
  SUPABASE_SERVICE_ROLE_KEY: secret(apiKey),
  STORAGE_BUCKET: z
    .string()
    .regex(/^[\w.-]{1,100}$/, 'must be the name of a bucket: letters, digits, dots, hyphens and underscores')
    .default('tripoint-archive'),
  STORAGE_FOLDER: text,
  OPENAI_API_KEY: secret(apiKey),
  OPENAI_BASE_URL: url(/^https?$/, 'a URL such as https://api.openai.com/v1'),
  OPENAI_EMBEDDING_MODEL: text,
  OPENAI_CHAT_MODEL: text,
  LOCAL_EMBEDDING_MODEL: text,
});

type Environment = z.infer<typeof environment>;

/** Names of the variables whose values are secrets. */
export function secretVariables(): string[] {
  return Object.entries(environment.shape).flatMap(([name, variable]) => (variable.meta()?.secret ? [name] : []));
}

/**
 * @param env The process's environment; an empty variable counts as absent.
 * @param embeddedSecret Gives the HS256 secret of an embedded gateway; asked only then.
 * @throws ConfigError naming every bad variable.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, embeddedSecret: () => string): Config {
  const present = presentOf(env);
  const parsed = environment.safeParse(present);
  const shape = problemsOf(parsed);
  const embedded = !present.DATABASE_URL && !present.ODOO_URL;
  const problems = [
    ...shape,
    ...findMissing(present, embedded),
    ...findMisplaced(present, embedded),
    ...findModels(present),
    ...findOutbound(present),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  return freeze(parsed.data, embedded, embedded ? embeddedSecret : null);
}

/** The archives of a ledger in use do not belong in a folder of one machine. */
function findMisplaced(present: Readonly<Record<string, string | undefined>>, embedded: boolean): string[] {
  const isDevelopment = present.ODOO_STAGE === 'development' || (embedded && !present.MIGRATIONS_DATABASE_URL);
  return present.STORAGE_FOLDER && !isDevelopment ? ['STORAGE_FOLDER is accepted where ODOO_STAGE is development'] : [];
}

/** A copy of production must not send what it holds to a third party; `ssot/stages.yaml` says so of each way out. */
function findOutbound(present: Readonly<Record<string, string | undefined>>): string[] {
  const outbound = ['OPENAI_API_KEY', 'OPENAI_BASE_URL'].filter(
    (name) => present[name] && present.ODOO_STAGE === 'staging',
  );
  return outbound.map((name) => `${name} is refused in staging: take LOCAL_EMBEDDING_MODEL or the built-in embedder`);
}

/** What would be passed over in silence: a model that nothing could ask. */
function findModels(present: Readonly<Record<string, string | undefined>>): string[] {
  const canAsk = Boolean(present.OPENAI_API_KEY || present.OPENAI_BASE_URL);
  const models = ['OPENAI_EMBEDDING_MODEL', 'OPENAI_CHAT_MODEL'].filter((name) => present[name] && !canAsk);
  const problems = models.map((name) => `${name} is set, and neither OPENAI_API_KEY nor OPENAI_BASE_URL is`);
  if (present.OPENAI_EMBEDDING_MODEL && present.LOCAL_EMBEDDING_MODEL) {
    problems.push('OPENAI_EMBEDDING_MODEL and LOCAL_EMBEDDING_MODEL are both set: texts have one embedding');
  }
  return problems;
}

function findMissing(present: Readonly<Record<string, string | undefined>>, embedded: boolean): string[] {
  const stage = present.ODOO_STAGE;
  if (embedded) {
    if (stage !== 'staging' && stage !== 'production') return [];
    return [`DATABASE_URL and ODOO_URL are not set: the embedded systems are refused in ${stage}`];
  }
  const isStrict = stage === 'staging' || stage === 'production';
  const needed: (readonly [string, boolean])[] = [
    ['ODOO_STAGE', true],
    ...findCredentials(present),
    ['ODOO_DB', Boolean(present.ODOO_URL)],
    ['DATABASE_URL', isStrict],
    ['ODOO_URL', isStrict],
  ];
  const missing = needed.flatMap(([name, isNeeded]) => (isNeeded && !present[name] ? [`${name} is not set`] : []));
  const verifiable = present.SUPABASE_JWT_SECRET || present.SUPABASE_JWKS_URL || present.SUPABASE_URL;
  if (!verifiable)
    missing.push('SUPABASE_URL, SUPABASE_JWKS_URL or SUPABASE_JWT_SECRET is not set: no token could be verified');
  if (present.SUPABASE_JWKS_URL && !present.SUPABASE_URL && !present.SUPABASE_JWT_ISSUER) {
    missing.push('SUPABASE_JWT_ISSUER is not set, and there is no SUPABASE_URL to derive it from');
  }
  return missing;
}

/** The credentials that the protocol needs. `auto` takes an API key alone, and finds out whether that is enough. */
function findCredentials(present: Readonly<Record<string, string | undefined>>): (readonly [string, boolean])[] {
  const protocol = present.ODOO_PROTOCOL ?? 'json2';
  const hasOdoo = Boolean(present.ODOO_URL);
  const canLogIn = Boolean(present.ODOO_USERNAME && present.ODOO_PASSWORD);
  const isRpc = protocol === 'jsonrpc' || protocol === 'xmlrpc';
  return [
    ['ODOO_USERNAME', hasOdoo && isRpc],
    ['ODOO_API_KEY', hasOdoo && !(present.ODOO_PASSWORD && isRpc) && !(canLogIn && protocol === 'auto')],
  ];
}

function freeze(read: Environment, embedded: boolean, embeddedSecret: (() => string) | null): Config {
  const auth = freezeAuth(read);
  const stage = read.ODOO_STAGE ?? 'development';
  const jwtSecret = auth.jwtSecret ?? embeddedSecret?.() ?? null;
  return Object.freeze({
    stage,
    host: read.HOST,
    port: read.PORT,
    logLevel: read.LOG_LEVEL ?? (stage === 'development' ? 'warn' : 'info'),
    slowOperationMs: read.SLOW_OPERATION_MS,
    pages: readPages(read, stage),
    embedded,
    postgres:
      read.DATABASE_URL === undefined
        ? null
        : {
            databaseUrl: read.DATABASE_URL,
            poolSize: read.DATABASE_POOL_SIZE,
            listenUrl: read.DATABASE_LISTEN_URL ?? null,
          },
    migrationsDatabaseUrl: read.MIGRATIONS_DATABASE_URL ?? null,
    odooDatabaseUrl: read.ODOO_DATABASE_URL ?? null,
    proof: readProofConfig(read),
    odoo: read.ODOO_URL === undefined ? null : readOdoo(read, read.ODOO_URL),
    odooAccounts: readOdooAccounts(read, embeddedSecret),
    bridge: readBridge(read),
    odooIdentity: read.ODOO_IDENTITY,
    redisUrl: read.REDIS_URL ?? null,
    operation: readOperationLimits(read),
    rates: readRateLimits(read),
    trustedProxies: read.TRUSTED_PROXIES ?? [],
    maxRequestBytes: read.REQUEST_MAX_BYTES,
    processes: read.WEB_CONCURRENCY,
    ...readHttp(read),
    federation: read.FEDERATION === 'on',
    trustedDocuments: freezeTrust(read.TRUSTED_DOCUMENTS, stage),
    mcp: readMcp(read, read.HOST),
    introspection: read.INTROSPECTION ?? (stage === 'development' ? 'on' : 'off'),
    live: {
      ...LIVE_LIMITS,
      pollMs: read.LIVE_POLL_MS,
      maxConnections: read.LIVE_MAX_CONNECTIONS,
      maxPerViewer: read.LIVE_MAX_CONNECTIONS_PER_VIEWER,
      maxBufferBytes: read.LIVE_MAX_BUFFER_BYTES,
    },
    auth: { ...auth, jwtSecret },
    cursorSecrets: readCursorSecrets({
      cursorSecret: read.CURSOR_SECRET,
      jwtSecret,
      odooApiKey: read.ODOO_API_KEY,
      odooPassword: read.ODOO_PASSWORD,
      databaseUrl: read.DATABASE_URL,
    }),
    worker: readWorker(read, read.ODOO_STAGE === 'staging'),
    tracing: readTracing(read),
    retention: readAges(read),
    historyDays: read.RETENTION_HISTORY_DAYS,
    storage: readStorage(read, read.SUPABASE_URL?.replace(/\/+$/, '')),
    search: readSearch(read),
    indexer: readIndexer(read),
  });
}

/** Where the Odoo has no name, it is called by its URL and database: the same for all gateways that ask it so. */
function readOdooAccounts(read: Environment, embeddedSecret: (() => string) | null): OdooAccountsConfig {
  const { host } = read.ODOO_URL === undefined ? { host: 'demo' } : new URL(read.ODOO_URL);
  const logins = [...(read.ODOO_SERVICE_LOGINS ?? '').split(','), read.ODOO_USERNAME ?? ''];
  return {
    instance: read.ODOO_INSTANCE ?? (read.ODOO_DB === undefined ? host : `${host}/${read.ODOO_DB}`),
    keysSecret: read.ODOO_KEYS_SECRET ?? (embeddedSecret ? deriveKeyRing(embeddedSecret()) : null),
    serviceLogins: logins.map((login) => login.trim().toLowerCase()).filter((login) => login !== ''),
    serviceKeys: [read.ODOO_API_KEY, read.ODOO_WRITER_API_KEY].flatMap((key) => key ?? []),
  };
}

function readStorage(read: Environment, url: string | undefined): StorageConfig | null {
  const { STORAGE_FOLDER: folder, SUPABASE_SERVICE_ROLE_KEY: key, STORAGE_BUCKET: bucket } = read;
  if (folder !== undefined) return { kind: 'folder', folder };
  return url === undefined || key === undefined ? null : { kind: 'supabase', url, key, bucket };
}

/** A local model was pointed at, so it goes before an endpoint, which may be there for the answers alone. */
function readSearch(read: Environment): SearchConfig {
  const { OPENAI_API_KEY: apiKey = null, OPENAI_BASE_URL: baseUrl = null, OPENAI_CHAT_MODEL: chatModel } = read;
  const openAi: OpenAiConfig | null = apiKey === null && baseUrl === null ? null : { apiKey, baseUrl };
  const embed = (): EmbedderConfig => {
    if (read.LOCAL_EMBEDDING_MODEL !== undefined) return { kind: 'local', folder: read.LOCAL_EMBEDDING_MODEL };
    if (openAi === null) return { kind: 'built-in' };
    return { kind: 'openai', ...openAi, model: read.OPENAI_EMBEDDING_MODEL ?? DEFAULT_EMBEDDING_MODEL };
  };
  return { embedder: embed(), chat: openAi && chatModel !== undefined ? { ...openAi, model: chatModel } : null };
}

function readOdoo(read: Environment, url: string): OdooClientConfig {
  const maxAgeSeconds = read.ODOO_CACHE_MAX_AGE_SECONDS;
  return {
    url,
    database: read.ODOO_DB ?? null,
    protocol: read.ODOO_PROTOCOL,
    username: read.ODOO_USERNAME ?? null,
    password: read.ODOO_PASSWORD ?? null,
    apiKey: read.ODOO_API_KEY ?? '',
    timeoutMs: read.ODOO_TIMEOUT_MS,
    maxAnswerBytes: read.OPERATION_MAX_BYTES,
    maxConcurrency: read.ODOO_MAX_CONCURRENCY,
    maxQueue: read.ODOO_MAX_QUEUE,
    cache: maxAgeSeconds === 0 ? null : { maxAgeSeconds, staleIfErrorSeconds: read.ODOO_CACHE_STALE_IF_ERROR_SECONDS },
  };
}

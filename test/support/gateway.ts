/** `createTestGateway()`: the whole gateway on the systems of this run, entered as a client would. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { HeaderMap } from '@apollo/server';
import { inject } from 'vitest';
import { issueToken, type TokenFor } from '../../src/auth/issue.ts';
import type { AuthConfig } from '../../src/auth/verify.ts';
import { type Caches, createCaches } from '../../src/caches.ts';
import { openAccounts } from '../../src/cli/odoo-accounts.ts';
import type { OdooAccountsConfig } from '../../src/config/parts.ts';
import { createStandInOdoo, type RunningStandIn } from '../../src/demo/odoo/stand-in.ts';
import { loadDoctrine } from '../../src/doctrine/load.ts';
import type { Sources } from '../../src/execution/fetch.ts';
import { type Introspection, OPERATION_LIMITS, type OperationLimits } from '../../src/limits.ts';
import { LIVE_LIMITS } from '../../src/live/limits.ts';
import { createLog, type Log } from '../../src/log.ts';
import type { OdooAccounts } from '../../src/odoo/accounts.ts';
import type { OdooCall } from '../../src/odoo/call.ts';
import { createOdooClient } from '../../src/odoo/client.ts';
import type { OdooConnection } from '../../src/odoo/connection.ts';
import type { OdooIdentityMode } from '../../src/odoo/identity-modes.ts';
import type { ObserveEnd } from '../../src/operation-log.ts';
import { TRUST_OFF, type TrustModes } from '../../src/operations/modes.ts';
import type { ObserveDocument } from '../../src/operations/trust.ts';
import type { Accounts } from '../../src/ops/odoo-accounts.ts';
import { type Paths, packagePaths } from '../../src/paths.ts';
import { createEmbeddedSource } from '../../src/postgres/embedded.ts';
import type { MigrationClient } from '../../src/postgres/migrate.ts';
import { withOwner } from '../../src/postgres/owner.ts';
import { openPglite } from '../../src/postgres/pglite.ts';
import { createPostgresPool } from '../../src/postgres/pool.ts';
import type { PostgresSource } from '../../src/postgres/source.ts';
import { RATE_LIMITS, type RateLimits } from '../../src/rates/rates.ts';
import { createMemoryWindows, type Windows } from '../../src/rates/windows.ts';
import type { ObserveOperation } from '../../src/report.ts';
import { createGatewaySchema, type GatewaySchema } from '../../src/schema.ts';
import { readSdl } from '../../src/sdl/load.ts';
import { createServer, type GatewayServer } from '../../src/server.ts';
import type { FileStore } from '../../src/storage/files.ts';
import type { Search } from '../../src/work/search/ask-docs.ts';
import { keepOwner } from './kept-owner.ts';
import { databaseUrl, isRealStack, JWT_SECRET, loginOf, stackOdoo, stackVariable } from './stack.ts';

/** Who asks: a demo user or uuid, `<user> in <group>,<group>`, `service`, `agent:<name>`, `agent:<name> for <user>`, or null for nobody. */
export type As = string | null;

/** What a client gets. */
export interface TestAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  /** The response's bytes as text. */
  readonly text: string;
  /** Null or absent where the whole operation failed; `pick` reads into it. */
  readonly data: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors:
    | readonly { message: string; path?: (string | number)[]; extensions: Record<string, unknown> & { code: string } }[]
    | undefined;
  readonly extensions: Record<string, unknown> | undefined;
}

/** A gateway under test. */
export interface TestGateway extends AsyncDisposable {
  /** Runs one operation through HTTP semantics; `token` instead of `as` sends it as it is. */
  execute(
    query: string,
    options?: { as?: As; token?: string; variables?: Record<string, unknown>; address?: string; runId?: string },
  ): Promise<TestAnswer>;
  /** Upstream calls since the last `execute` began, e.g. `odoo: account.move web_search_read {"domain":…}`. */
  readonly calls: readonly string[];
  /** The database as its owner. */
  readonly owner: <T>(work: (client: MigrationClient) => Promise<T>) => Promise<T>;
  /** Lines of the log, as text, but for those of operations. */
  readonly logged: readonly string[];
  /** The log's lines of operations. */
  readonly loggedOperations: readonly Readonly<Record<string, unknown>>[];
  readonly sources: Sources;
  /** The Odoo, as its reader asks it. */
  readonly connection: OdooConnection;
  /** Absent where the Odoo is a real one. */
  readonly standIn: RunningStandIn | null;
  /** For tests that go through the real HTTP server. */
  readonly server: GatewayServer;
}

/** What a test may replace. */
export interface TestGatewayOptions {
  readonly lanes?: 'both' | 'ordinary';
  readonly ways?: 'both' | 'long';
  /** Milliseconds that one operation may take. */
  readonly operationTimeoutMs?: number;
  /** Other limits of one operation. */
  readonly limits?: Partial<OperationLimits>;
  /** Points a minute; no rates where absent. */
  readonly rates?: Partial<RateLimits>;
  /** Milliseconds from which an operation is slow; never where absent. */
  readonly slowOperationMs?: number;
  /** Where minutes are counted; in the gateway itself where absent. */
  readonly windows?: Windows;
  /** Milliseconds after which subscriptions read without a notice. */
  readonly pollMs?: number;
  readonly observe?: ObserveOperation;
  readonly observeEnd?: ObserveEnd;
  /** Where the gateway's caches are made known. */
  readonly caches?: Caches;
  /** Where attachments are kept; nowhere where absent. */
  readonly files?: FileStore;
  /** What questions are answered with; nothing where absent. */
  readonly search?: Search;
  readonly stage?: 'development' | 'production';
  /** Who may ask by trusted documents alone; nobody is held to them where absent. */
  readonly trustedDocuments?: Partial<TrustModes>;
  /** Told of each document, as the metrics are. */
  readonly observeDocument?: ObserveDocument;
  readonly introspection?: Introspection;
  /** Whether a router may ask for entities. */
  readonly federation?: boolean;
  readonly auth?: Partial<AuthConfig>;
  /** Secrets of cursors; the secret of the tokens where absent. */
  readonly cursorSecrets?: readonly string[];
  readonly paths?: Partial<Paths>;
  /** Replaces the schema, e.g. by one without a guard. */
  readonly schema?: GatewaySchema;
  /** Replaces an upstream; null takes it away. */
  readonly odoo?: OdooCall | null;
  readonly postgres?: PostgresSource | null;
  /** Lets people connect their own users in Odoo. */
  readonly connecting?: Partial<OdooAccountsConfig>;
  /** Users' own logins in Odoo; nobody has one where absent. */
  readonly accounts?: OdooAccounts;
  readonly odooIdentity?: OdooIdentityMode;
  /** Shares the systems of another gateway, which closes them; `calls` of that one then note this one's too. */
  readonly beside?: TestGateway;
}

/** What the gateway asks once a process and not once a request: what its reader may name, and who it is. */
const LEARNT_ONCE = new Set(['fields_get', 'context_get', 'search_read']);

/** Copies the seeded database and starts a gateway on it. */
export async function createTestGateway(options: TestGatewayOptions = {}): Promise<TestGateway> {
  const calls: string[] = [];
  const logged: string[] = [];
  const loggedOperations: Record<string, unknown>[] = [];
  const log = createLog('debug', (line) => {
    if (line.includes('"msg":"operation"')) loggedOperations.push(JSON.parse(line) as Record<string, unknown>);
    else logged.push(line);
  });
  const upstream = options.beside ? share(options.beside) : await (isRealStack ? openReal(log) : openEmbedded());
  const odoo = options.odoo === undefined ? upstream.odoo : options.odoo;
  const postgres = options.postgres === undefined ? upstream.postgres : options.postgres;
  const sources: Sources = {
    odoo:
      odoo &&
      noteCalls(odoo, (model, method, args) => {
        const isOfNone = Array.isArray(args.ids) && args.ids.length === 0;
        const isLearnt = LEARNT_ONCE.has(method) || (method === 'read' && (model === 'res.users' || isOfNone));
        if (!isLearnt) calls.push(`odoo: ${model} ${method} ${JSON.stringify(args)}`);
      }),
    postgres: postgres && {
      ...postgres,
      // Asked every few seconds, and not once a request.
      render: noteCalls(
        postgres.render,
        (_viewer, { text }) => !/ops\.(standing|ended_sessions)\(/.test(text) && calls.push(`postgres: ${text}`),
      ),
      repeatable: noteCalls(postgres.repeatable, (_viewer, { text }) => calls.push(`postgres: ${text}`)),
      transact: (viewer, work, bounds) =>
        postgres.transact(viewer, (run) => work(noteCalls(run, ({ text }) => calls.push(`postgres: ${text}`))), bounds),
    },
  };
  const auth: AuthConfig = {
    jwtSecret: JWT_SECRET,
    jwksUrl: null,
    issuer: null,
    audience: 'authenticated',
    ...options.auth,
  };
  const paths = { ...packagePaths(), ...options.paths };
  const windows = options.windows ?? createMemoryWindows(options.caches ?? createCaches());
  const connecting = options.connecting && openTestAccounts(options.connecting, { sources, upstream, log, windows });
  const made = await createServer({
    config: {
      stage: options.stage ?? 'production',
      auth,
      ...pickLimits(options),
      slowOperationMs: options.slowOperationMs ?? 0,
      ...(options.rates && { rates: { ...RATE_LIMITS, ...options.rates } }),
      ...(options.cursorSecrets && { cursorSecrets: options.cursorSecrets }),
      ...(options.introspection && { introspection: options.introspection }),
      ...(options.federation && { federation: true }),
      ...(options.trustedDocuments && { trustedDocuments: { ...TRUST_OFF, ...options.trustedDocuments } }),
      ...(options.odooIdentity && { odooIdentity: options.odooIdentity }),
    },
    sources,
    ...(options.accounts && { accounts: options.accounts }),
    log,
    paths,
    lanes: options.lanes ?? 'both',
    ways: options.ways ?? (process.env.TEST_WAYS === 'long' ? 'long' : 'both'),
    ...(options.observe && { observe: options.observe }),
    ...(options.observeEnd && { observeEnd: options.observeEnd }),
    ...(options.observeDocument && { observeDocument: options.observeDocument }),
    ...(options.caches && { caches: options.caches }),
    windows,
    ...(connecting && { connecting }),
    ...(options.files && { files: options.files }),
    ...(options.search && { search: options.search }),
    ...(!options.files &&
      !options.paths &&
      !connecting && { schema: readOwnSchema(options.search ?? null, options.federation) }),
    ...(options.schema && { schema: options.schema }),
  });
  const server = process.env.TEST_WAYS === 'short' ? knowing(made) : made;
  return {
    calls,
    logged,
    loggedOperations,
    owner: upstream.owner,
    connection: upstream.connection,
    standIn: upstream.standIn,
    sources,
    server,
    execute: async (query, { as = null, token, variables, address, runId } = {}) => {
      calls.length = 0;
      const bearer = token ?? (as === null ? null : await testToken(as));
      const headers = new HeaderMap([
        ['content-type', 'application/json'],
        ...(bearer ? [['authorization', `Bearer ${bearer}`] as const] : []),
        ...(runId ? [['x-run-id', runId] as const] : []),
      ]);
      const signal = new AbortController().signal;
      const answer = await server.handle({
        method: 'POST',
        headers,
        search: '',
        body: { query, ...(variables && { variables }) },
        signal,
        ...(address !== undefined && { address }),
      });
      const text = answer.body.kind === 'complete' ? String(answer.body.string) : '';
      return { status: answer.status ?? 200, headers: answer.headers, text, ...JSON.parse(text) };
    },
    [Symbol.asyncDispose]: async () => {
      await server.stop();
      await upstream.close();
    },
  };
}

/**
 * A gateway that has seen each document before it is asked, so that its first request goes the short way too: asked for an
 * operation that the document does not have, Apollo Server keeps it, and nothing else is done.
 */
function knowing(server: GatewayServer): GatewayServer {
  return {
    ...server,
    handle: async (request) => {
      const { query } = (request.body ?? {}) as { query?: unknown };
      if (typeof query === 'string') {
        const headers = new HeaderMap([['content-type', 'application/json']]);
        const accept = request.headers.get('accept');
        if (accept !== undefined) headers.set('accept', accept);
        for (const body of [{ query: '{ __typename }' }, { query, operationName: 'of_no_document' }])
          await server.handle({ ...request, method: 'POST', search: '', headers, body, signal: request.signal });
      }
      return server.handle(request);
    },
  };
}

const ownSchemas = {
  plain: new Map<Search | null, GatewaySchema>(),
  federated: new Map<Search | null, GatewaySchema>(),
};

/** Made once a process: a third of a second for each gateway of the suite otherwise. */
function readOwnSchema(search: Search | null, federation = false): GatewaySchema {
  const { schema, doctrine, migrations } = packagePaths();
  const kept = federation ? ownSchemas.federated : ownSchemas.plain;
  const known = kept.get(search);
  const made =
    known ?? createGatewaySchema(readSdl(schema), loadDoctrine({ doctrine, migrations }), { search, federation });
  kept.set(search, made);
  return made;
}

function pickLimits({ operationTimeoutMs, limits, pollMs }: TestGatewayOptions) {
  const timeoutMs = operationTimeoutMs ?? OPERATION_LIMITS.timeoutMs;
  return {
    operation: { ...OPERATION_LIMITS, timeoutMs, ...limits },
    ...(pollMs !== undefined && { live: { ...LIVE_LIMITS, pollMs } }),
  };
}

/** A token that a gateway under test accepts. */
export function testToken(as: string, secret = JWT_SECRET): Promise<string> {
  const [, agent, act] = /^agent:(\S+)(?: for (\S+))?$/.exec(as) ?? [];
  const [user = as, groups = ''] = as.split(' in ');
  const person = { user, groups: groups.split(',').filter(Boolean) };
  const subject: TokenFor = as === 'service' ? { service: true } : agent ? { agent, ...(act && { act }) } : person;
  return issueToken(subject, { jwtSecret: secret, issuer: null, audience: 'authenticated', lifetimeSeconds: 600 });
}

/** The function, with each call noted before it runs. */
function noteCalls<A extends unknown[], R>(call: (...args: A) => R, note: (...args: A) => void): (...args: A) => R {
  return (...args) => {
    note(...args);
    return call(...args);
  };
}

interface Upstream {
  readonly odoo: OdooCall | null;
  readonly postgres: PostgresSource | null;
  readonly owner: TestGateway['owner'];
  readonly connection: OdooConnection;
  readonly standIn: RunningStandIn | null;
  readonly close: () => Promise<void>;
}

function share({ sources, owner, connection, standIn }: TestGateway): Upstream {
  return { ...sources, owner, connection, standIn, close: async () => {} };
}

/** A ring that every gateway of the suite has, so that those that share a database can read what one kept. */
export const TEST_RING = `test:${Buffer.alloc(32, 7).toString('base64')}`;

function openTestAccounts(
  given: Partial<OdooAccountsConfig>,
  { sources, upstream, log, windows }: { sources: Sources; upstream: Upstream; log: Log; windows: Windows },
): Accounts | null {
  const { odoo, postgres } = sources;
  if (!odoo || !postgres) return null;
  const config = { instance: 'test', keysSecret: TEST_RING, serviceLogins: [], serviceKeys: [], ...given };
  return openAccounts({ config, postgres, odoo, connection: upstream.connection, log, windows });
}

let template: Blob | undefined;

/** Read once for all the gateways of a process, and handed out without a copy: it is tens of megabytes. */
function readTemplate(): Blob {
  if (!template) {
    const bytes = new Uint8Array(readFileSync(inject('template')));
    template = Object.assign(new Blob([]), { arrayBuffer: async () => bytes.buffer });
  }
  return template;
}

async function openEmbedded(): Promise<Upstream> {
  const database = await openPglite({ loadDataDir: readTemplate() });
  const standIn = await createStandInOdoo().listen();
  const { source, owner } = createEmbeddedSource(database);
  const connection = { url: standIn.url, database: null, apiKey: standIn.apiKey, timeoutMs: 5_000 };
  return {
    odoo: createOdooClient({ ...connection, maxConcurrency: 4 }),
    connection,
    standIn,
    postgres: source,
    owner: (work) => work(owner),
    close: async () => {
      await Promise.all([source.close(), standIn.close()]);
    },
  };
}

async function openReal(log: Parameters<typeof createPostgresPool>[1]): Promise<Upstream> {
  const database = `tripoint_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  const server = stackVariable('MIGRATIONS_DATABASE_URL');
  await withOwner(server, (client) => client.script(`create database ${database} template ${inject('template')}`));
  const source = createPostgresPool({ ...loginOf(database), poolSize: 4 }, log);
  const owner = keepOwner(databaseUrl('MIGRATIONS_DATABASE_URL', database));
  return {
    odoo: createOdooClient({ ...stackOdoo(), timeoutMs: 20_000, maxConcurrency: 2 }),
    connection: { ...stackOdoo(), timeoutMs: 20_000 },
    standIn: null,
    postgres: source,
    owner: owner.lend,
    close: async () => {
      await Promise.all([source.close(), owner.close()]);
      await withOwner(server, (client) => client.script(`drop database if exists ${database} with (force)`));
    },
  };
}

/** The value at a dotted path such as `moves.nodes.0.name`; undefined where the path leads nowhere. */
export function pick(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | null | undefined)?.[key], value);
}

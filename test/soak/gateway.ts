/** A gateway on the real Odoo, or on a Postgres of the soak's own, for scripts that run outside the test runner. */
import { AsyncLocalStorage } from 'node:async_hooks';
import { HeaderMap } from '@apollo/server';
import { issueToken } from '../../src/auth/issue.ts';
import { OPERATION_LIMITS } from '../../src/limits.ts';
import { createLog } from '../../src/log.ts';
import type { OdooAccounts } from '../../src/odoo/accounts.ts';
import { createMemoryStore } from '../../src/odoo/cache-memory.ts';
import type { OdooArguments, OdooCall } from '../../src/odoo/call.ts';
import { createOdooClient } from '../../src/odoo/client.ts';
import type { OdooProtocol } from '../../src/odoo/connection.ts';
import { packagePaths } from '../../src/paths.ts';
import { createPostgresPool } from '../../src/postgres/pool.ts';
import type { GatewaySchema } from '../../src/schema.ts';
import { createServer } from '../../src/server.ts';
import type { Executing } from '../support/odoo-walk.ts';
import { JWT_SECRET, stackOdoo } from '../support/stack.ts';

const AUTH = { jwtSecret: JWT_SECRET, jwksUrl: null, issuer: null, audience: 'authenticated' };

/** A search of Odoo as the gateway made it. */
export interface SeenSearch {
  readonly model: string;
  readonly args: OdooArguments;
}

/** A gateway that counts its calls to Odoo. */
export interface SoakGateway extends Executing, AsyncDisposable {
  readonly callCount: () => number;
  /** Does the work, and tells the first search that the gateway made for it, whatever else it does meanwhile. */
  readonly seeSearches: <T>(work: () => Promise<T>) => Promise<{ result: T; first: SeenSearch | undefined }>;
  /** The reader's calls, past the gateway. */
  readonly odoo: OdooCall;
}

/** What it reads: the real Odoo over the protocol of the environment, where nothing else is said. */
export interface SoakGatewayOptions {
  readonly protocol?: OdooProtocol;
  /** Instead of Odoo: the gateway's login on this database. */
  readonly databaseUrl?: string;
  /** Users' own logins in Odoo. */
  readonly accounts?: OdooAccounts;
  /** Milliseconds that an operation may take, and calls of one viewer that may wait; as usual where absent. */
  readonly patience?: { readonly timeoutMs: number; readonly maxQueue: number };
  /** Seconds that answers of Odoo are kept; not at all where absent. */
  readonly cacheSeconds?: number;
  /** The schema of several gateways of the soak; made anew where absent. */
  readonly schema?: GatewaySchema;
}

/** Starts it; each operation is the service's, where it names nobody else. */
export async function createSoakGateway(options: SoakGatewayOptions = {}): Promise<SoakGateway> {
  let count = 0;
  const seeing = new AsyncLocalStorage<{ first?: SeenSearch }>();
  const { protocol, databaseUrl, schema, accounts, cacheSeconds = 0, patience } = options;
  const cache = cacheSeconds > 0 ? { maxAgeSeconds: cacheSeconds, staleIfErrorSeconds: 0 } : null;
  const connection = {
    ...stackOdoo(),
    ...(protocol && { protocol }),
    timeoutMs: 60_000,
    maxConcurrency: 2,
    maxQueue: patience?.maxQueue,
    cache,
  };
  const call = createOdooClient(connection, cache ? { store: createMemoryStore() } : {});
  const odoo: OdooCall = (model, method, args, more) => {
    count += 1;
    const seen = seeing.getStore();
    if (seen && method === 'web_search_read') seen.first ??= { model, args };
    return call(model, method, args, more);
  };
  const log = createLog('silent', () => {});
  const postgres = databaseUrl ? createPostgresPool({ databaseUrl, poolSize: 4 }, log) : null;
  const sources = { odoo: postgres ? null : odoo, postgres };
  const operation = patience && { operation: { ...OPERATION_LIMITS, timeoutMs: patience.timeoutMs } };
  const config = { stage: 'production', auth: AUTH, ...operation } as const;
  const server = await createServer({
    config,
    sources,
    log,
    paths: packagePaths(),
    ...(schema && { schema }),
    ...(accounts && { accounts }),
  });
  return {
    callCount: () => count,
    seeSearches: async (work) => {
      const seen: { first?: SeenSearch } = {};
      const result = await seeing.run(seen, work);
      return { result, first: seen.first };
    },
    odoo: call,
    execute: async (query, { as, variables } = {}) => {
      const subject = as && as !== 'service' ? { user: as } : ({ service: true } as const);
      const token = await issueToken(subject, { ...AUTH, lifetimeSeconds: 600 });
      const headers = new HeaderMap([
        ['content-type', 'application/json'],
        ['authorization', `Bearer ${token}`],
      ]);
      const body = { query, ...(variables && { variables }) };
      const { signal } = new AbortController();
      const answer = await server.handle({ method: 'POST', headers, search: '', body, signal });
      const text = answer.body.kind === 'complete' ? String(answer.body.string) : '';
      return { status: answer.status ?? 200, text, ...JSON.parse(text) };
    },
    [Symbol.asyncDispose]: async () => {
      await server.stop();
      await postgres?.close();
    },
  };
}

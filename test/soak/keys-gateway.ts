/** A gateway of the soak `keys`: on the real Odoo and a database of the soak's own, with a ring of its own. */
import { HeaderMap } from '@apollo/server';
import { issueToken } from '../../src/auth/issue.ts';
import { createCaches } from '../../src/caches.ts';
import { openAccounts } from '../../src/cli/odoo-accounts.ts';
import { createLog } from '../../src/log.ts';
import { createOdooClient } from '../../src/odoo/client.ts';
import { packagePaths } from '../../src/paths.ts';
import { createPostgresPool } from '../../src/postgres/pool.ts';
import { createMemoryWindows } from '../../src/rates/windows.ts';
import { createServer } from '../../src/server.ts';
import { JWT_SECRET, stackOdoo } from '../support/stack.ts';

const AUTH = { jwtSecret: JWT_SECRET, jwksUrl: null, issuer: null, audience: 'authenticated' };

/** Name of the Odoo in the soak's database. */
export const INSTANCE = 'soak';

/** One gateway. */
export interface KeysGateway extends AsyncDisposable {
  /** The answer's text. */
  ask(user: string, query: string, variables?: Readonly<Record<string, unknown>>): Promise<string>;
}

/** @param ring As ODOO_KEYS_SECRET. */
export async function createKeysGateway(databaseUrl: string, ring: string): Promise<KeysGateway> {
  const log = createLog('silent', () => {});
  const caches = createCaches();
  const postgres = createPostgresPool({ databaseUrl, poolSize: 4 }, log, caches);
  const connection = { ...stackOdoo(), timeoutMs: 30_000 };
  const odoo = createOdooClient({ ...connection, maxConcurrency: 2 }, { caches });
  const config = { instance: INSTANCE, keysSecret: ring, serviceLogins: [], serviceKeys: [] };
  const accounts = openAccounts({
    config,
    postgres,
    odoo,
    connection,
    log,
    caches,
    windows: createMemoryWindows(caches),
  });
  const server = await createServer({
    config: { stage: 'production', auth: AUTH, odooIdentity: 'mapped' },
    ...{ sources: { odoo, postgres }, log, paths: packagePaths(), connecting: accounts, caches },
  });
  return {
    ask: async (user, query, variables = {}) => {
      const token = await issueToken({ user }, { ...AUTH, lifetimeSeconds: 3_600 });
      const headers = new HeaderMap([
        ['content-type', 'application/json'],
        ['authorization', `Bearer ${token}`],
      ]);
      const { signal } = new AbortController();
      const answer = await server.handle({ method: 'POST', headers, search: '', body: { query, variables }, signal });
      return answer.body.kind === 'complete' ? String(answer.body.string) : '';
    },
    [Symbol.asyncDispose]: async () => {
      await server.stop();
      await postgres.close();
    },
  };
}

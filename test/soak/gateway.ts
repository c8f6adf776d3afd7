/** A gateway on the real Odoo alone, for scripts that run outside the test runner. */
import { HeaderMap } from '@apollo/server';
import { issueToken } from '../../src/auth/issue.ts';
import { createLog } from '../../src/log.ts';
import type { OdooCall } from '../../src/odoo/call.ts';
import { createOdooClient } from '../../src/odoo/client.ts';
import { packagePaths } from '../../src/paths.ts';
import { createServer } from '../../src/server.ts';
import type { Executing } from '../support/odoo-walk.ts';
import { JWT_SECRET, stackOdoo } from '../support/stack.ts';

const AUTH = { jwtSecret: JWT_SECRET, jwksUrl: null, issuer: null, audience: 'authenticated' };

/** A gateway that counts its calls to Odoo. */
export interface SoakGateway extends Executing, AsyncDisposable {
  readonly callCount: () => number;
}

/** Starts it; each operation is the service's. */
export async function createSoakGateway(): Promise<SoakGateway> {
  let count = 0;
  const call = createOdooClient({ ...stackOdoo(), timeoutMs: 60_000, maxConcurrency: 2 });
  const odoo: OdooCall = (...args) => {
    count += 1;
    return call(...args);
  };
  const log = createLog('silent', () => {});
  const config = { stage: 'production', auth: AUTH } as const;
  const server = await createServer({ config, sources: { odoo, postgres: null }, log, paths: packagePaths() });
  return {
    callCount: () => count,
    execute: async (query, { variables } = {}) => {
      const token = await issueToken({ service: true }, { ...AUTH, lifetimeSeconds: 600 });
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
    [Symbol.asyncDispose]: () => server.stop(),
  };
}

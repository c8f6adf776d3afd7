/** A gateway that listens, with the Odoo of this run alone: the recording's, or that of `ODOO_URL`. */
import { issueToken } from '../../src/auth/issue.ts';
import { createStandInOdoo } from '../../src/demo/odoo/stand-in.ts';
import { createHealth } from '../../src/http/health.ts';
import { listen } from '../../src/http/listen.ts';
import { createLog } from '../../src/log.ts';
import { createOdooClient } from '../../src/odoo/client.ts';
import { packagePaths } from '../../src/paths.ts';
import { createServer } from '../../src/server.ts';

/** Where it is, and the headers of a client that may ask. */
export interface ListeningGateway extends AsyncDisposable {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

const JWT_SECRET = 'a secret that only these clients know';

/** Starts it on a free port. */
export async function startGateway(): Promise<ListeningGateway> {
  const { ODOO_URL, ODOO_DB = null, ODOO_API_KEY = '' } = process.env;
  const standIn = ODOO_URL ? null : await createStandInOdoo().listen();
  const { url, apiKey } = standIn ?? { url: ODOO_URL as string, apiKey: ODOO_API_KEY };
  const odoo = createOdooClient({
    url,
    apiKey,
    database: standIn ? null : ODOO_DB,
    timeoutMs: 5_000,
    maxConcurrency: 4,
  });
  const signing = { jwtSecret: JWT_SECRET, issuer: null, audience: 'authenticated' };
  const log = createLog('silent');
  const sources = { odoo, postgres: null };
  const config = { stage: 'production', auth: { ...signing, jwksUrl: null } } as const;
  const server = await createServer({ config, sources, log, paths: packagePaths() });
  const health = createHealth(sources);
  const http = await listen({ server, health, pages: null, log, files: null }, { host: '127.0.0.1', port: 0 });
  const token = await issueToken({ service: true }, { ...signing, lifetimeSeconds: 600 });
  return {
    url: `${http.url}/graphql`,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    [Symbol.asyncDispose]: async () => {
      await http.close();
      await server.stop();
      await standIn?.close();
    },
  };
}

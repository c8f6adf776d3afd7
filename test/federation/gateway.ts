/** The gateway as a subgraph that listens, on the embedded demo systems, with each request and each call upstream noted. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { issueToken, type TokenFor } from '../../src/auth/issue.ts';
import { openEmbeddedSources } from '../../src/demo/embedded.ts';
import { createHealth } from '../../src/http/health.ts';
import { listen } from '../../src/http/listen.ts';
import { createLog } from '../../src/log.ts';
import { packagePaths } from '../../src/paths.ts';
import { createServer } from '../../src/server.ts';

/** Where it is, and what it was asked. */
export interface Subgraph extends AsyncDisposable {
  readonly url: string;
  readonly tokenOf: (subject: TokenFor) => Promise<string>;
  /** Operations and calls upstream since it was last emptied, e.g. `odoo: res.partner web_search_read`. */
  readonly asked: string[];
}

const JWT_SECRET = 'a secret that only this router test knows';

/** Starts it on a free port. */
export async function startTripoint(): Promise<Subgraph> {
  const folder = await mkdtemp(join(tmpdir(), 'tripoint-federation-'));
  const paths = packagePaths();
  const opened = await openEmbeddedSources(join(folder, 'database'), paths);
  const signing = { jwtSecret: JWT_SECRET, issuer: null, audience: 'authenticated' };
  const log = createLog('silent');
  const asked: string[] = [];
  const server = await createServer({
    config: { stage: 'production', auth: { ...signing, jwksUrl: null }, federation: true, introspection: 'signed-in' },
    sources: opened.sources,
    ...{ log, paths },
    observe: ({ calls }) => void asked.push('operation', ...calls.map(({ surface, what }) => `${surface}: ${what}`)),
  });
  const health = createHealth(opened.sources);
  const http = await listen({ server, health, pages: null, log }, { host: '127.0.0.1', port: 0 });
  return {
    url: `${http.url}/graphql`,
    tokenOf: (subject) => issueToken(subject, { ...signing, lifetimeSeconds: 600 }),
    asked,
    [Symbol.asyncDispose]: async () => {
      await http.close();
      await server.stop();
      await opened.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

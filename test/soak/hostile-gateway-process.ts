/** The gateway of the soak `hostile`, in a process of its own: it tells what the process took. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import process from 'node:process';
import { createHealth } from '../../src/http/health.ts';
import { listen } from '../../src/http/listen.ts';
import { createLog } from '../../src/log.ts';
import { createOdooClient } from '../../src/odoo/client.ts';
import { packagePaths } from '../../src/paths.ts';
import { createPostgresPool } from '../../src/postgres/pool.ts';
import { createServer } from '../../src/server.ts';
import type { Embedder } from '../../src/work/search/embedder.ts';
import { vectorAt } from '../support/search-chunks.ts';
import { JWT_SECRET, stackOdoo } from '../support/stack.ts';
import { EMBEDDING_MODEL } from './hostile-world.ts';

/** What it is told to serve. */
export interface Serving {
  readonly loginUrl: string;
}

/** What the process took since it was asked last. */
export interface Taken {
  readonly cpuMs: number;
  /** Milliseconds that the event loop was late, at the 99th percentile and at most. */
  readonly lateP99Ms: number;
  readonly lateMaxMs: number;
  readonly breaker: string;
}

/** Milliseconds that the embedding endpoint takes for one question, one after the other. */
const EMBEDDING_MS = 30;
const MS = 1e6;

process.once('message', async ({ loginUrl }: Serving) => {
  const auth = { jwtSecret: JWT_SECRET, jwksUrl: null, issuer: null, audience: 'authenticated' };
  const log = createLog('silent', () => {});
  const postgres = createPostgresPool({ databaseUrl: loginUrl, poolSize: 10 }, log);
  // As many as the stack's Odoo has workers, as docs/operations.md says.
  const odoo = createOdooClient({ ...stackOdoo(), timeoutMs: 10_000, maxConcurrency: 2 });
  const sources = { odoo, postgres };
  const server = await createServer({
    config: { stage: 'production', auth },
    ...{ sources, log, paths: packagePaths(), search: { embedder: createEndpoint(), answerer: null } },
  });
  const http = await listen(
    { server, health: createHealth(sources), pages: null, log },
    { host: '127.0.0.1', port: 0 },
  );
  const late = monitorEventLoopDelay({ resolution: 5 });
  late.enable();
  let before = process.cpuUsage();
  process.on('message', () => {
    const { user, system } = process.cpuUsage(before);
    before = process.cpuUsage();
    process.send?.({
      cpuMs: (user + system) / 1_000,
      lateP99Ms: late.percentile(99) / MS,
      lateMaxMs: late.max / MS,
      breaker: odoo.status().breaker,
    } satisfies Taken);
    late.reset();
  });
  process.send?.(http.url);
});

/** An endpoint that answers one question after the other, whether somebody still waits or not. */
function createEndpoint(): Embedder {
  let last: Promise<unknown> = Promise.resolve();
  return {
    model: EMBEDDING_MODEL,
    isLexical: false,
    embed: (texts) => {
      const answer = last.then(async () => {
        await new Promise((resolve) => setTimeout(resolve, EMBEDDING_MS * texts.length));
        return texts.map((text) => vectorAt(text.length));
      });
      last = answer;
      return answer;
    },
  };
}

/** A gateway under test behind its real HTTP server. */
import { createHealth } from '../../src/http/health.ts';
import { type HttpServing, listen } from '../../src/http/listen.ts';
import { createLog } from '../../src/log.ts';
import type { TestGateway } from './gateway.ts';

/** Serves the gateway on a free port until it is disposed. */
export async function serve(
  gateway: TestGateway,
  given: Partial<
    Pick<
      HttpServing,
      | 'live'
      | 'log'
      | 'health'
      | 'mcp'
      | 'files'
      | 'metrics'
      | 'drainMs'
      | 'noticeMs'
      | 'maxRequestBytes'
      | 'trustedProxies'
      | 'allowedOrigins'
      | 'maxMessages'
      | 'pages'
    >
  > = {},
): Promise<{ url: string } & AsyncDisposable> {
  const { server, sources } = gateway;
  const serving = { server, health: createHealth(sources), pages: null, log: createLog('silent'), ...given };
  const http = await listen(serving, { host: '127.0.0.1', port: 0 });
  return { url: http.url, [Symbol.asyncDispose]: () => http.close() };
}

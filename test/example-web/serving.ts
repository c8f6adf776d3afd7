/** What stands around the example: a gateway as `tripoint start` starts it, and a web server of the built pages. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { runCommand } from '../../src/cli/run.ts';

/** Something that listens. */
export interface Served extends AsyncDisposable {
  readonly url: string;
}

/** A gateway, and a token of its service viewer. */
export interface StartedGateway extends Served {
  readonly serviceToken: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** Serves a folder that may not be there yet, by the name `localhost`: the gateway is asked by its address. */
export async function serveFolder(folder: string): Promise<Served> {
  const server = createServer(({ url = '/' }, response) => {
    const path = normalize(decodeURIComponent(new URL(url, 'http://localhost').pathname));
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    if (!existsSync(file)) return response.writeHead(404).end();
    response
      .writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
      .end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The embedded gateway, in this process and with a folder of its own. */
export async function startGateway(env: Readonly<Record<string, string>>): Promise<StartedGateway> {
  const cwd = mkdtempSync(join(tmpdir(), 'tripoint-example-'));
  const stopping = new AbortController();
  const untilStopped = () =>
    new Promise<void>((resolve) => stopping.signal.addEventListener('abort', () => resolve(), { once: true }));
  let ended: Promise<unknown> = Promise.resolve();
  const url = await new Promise<string>((resolve, reject) => {
    const print = (line: string) => {
      const [, printed] = /GraphQL (\S+)\/graphql/.exec(line) ?? [];
      if (printed) resolve(printed);
    };
    const io = { env: { PORT: '0', LOG_LEVEL: 'warn', ...env }, cwd, print, untilStopped };
    ended = runCommand(['start'], io, (line) => reject(new Error(line)));
  });
  const tokens: string[] = [];
  const io = { env, cwd, print: (line: string) => void tokens.push(line), untilStopped };
  await runCommand(['token', '--service'], io, () => {});
  return {
    url,
    serviceToken: tokens.join(''),
    [Symbol.asyncDispose]: async () => {
      stopping.abort();
      await ended;
      rmSync(cwd, { recursive: true, force: true });
    },
  };
}

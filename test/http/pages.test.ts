/** How built pages are served: which at which path, under which policy, and their assets compressed and kept for good. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, get, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as readText } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPages, type PagesOptions } from '../../src/http/pages.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tripoint-built-'));
  mkdirSync(join(folder, 'assets'));
  for (const page of ['index', 'graphiql'])
    writeFileSync(
      join(folder, `${page}.html`),
      `<title>${page}</title><script id="start" type="application/json">{"start":null}</script>`,
    );
  for (const suffix of ['', '.br', '.gz']) writeFileSync(join(folder, 'assets', `main-1.js${suffix}`), `main${suffix}`);
  writeFileSync(join(folder, 'secret.js'), 'not an asset');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the pages', () => {
  it.each([
    [
      { console: true, graphiql: true },
      { '/': 'index', '/graphiql': 'graphiql', '/graphiql/': 'graphiql' },
    ],
    [
      { console: true, graphiql: false },
      { '/': 'index', '/graphiql': null },
    ],
    [
      { console: false, graphiql: true },
      { '/': 'graphiql', '/graphiql': 'graphiql' },
    ],
    [
      { console: false, graphiql: false },
      { '/': null, '/graphiql': null, '/console/assets/main-1.js': null },
    ],
  ])('are those that are on: %o', async (on, expected) => {
    await using served = await servePages(on);
    for (const [path, title] of Object.entries(expected)) {
      const response = await fetch(served.url + path);
      expect([path, response.status]).toEqual([path, title === null ? 404 : 200]);
      if (title !== null) expect(await response.text()).toContain(`<title>${title}</title>`);
    }
  });

  it('allow nothing that is not theirs, nothing inline in the console, and the auth server where there is one', async () => {
    const signIn = { url: 'https://project.supabase.co/auth/v1', key: 'publishable' };
    await using served = await servePages({ signIn });
    const policyOf = async (path: string) =>
      (await fetch(served.url + path)).headers.get('content-security-policy')?.split('; ') ?? [];
    const console = await policyOf('/');
    expect(console).toContain("default-src 'none'");
    expect(console).toContain("frame-ancestors 'none'");
    expect(console.join(' ')).not.toMatch(/unsafe|\*/);
    expect(console).toContain("connect-src 'self' https://project.supabase.co");
    const graphiql = await policyOf('/graphiql');
    expect(graphiql).toContain("script-src 'self'");
    expect(graphiql).toContain("connect-src 'self' https://project.supabase.co");
  });

  it('are told their start as data that no text can break out of', async () => {
    const name = '</script><script>alert(1)</script>$&';
    await using served = await servePages({ tokens: async () => [{ name, token: 'jwt' }] });
    const text = await (await fetch(served.url)).text();
    const start = /type="application\/json">(.*?)<\/script>/s.exec(text)?.[1] ?? '';
    expect(JSON.parse(start)).toMatchObject({ tokens: [{ name, token: 'jwt' }], signIn: null, console: true });
    expect(text.match(/<script/g)).toHaveLength(1);
  });

  it('say that they are not built where they are not', async () => {
    await using served = await servePages({ folder: join(folder, 'nothing') });
    const response = await fetch(served.url);
    expect([response.status, await response.text()]).toEqual([503, 'The pages are not built: npm run build:console\n']);
    expect((await fetch(`${served.url}/console/assets/main-1.js`)).status).toBe(404);
  });
});

describe('an asset', () => {
  it.each([
    ['br, gzip', 'br', 'main.br'],
    ['gzip, deflate', 'gzip', 'main.gz'],
    ['gzip, br;q=0', 'gzip', 'main.gz'],
    ['identity', null, 'main'],
  ])('is sent to who accepts %s as %s', async (accepted, encoding, body) => {
    await using served = await servePages({});
    // By hand: `fetch` would open what it is sent.
    const { headers, text } = await getRaw(`${served.url}/console/assets/main-1.js`, accepted);
    expect([headers['content-encoding'] ?? null, text]).toEqual([encoding, body]);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers.vary).toBe('accept-encoding');
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  it.each(['../secret.js', '..%2fsecret.js', 'main-1.js.br', 'toString', '', '.'])('is none of `%s`', async (name) => {
    await using served = await servePages({});
    expect((await getRaw(`${served.url}/console/assets/${name}`, 'identity')).status).toBe(404);
  });
});

async function servePages(given: Partial<PagesOptions>) {
  const standard = { console: true, graphiql: true, signIn: null, folder, tokens: async () => [] };
  const pages = createPages({ ...standard, ...given });
  const server = createServer(async (request, response) => {
    if (!(await pages?.(request.url ?? '/', request, response))) response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** As it is on the wire, and by the path as it is written. */
function getRaw(url: string, accepted: string) {
  const { hostname, port } = new URL(url);
  const path = url.slice(url.indexOf('/', 'http://'.length));
  const headers = { 'accept-encoding': accepted };
  return new Promise<{ status: number | undefined; headers: IncomingHttpHeaders; text: string }>((resolve, reject) => {
    get({ hostname, port, path, headers }, (response) => {
      readText(response).then(
        (text) => resolve({ status: response.statusCode, headers: response.headers, text }),
        reject,
      );
    }).on('error', reject);
  });
}

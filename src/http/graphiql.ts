/** GraphiQL at `/graphiql`, with its assets from our own dependencies: nothing comes from a CDN. */
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { CONTENT_SECURITY_POLICY, type DemoToken, renderPage, START_SCRIPT } from './graphiql-page.ts';
import { isFromHere } from './loopback.ts';
import { sendBytes } from './send.ts';

/** Answers a path of GraphiQL's; false for every other path. */
export type ServeGraphiql = (path: string, request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

interface Asset {
  readonly package: string;
  readonly file: string;
  readonly type: string;
}

const JAVASCRIPT = 'text/javascript; charset=utf-8';

const ASSETS: Readonly<Record<string, Asset>> = {
  '/graphiql/react.js': { package: 'react', file: 'umd/react.production.min.js', type: JAVASCRIPT },
  '/graphiql/react-dom.js': { package: 'react-dom', file: 'umd/react-dom.production.min.js', type: JAVASCRIPT },
  '/graphiql/graphiql.js': { package: 'graphiql', file: 'graphiql.min.js', type: JAVASCRIPT },
  '/graphiql/graphiql.css': { package: 'graphiql', file: 'graphiql.min.css', type: 'text/css; charset=utf-8' },
};

/** @param tokens Makes the tokens to choose from, anew for each page that this machine itself asks for; no other has any. */
export function createGraphiql(tokens: () => Promise<readonly DemoToken[]>): ServeGraphiql {
  return async (path, request, response) => {
    if (path === '/graphiql' || path === '/graphiql/' || path === '/') {
      sendPage(response, renderPage(isFromHere(request) ? await tokens() : []));
      return true;
    }
    if (path === '/graphiql/start.js') {
      sendBytes(response, 200, { 'content-type': JAVASCRIPT, 'cache-control': 'no-cache' }, START_SCRIPT);
      return true;
    }
    const asset = Object.hasOwn(ASSETS, path) ? ASSETS[path] : undefined;
    if (!asset) return false;
    const headers = { 'content-type': asset.type, 'cache-control': 'public, max-age=3600' };
    sendBytes(response, 200, headers, await readFile(assetPath(asset)));
    return true;
  };
}

function sendPage(response: ServerResponse, page: string): void {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': CONTENT_SECURITY_POLICY,
    'referrer-policy': 'no-referrer',
  };
  sendBytes(response, 200, headers, page);
}

/** The packages export only their entry, so their folder is found by it. */
function assetPath(asset: Asset): string {
  const entry = createRequire(import.meta.url).resolve(asset.package);
  const folder = join('node_modules', asset.package);
  return join(entry.slice(0, entry.lastIndexOf(folder)), folder, asset.file);
}

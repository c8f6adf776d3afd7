/** GraphiQL at `/graphiql`, with its assets from our own dependencies: nothing comes from a CDN. */
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { sendBytes } from './send.ts';

/** A token to choose in GraphiQL, in development. */
export interface DemoToken {
  readonly name: string;
  readonly token: string;
}

/** Answers a path of GraphiQL's; false for every other path. */
export type ServeGraphiql = (path: string, response: ServerResponse) => Promise<boolean>;

interface Asset {
  readonly package: string;
  readonly file: string;
  readonly type: string;
}

const ASSETS: Readonly<Record<string, Asset>> = {
  '/graphiql/react.js': { package: 'react', file: 'umd/react.production.min.js', type: 'text/javascript' },
  '/graphiql/react-dom.js': { package: 'react-dom', file: 'umd/react-dom.production.min.js', type: 'text/javascript' },
  '/graphiql/graphiql.js': { package: 'graphiql', file: 'graphiql.min.js', type: 'text/javascript' },
  '/graphiql/graphiql.css': { package: 'graphiql', file: 'graphiql.min.css', type: 'text/css' },
};

/** @param tokens Makes the tokens to choose from, anew for each page; none outside development. */
export function createGraphiql(tokens: () => Promise<readonly DemoToken[]>): ServeGraphiql {
  return async (path, response) => {
    if (path === '/graphiql' || path === '/graphiql/' || path === '/') {
      sendBytes(
        response,
        200,
        { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
        renderPage(await tokens()),
      );
      return true;
    }
    const asset = ASSETS[path];
    if (!asset) return false;
    const headers = { 'content-type': `${asset.type}; charset=utf-8`, 'cache-control': 'public, max-age=3600' };
    sendBytes(response, 200, headers, await readFile(assetPath(asset)));
    return true;
  };
}

/** The packages export only their entry, so their folder is found by it. */
function assetPath(asset: Asset): string {
  const entry = createRequire(import.meta.url).resolve(asset.package);
  const folder = join('node_modules', asset.package);
  return join(entry.slice(0, entry.lastIndexOf(folder)), folder, asset.file);
}

const FIRST_QUERY = `# One query over three systems: invoices from Odoo, pages from the workspace,
# and each page's partner read live from Odoo.
query Overview {
  viewer { kind id agent }
  moves(first: 3, filter: { moveType: { eq: OUT_INVOICE } }, orderBy: [{ field: INVOICE_DATE, direction: DESC }]) {
    nodes { name invoiceDate amountTotal currency { name } partner { name } }
  }
  runs(first: 3) { nodes { agent status createdAt } }
  spaces(first: 3) { nodes { name pages(first: 5) { nodes { title partner { name } } } } }
}
`;

function renderPage(tokens: readonly DemoToken[]): string {
  // `<` is escaped so that no text can end the script element.
  const embedded = JSON.stringify({ tokens, query: FIRST_QUERY }).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tripoint</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/graphiql/graphiql.css">
<style>
  body { margin: 0; display: flex; flex-direction: column; height: 100vh; font-family: system-ui, sans-serif; }
  header { display: flex; gap: 0.75rem; align-items: center; padding: 0.5rem 1rem; border-bottom: 1px solid #d4d4dc; font-size: 0.9rem; }
  header strong { margin-right: auto; }
  select { font: inherit; padding: 0.2rem 0.4rem; }
  #graphiql { flex: 1; min-height: 0; }
</style>
</head>
<body>
<header><strong>Tripoint</strong><label for="viewer">Ask as</label><select id="viewer"></select></header>
<div id="graphiql">Loading…</div>
<script>const TRIPOINT = ${embedded};</script>
<script src="/graphiql/react.js"></script>
<script src="/graphiql/react-dom.js"></script>
<script src="/graphiql/graphiql.js"></script>
<script>
  const viewer = document.getElementById('viewer');
  for (const { name, token } of [...TRIPOINT.tokens, { name: 'anonymous', token: '' }]) viewer.add(new Option(name, token));
  const fetcher = async (params, options) => {
    const headers = { 'content-type': 'application/json', ...(options && options.headers) };
    if (viewer.value && !headers.Authorization && !headers.authorization) headers.authorization = 'Bearer ' + viewer.value;
    const response = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify(params) });
    return response.json();
  };
  ReactDOM.createRoot(document.getElementById('graphiql')).render(
    React.createElement(GraphiQL, { fetcher, defaultQuery: TRIPOINT.query, shouldPersistHeaders: false }),
  );
</script>
</body>
</html>
`;
}

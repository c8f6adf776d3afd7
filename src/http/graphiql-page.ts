/** The page that GraphiQL lives in, and the script that starts it; both run under a policy that allows nothing foreign. */

import { EXPLORER_HEADER } from '../operations/trust.ts';

/** A token to choose in GraphiQL, in development. */
export interface DemoToken {
  readonly name: string;
  readonly token: string;
}

/**
 * What the page may load and where it may send: this gateway, and nothing else.
 *
 * Styles are `unsafe-inline` because GraphiQL's dialogs add style elements; scripts are not.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const FIRST_QUERY = `# Invoices from Odoo, runs from the ledger, pages from
# the workspace with their partners read live from Odoo.
# "as", top right: ana may not read runs, service may.
query Overview {
  viewer { kind id agent }
  moves(
    first: 3
    filter: { moveType: { eq: OUT_INVOICE } }
    orderBy: [{ field: INVOICE_DATE, direction: DESC }]
  ) {
    nodes {
      name
      invoiceDate
      amountTotal
      currency { name }
      partner { name }
    }
  }
  runs(first: 3) {
    nodes { agent status createdAt }
  }
  spaces(first: 3) {
    nodes {
      name
      pages(first: 5) {
        nodes { title partner { name } }
      }
    }
  }
}
`;

/** @param tokens To choose from; without any, the page asks for an `Authorization` header. */
export function renderPage(tokens: readonly DemoToken[]): string {
  // `<` is escaped so that no text can end the script element.
  const start = JSON.stringify({ tokens, query: FIRST_QUERY }).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tripoint</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/graphiql/graphiql.css">
<style>
  body { margin: 0; height: 100vh; font-family: system-ui, sans-serif; }
  #graphiql { height: 100%; }
  .ask { display: flex; gap: 0.6rem; align-items: center; font-size: 0.9rem; white-space: nowrap; }
  .ask label { display: flex; gap: 0.4rem; align-items: center; }
  .ask select { font: inherit; color: inherit; padding: 0.2rem 0.4rem; border-radius: 4px;
    border: 1px solid hsla(var(--color-neutral), 0.3); background: hsl(var(--color-base)); }
</style>
</head>
<body>
<div id="graphiql">Loading…</div>
<script id="start" type="application/json">${start}</script>
<script src="/graphiql/react.js"></script>
<script src="/graphiql/react-dom.js"></script>
<script src="/graphiql/graphiql.js"></script>
<script src="/graphiql/start.js"></script>
</body>
</html>
`;
}

/** Runs in the browser: the viewer's choice stands where GraphiQL shows its logo. */
export const START_SCRIPT = `const { tokens, query } = JSON.parse(document.getElementById('start').textContent);
const element = React.createElement;
let token = tokens.length > 0 ? tokens[0].token : '';

async function fetcher(params, options) {
  const accept = 'application/json, text/event-stream';
  const own = { accept, 'content-type': 'application/json', '${EXPLORER_HEADER}': '1' };
  const headers = { ...own, ...(options && options.headers) };
  const isGiven = Object.keys(headers).some((name) => name.toLowerCase() === 'authorization');
  if (token && !isGiven) headers.authorization = 'Bearer ' + token;
  const stop = new AbortController();
  const request = { method: 'POST', headers, body: JSON.stringify(params), signal: stop.signal };
  const response = await fetch('/graphql', request);
  const isStream = (response.headers.get('content-type') || '').startsWith('text/event-stream');
  return isStream ? readResults(response.body, stop) : response.json();
}

// GraphiQL's "stop" calls return, which a generator would keep waiting for the next result.
function readResults(body, stop) {
  const results = parseEvents(body);
  return {
    next: () => results.next().catch((error) => (stop.signal.aborted ? { done: true } : Promise.reject(error))),
    return: async () => {
      stop.abort();
      return { done: true };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

async function* parseEvents(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const events = (text + value).split('\\n\\n');
    text = events.pop();
    for (const event of events)
      if (event.startsWith('event: next')) yield JSON.parse(event.slice(event.indexOf('data: ') + 6));
  }
}

function Ask() {
  const [chosen, choose] = React.useState(token);
  if (tokens.length === 0) return element('div', { className: 'ask' }, 'Tripoint: set Authorization under Headers');
  const options = [...tokens, { name: 'anonymous', token: '' }];
  const change = (event) => {
    token = event.target.value;
    choose(token);
  };
  return element('div', { className: 'ask' },
    element('strong', null, 'Tripoint'),
    element('label', null, 'as ',
      element('select', { id: 'viewer', value: chosen, onChange: change },
        options.map((option) => element('option', { key: option.name, value: option.token }, option.name)))));
}

ReactDOM.createRoot(document.getElementById('graphiql')).render(
  element(GraphiQL, { fetcher, defaultQuery: query, shouldPersistHeaders: false },
    element(GraphiQL.Logo, null, element(Ask))),
);
`;

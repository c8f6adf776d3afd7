/** A trusted document is asked by its id at every door, as each client says it; and who may ask nothing else. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedId } from '../../src/demo/seed/seed.ts';
import { createMetrics } from '../../src/http/metrics.ts';
import { loadManifest, type TrustedOperation } from '../../src/operations/manifest.ts';
import { packagePaths } from '../../src/paths.ts';
import { createTestGateway, type TestGateway, testToken } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';
import { createLedger } from '../support/live.ts';
import { openSocket } from '../support/socket.ts';

const { operations } = loadManifest(packagePaths());
const named = (name: string) => operations.find((one) => one.name === name) as TrustedOperation;
const idOf = (name: string) => named(name).ids[0] as string;

const metrics = createMetrics();
let gateway: TestGateway;
let http: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  gateway = await createTestGateway({
    trustedDocuments: { agents: 'enforce', service: 'log' },
    observeDocument: metrics.document,
    pollMs: 60_000,
  });
  http = await serve(gateway);
});

afterAll(async () => {
  await http[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
});

interface Answer {
  readonly status: number;
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; extensions: Record<string, unknown> }[];
}

const bearer = async (as: string) => ({ authorization: `Bearer ${await testToken(as)}` });

async function post(body: unknown, as = 'ana', headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${http.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(await bearer(as)), ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, ...((await response.json()) as object) };
}

async function get(search: Record<string, string>, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${http.url}/graphql?${new URLSearchParams(search)}`, { headers });
  return { status: response.status, ...((await response.json()) as object) };
}

const VARIABLES = { spaceId: seedId('space', 'finance') };

describe('an id in place of a text', () => {
  const forms: [string, (id: string) => object][] = [
    ['documentId', (id) => ({ documentId: id })],
    ['documentId with its prefix', (id) => ({ documentId: `sha256:${id}` })],
    ["Apollo's persistedQuery", (id) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: id } } })],
    ["Relay's doc_id", (id) => ({ doc_id: id })],
    ['an empty text beside it', (id) => ({ query: '', documentId: id })],
  ];

  it.each(forms)('is answered as the text is: %s', async (_what, form) => {
    const { document, ids } = named('Sidebar');
    const sent = await post({ query: document, variables: VARIABLES });
    expect(sent).toMatchObject({ status: 200, data: { pageTree: { isComplete: true } } });
    expect(await post({ ...form(ids[0] as string), variables: VARIABLES })).toEqual(sent);
    // It was seen before, and goes the short way.
    expect(await post({ ...form(ids[0] as string), variables: VARIABLES })).toEqual(sent);
  });

  it('is any of the ids of an operation, and answers what the text of that id asks for', async () => {
    const [plain, ...others] = named('Sidebar').ids;
    const bare = await post({ documentId: plain, variables: VARIABLES });
    for (const id of others) {
      const { status, data } = await post({ documentId: id, variables: VARIABLES });
      expect(status).toBe(200);
      expect(JSON.parse(JSON.stringify(data, (key, value) => (key === '__typename' ? undefined : value)))).toEqual(
        bare.data,
      );
    }
    const apollo = await post({ documentId: others.at(-1), variables: VARIABLES });
    expect(apollo).toMatchObject({
      data: {
        pageTree: {
          __typename: 'PageTree',
          nodes: expect.arrayContaining([expect.objectContaining({ __typename: 'PageTreeNode' })]),
        },
      },
    });
  });

  it('goes by GET for a query, with the header that a page of another site cannot set; a mutation does not', async () => {
    const search = { documentId: idOf('Sidebar'), variables: JSON.stringify(VARIABLES) };
    const asAna = await bearer('ana');
    const sent = await post({ query: named('Sidebar').document, variables: VARIABLES });
    expect(await get(search, asAna)).toEqual(sent);
    const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash: idOf('Sidebar') } });
    expect(await get({ extensions, variables: search.variables }, asAna)).toEqual(sent);
    expect(await get({ doc_id: idOf('Sidebar'), variables: search.variables }, asAna)).toEqual(sent);
    const preflight = { 'graphql-require-preflight': '1' };
    expect(await get({ documentId: idOf('Sidebar'), variables: search.variables }, preflight)).toMatchObject({
      data: { viewer: { kind: 'ANONYMOUS' } },
    });
    const unasked = await get({ documentId: idOf('Sidebar') });
    expect(unasked).toMatchObject({ status: 400, errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    const write = await get({ documentId: idOf('CreatePage'), variables: '{"input":{"title":"x"}}' }, asAna);
    expect(write).toMatchObject({
      status: 405,
      errors: [{ message: expect.stringContaining('GET requests only support query operations') }],
    });
  });

  it.each([
    ['documentId', (id: string) => ({ documentId: id })],
    ['doc_id', (id: string) => ({ doc_id: id })],
    ['persistedQuery', (id: string) => ({ extensions: { persistedQuery: { version: 1, sha256Hash: id } } })],
  ])('goes over a WebSocket, for queries and subscriptions: %s', async (_what, form) => {
    const socket = await openSocket(http.url);
    socket.send({ type: 'connection_init', payload: await bearer('service') });
    await socket.next();
    // Without a text at all, which the protocol's library asks for.
    socket.send({
      type: 'subscribe',
      id: '1',
      payload: { ...form(idOf('Runs')), variables: { statuses: ['FAILED'] } },
    });
    expect(await socket.next()).toMatchObject({ type: 'next', id: '1', payload: { data: { runs: { nodes: [{}] } } } });
    expect(await socket.next()).toMatchObject({ type: 'complete' });
    // Whatever its variables are called.
    const mistaken = { ...form(idOf('Runs')), variables: { statuses: ['FAILED'], query: 'x' } };
    socket.send({ type: 'subscribe', id: '4', payload: mistaken });
    expect(await socket.next()).toMatchObject({ type: 'next', id: '4' });
    await socket.next();
    const variables = { spaceId: seedId('space', 'finance'), after: 'none' };
    socket.send({ type: 'subscribe', id: '2', payload: { ...form(idOf('PageChanged')), variables } });
    // It was understood: what is wrong is its cursor.
    expect(await socket.next()).toMatchObject({ type: 'error', payload: [{ path: ['pageChanged'] }] });
    socket.send({ type: 'subscribe', id: '3', payload: form('nothing') });
    expect(await socket.next()).toMatchObject({
      type: 'error',
      payload: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    });
    socket.close();
  });

  it('goes over an event stream, by POST and by GET', async () => {
    const run = await createLedger(gateway).enqueue();
    const accept = { accept: 'text/event-stream', ...(await bearer('service')) };
    const read = async (response: Response) =>
      (await response.text()).split('\n').filter((line) => line.startsWith('data: '));
    const body = JSON.stringify({ documentId: idOf('RunDetail'), variables: { id: run } });
    const headers = { ...accept, 'content-type': 'application/json' };
    const posted = await read(await fetch(`${http.url}/graphql`, { method: 'POST', headers, body }));
    expect(posted[0]).toContain('"status":"QUEUED"');
    const search = new URLSearchParams({ documentId: idOf('RunDetail'), variables: JSON.stringify({ id: run }) });
    expect(await read(await fetch(`${http.url}/graphql?${search}`, { headers: accept }))).toEqual(posted);
    const changes = { documentId: idOf('PageChanged'), variables: { ...VARIABLES, after: 'none' } };
    const followed = await fetch(`${http.url}/graphql`, { method: 'POST', headers, body: JSON.stringify(changes) });
    expect((await read(followed))[0]).toContain('"path":["pageChanged"]');
  });
});

describe('an id that is of no use', () => {
  it('is told apart: unknown, of another text, no id at all, several operations', async () => {
    const refused = async (body: unknown) => {
      const { status, data, errors } = await post(body);
      expect(data).toBeUndefined();
      return `${status} ${errors?.[0]?.extensions.code} ${errors?.[0]?.message}`;
    };
    expect(await refused({ documentId: 'f'.repeat(64) })).toMatch(
      /^200 PERSISTED_QUERY_NOT_FOUND No trusted document has/,
    );
    expect(await refused({ doc_id: 'x'.repeat(500) })).toMatch(/^200 PERSISTED_QUERY_NOT_FOUND .{0,250}$/);
    expect(await refused({ documentId: idOf('Sidebar'), query: '{ viewer { kind } }' })).toMatch(
      /^400 BAD_USER_INPUT "documentId" and "query" are two different documents/,
    );
    expect(await refused({ documentId: idOf('Sidebar'), doc_id: idOf('Runs') })).toMatch(
      /^400 .*two different documents/,
    );
    expect(await refused({ documentId: 'f'.repeat(64), query: '{ viewer { kind } }' })).toMatch(
      /^400 BAD_USER_INPUT "documentId" is not the SHA-256/,
    );
    expect(await refused({ documentId: 7 })).toMatch(/^400 BAD_USER_INPUT The id of a document is a string/);
    expect(await refused({ extensions: { persistedQuery: { version: 2, sha256Hash: 'x' } } })).toMatch(/^400 /);
    expect(await refused([{ documentId: idOf('Sidebar') }])).toMatch(/^400 BAD_USER_INPUT A batch is not taken/);
  });

  it('answers automatic persisted queries as they expect: not found, then the text beside its hash, which is not kept', async () => {
    const query = '{ viewer { kind } }';
    const { sha256 } = await import('../../src/operations/ids.ts');
    const extensions = { persistedQuery: { version: 1, sha256Hash: sha256(query) } };
    const notFound = {
      status: 200,
      errors: [{ message: 'PersistedQueryNotFound', extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' } }],
    };
    expect(await post({ extensions })).toMatchObject(notFound);
    expect(await post({ query, extensions })).toMatchObject({ data: { viewer: { kind: 'USER' } } });
    expect(await post({ extensions })).toMatchObject(notFound);
  });

  it('is refused after the token: who has none that is good is told nothing of documents', async () => {
    const response = await fetch(`${http.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer nothing' },
      body: JSON.stringify({ documentId: 'x' }),
    });
    expect(response.status).toBe(401);
  });
});

describe('who is held to trusted documents', () => {
  const AGENT = 'agent:sync-odoo-agent';
  const OTHER = 'query Mine { runs(first: 1) { nodes { id } } }';
  const RUNS = { statuses: ['FAILED'] };

  it('asks them by id, or by their text however it is written', async () => {
    const { document } = named('Runs');
    const expected = await post({ documentId: idOf('Runs'), variables: RUNS }, AGENT);
    expect(expected).toMatchObject({ status: 200, data: { runs: { nodes: [{}] } } });
    for (const query of [document, document.replace(/\s+/g, ' ').replace(/^#.*?query/, 'query'), `# mine\n${document}`])
      expect(await post({ query, variables: RUNS }, AGENT)).toEqual(expected);
  });

  it('is refused anything else, before anything is asked upstream, and told what to do', async () => {
    const asked = gateway.calls.length;
    const { status, data, errors } = await post({ query: OTHER }, AGENT);
    expect({ status, data, calls: gateway.calls.slice(asked) }).toEqual({ status: 403, data: undefined, calls: [] });
    expect(errors?.[0]).toMatchObject({
      message: expect.stringMatching(/trusted documents alone from agents.*tripoint operations build/),
      extensions: { code: 'DOCUMENT_NOT_TRUSTED', documentId: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) },
    });
    // Also one that cannot be read, that was valid before, or that hides among trusted words.
    await post({ query: OTHER }, 'service');
    for (const query of [OTHER, '{', `${named('Runs').document} ${OTHER}`, '{ __schema { queryType { name } } }'])
      expect(await post({ query, operationName: 'Mine' }, AGENT)).toMatchObject({ status: 403 });
    expect(await post({ query: OTHER, documentId: idOf('Runs') }, AGENT)).toMatchObject({ status: 400 });
  });

  it('is refused at the other doors too', async () => {
    const agent = await bearer(AGENT);
    const refusal = { extensions: { code: 'DOCUMENT_NOT_TRUSTED' } };
    expect(await get({ query: OTHER }, agent)).toMatchObject({ status: 403, errors: [refusal] });
    const socket = await openSocket(http.url);
    socket.send({ type: 'connection_init', payload: agent });
    await socket.next();
    const follow = `subscription { runEvents(runId: "${seedId('run', 'sync-1')}") { seq } }`;
    for (const query of [OTHER, follow]) {
      socket.send({ type: 'subscribe', id: query, payload: { query } });
      expect(await socket.next()).toMatchObject({ type: 'error', payload: [refusal] });
    }
    socket.close();
    const response = await fetch(`${http.url}/graphql`, {
      method: 'POST',
      headers: { accept: 'text/event-stream', 'content-type': 'application/json', ...agent },
      body: JSON.stringify({ query: follow }),
    });
    expect(await response.text()).toContain('DOCUMENT_NOT_TRUSTED');
  });

  it('is not everybody: users are free here, and of the service it is logged once, without any value', async () => {
    expect(await post({ query: OTHER }, 'ana')).toMatchObject({ status: 200 });
    const said = () => gateway.logged.filter((line) => line.includes('no trusted document') && line.includes('Logged'));
    const query = 'query Logged($id: ID!) { run(id: $id) { id } page(id: "5ec2e7") { id } }';
    for (const id of [seedId('run', 'sync-1'), 'another'])
      expect(await post({ query, variables: { id } }, 'service')).toHaveProperty('data');
    const logged = said();
    expect(logged).toHaveLength(1);
    expect(JSON.parse(logged[0] as string)).toMatchObject({
      viewer: 'service',
      document: expect.stringContaining('Logged'),
    });
    expect(logged[0]).not.toMatch(/5ec2e7|another/);
    const before = gateway.logged.filter((line) => line.includes('no trusted document')).length;
    await post({ documentId: idOf('Runs'), variables: RUNS }, 'service');
    expect(gateway.logged.filter((line) => line.includes('no trusted document'))).toHaveLength(before);
  });

  it('is not GraphiQL in development, whatever it asks', async () => {
    await using free = await createTestGateway({
      beside: gateway,
      stage: 'development',
      trustedDocuments: { users: 'enforce' },
    });
    await using served = await serve(free);
    const ask = async (headers: Record<string, string>, url: string, query = '{ viewer { kind } }') => {
      const given = { 'content-type': 'application/json', ...(await bearer('ana')), ...headers };
      return fetch(`${url}/graphql`, { method: 'POST', headers: given, body: JSON.stringify({ query }) });
    };
    const graphiql = { 'tripoint-graphiql': '1' };
    expect((await ask({}, served.url)).status).toBe(403);
    expect((await ask(graphiql, served.url)).status).toBe(200);
    const follow = `subscription { pageChanged(spaceId: "${VARIABLES.spaceId}", after: "none") { cursor } }`;
    const stream = { ...graphiql, accept: 'text/event-stream' };
    expect(await (await ask(stream, served.url, follow)).text()).toContain('BAD_USER_INPUT');
    // In production its word is not believed.
    const agent = { ...graphiql, ...(await bearer(AGENT)) };
    expect((await ask(agent, http.url)).status).toBe(403);
  });

  it('is counted, by kind of viewer and outcome', async () => {
    const { text } = await metrics.page();
    const counted = (labels: string) =>
      Number(new RegExp(`tripoint_documents_total\\{${labels}\\} (\\d+)`).exec(text)?.[1]);
    expect(counted('viewer="agents",outcome="refused"')).toBeGreaterThan(5);
    expect(counted('viewer="agents",outcome="trusted"')).toBeGreaterThan(2);
    expect(counted('viewer="service",outcome="untrusted"')).toBeGreaterThan(1);
    expect(counted('viewer="users",outcome="unknown"')).toBeGreaterThan(2);
  });
});

/** A document that is known goes a shorter way: whoever asks sees no difference, in no header and no byte. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadManifest, type TrustedOperation } from '../../src/operations/manifest.ts';
import { packagePaths } from '../../src/paths.ts';
import type { ObserveOperation, OperationEnd } from '../../src/report.ts';
import { createTestGateway, type TestGateway, testToken } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';

interface Served {
  readonly gateway: TestGateway;
  readonly url: string;
  /** Ends of operations that the metrics are told of. */
  ends: OperationEnd[];
}

let long: Served;
let short: Served;
const stack = new AsyncDisposableStack();

beforeAll(async () => {
  const start = async (ways: 'both' | 'long', beside?: TestGateway): Promise<Served> => {
    const ends: Served['ends'] = [];
    const observe: ObserveOperation = ({ calls, codes, exceeded }) => void ends.push({ calls, codes, exceeded });
    const gateway = stack.use(await createTestGateway({ ways, observe, ...(beside && { beside }) }));
    return { gateway, url: stack.use(await serve(gateway)).url, ends };
  };
  long = await start('long');
  short = await start('both', long.gateway);
});

afterAll(() => stack.disposeAsync());

const JSON_TYPE = { 'content-type': 'application/json' };

/** All that a client sees, and what was asked upstream for it. */
async function ask({ url, ends }: Served, init: RequestInit) {
  ends.splice(0);
  const before = long.gateway.calls.length;
  const response = await fetch(`${url}/graphql`, init);
  const text = await response.text();
  const headers = Object.fromEntries(
    [...response.headers].filter(([name]) => name !== 'date' && name !== 'x-request-id'),
  );
  const calls = long.gateway.calls.slice(before);
  const told = ends.map(({ calls: made, ...rest }) => ({
    // Root fields are asked at one time, and end in any order.
    calls: made.map(({ what, outcome }) => `${what} ${outcome}`).sort(),
    ...rest,
  }));
  return {
    status: response.status,
    headers,
    text: text.replaceAll(/Internal error \S+|"errorId":"[^"]+"/g, ''),
    calls,
    told,
  };
}

const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { ...JSON_TYPE, ...headers },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

const SWITCHER = loadManifest(packagePaths()).operations.find(
  ({ name }) => name === 'QuickSwitcher',
) as TrustedOperation;
const PAGE = 'query Page($id: ID!) { page(id: $id) { id title } }';
const TWO = 'query A { __typename } query B { viewer { kind } }';
const GONE = 'a0a00000-0000-4000-8000-00000000dead';

const REQUESTS: readonly (readonly [string, unknown, Record<string, string>?])[] = [
  ['{ __typename }', { query: '{ __typename }' }],
  [
    'nulls in the places of what is optional',
    { query: '{ __typename }', operationName: null, variables: null, extensions: null },
  ],
  ['an empty operation name', { query: '{ __typename }', operationName: '' }],
  ['an operation by its name', { query: TWO, operationName: 'B' }],
  ['another of the same document', { query: TWO, operationName: 'A' }],
  ['an operation that there is not', { query: TWO, operationName: 'C' }],
  ['no name where there are two operations', { query: TWO }],
  ['an operation name that is a number', { query: TWO, operationName: 1 }],
  ['members beside', { query: '{ __typename }', id: 7, __proto__: { x: 1 } }],
  ['variables', { query: PAGE, variables: { id: GONE } }],
  ['more variables than there are', { query: PAGE, variables: { id: GONE, more: [1] } }],
  ['a variable that is no id of ours', { query: PAGE, variables: { id: 'x' } }],
  ['a variable of another type', { query: PAGE, variables: { id: { a: 1 } } }],
  ['a variable that is absent', { query: PAGE }],
  ['variables that are a list', { query: PAGE, variables: [] }],
  ['variables that are text', { query: PAGE, variables: '{}' }],
  ['extensions', { query: '{ __typename }', extensions: { a: 1 } }],
  ['extensions that are text', { query: '{ __typename }', extensions: 'x' }],
  ['a persisted query', { query: '{ __typename }', extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } }],
  ['a trusted document by its id', { documentId: SWITCHER.ids[0], variables: { typed: 'clsing' } }],
  [
    'one by the id of Apollo Client',
    { extensions: { persistedQuery: { version: 1, sha256Hash: SWITCHER.ids.at(-1) } } },
  ],
  ['an id of no document', { documentId: 'x' }],
  ['an id of another document', { documentId: SWITCHER.ids[0], query: '{ __typename }' }],
  ['a list of requests', [{ query: '{ __typename }' }]],
  ['a syntax error', { query: '{' }],
  ['a field that there is not', { query: '{ nothing }' }],
  ['a query that is a number', { query: 1 }],
  ['an empty query', { query: '' }],
  ['no query', { variables: {} }],
  ['a subscription', { query: 'subscription { runs { cursor } }' }],
  [
    'rows of the workspace',
    { query: '{ spaces { nodes { name pages { nodes { title blocks { nodes { content } } } } } } }' },
  ],
  ['records of Odoo', { query: '{ partners(first: 2) { nodes { id name } } }' }],
  ['a link from one to the other', { query: '{ pages(first: 3) { nodes { title partner { name } } } }' }],
  [
    'a root that is refused beside one that is not',
    { query: '{ runs { nodes { id } } pages(first: 1) { nodes { title } } }' },
  ],
  ['only a root that is refused', { query: '{ runs { nodes { id } } }' }],
  [
    'too many rows',
    {
      query:
        '{ pages(first: 100) { nodes { children(first: 100) { nodes { children(first: 100) { nodes { id } } } } } } }',
    },
  ],
  ['the schema', { query: '{ __schema { queryType { name } } }' }],
  [
    'a mutation that is refused',
    {
      query:
        'mutation { renamePage(input: { pageId: "a0a00000-0000-4000-8000-00000000dead", title: "x", version: 1 }) { userErrors { code } } }',
    },
  ],
  ['a context of Odoo that is none', { query: 'query @inOdoo(lang: "x") { partners(first: 1) { nodes { id } } }' }],
  ['any type', { query: '{ __typename }' }, { accept: '*/*' }],
  ['the type of GraphQL over HTTP', { query: '{ __typename }' }, { accept: 'application/graphql-response+json' }],
  [
    'one of two types',
    { query: PAGE, variables: { id: GONE } },
    { accept: 'application/graphql-response+json, application/json;q=0.9' },
  ],
  ['an error as the type of GraphQL over HTTP', { query: PAGE }, { accept: 'application/graphql-response+json' }],
  ['a type that there is not', { query: '{ __typename }' }, { accept: 'text/html' }],
  ['parts', { query: '{ __typename }' }, { accept: 'multipart/mixed, application/json' }],
];

describe.each([
  ['nobody', null],
  ['a user', 'ana'],
  ['the service', 'service'],
  ['an agent', 'agent:sync-odoo-agent'],
] as const)('%s', (_who, as) => {
  it.each(REQUESTS)(
    '%s: is answered the same the first time, the second and the third',
    async (_name, body, headers) => {
      const authorization: Record<string, string> =
        as === null ? {} : { authorization: `Bearer ${await testToken(as)}` };
      const request = post(body, { ...authorization, ...(headers as Record<string, string> | undefined) });
      const expected = await ask(long, request);
      for (const _time of [1, 2, 3]) expect(await ask(short, request)).toEqual(expected);
    },
  );
});

describe('a request whose document is known', () => {
  const known = post({ query: '{ viewer { kind } }' });
  const answerOf = async (init: RequestInit) => {
    const expected = await ask(long, init);
    await ask(short, known);
    return [await ask(short, init), expected] as const;
  };

  it.each([
    ['no JWT', 'Bearer x'],
    ['no bearer token', 'Basic YTpi'],
    ['empty', ''],
  ])('of a token that is %s is refused as it is otherwise', async (_name, authorization) => {
    const [answer, expected] = await answerOf(post({ query: '{ viewer { kind } }' }, { authorization }));
    expect(answer).toEqual(expected);
    expect(answer.status).toBe(401);
  });

  it('by another method is answered as it is otherwise', async () => {
    for (const method of ['PUT', 'DELETE', 'PATCH']) {
      const [answer, expected] = await answerOf({ ...known, method });
      expect(answer).toEqual(expected);
      expect(answer.status).toBe(405);
    }
  });

  it('that writes, writes once', async () => {
    const token = await testToken('ana');
    const query =
      'mutation ($name: String!) { createSpace(input: { name: $name }) { space { name } userErrors { code } } }';
    const authorization = { authorization: `Bearer ${token}` };
    for (const name of ['First', 'Second', 'Third', '']) {
      const answer = await ask(short, post({ query, variables: { name } }, authorization));
      expect(answer.told).toHaveLength(1);
      const count = '{ spaces(filter: { name: { eq: $name } }) { totalCount } }'.replace('$name', JSON.stringify(name));
      const counted = await ask(short, post({ query: count }, authorization));
      expect(JSON.parse(counted.text)).toEqual({ data: { spaces: { totalCount: name === '' ? 0 : 1 } } });
    }
  });
});

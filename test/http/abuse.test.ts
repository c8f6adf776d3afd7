/** What scanners of GraphQL endpoints look for first: none of it is found in production. */
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';

let gateway: TestGateway;
let http: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  gateway = await createTestGateway();
  http = await serve(gateway);
});

afterAll(async () => {
  await http[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
});

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly codes: readonly string[];
  readonly limits: readonly unknown[];
  readonly data: unknown;
}

async function send(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(`${http.url}${path}`, init);
  const text = await response.text();
  const type = response.headers.get('content-type') ?? '';
  const { data, errors = [] } = (type.includes('json') ? JSON.parse(text) : {}) as {
    data?: unknown;
    errors?: { extensions: { code: string; limit?: unknown } }[];
  };
  const codes = errors.map(({ extensions }) => extensions.code);
  return { status: response.status, type, text, codes, limits: errors.map(({ extensions }) => extensions.limit), data };
}

const post = (body: unknown, headers: Record<string, string> = {}) =>
  send('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

const many = (count: number, write: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => write(n)).join(' ');
const search = (query: string) => `/graphql?${new URLSearchParams({ query })}`;
const PREFLIGHT = { 'apollo-require-preflight': '1' };

describe('a scanner of GraphQL endpoints finds nothing in production', () => {
  it('alias overloading', async () => {
    const query = `{ ${Array.from({ length: 101 }, (_, n) => `alias${n}: __typename`).join(' ')} }`;
    const { data, codes, limits } = await post({ query });
    expect([data, codes, limits]).toEqual([undefined, ['LIMIT_EXCEEDED'], ['OPERATION_MAX_ROOT_FIELDS']]);
  });

  it('array batching', async () => {
    const { status, data } = await post(Array.from({ length: 10 }, () => ({ query: '{ __typename }' })));
    expect([status, data]).toEqual([400, undefined]);
  });

  it('directive overloading: neither known nor unknown ones', async () => {
    const unknown = await post({ query: `{ __typename ${'@aa'.repeat(500)} }` });
    expect(unknown.status).toBe(400);
    expect(unknown.codes.length).toBeLessThan(10);
    const fields = Array.from({ length: 90 }, (_, n) => `a${n}: __typename`);
    const include = fields.map((field) => `${field} @include(if: true) @skip(if: false)`);
    const { data, limits } = await post({
      query: `{ ... @skip(if: false) @include(if: true) { ${include.join(' ')} } }`,
    });
    expect(data).toBeDefined();
    expect(limits).toEqual([]);
    const more = `{ ... @include(if: true) { ${include.join(' ')} ${include.map((field) => `... @skip(if: false) { ${field} }`).join(' ')} } }`;
    expect((await post({ query: more })).limits).toEqual(['OPERATION_MAX_DIRECTIVES']);
  });

  it('circular introspection', async () => {
    const below = (depth: number): string =>
      depth === 0 ? '{ name }' : `{ name type { name fields ${below(depth - 1)} } }`;
    const query = `{ __schema { types { fields ${below(10)} } } }`;
    const { data, codes } = await post({ query });
    expect(data).toBeUndefined();
    expect(codes).toHaveLength(1);
    await using open = await createTestGateway({ beside: gateway, introspection: 'on' });
    const answer = await open.execute(query);
    expect(answer.data).toBeUndefined();
    expect(answer.errors).toMatchObject([{ message: 'Maximum introspection depth exceeded' }]);
  });

  it('field duplication', async () => {
    const { data, limits } = await post({ query: `{ ${'__typename '.repeat(500)} }` });
    expect([data, limits]).toEqual([undefined, ['OPERATION_MAX_REPEATS']]);
  });

  it.each([
    ['of fragments', `{ ${many(60, (n) => `...F${n}`)} } ${many(60, (n) => `fragment F${n} on Query { __typename }`)}`],
    ['of inline fragments', `{ ${'... { __typename } '.repeat(60)} }`],
    ['of fields that are merged', `{ pages { nodes { ${'parent { id id id id id id id id } '.repeat(8)} } } }`],
    ['of a fragment that nobody spreads', `{ __typename } fragment F on Page { ${'id '.repeat(60)} }`],
    ['of another operation', `query a { __typename } query b { ${'__typename '.repeat(60)} }`],
    ['of a fragment that spreads itself', `{ ...F } fragment F on Query { ${'__typename '.repeat(60)} ...F }`],
    ['of types that there are not', `{ ${many(210, (n) => `... on T${n} { a { b } }`)} }`],
  ])('field duplication in the selections %s', async (_what, query) => {
    const { data, codes, limits } = await post({ query, operationName: query.includes('query a') ? 'a' : undefined });
    expect([data, codes, limits]).toEqual([undefined, ['LIMIT_EXCEEDED'], ['OPERATION_MAX_REPEATS']]);
  });

  it('a document whose size holds up its validation: it is not validated at all', async () => {
    const mistake = 'noSuchField';
    const all: [string, string][] = [
      ['OPERATION_MAX_DEFINITIONS', `{ ${mistake} } ${many(100, (n) => `fragment F${n} on Query { ...F${n + 1} }`)}`],
      [
        'OPERATION_MAX_FIELDS',
        `{ ${mistake} ...F0 } ${many(20, (n) => `fragment F${n} on Query { a { ...F${n + 1} } b { ...F${n + 1} } }`)}`,
      ],
      ['OPERATION_MAX_DEPTH', `{ ${mistake} ${'a { '.repeat(50)} id ${'}'.repeat(50)} }`],
      ['OPERATION_MAX_REPEATS', `{ ${mistake} ${'pages { nodes { id } } '.repeat(60)} }`],
      ['OPERATION_MAX_ROOT_FIELDS', `{ ${mistake} ${many(100, (n) => `a${n}: __typename`)} }`],
      ['OPERATION_MAX_DIRECTIVES', `{ ${mistake} ${'@include(if: true) '.repeat(201)} }`],
      ['OPERATION_MAX_VARIABLES', `query (${many(101, (n) => `$v${n}: Int`)}) { ${mistake} }`],
    ];
    for (const [limit, query] of all) {
      const { data, codes, limits } = await post({ query });
      expect([data, codes, limits]).toEqual([undefined, ['LIMIT_EXCEEDED'], [limit]]);
    }
  });

  it('names of prototypes in place of fragments, types and fields', async () => {
    for (const name of ['constructor', 'toString', '__proto__', 'hasOwnProperty'])
      for (const query of [`{ ...${name} }`, `{ ... on ${name} { a } }`, `{ ${name} { ${name} } }`]) {
        const { status, codes } = await post({ query });
        expect([query, status, new Set(codes)]).toEqual([query, 400, new Set(['BAD_USER_INPUT'])]);
      }
  });

  it('deep and circular queries', async () => {
    const below = (depth: number): string => (depth === 0 ? '{ id }' : `{ parent ${below(depth - 1)} }`);
    const { data, codes } = await post({ query: `{ page(id: "x") ${below(60)} }` });
    expect([data, codes]).toEqual([undefined, ['LIMIT_EXCEEDED']]);
  });

  it.each([
    ['a field', { query: '{ runz { nodes { id } } }' }],
    ['an argument', { query: '{ runs(frist: 1) { totalCount } }' }],
    ['a type', { query: 'query ($f: RunFiltre) { runs(filter: $f) { totalCount } }' }],
    [
      'an enum value of a variable',
      { query: 'query ($o: [RunOrder!]) { runs(orderBy: $o) { totalCount } }', variables: { o: [{ field: 'KINDD' }] } },
    ],
    [
      'a field of a variable',
      { query: 'query ($f: RunFilter) { runs(filter: $f) { totalCount } }', variables: { f: { kindd: null } } },
    ],
  ])('suggestions of names: %s', async (_what, body) => {
    const { text, codes } = await post(body);
    expect(codes).toContain('BAD_USER_INPUT');
    expect(text).not.toMatch(/did you mean/i);
  });

  it('mutations by GET', async () => {
    const { status, data } = await send(search('mutation { __typename }'), { headers: PREFLIGHT });
    expect([status, data]).toEqual([405, undefined]);
  });

  it('queries of other sites by GET or as a form, which a browser sends without asking first', async () => {
    expect((await send(search('{ __typename }'))).status).toBe(400);
    for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', '']) {
      const body = type.startsWith('application') ? 'query=%7B__typename%7D' : '{"query":"{ __typename }"}';
      const { status, data } = await send('/graphql', { method: 'POST', headers: { 'content-type': type }, body });
      expect([type, status, data]).toEqual([type, 415, undefined]);
    }
  });

  it('an IDE', async () => {
    for (const path of ['/', '/graphiql', '/graphql', '/playground', '/altair', '/voyager', '/console']) {
      const { status, text } = await send(path, { headers: { accept: 'text/html' } });
      expect([path, status < 400]).toEqual([path, false]);
      expect(text).not.toMatch(/graphiql|playground|apollo-sandbox|<html/i);
    }
  });

  it('the schema', async () => {
    for (const query of [getIntrospectionQuery(), '{ __type(name: "Run") { fields { name } } }']) {
      const { data, codes } = await post({ query });
      expect([data, codes]).toEqual([undefined, ['FORBIDDEN']]);
    }
  });

  it('traces and debugging', async () => {
    const { text } = await post({ query: '{ __typename }' }, { 'apollo-federation-include-trace': 'ftv1' });
    expect(JSON.parse(text)).toEqual({ data: { __typename: 'Query' } });
    for (const query of ['{', '{ qwerty }', '{ runs(first: "x") { totalCount } }', '{ run(id: "\\u0000") { id } }']) {
      const answer = await post({ query });
      expect(answer.text).not.toMatch(/stacktrace|node_modules|\.ts:|\.js:|at \w+ \(/);
    }
  });

  it('errors that nobody has thought of', async () => {
    const bodies = [
      null,
      1,
      'x',
      {},
      { query: 1 },
      { query: '' },
      { query: '\0' },
      { query: '{ __typename }', variables: 1 },
    ];
    for (const body of bodies) {
      const { status, codes, text } = await post(body);
      expect([body, status]).toEqual([body, 400]);
      expect(codes.join() || text).not.toMatch(/INTERNAL_SERVER_ERROR/);
    }
  });

  it('and none of it has asked an upstream', () => {
    expect(gateway.calls).toEqual([]);
  });
});

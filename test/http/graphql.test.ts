/** `/graphql` over the wire: what is not a GraphQL request is refused with a typed code, and never with a 500. */
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, pick, type TestGateway, testToken } from '../support/gateway.ts';
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

const JSON_TYPE = { 'content-type': 'application/json' };
const post = (body: string, headers: Record<string, string> = JSON_TYPE): RequestInit => ({
  method: 'POST',
  headers,
  body,
});

async function ask(init: RequestInit, path = '/graphql') {
  const response = await fetch(http.url + path, init);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, code: codeOf(text) };
}

function codeOf(text: string): unknown {
  return text.startsWith('{') ? pick(JSON.parse(text), 'errors.0.extensions.code') : null;
}

describe('a request that is no GraphQL request', () => {
  it.each<[string, RequestInit, string, number, string]>([
    ['malformed JSON', post('{"query":'), '', 400, 'BAD_USER_INPUT'],
    ['a body of text', post('hello'), '', 400, 'BAD_USER_INPUT'],
    ['an empty body', post(''), '', 400, 'BAD_USER_INPUT'],
    ['an empty object', post('{}'), '', 400, 'BAD_USER_INPUT'],
    ['null', post('null'), '', 400, 'BAD_USER_INPUT'],
    ['a number', post('42'), '', 400, 'BAD_USER_INPUT'],
    ['a string', post('"{ __typename }"'), '', 400, 'BAD_USER_INPUT'],
    ['an empty list', post('[]'), '', 400, 'BAD_USER_INPUT'],
    ['a list of requests', post('[{"query":"{ __typename }"}]'), '', 400, 'BAD_USER_INPUT'],
    ['a query that is a number', post('{"query":1}'), '', 400, 'BAD_USER_INPUT'],
    ['variables that are a list', post('{"query":"{ __typename }","variables":[]}'), '', 400, 'BAD_USER_INPUT'],
    ['variables that are text', post('{"query":"{ __typename }","variables":"{}"}'), '', 400, 'BAD_USER_INPUT'],
    [
      'an operation name that is a number',
      post('{"query":"{ __typename }","operationName":1}'),
      '',
      400,
      'BAD_USER_INPUT',
    ],
    [
      'an operation name that is not there',
      post('{"query":"query A { __typename }","operationName":"B"}'),
      '',
      400,
      'BAD_USER_INPUT',
    ],
    [
      'text/plain, which a form of any site can send',
      post('{"query":"{ __typename }"}', { 'content-type': 'text/plain' }),
      '',
      415,
      'BAD_USER_INPUT',
    ],
    [
      'a form',
      post('query=%7B__typename%7D', { 'content-type': 'application/x-www-form-urlencoded' }),
      '',
      415,
      'BAD_USER_INPUT',
    ],
    [
      'a content type that is none',
      post('{"query":"{ __typename }"}', { 'content-type': '???' }),
      '',
      415,
      'BAD_USER_INPUT',
    ],
    [
      'more than a megabyte',
      post(JSON.stringify({ query: `{ __typename } # ${'x'.repeat(1_100_000)}` })),
      '',
      413,
      'LIMIT_EXCEEDED',
    ],
    ['no content type', post('{"query":"{ __typename }"}', {}), '', 415, 'BAD_USER_INPUT'],
    ['GET without a query', { headers: JSON_TYPE }, '', 400, 'BAD_USER_INPUT'],
    ['GET of a syntax error', { headers: JSON_TYPE }, '?query=%7B', 400, 'BAD_USER_INPUT'],
    [
      'GET with malformed variables',
      { headers: JSON_TYPE },
      '?query=%7B__typename%7D&variables=%7B',
      400,
      'BAD_USER_INPUT',
    ],
    ['GET of a link that any site can hold', {}, '?query=%7B__typename%7D', 400, 'BAD_USER_INPUT'],
    ['PUT', { ...post('{"query":"{ __typename }"}'), method: 'PUT' }, '', 405, 'BAD_USER_INPUT'],
    ['DELETE', { method: 'DELETE', headers: JSON_TYPE }, '', 405, 'BAD_USER_INPUT'],
  ])('%s', async (_name, init, search, status, code) => {
    const answer = await ask(init, `/graphql${search}`);
    expect({ status: answer.status, code: answer.code }).toEqual({ status, code });
    expect(answer.headers.get('content-type')).toMatch(/^application\/(graphql-response\+)?json/);
    expect(answer.text).not.toMatch(/"data"|stacktrace|node_modules|INTERNAL_SERVER_ERROR/);
  });

  it('of bytes that are no UTF-8 is refused or read as text, never a 500', async () => {
    const body = Buffer.concat([
      Buffer.from('{"query":"{ __typename } #'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('"}'),
    ]);
    expect((await ask({ method: 'POST', headers: JSON_TYPE, body })).status).toBeLessThan(500);
  });

  it('of a body that never ends is refused, and the next request is answered', async () => {
    const { hostname, port } = new URL(http.url);
    const status = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(
          'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100000000\r\n\r\n',
        );
        socket.write(' '.repeat(2_000_000));
      });
      socket.once('data', (data) => {
        resolve(data.toString().split('\r\n')[0] ?? '');
        socket.destroy();
      });
      socket.on('error', () => {});
    });
    expect(status).toContain('413');
    expect((await ask(post('{"query":"{ __typename }"}'))).status).toBe(200);
  });
});

describe('a request', () => {
  it('by POST is answered as JSON that no cache keeps', async () => {
    const answer = await ask(post('{"query":"{ __typename }"}'));
    expect(answer).toMatchObject({ status: 200, text: '{"data":{"__typename":"Query"}}\n' });
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset=UTF-8'])(
    'as %s is taken',
    async (type) => {
      expect((await ask(post('{"query":"{ __typename }"}', { 'content-type': type }))).status).toBe(200);
    },
  );

  it('by GET with a header that no link can set is answered', async () => {
    const answer = await ask({ headers: JSON_TYPE }, '/graphql?query=%7B__typename%7D');
    expect(answer).toMatchObject({ status: 200, text: '{"data":{"__typename":"Query"}}\n' });
  });

  it('by GET with an authorization is answered as the user, and nothing is written by it', async () => {
    const authorization = `Bearer ${await testToken('ana')}`;
    const get = (query: string, more = '') =>
      ask({ headers: { authorization } }, `/graphql?query=${encodeURIComponent(query)}${more}`);
    expect(await get('{ viewer { kind } }')).toMatchObject({
      status: 200,
      text: '{"data":{"viewer":{"kind":"USER"}}}\n',
    });
    expect(await get('query A { viewer { kind } }', '&operationName=&variables=%7B%7D')).toMatchObject({ status: 200 });
    const written = await get('mutation { createSpace(input: { name: "By GET" }) { space { id } } }');
    expect(written).toMatchObject({ status: 405, code: 'BAD_USER_INPUT' });
    const { data } = await gateway.execute('{ spaces(filter: { name: { eq: "By GET" } }) { totalCount } }', {
      as: 'ana',
    });
    expect(pick(data, 'spaces.totalCount')).toBe(0);
  });

  it.each(['', null, undefined])('with the operation name %j is one without a name', async (operationName) => {
    const answer = await ask(post(JSON.stringify({ query: 'query A { __typename }', operationName })));
    expect(answer).toMatchObject({ status: 200, text: '{"data":{"__typename":"Query"}}\n' });
    const two = await ask(
      post(JSON.stringify({ query: 'query A { __typename } query B { __typename }', operationName })),
    );
    expect(two).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
    expect(two.text).toContain('several operations');
  });

  it('of a user is answered with the same bytes as within the process, passed through by length', async () => {
    const query = '{ spaces { nodes { id name pages { nodes { title } } } } }';
    const authorization = `Bearer ${await testToken('ana')}`;
    const answer = await ask(post(JSON.stringify({ query }), { ...JSON_TYPE, authorization }));
    expect(answer.text).toBe((await gateway.execute(query, { as: 'ana' })).text);
    expect(answer.headers.get('content-length')).toBe(String(Buffer.byteLength(answer.text)));
  });

  it('elsewhere is 404, and says where to go', async () => {
    const answer = await ask({}, '/nowhere');
    expect(answer.status).toBe(404);
    expect(JSON.parse(answer.text)).toMatchObject({ graphql: '/graphql' });
    expect((await ask(post('{}'), '/healthz')).status).toBe(404);
    expect((await ask({}, '/graphql/../../etc/passwd')).status).toBe(404);
  });
});

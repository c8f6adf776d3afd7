/** `ALLOWED_ORIGINS`: pages of these origins may ask and read what is answered, errors too; others are told nothing. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import type { AllowedOrigins } from '../../src/http/origins.ts';
import { createFolderFiles } from '../../src/storage/folder-files.ts';
import { createTestGateway, type TestGateway, testToken } from '../support/gateway.ts';
import { openTestMcp, type TestMcp } from '../support/mcp.ts';

const APP = 'https://app.example.com';
const OTHER = 'https://app.example.com.evil.example';
const folder = mkdtempSync(join(tmpdir(), 'tripoint-origins-'));
const files = createFolderFiles(folder, 'the secret of a test, with more than 32 characters');

let gateway: TestGateway;
let http: TestMcp;

/** A gateway with all doors that pages ask at. */
const open = (allowedOrigins: AllowedOrigins) =>
  openTestMcp(gateway, { allowedOrigins, serving: { allowedOrigins, files, maxRequestBytes: 2_000 } });

beforeAll(async () => {
  gateway = await createTestGateway({ rates: { viewerPoints: 100 } });
  http = await open(['http://localhost:3000', APP]);
});

afterAll(async () => {
  await http[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

const sharedOf = ({ headers }: Response) =>
  Object.fromEntries([...headers].filter(([name]) => name.startsWith('access-control-')));

/** Asks as a page of an origin does, which cannot set `Origin` itself. */
async function ask(path: string, init: RequestInit & { origin: string; url?: string }) {
  const response = await fetch((init.url ?? http.url) + path, {
    ...init,
    headers: { ...(init.headers as Record<string, string>), origin: init.origin },
  });
  await response.body?.cancel();
  return response;
}

const json = { 'content-type': 'application/json' };
const asking = (query: string) => ({ method: 'POST', headers: json, body: JSON.stringify({ query }) });

describe('a preflight', () => {
  const preflight = (path: string, origin: string, method = 'POST', url?: string) =>
    ask(path, {
      ...{ method: 'OPTIONS', origin },
      ...(url && { url }),
      headers: {
        'access-control-request-method': method,
        'access-control-request-headers': 'authorization,content-type,x-run-id',
      },
    });

  it.each([
    ['/graphql', 'POST'],
    ['/graphql', 'GET'],
    ['/mcp', 'POST'],
    ['/files/token', 'PUT'],
  ])('of a page that is allowed to ask %s by %s is 204', async (path, method) => {
    const response = await preflight(path, APP, method);
    expect(response.status).toBe(204);
    expect(sharedOf(response)).toMatchObject({
      'access-control-allow-origin': APP,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': expect.stringContaining(method),
      'access-control-allow-headers': 'authorization,content-type,x-run-id',
      'access-control-max-age': '7200',
    });
    expect(response.headers.get('vary')).toContain('Origin');
  });

  it.each([OTHER, 'null', 'http://app.example.com', 'https://APP.example.com'])(
    'of %s is told nothing',
    async (origin) => {
      for (const path of ['/graphql', '/mcp', '/files/token']) {
        const response = await preflight(path, origin);
        expect([path, response.status === 204, sharedOf(response)]).toEqual([path, false, {}]);
        expect(response.headers.get('vary')).toMatch(/^Origin(, Accept-Encoding)?$/);
      }
    },
  );

  it('elsewhere is told nothing', async () => {
    for (const path of ['/metrics', '/readyz', '/webhooks/odoo', '/'])
      expect([path, sharedOf(await preflight(path, APP))]).toEqual([path, {}]);
  });
});

describe('an answer', () => {
  const long = JSON.stringify({ query: `{ __typename } # ${'x'.repeat(2_000)}` });
  const cases: [what: string, status: number, path: string, init: RequestInit][] = [
    ['data', 200, '/graphql', asking('{ __typename }')],
    ['data by GET', 200, '/graphql?query={__typename}', { headers: json }],
    ['errors of a document', 400, '/graphql', asking('{ nothing }')],
    [
      'a token that is refused',
      401,
      '/graphql',
      { ...asking('{ __typename }'), headers: { ...json, authorization: 'Bearer x' } },
    ],
    [
      'a form, which no page needs leave to send',
      415,
      '/graphql',
      { method: 'POST', body: 'query={__typename}', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    ],
    ['a body that is too long', 413, '/graphql', { method: 'POST', headers: json, body: long }],
    ['agents without a token', 401, '/mcp', { method: 'POST', headers: json, body: '{}' }],
    ['a file that is not there', 403, '/files/token', {}],
  ];

  it.each(cases)('with %s (%i) is for the page that is allowed', async (_what, status, path, init) => {
    const response = await ask(path, { ...init, origin: APP });
    expect(response.status).toBe(status);
    expect(sharedOf(response)).toMatchObject({
      'access-control-allow-origin': APP,
      'access-control-expose-headers': expect.stringContaining('retry-after'),
    });
  });

  it.each(cases)('with %s (%i) is not for another page', async (_what, _status, path, init) => {
    expect(sharedOf(await ask(path, { ...init, origin: OTHER }))).toEqual({});
  });

  it('that comes as a stream is for the page that is allowed', async () => {
    const headers = { ...json, accept: 'text/event-stream', authorization: `Bearer ${await testToken('service')}` };
    const response = await ask('/graphql', {
      ...asking('subscription { runs { cursor run { id } } }'),
      headers,
      origin: APP,
    });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(sharedOf(response)).toMatchObject({ 'access-control-allow-origin': APP });
  });

  it('to a viewer who asks too much is for the page that is allowed, with when to ask again', async () => {
    const headers = { ...json, authorization: `Bearer ${await testToken('carla')}` };
    const all: Response[] = [];
    for (let n = 0; n < 120 && all.at(-1)?.status !== 429; n += 1)
      all.push(await ask('/graphql', { ...asking('{ __typename }'), headers, origin: APP }));
    expect(all.at(-1)?.status).toBe(429);
    expect(all.at(-1)?.headers.has('retry-after')).toBe(true);
    expect(sharedOf(all.at(-1) as Response)).toMatchObject({ 'access-control-allow-origin': APP });
  });
});

it('keeps refusing what a page could send without leave', async () => {
  const response = await ask('/graphql?query={__typename}', { headers: { 'content-type': 'text/plain' }, origin: APP });
  expect(response.status).toBe(400);
});

it('lets every page ask by a star, and none send cookies', async () => {
  await using any = await open('*');
  const response = await ask('/graphql', { ...asking('{ __typename }'), origin: OTHER, url: any.url });
  expect(sharedOf(response)).toMatchObject({ 'access-control-allow-origin': '*' });
  expect(sharedOf(response)).not.toHaveProperty('access-control-allow-credentials');
});

it('lets none ask where none is listed', async () => {
  await using none = await open([]);
  const response = await ask('/graphql', { ...asking('{ __typename }'), origin: APP, url: none.url });
  expect([sharedOf(response), response.headers.get('vary')]).toEqual([{}, null]);
});

it.each([
  ['https://a.example, http://b:3000', ['https://a.example', 'http://b:3000']],
  [' * ', '*'],
  ['', []],
])('reads "%s"', (given, expected) => {
  const config = readConfig({ ODOO_STAGE: 'development', ALLOWED_ORIGINS: given }, () => '');
  expect(config.allowedOrigins).toEqual(expected);
});

it.each(['https://a.example/', 'a.example', 'https://a.example,*', 'https://*.example'])(
  'names "%s" as bad',
  (given) => {
    expect(() => readConfig({ ODOO_STAGE: 'development', ALLOWED_ORIGINS: given }, () => '')).toThrow(
      'ALLOWED_ORIGINS must be origins',
    );
  },
);

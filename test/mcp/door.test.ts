/** `/mcp` as HTTP has it: who may come in, from where, and what a client is told who may not. */
import { request as httpRequest } from 'node:http';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import type { TrustedOperation } from '../../src/operations/manifest.ts';
import { type Acting, createActing } from '../support/acting.ts';
import { createTestGateway, type TestGateway, testToken } from '../support/gateway.ts';
import { LIST, openTestMcp, post, type TestMcp } from '../support/mcp.ts';
import { JWT_SECRET } from '../support/stack.ts';

let gateway: TestGateway;
let mcp: TestMcp;
let bearer: { readonly authorization: string };

beforeAll(async () => {
  gateway = await createTestGateway();
  mcp = await openTestMcp(gateway, { issuer: 'https://id.example.com/auth/v1', serving: { maxRequestBytes: 4_096 } });
  bearer = { authorization: `Bearer ${await testToken('ana')}` };
});

afterAll(async () => {
  await mcp[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
});

describe('who sends no token', () => {
  it('is told where tokens for it are given, by RFC 9728', async () => {
    const answer = await post(mcp.url, LIST);
    const metadata = `${mcp.url}/.well-known/oauth-protected-resource/mcp`;
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe(`Bearer resource_metadata="${metadata}"`);
    const described = await fetch(metadata);
    expect(described.headers.get('access-control-allow-origin')).toBe('*');
    expect(await described.json()).toEqual({
      resource: `${mcp.url}/mcp`,
      resource_name: 'Tripoint',
      authorization_servers: ['https://id.example.com/auth/v1'],
      bearer_methods_supported: ['header'],
    });
  });

  it('is told what is wrong with one that is refused, and not as a fault of the server', async () => {
    const answer = await post(mcp.url, LIST, { authorization: 'Bearer nothing' });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toMatch(
      /^Bearer resource_metadata="[^"]+", error="invalid_token", error_description="The token is refused: it is not a JWT"$/,
    );
    expect(await answer.json()).toMatchObject({
      jsonrpc: '2.0',
      id: null,
      error: { data: { code: 'UNAUTHENTICATED' } },
    });
  });

  it('hears of the scopes that it should ask for, and of the address that clients know, where both are configured', async () => {
    const publicUrl = 'https://gateway.example.com';
    await using public_ = await openTestMcp(gateway, { publicUrl, withScopes: true });
    const answer = await post(public_.url, LIST);
    expect(answer.headers.get('www-authenticate')).toBe(
      `Bearer resource_metadata="${publicUrl}/.well-known/oauth-protected-resource/mcp", scope="tripoint:read tripoint:write"`,
    );
    const described = await fetch(`${public_.url}/.well-known/oauth-protected-resource/mcp`);
    expect(await described.json()).toMatchObject({
      resource: `${publicUrl}/mcp`,
      scopes_supported: ['tripoint:read', 'tripoint:write'],
    });
  });
});

describe('a request from elsewhere', () => {
  /** `fetch` does not let a test say another host. */
  const ask = (path: string, headers: Record<string, string>, url = mcp.url) =>
    new Promise<number>((resolve, reject) => {
      const method = path === '/mcp' ? 'POST' : 'GET';
      const type = { 'content-type': 'application/json', accept: 'application/json, text/event-stream' };
      const sent = httpRequest(`${url}${path}`, { method, headers: { ...type, ...bearer, ...headers } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      sent.on('error', reject);
      sent.end(method === 'POST' ? JSON.stringify(LIST) : undefined);
    });

  it.each([
    ['a name that was made to point here', { host: 'evil.example.com' }, 403],
    ['a page of another site', { origin: 'https://evil.example.com' }, 403],
    ['a page that says no origin', { origin: 'null' }, 403],
    ['a page of this machine', { origin: 'http://localhost:6274' }, 200],
    ['this machine by its other name', { host: 'localhost:1' }, 200],
  ])('is answered by where it says that it comes from: %s', async (_from, headers, status) => {
    expect(await ask('/mcp', headers as unknown as Record<string, string>)).toBe(status);
  });

  it('learns nothing of who gives tokens by a name that is not the gateway’s', async () => {
    expect(await ask('/.well-known/oauth-protected-resource/mcp', { host: 'evil.example.com' })).toBe(403);
  });

  it('is taken by the public name, and by those that are listed', async () => {
    await using named = await openTestMcp(gateway, {
      publicUrl: 'https://gateway.example.com',
      allowedHosts: ['tripoint.internal'],
    });
    expect(await ask('/mcp', { host: 'gateway.example.com' }, named.url)).toBe(200);
    expect(await ask('/mcp', { host: 'tripoint.internal:4000', origin: 'https://tripoint.internal' }, named.url)).toBe(
      200,
    );
    expect(await ask('/mcp', { host: 'other.internal' }, named.url)).toBe(403);
  });
});

describe('a request', () => {
  it.each<[string, unknown, Record<string, string>, number]>([
    ['is no larger than every other body', { ...LIST, params: { pad: 'x'.repeat(5_000) } }, {}, 413],
    ['is JSON', 'nothing', {}, 400],
    ['comes as JSON', LIST, { 'content-type': 'text/plain' }, 415],
    ['is one message', [LIST, LIST], {}, 400],
    ['names a revision that there is', LIST, { 'mcp-protocol-version': '2026-07-28' }, 400],
    ['is nested no deeper than others', `${'['.repeat(300)}${']'.repeat(300)}`, {}, 413],
  ])('%s', async (_what, body, headers, status) => {
    const answer = await post(mcp.url, body, { ...bearer, ...headers });
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ jsonrpc: '2.0', error: { code: expect.any(Number) } });
  });

  it('is a POST: nothing is kept between two that a GET or DELETE could be for', async () => {
    for (const method of ['GET', 'DELETE'])
      expect(
        (await fetch(`${mcp.url}/mcp`, { method, headers: { ...bearer, accept: 'text/event-stream' } })).status,
      ).toBe(405);
  });

  it('is kept by no cache', async () => {
    expect((await post(mcp.url, LIST, bearer)).headers.get('cache-control')).toMatch(/no-(store|cache)/);
  });

  it('counts in the rates of its viewer as every other does', async () => {
    await using rated = await createTestGateway({ beside: gateway, rates: { viewerPoints: 3 } });
    await using limited = await openTestMcp(rated);
    const statuses = [];
    for (let time = 0; time < 4; time += 1) statuses.push((await post(limited.url, LIST, bearer)).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    const refused = await post(limited.url, LIST, bearer);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({ error: { data: { code: 'RATE_LIMITED' } } });
  });
});

describe('a token that is held to scopes', () => {
  const CLIENT = '0c11e000-0000-4000-8000-0000000000bd';
  const AGENT = 'test-mcp-writer';
  let acting: Acting;
  let scoped: TestMcp;

  beforeAll(async () => {
    acting = await createActing(AGENT, (draft) => {
      draft.oauthClients = { 'team-mcp': { clientId: CLIENT, agent: AGENT } };
    });
    const document = 'mutation Rename($input: UpdatePageInput!) { updatePage(input: $input) { userErrors { code } } }';
    const variables = { type: 'object', properties: { input: { type: 'object' } }, required: ['input'] };
    const operation: TrustedOperation = {
      ...{ consumer: 'test', name: 'Rename', kind: 'mutation', description: 'Renames', document, variables },
      ...{ ids: [], result: { type: 'object' }, reads: [], writes: [], surfaces: [], cost: 1, risk: 'write' },
    };
    scoped = await openTestMcp(acting.gateway, { offered: [{ operation, viewer: { agent: AGENT, act: 'ana' } }] });
  });
  afterAll(async () => {
    await scoped[Symbol.asyncDispose]();
    await acting[Symbol.asyncDispose]();
  });

  const call = async (scope: string | undefined) => {
    const claims = {
      iss: 'supabase',
      aud: 'authenticated',
      role: 'authenticated',
      sub: DEMO_USERS.ana,
      client_id: CLIENT,
    };
    const token = await new SignJWT({ ...claims, ...(scope !== undefined && { scope }) })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime('10m')
      .sign(new TextEncoder().encode(JWT_SECRET));
    const id = '00000000-0000-4000-8000-000000000000';
    const input = { pageId: id, expectedVersion: 1, title: 'x', idempotencyKey: 'k' };
    const params = { name: 'Rename', arguments: { input } };
    return post(
      scoped.url,
      { jsonrpc: '2.0', id: 1, method: 'tools/call', params },
      { authorization: `Bearer ${token}` },
    );
  };

  it('is asked for more of them where a tool needs more, with all that the token then has to have', async () => {
    const answer = await call('openid tripoint:read');
    expect(answer.status).toBe(403);
    const challenge = answer.headers.get('www-authenticate');
    expect(challenge).toContain('error="insufficient_scope"');
    expect(challenge).toContain('scope="tripoint:read tripoint:write"');
    expect(challenge).toContain(`resource_metadata="${scoped.url}/.well-known/oauth-protected-resource/mcp"`);
  });

  it.each([['tripoint:read tripoint:write'], ['openid'], [undefined]])('is let in with enough: %s', async (scope) => {
    const answer = await call(scope);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('NOT_FOUND');
  });
});

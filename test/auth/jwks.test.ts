/** Tokens signed by an identity provider: public keys, their rotation, and the provider's absence. */
import { SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { type AuthConfig, createVerify } from '../../src/auth/verify.ts';
import { readConfig } from '../../src/config.ts';
import { createTestGateway, pick } from '../support/gateway.ts';
import { createIdentityProvider, type IdentityProvider } from '../support/jwks-server.ts';
import { serve } from '../support/listening.ts';

let provider: IdentityProvider;

beforeAll(async () => {
  provider = await createIdentityProvider();
});

afterAll(() => provider[Symbol.asyncDispose]());

const claims = (more: Record<string, unknown> = {}) => ({
  iss: `${provider.url}/auth/v1`,
  aud: 'authenticated',
  role: 'authenticated',
  sub: DEMO_USERS.ana as string,
  exp: Math.floor(Date.now() / 1_000) + 600,
  ...more,
});

/** As the process has it of `SUPABASE_URL` alone. */
const config = (): AuthConfig =>
  readConfig(
    { DATABASE_URL: 'postgres://gateway@db/x', ODOO_STAGE: 'development', SUPABASE_URL: `${provider.url}/` },
    () => 'a-secret-that-only-an-embedded-gateway-asks-for',
  ).auth;

const hs256 = (secret: string) =>
  new SignJWT(claims()).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(secret));

describe('tokens signed with a public key', () => {
  it.each(['ES256', 'RS256'] as const)('%s is verified against the published keys', async (alg) => {
    const verify = createVerify(config(), {});
    expect(await verify(`Bearer ${await provider.sign(alg, claims())}`)).toMatchObject({
      kind: 'user',
      id: DEMO_USERS.ana,
      role: 'authenticated',
    });
  });

  it('the keys are fetched once for many tokens', async () => {
    const verify = createVerify(config(), {});
    const token = await provider.sign('ES256', claims());
    const before = provider.requests.count;
    await Promise.all(Array.from({ length: 20 }, () => verify(`Bearer ${token}`)));
    expect(provider.requests.count).toBe(before + 1);
  });

  it('a set of more keys than any provider has is not taken, and the keys seen before hold', async () => {
    await using other = await createIdentityProvider();
    const clock = { seconds: 1_000 };
    const given = { ...config(), jwksUrl: other.url };
    const verify = createVerify(given, {}, { now: () => clock.seconds * 1_000 });
    const token = await other.sign('ES256', claims());
    await verify(`Bearer ${token}`);
    for (let n = 0; n < 100; n += 1) other.publish({ kty: 'oct', kid: `more-${n}`, k: 'AA' });
    clock.seconds += 700;
    expect(await verify(`Bearer ${token}`)).toMatchObject({ kind: 'user' });
    await expect(createVerify(given, {})(`Bearer ${token}`)).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  });

  it('a new key is found when it is first used, and the key that was withdrawn is refused', async () => {
    const verify = createVerify(config(), {});
    const old = await provider.sign('ES256', claims());
    await verify(`Bearer ${old}`);
    await provider.rotate('ES256');
    const token = await provider.sign('ES256', claims());
    // The keys are asked for anew once a second at most.
    await vi.waitFor(async () => expect(await verify(`Bearer ${token}`)).toMatchObject({ kind: 'user' }), {
      timeout: 10_000,
      interval: 300,
    });
    await expect(verify(`Bearer ${old}`)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it.each([
    ['another issuer', { iss: 'supabase' }],
    ['the issuer of another project', { iss: 'https://other.supabase.co/auth/v1' }],
    ['another audience', { aud: 'anon' }],
    ['no expiry', { exp: undefined }],
    ['an unknown role', { role: 'supabase_admin' }],
  ])('a token with %s is refused', async (_name, more) => {
    const verify = createVerify(config(), {});
    const token = await provider.sign('RS256', claims(more));
    await expect(verify(`Bearer ${token}`)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('a token of another provider is refused, though it names a key of this one', async () => {
    await using other = await createIdentityProvider();
    const verify = createVerify(config(), {});
    const token = await other.sign('RS256', claims());
    await expect(verify(`Bearer ${token}`)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('HS256 beside public keys', () => {
  it.each(['ES256', 'RS256'] as const)('a public %s key is no secret, with or without one configured', async (alg) => {
    const forged = await hs256(await provider.publicPem(alg));
    for (const jwtSecret of [null, 'a-secret-that-is-long-enough-for-hs256-x']) {
      const verify = createVerify({ ...config(), jwtSecret }, {});
      await expect(verify(`Bearer ${forged}`)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    }
  });

  it('is refused where no secret is configured, and taken where one is', async () => {
    const secret = 'a-secret-that-is-long-enough-for-hs256-x';
    const token = await hs256(secret);
    await expect(createVerify(config(), {})(`Bearer ${token}`)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    const both = createVerify({ ...config(), jwtSecret: secret }, {});
    expect(await both(`Bearer ${token}`)).toMatchObject({ kind: 'user' });
    expect(await both(`Bearer ${await provider.sign('RS256', claims())}`)).toMatchObject({ kind: 'user' });
  });
});

describe('keys once seen, while the identity provider is away', () => {
  const DAY = 86_400;
  /** A verifier whose clock moves by hand, with keys seen at second 0. */
  const seen = async (maxAge: { jwksMaxAgeSeconds?: number } = {}) => {
    const clock = { seconds: 0 };
    const verify = createVerify({ ...config(), ...maxAge }, {}, { now: () => clock.seconds * 1_000 });
    const token = await provider.sign('ES256', claims());
    const ask = (bearer = token) => verify(`Bearer ${bearer}`);
    await ask();
    return { clock, ask };
  };
  afterEach(() => provider.fail(null));

  it.each([
    ['answers 500', 500, 'oops'],
    ['answers no JSON', 200, '<html>'],
  ])('hold for a day where it %s, and nobody asks for them at every request', async (_name, status, body) => {
    const { clock, ask } = await seen();
    provider.fail(status, body);
    for (const seconds of [601, 3_600, DAY]) {
      clock.seconds = seconds;
      const before = provider.requests.count;
      for (let n = 0; n < 20; n++) expect(await ask()).toMatchObject({ kind: 'user' });
      expect(provider.requests.count - before).toBeLessThanOrEqual(1);
    }
    clock.seconds = DAY + 1;
    await expect(ask()).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    provider.fail(null);
    clock.seconds += 1;
    expect(await ask()).toMatchObject({ kind: 'user' });
  });

  it('hold for as long as is configured', async () => {
    const { clock, ask } = await seen({ jwksMaxAgeSeconds: 60 });
    provider.fail(500);
    clock.seconds = 60;
    expect(await ask()).toMatchObject({ kind: 'user' });
    clock.seconds = 61;
    await expect(ask()).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  });

  it('say so of a key that was never seen, and ask for it once a second at most', async () => {
    const { clock, ask } = await seen();
    await provider.rotate('ES256');
    const token = await provider.sign('ES256', claims());
    provider.fail(500);
    clock.seconds = 2;
    const before = provider.requests.count;
    for (let n = 0; n < 5; n++)
      await expect(ask(token)).rejects.toMatchObject({
        code: 'UPSTREAM_UNAVAILABLE',
        message: expect.stringContaining('key of the token is not known'),
      });
    expect(provider.requests.count).toBe(before + 1);
    expect(await ask()).toMatchObject({ kind: 'user' });
  });

  it('are gone with the next successful fetch where they are no longer listed: after ten minutes at the latest', async () => {
    const { clock, ask } = await seen();
    await provider.rotate('ES256');
    clock.seconds = 600;
    expect(await ask()).toMatchObject({ kind: 'user' });
    clock.seconds = 601;
    await expect(ask()).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      message: expect.stringContaining('no such key'),
    });
  });

  it('are gone after an outage too', async () => {
    const { clock, ask } = await seen();
    provider.fail(500);
    clock.seconds = 601;
    expect(await ask()).toMatchObject({ kind: 'user' });
    await provider.rotate('ES256');
    provider.fail(null);
    clock.seconds = 603;
    await vi.waitFor(() => expect(ask()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' }), { timeout: 10_000 });
  });
});

describe('the identity provider fails', () => {
  const failures = [
    ['answers 500', 500, 'oops'],
    ['answers 404', 404, '{}'],
    ['answers no JSON', 200, '<html>'],
    ['answers another JSON', 200, '{"error":"x"}'],
  ] as const;

  it.each(failures)('%s: UPSTREAM_UNAVAILABLE, and it recovers', async (_name, status, body) => {
    const verify = createVerify(config(), {});
    const token = await provider.sign('RS256', claims());
    provider.fail(status, body);
    await expect(verify(`Bearer ${token}`)).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    provider.fail(null);
    await vi.waitFor(() => verify(`Bearer ${token}`), { timeout: 10_000, interval: 300 });
  });

  it('is gone: a token is 503 UPSTREAM_UNAVAILABLE over HTTP, and anonymous callers are still served', async () => {
    const gone = await createIdentityProvider();
    const token = await gone.sign('RS256', claims({ iss: `${gone.url}/auth/v1` }));
    await gone[Symbol.asyncDispose]();
    const auth = { jwtSecret: null, jwksUrl: `${gone.url}/jwks.json`, issuer: `${gone.url}/auth/v1` };
    await using gateway = await createTestGateway({
      auth,
      odoo: null,
      postgres: null,
      cursorSecrets: ['c'.repeat(40)],
    });
    await using http = await serve(gateway);
    const ask = (headers: Record<string, string>) =>
      fetch(`${http.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: '{"query":"{ viewer { kind } }"}',
      });
    const refused = await ask({ authorization: `Bearer ${token}` });
    expect(refused.status).toBe(503);
    const text = await refused.text();
    expect(pick(JSON.parse(text), 'errors.0.extensions.code')).toBe('UPSTREAM_UNAVAILABLE');
    expect(text).not.toMatch(/ECONNREFUSED|127\.0\.0\.1/);
    expect(await (await ask({})).json()).toEqual({ data: { viewer: { kind: 'ANONYMOUS' } } });
  });
});

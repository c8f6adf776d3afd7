/** A token that was verified is not verified again for a minute: and nobody is let in by it one request longer than that. */
import { SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { type AuthConfig, createVerify } from '../../src/auth/verify.ts';
import { createCaches } from '../../src/caches.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { createIdentityProvider, type IdentityProvider } from '../support/jwks-server.ts';
import { serve } from '../support/listening.ts';
import { JWT_SECRET } from '../support/stack.ts';

const SECRET = 'a-secret-that-is-long-enough-for-hs256-x';
const START = Date.UTC(2027, 0, 31, 12);

let provider: IdentityProvider;
let clock: { ms: number };

beforeAll(async () => {
  provider = await createIdentityProvider();
});

afterAll(() => provider[Symbol.asyncDispose]());

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: START });
  clock = { ms: 5_000 };
});

afterEach(() => {
  vi.useRealTimers();
});

/** Both clocks go on. */
const pass = (seconds: number) => {
  clock.ms += seconds * 1_000;
  vi.setSystemTime(Date.now() + seconds * 1_000);
};

const claims = (more: Record<string, unknown> = {}) => ({
  iss: provider.url,
  aud: 'authenticated',
  role: 'authenticated',
  sub: DEMO_USERS.ana as string,
  exp: Date.now() / 1_000 + 3_600,
  ...more,
});

const bySecret = (more: Record<string, unknown> = {}, secret = SECRET) =>
  new SignJWT(claims(more)).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(secret));

/** A verifier, and how many tokens it keeps. */
function verifying(more: Partial<AuthConfig> = {}, admitted = {}) {
  const caches = createCaches();
  const config = { jwtSecret: SECRET, jwksUrl: provider.url, issuer: provider.url, audience: 'authenticated', ...more };
  const verify = createVerify(config, admitted, { caches, now: () => clock.ms });
  return {
    ask: (token: string) => verify(`Bearer ${token}`),
    kept: () => caches.states().find(({ name }) => name === 'verified tokens')?.entries,
  };
}

const REFUSED = { code: 'UNAUTHENTICATED' };

describe('a token that was verified', () => {
  it.each(['ES256', 'RS256', 'HS256'] as const)('by %s is kept, and says the same viewer again', async (alg) => {
    const { ask, kept } = verifying();
    const token = alg === 'HS256' ? await bySecret() : await provider.sign(alg, claims());
    const first = await ask(token);
    await ask(token);
    expect(kept()).toBe(1);
    expect(await ask(token)).toEqual(first);
    expect(Object.isFrozen(await ask(token))).toBe(true);
  });

  it.each([
    ['the last second', 59, true],
    ['a minute', 60, false],
  ])('after %s is asked of the keys again: %s', async (_name, seconds, isKept) => {
    const { ask } = verifying();
    const token = await provider.sign('ES256', claims());
    await ask(token);
    const known = await ask(token);
    pass(seconds);
    // Kept, it is the same object; verified again, it is another one that says the same.
    expect((await ask(token)) === known).toBe(isKept);
    expect(await ask(token)).toEqual(known);
  });

  it('is refused once its time is up, within the minute too', async () => {
    const { ask } = verifying();
    const exp = START / 1_000 + 20;
    const tokens = [await bySecret({ exp }), await provider.sign('RS256', claims({ exp }))];
    for (const token of [...tokens, ...tokens]) await ask(token);
    pass(19);
    for (const token of tokens) expect(await ask(token)).toMatchObject({ kind: 'user' });
    // A verification lets clocks differ by five seconds; nothing is kept for so long.
    pass(1 + 5);
    for (const token of tokens)
      await expect(ask(token)).rejects.toMatchObject({ ...REFUSED, message: expect.stringContaining('expired') });
  });

  it('is refused where the clock is put back before it begins', async () => {
    const { ask } = verifying();
    const token = await bySecret({ nbf: START / 1_000 });
    await ask(token);
    vi.setSystemTime(START - 60_000);
    await expect(ask(token)).rejects.toMatchObject(REFUSED);
  });

  it('is refused at once when its key leaves the key set', async () => {
    const { ask } = verifying();
    const old = await provider.sign('ES256', claims());
    const byOther = await provider.sign('RS256', claims());
    for (const token of [old, old, byOther]) await ask(token);
    await provider.rotate('ES256');
    pass(2);
    // Nobody has told the gateway yet.
    expect(await ask(old)).toMatchObject({ kind: 'user' });
    await ask(await provider.sign('ES256', claims()));
    await expect(ask(old)).rejects.toMatchObject({ ...REFUSED, message: expect.stringContaining('no such key') });
    expect(await ask(byOther)).toMatchObject({ kind: 'user' });
  });

  it('does not put off that the keys are asked for again after ten minutes', async () => {
    const { ask } = verifying();
    const token = await provider.sign('ES256', claims());
    await ask(token);
    pass(590);
    await ask(token);
    await provider.rotate('ES256');
    pass(10);
    expect(await ask(token)).toMatchObject({ kind: 'user' });
    pass(1);
    await expect(ask(token)).rejects.toMatchObject(REFUSED);
  });

  it('holds no longer than the keys do while the identity provider is away', async () => {
    const { ask } = verifying({ jwksMaxAgeSeconds: 30 });
    const token = await provider.sign('ES256', claims());
    await ask(token);
    await ask(token);
    provider.fail(500);
    pass(31);
    await expect(ask(token)).rejects.toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    provider.fail(null);
  });

  it('is nothing to a gateway of another configuration', async () => {
    const token = await bySecret();
    await verifying().ask(token);
    await expect(
      verifying({ jwtSecret: 'another-secret-that-is-long-enough-for-hs256' }).ask(token),
    ).rejects.toMatchObject(REFUSED);
    await expect(verifying({ audience: 'others' }).ask(token)).rejects.toMatchObject(REFUSED);
    await expect(verifying({}, { assurance: 'aal2' }).ask(token)).rejects.toMatchObject(REFUSED);
  });
});

describe('a token that was refused', () => {
  it('is not kept, whatever is wrong with it, nor let in by one that is', async () => {
    const { ask, kept } = verifying();
    const good = await bySecret();
    await ask(good);
    const [head, body, signature = ''] = good.split('.');
    const wrong = [
      await bySecret({ aud: 'others' }),
      await bySecret({ exp: START / 1_000 - 60 }),
      await bySecret({ nbf: START / 1_000 + 60 }),
      await bySecret({ role: 'postgres' }),
      await bySecret({}, 'another-secret-that-is-long-enough-for-hs256'),
      `${head}.${body}.${signature.slice(0, -4)}AAAA`,
      `${head}.${body}.`,
      `${good}.`,
      'x',
    ];
    for (const token of wrong)
      for (const _time of [1, 2]) await expect(ask(token), token).rejects.toMatchObject(REFUSED);
    expect(kept()).toBe(1);
  });

  it('is let in once it begins', async () => {
    const { ask } = verifying();
    const token = await bySecret({ nbf: START / 1_000 + 60 });
    await expect(ask(token)).rejects.toMatchObject(REFUSED);
    pass(60);
    expect(await ask(token)).toMatchObject({ kind: 'user' });
  });
});

describe('many tokens', () => {
  it('are many viewers: none is taken for another, in whatever order they come', async () => {
    const { ask } = verifying();
    const users = Array.from({ length: 50 }, (_, n) => `a0a00000-0000-4000-8000-${String(n).padStart(12, '0')}`);
    const tokens = await Promise.all(users.map((sub) => bySecret({ sub })));
    for (const _time of [1, 2, 3]) {
      const viewers = await Promise.all(tokens.map(ask));
      expect(viewers.map(({ id }) => id)).toEqual(users);
      tokens.reverse();
      users.reverse();
    }
  });

  it('of one user are one each: a new one says what it says', async () => {
    const { ask } = verifying({}, { agents: { 'sync-odoo-agent': { actsFor: [] } } });
    const agent = { role: 'agent_sync_odoo_agent', app_metadata: { agent: 'sync-odoo-agent' } };
    for (const _time of [1, 2]) {
      expect(await ask(await bySecret())).toMatchObject({ kind: 'user', id: DEMO_USERS.ana });
      expect(await ask(await bySecret({ is_anonymous: true }))).toMatchObject({ kind: 'anonymousUser' });
      expect(await ask(await bySecret(agent))).toMatchObject({ kind: 'agent', agent: 'sync-odoo-agent' });
    }
  });
});

describe('over HTTP', () => {
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

  it('viewers that come in turn over one connection are answered as themselves', async () => {
    vi.useRealTimers();
    const sign = (sub: string) =>
      bySecret({ iss: 'supabase', sub, exp: Math.floor(Date.now() / 1_000) + 600 }, JWT_SECRET);
    const users = Object.values(DEMO_USERS);
    const tokens = await Promise.all(users.map(sign));
    for (const _time of [1, 2, 3]) {
      for (const [index, token] of tokens.entries()) {
        const response = await fetch(`${http.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
          body: '{"query":"{ viewer { id } spaces { totalCount } }"}',
        });
        expect(pick(await response.json(), 'data.viewer.id')).toBe(users[index]);
      }
      const anonymous = await fetch(`${http.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ viewer { id kind } }"}',
      });
      expect(await anonymous.json()).toEqual({ data: { viewer: { id: null, kind: 'ANONYMOUS' } } });
    }
  });
});

/** Tokens: what is refused, with 401 through the real HTTP server, and what is not. */
import { type JWTPayload, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { createTestGateway, pick, type TestGateway, testToken } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';
import { JWT_SECRET } from '../support/stack.ts';

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

const now = () => Math.floor(Date.now() / 1_000);
const ANA: JWTPayload = { iss: 'supabase', aud: 'authenticated', role: 'authenticated', sub: DEMO_USERS.ana as string };
const AGENT: JWTPayload = {
  iss: 'supabase',
  aud: 'authenticated',
  role: 'agent_sync_odoo_agent',
  app_metadata: { agent: 'sync-odoo-agent' },
};

function sign(claims: JWTPayload, secret = JWT_SECRET, alg = 'HS256'): Promise<string> {
  return new SignJWT({ exp: now() + 600, ...claims })
    .setProtectedHeader({ alg })
    .sign(new TextEncoder().encode(secret));
}

function without(claims: JWTPayload, name: string): JWTPayload {
  return Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name));
}

async function ask(authorization: string | undefined, query = '{ viewer { kind id agent } pages { totalCount } }') {
  const response = await fetch(`${http.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) },
    body: JSON.stringify({ query }),
  });
  const text = await response.text();
  return { status: response.status, text, body: JSON.parse(text) as { data?: unknown; errors?: unknown[] } };
}

const tamper = (token: string, part: number, change: (text: string) => string) =>
  token
    .split('.')
    .map((text, index) =>
      index === part ? Buffer.from(change(Buffer.from(text, 'base64url').toString())).toString('base64url') : text,
    )
    .join('.');

const REFUSED: readonly (readonly [string, () => Promise<string> | string])[] = [
  ['signed with another secret', () => sign(ANA, 'another-secret-that-is-also-long-enough-for-hs256')],
  [
    'whose claims were changed after signing',
    async () => tamper(await sign(ANA), 1, (text) => text.replace('authenticated"', 'service_role"')),
  ],
  ['whose signature was cut off', async () => (await sign(ANA)).replace(/[^.]+$/, '')],
  ['of algorithm none', () => new UnsecuredJWT({ ...ANA, exp: now() + 600 }).encode()],
  ['of algorithm none with a borrowed signature', async () => tamper(await sign(ANA), 0, () => '{"alg":"none"}')],
  ['of algorithm HS512', () => sign(ANA, JWT_SECRET.repeat(2), 'HS512')],
  ['that names ES256 where no keys are configured', async () => tamper(await sign(ANA), 0, () => '{"alg":"ES256"}')],
  ['that has expired', () => sign({ ...ANA, exp: now() - 60 })],
  [
    'that never expires',
    () => new SignJWT(ANA).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(JWT_SECRET)),
  ],
  ['whose exp is text', () => sign({ ...ANA, exp: '9999999999' as unknown as number })],
  ['that is not valid yet', () => sign({ ...ANA, nbf: now() + 600 })],
  ['of another issuer', () => sign({ ...ANA, iss: 'https://evil.example/auth/v1' })],
  ['of no issuer', () => sign(without(ANA, 'iss'))],
  ['for another audience', () => sign({ ...ANA, aud: 'anon' })],
  ['for no audience', () => sign(without(ANA, 'aud'))],
  ['of a user for a list of other audiences', () => sign({ ...ANA, aud: ['a', 'b'] })],
  ['of a user without a subject', () => sign(without(ANA, 'sub'))],
  ['of a user whose subject is no uuid', () => sign({ ...ANA, sub: 'ana' })],
  ['of a user whose subject is SQL', () => sign({ ...ANA, sub: "a0a00000-0000-4000-8000-000000000001' or 1=1" })],
  ['without a role', () => sign(without(ANA, 'role'))],
  ['whose role is a list', () => sign({ ...ANA, role: ['authenticated', 'service_role'] })],
  ['of the role postgres', () => sign({ ...ANA, role: 'postgres' })],
  ['of the role gateway', () => sign({ ...ANA, role: 'gateway' })],
  ['of the role SERVICE_ROLE', () => sign({ ...ANA, role: 'SERVICE_ROLE' })],
  ['of a role of SQL', () => sign({ ...ANA, role: 'authenticated; reset role' })],
  [
    'of an agent that the doctrine lacks',
    () => sign({ ...AGENT, role: 'agent_evil', app_metadata: { agent: 'evil' } }),
  ],
  [
    'of an agent called __proto__',
    () => sign({ ...AGENT, role: 'agent___proto__', app_metadata: { agent: '__proto__' } }),
  ],
  ['of an agent whose role is another agent', () => sign({ ...AGENT, role: 'agent_workspace_indexer' })],
  ['of an agent role without a name', () => sign(without(AGENT, 'app_metadata'))],
  [
    'of an agent named in user_metadata',
    () => sign({ ...without(AGENT, 'app_metadata'), user_metadata: { agent: 'sync-odoo-agent' } }),
  ],
  ['of an agent for another audience', () => sign({ ...AGENT, aud: 'elsewhere' })],
  ['that is no JWT', () => 'abc'],
  ['that is an API key of Supabase', () => 'sb_secret_0123456789abcdef'],
  ['of three empty parts', () => '..'],
];

describe('a token is refused with 401', () => {
  it.each(REFUSED)('that is one %s', async (_name, make) => {
    const { status, body, text } = await ask(`Bearer ${await make()}`);
    expect(status).toBe(401);
    expect(body.data).toBeUndefined();
    expect(pick(body.errors, '0.extensions.code')).toBe('UNAUTHENTICATED');
    expect(body.errors).toHaveLength(1);
    expect(text).not.toContain(JWT_SECRET);
  });

  it.each(['Basic YTpi', 'Bearer', 'Bearer ', 'Token abc', 'bearer a b', ''])(
    'when the header is "%s", not taken for anonymous',
    async (header) => {
      const { status, body } = await ask(header);
      expect(status).toBe(401);
      expect(pick(body.errors, '0.extensions.code')).toBe('UNAUTHENTICATED');
    },
  );

  it('before anything is asked of an upstream', async () => {
    await gateway.execute('{ pages { totalCount } }', { token: 'abc' });
    expect(gateway.calls).toEqual([]);
  });
});

describe('a token is taken', () => {
  it.each([
    ['of a user', ANA, { kind: 'USER', id: DEMO_USERS.ana, agent: null }],
    ['of a user for several audiences', { ...ANA, aud: ['x', 'authenticated'] }, { kind: 'USER' }],
    [
      'of the service without subject and audience',
      { iss: 'supabase', role: 'service_role' },
      { kind: 'SERVICE', id: null },
    ],
    ['of an agent', AGENT, { kind: 'AGENT', agent: 'sync-odoo-agent', id: null }],
  ])('%s', async (_name, claims, viewer) => {
    const { status, body } = await ask(`Bearer ${await sign(claims)}`);
    expect(status).toBe(200);
    expect(pick(body, 'data.viewer')).toMatchObject(viewer);
  });

  it('within five seconds of its end, as clocks differ', async () => {
    expect((await ask(`Bearer ${await sign({ ...ANA, exp: now() - 2 })}`)).status).toBe(200);
  });

  it('without an authority of user_metadata, which its user can edit', async () => {
    const token = await sign({
      ...ANA,
      user_metadata: { role: 'service_role', agent: 'sync-odoo-agent', sub: DEMO_USERS.carla },
    });
    const { data, errors } = await gateway.execute(
      '{ viewer { kind } runs { totalCount } spaces { nodes { name } } }',
      {
        token,
      },
    );
    expect(pick(data, 'viewer.kind')).toBe('USER');
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    expect(pick(data, 'spaces.nodes')).toEqual([{ name: 'Finance' }, { name: 'Projects' }]);
  });

  it('of any demo name that `testToken` issues', async () => {
    expect((await ask(`bearer ${await testToken('ben')}`)).status).toBe(200);
  });
});

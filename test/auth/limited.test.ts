/** Tokens that make less of a user: viewers of their own, or refused; and what makes nobody less. */
import { type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { copyPaths, type DoctrineDraft } from '../support/doctrine.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';
import { openSocket } from '../support/socket.ts';
import { JWT_SECRET } from '../support/stack.ts';

const ANA = DEMO_USERS.ana as string;
const CLIENT = '0c11e000-0000-4000-8000-00000000000c';
const READS = '{ partners { totalCount } moves { totalCount } spaces { totalCount } }';
const WRITE = 'mutation { createSpace(input: { name: "Mine" }) { space { id } } }';
const VIEWER = '{ viewer { kind id isAnonymous agent clientId actsFor } }';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway();
});

afterAll(() => gateway[Symbol.asyncDispose]());

const sign = (more: JWTPayload) =>
  new SignJWT({ iss: 'supabase', aud: 'authenticated', role: 'authenticated', sub: ANA, ...more })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('10m')
    .sign(new TextEncoder().encode(JWT_SECRET));
const ask = async (query: string, more: JWTPayload, at = gateway) => at.execute(query, { token: await sign(more) });

const draft = (change: (doctrine: DoctrineDraft & Record<string, unknown>) => void) =>
  copyPaths((doctrine) => change(doctrine as DoctrineDraft & Record<string, unknown>));

describe('an anonymous sign-in', () => {
  const anonymous = { is_anonymous: true };

  it('is a viewer of its own', async () => {
    const { data } = await ask(VIEWER, anonymous);
    expect(data?.viewer).toEqual({
      kind: 'ANONYMOUS_USER',
      id: ANA,
      isAnonymous: true,
      agent: null,
      clientId: null,
      actsFor: null,
    });
  });

  it('reads what is open, and nothing that belongs to somebody', async () => {
    const { data, errors } = await ask(READS, anonymous);
    expect(data).toEqual({ partners: null, moves: null, spaces: null });
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN']);
    expect(errors?.[0]?.message).toContain('signed in anonymously');
    expect(gateway.calls).toEqual([]);
    expect((await ask('{ doctrine { surfaces { name } } }', anonymous)).errors).toBeUndefined();
  });

  it('writes nothing', async () => {
    const { data, errors } = await ask(WRITE, anonymous);
    expect(data?.createSpace).toBeNull();
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BOUNDARY_VIOLATION']);
    expect(gateway.calls).toEqual([]);
  });

  it('is not shown the schema where that is for those who are signed in', async () => {
    await using closed = await createTestGateway({ introspection: 'signed-in', beside: gateway });
    const query = '{ __schema { queryType { name } } }';
    expect((await ask(query, anonymous, closed)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await ask(query, {}, closed)).errors).toBeUndefined();
  });

  it('shares with all others what places one viewer has for connections that stay open', async () => {
    await using http = await serve(gateway, { live: { maxPerViewer: 1 } });
    const open = async (sub: string) => {
      const socket = await openSocket(http.url);
      const token = await sign({ ...anonymous, sub });
      socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } });
      return socket;
    };
    const first = await open(ANA);
    expect(await first.next()).toMatchObject({ type: 'connection_ack' });
    const second = await open(DEMO_USERS.ben as string);
    expect(await second.closed).toMatchObject({ code: 1013, reason: expect.stringMatching(/^LIMIT_EXCEEDED: /) });
    first.close();
  });

  it('reads what the doctrine gives it', async () => {
    using paths = draft(({ readers }) => Object.assign(readers, { anonymousUser: { odoo: ['res.country'] } }));
    await using generous = await createTestGateway({ paths, beside: gateway });
    const { data, errors } = await ask(
      '{ countries(first: 1) { nodes { code } } partners { totalCount } }',
      anonymous,
      generous,
    );
    expect(pick(data, 'countries.nodes')).toHaveLength(1);
    expect(errors?.map(({ path }) => path)).toEqual([['partners']]);
  });
});

describe('a token that was given to an OAuth client', () => {
  const claims = [
    ['client_id', { client_id: CLIENT }],
    ['azp', { azp: CLIENT }],
    ['another client as azp', { client_id: 'notes', azp: CLIENT }],
    ['scopes beside', { client_id: CLIENT, scope: 'openid email' }],
  ] as const;

  it.each(claims)('is refused whole where the doctrine does not name it: %s', async (_name, more) => {
    for (const query of [VIEWER, READS, WRITE]) {
      const { status, data, errors } = await ask(query, more);
      expect(status).toBe(401);
      expect(data).toBeUndefined();
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
    }
  });

  it('reads, where the doctrine names it, what both it and the user may, and writes nothing', async () => {
    const reads = { odoo: ['res.country', 'res.users'] };
    using paths = draft((doctrine) => {
      doctrine.oauthClients = { 'team-calendar': { clientId: CLIENT, purpose: 'Shows tasks by day.', reads } };
    });
    await using naming = await createTestGateway({ paths, beside: gateway });
    expect((await ask(VIEWER, { client_id: CLIENT }, naming)).data?.viewer).toEqual({
      kind: 'OAUTH_CLIENT',
      id: null,
      isAnonymous: false,
      agent: null,
      clientId: CLIENT,
      actsFor: ANA,
    });
    const query = '{ countries(first: 1) { nodes { code } } users { totalCount } spaces { totalCount } }';
    const { data, errors } = await ask(query, { client_id: CLIENT, scope: 'openid' }, naming);
    expect(pick(data, 'countries.nodes')).toHaveLength(1);
    expect(errors?.map(({ path, extensions }) => [path?.[0], extensions.code])).toEqual([
      ['users', 'FORBIDDEN'],
      ['spaces', 'FORBIDDEN'],
    ]);
    const written = await ask(WRITE, { client_id: CLIENT }, naming);
    expect(written.errors?.map(({ extensions }) => extensions.code)).toEqual(['BOUNDARY_VIOLATION']);
    expect((await ask(VIEWER, { client_id: CLIENT, is_anonymous: true }, naming)).status).toBe(401);
  });
});

describe('a token is refused that', () => {
  const service = { role: 'service_role', sub: undefined };
  it.each<[string, JWTPayload]>([
    ['says "true" for is_anonymous', { is_anonymous: 'true' }],
    ['says 1 for is_anonymous', { is_anonymous: 1 }],
    ['says null for is_anonymous', { is_anonymous: null }],
    ['names an empty client', { client_id: '' }],
    ['names a client by a number', { client_id: 7 }],
    ['names no client by null', { client_id: null }],
    ['says who acts for its user', { act: { sub: DEMO_USERS.ben } }],
    ['says in null who acts for its user', { act: null }],
    ['is limited to a scope', { scope: 'read:pages' }],
    ['is limited to no scope at all', { scope: '' }],
    ['is limited to scopes in a list', { scp: ['pages'] }],
    ['is limited to what was asked for in detail', { authorization_details: [{ type: 'page' }] }],
    ['is bound to a key', { cnf: { jkt: 'x' } }],
    ['is an anonymous service', { ...service, is_anonymous: true }],
    ["is a client's, as the service", { ...service, client_id: CLIENT }],
    [
      "is a client's, as an agent",
      { role: 'agent_sync_odoo_agent', app_metadata: { agent: 'sync-odoo-agent' }, client_id: CLIENT },
    ],
  ])('%s', async (_name, more) => {
    const { status, data, errors } = await ask(VIEWER, more);
    expect([status, data, errors?.[0]?.extensions.code]).toEqual([401, undefined, 'UNAUTHENTICATED']);
  });
});

describe('a full user stays one', () => {
  it.each<[string, JWTPayload]>([
    ['with is_anonymous: false', { is_anonymous: false }],
    ['with an agent of an application of its own', { app_metadata: { agent: true } }],
    ['with no agent', { app_metadata: { agent: null } }],
    ['with the name of an agent, and the role of a user', { app_metadata: { agent: 'sync-odoo-agent' } }],
    ['with app_metadata: null', { app_metadata: null }],
    ['with app_metadata as a list', { app_metadata: [] }],
    ['with one factor', { aal: 'aal1' }],
    ['with a session that a recovery link began', { amr: [{ method: 'recovery', timestamp: 1 }] }],
    ['with its subject in capitals', { sub: ANA.toUpperCase() }],
  ])('%s', async (_name, more) => {
    const { data } = await ask('{ viewer { kind id isAnonymous } spaces { totalCount } }', more);
    expect(data).toEqual({ viewer: { kind: 'USER', id: ANA, isAnonymous: false }, spaces: { totalCount: 2 } });
  });

  it('with two factors alone, where the doctrine asks for them', async () => {
    using paths = draft((doctrine) => {
      doctrine.assurance = 'aal2';
    });
    await using careful = await createTestGateway({ paths, beside: gateway });
    for (const claims of [{}, { aal: 'aal1' }]) {
      const { status, errors } = await ask(VIEWER, claims, careful);
      expect([status, errors?.[0]?.message]).toEqual([401, expect.stringContaining('second factor')]);
    }
    expect(pick((await ask(VIEWER, { aal: 'aal2' }, careful)).data, 'viewer.kind')).toBe('USER');
    expect((await careful.execute(VIEWER, { as: 'service' })).errors).toBeUndefined();
  });
});

/** OAuth clients that the doctrine makes agents: they read what both may, write what the agent may, and leave their name. */
import { type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { type Acting, createActing } from '../support/acting.ts';
import { pick, type TestGateway } from '../support/gateway.ts';
import { JWT_SECRET } from '../support/stack.ts';

const ANA = DEMO_USERS.ana as string;
const BEN = DEMO_USERS.ben as string;
const AGENT = 'test-client-writer';
const CLIENT = '0c11e000-0000-4000-8000-0000000000ac';
const TENANT = 'tenant-7';
const VIEWER = '{ viewer { kind id agent clientId actsFor isAnonymous } }';

let acting: Acting;
let gateway: TestGateway;
let space: string;

const ask = async (query: string, more: JWTPayload, variables: Record<string, unknown> = {}) => {
  const token = await new SignJWT({ iss: 'supabase', aud: 'authenticated', role: 'authenticated', sub: ANA, ...more })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime('10m')
    .sign(new TextEncoder().encode(JWT_SECRET));
  return gateway.execute(query, { token, variables });
};
const CREATE = `mutation ($input: CreatePageInput!) { createPage(input: $input) {
  page { id title history { nodes { changedBy userId actingAgent clientId } } } userErrors { code } } }`;
const created = (key: string, spaceId = space) => ({ input: { title: 'By a client', spaceId, idempotencyKey: key } });

beforeAll(async () => {
  acting = await createActing(AGENT, (draft) => {
    draft.oauthClients = { 'team-notes': { clientId: CLIENT, agent: AGENT } };
    Object.assign(draft.agents[AGENT]?.reads ?? {}, { odoo: ['res.country', 'res.users'] });
  });
  gateway = acting.gateway;
  const made = await ask(`mutation { createSpace(input: { name: "${TENANT}" }) { space { id } } }`, {});
  space = String(pick(made.data, 'createSpace.space.id'));
});

afterAll(() => acting[Symbol.asyncDispose]());

describe('an OAuth client that the doctrine makes an agent', () => {
  it.each<[string, JWTPayload]>([
    ['by client_id', { client_id: CLIENT }],
    ['by azp where client_id is absent', { azp: CLIENT }],
    ['by both', { client_id: CLIENT, azp: CLIENT }],
    ['with scopes, which limit no data', { client_id: CLIENT, scope: 'openid profile' }],
  ])('is that agent, for the user who let it in: %s', async (_name, more) => {
    expect((await ask(VIEWER, more)).data?.viewer).toEqual({
      kind: 'AGENT',
      id: null,
      agent: AGENT,
      clientId: CLIENT,
      actsFor: ANA,
      isAnonymous: false,
    });
  });

  it('reads what both may: what users may not read stays closed, and so does what is not the user’s', async () => {
    const query =
      '{ countries(first: 1) { nodes { code } } users { totalCount } partners { totalCount } spaces { nodes { id } } }';
    const { data, errors } = await ask(query, { client_id: CLIENT });
    expect(pick(data, 'countries.nodes')).toHaveLength(1);
    expect(errors?.map(({ path, extensions }) => [path?.[0], extensions.code])).toEqual([
      // The agent may and users may not, and the other way round.
      ['users', 'FORBIDDEN'],
      ['partners', 'FORBIDDEN'],
    ]);
    const own = await ask('{ spaces { nodes { id } } }', {});
    expect(pick(data, 'spaces.nodes')).toEqual(pick(own.data, 'spaces.nodes'));
    const other = await ask('{ spaces { nodes { id } } }', { client_id: CLIENT, sub: BEN });
    expect(JSON.stringify(other.data)).not.toContain(space);
  });

  it('writes what the agent may, and its client_id stands with it', async () => {
    for (const [key, claim] of [
      ['client_id', { client_id: CLIENT }],
      ['azp', { azp: CLIENT }],
    ] as const) {
      const { data, errors } = await ask(CREATE, claim, created(key));
      expect(errors).toBeUndefined();
      expect(pick(data, 'createPage.page.history.nodes')).toEqual([
        { changedBy: ANA, userId: ANA, actingAgent: AGENT, clientId: CLIENT },
      ]);
    }
    const { errors } = await ask(
      'mutation { createSpace(input: { name: "x", idempotencyKey: "x" }) { space { id } } }',
      {
        client_id: CLIENT,
      },
    );
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN']);
    const elsewhere = await ask(CREATE, { client_id: CLIENT, sub: BEN }, created('elsewhere'));
    expect(pick(elsewhere.data, 'createPage.userErrors')).toEqual([{ code: 'NOT_FOUND' }]);
  });

  it('counts what it uses by the agent, the person and the client', async () => {
    const used = await gateway.owner((client) =>
      client.query(
        `select sub, act, client_id, used from ops.agent_usage where agent = $1 and coordinate = 'Mutation.createPage' order by sub`,
        [AGENT],
      ),
    );
    expect(used).toEqual([
      { sub: ANA, act: AGENT, client_id: CLIENT, used: 2 },
      { sub: BEN, act: AGENT, client_id: CLIENT, used: 1 },
    ]);
  });

  it.each<[string, JWTPayload]>([
    ['names a client that the doctrine does not', { client_id: 'somebody-else' }],
    ['names one and was given to another', { client_id: CLIENT, azp: 'somebody-else' }],
    ['belongs to an anonymous sign-in', { client_id: CLIENT, is_anonymous: true }],
    ['says for itself for whom it acts', { client_id: CLIENT, act: { sub: BEN } }],
    ['names no user', { client_id: CLIENT, sub: 'nobody' }],
    ['is the agent’s own', { client_id: CLIENT, role: 'agent_test_client_writer', app_metadata: { agent: AGENT } }],
  ])('is refused where its token %s', async (_name, more) => {
    const { status, errors } = await ask(VIEWER, more);
    expect([status, errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
  });

  it.each<[string, JWTPayload, boolean, boolean]>([
    ['reading', { scope: 'openid tripoint:read' }, true, false],
    ['reading, as a list', { scp: ['tripoint:read'] }, true, false],
    ['writing', { scope: 'tripoint:write' }, false, true],
    ['both', { scope: 'tripoint:write tripoint:read' }, true, true],
  ])('is held to the scope of ours that its token names: %s', async (name, more, mayRead, mayWrite) => {
    const read = await ask('{ spaces { nodes { id } } }', { client_id: CLIENT, ...more });
    const written = await ask(CREATE, { client_id: CLIENT, ...more }, created(`scope ${name}`));
    const refused = (scope: string) => [{ code: 'FORBIDDEN', scope }];
    expect(read.errors?.map(({ extensions }) => extensions)).toEqual(mayRead ? undefined : refused('tripoint:read'));
    expect(written.errors?.map(({ extensions }) => extensions)).toEqual(
      mayWrite
        ? mayRead
          ? undefined
          : [expect.objectContaining({ scope: 'tripoint:read' })]
        : refused('tripoint:write'),
    );
  });
});

describe('a tenant and an OAuth client in one token', () => {
  const tenant = { app_metadata: { client_id: TENANT, provider: 'email' } };

  it('are each read from their own place', async () => {
    // Isolation of tenants as a policy has it: by app_metadata, on top of what is there.
    await gateway.owner((client) =>
      client.script(`create policy tenant_only on work.spaces as restrictive for select to ${acting.role}, authenticated
        using (name = (select work.claims() #>> '{app_metadata,client_id}'));
        grant execute on function work.claims to ${acting.role};`),
    );
    const namesOf = async (more: JWTPayload) =>
      pick((await ask('{ spaces { nodes { name } } }', more)).data, 'spaces.nodes') as { name: string }[];
    expect(await namesOf({ client_id: CLIENT, ...tenant })).toEqual([{ name: TENANT }]);
    expect(await namesOf(tenant)).toEqual([{ name: TENANT }]);
    // The client is no tenant, and a tenant of another name sees nothing here.
    expect(await namesOf({ client_id: CLIENT })).toEqual([]);
    expect(await namesOf({ client_id: CLIENT, app_metadata: { client_id: CLIENT } })).toEqual([]);
    await gateway.owner((client) => client.script('drop policy tenant_only on work.spaces'));
    const { data } = await ask(CREATE, { client_id: CLIENT, ...tenant }, created('tenant'));
    expect(pick(data, 'createPage.page.history.nodes.0')).toMatchObject({ clientId: CLIENT });
  });

  it('do not stand for each other: a user of a tenant is a full user', async () => {
    expect((await ask(VIEWER, tenant)).data?.viewer).toMatchObject({ kind: 'USER', id: ANA, clientId: null });
    const { status } = await ask(VIEWER, { app_metadata: { client_id: CLIENT } });
    expect(status).toBe(200);
    expect((await ask(VIEWER, { app_metadata: { client_id: CLIENT } })).data?.viewer).toMatchObject({ kind: 'USER' });
  });
});

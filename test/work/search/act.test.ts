/** Agents that act for a user: what both may, and nothing for who only says so. */
import { type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_USERS } from '../../../src/auth/issue.ts';
import { ANONYMOUS, agentViewer, viewerScope } from '../../../src/auth/viewer.ts';
import { SEARCH } from '../../support/ask-docs.ts';
import { copyPaths } from '../../support/doctrine.ts';
import { type As, createTestGateway, pick, type TestGateway } from '../../support/gateway.ts';
import { indexAll } from '../../support/search.ts';
import { JWT_SECRET } from '../../support/stack.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway({ search: SEARCH });
  await indexAll(gateway, SEARCH.embedder);
});

afterAll(() => gateway[Symbol.asyncDispose]());

const AGENT = 'agent:workspace-ask-docs';
const ASK = `{ askDocs(question: "the VAT return and the minutes of the board", first: 50) {
  passages { score snippet(highlight: true) block { id content } page { id title space { name } } } }
  pages { totalCount nodes { title } } spaces { nodes { name } } }`;

const CLAIMS: JWTPayload = {
  iss: 'supabase',
  aud: 'authenticated',
  role: 'agent_workspace_ask_docs',
  app_metadata: { agent: 'workspace-ask-docs' },
};

function sign(claims: JWTPayload): Promise<string> {
  return new SignJWT({ exp: Math.floor(Date.now() / 1_000) + 600, ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(JWT_SECRET));
}

describe('an agent that acts for a user', () => {
  it.each(['ana', 'ben', 'carla'])('sees what %s sees, byte by byte', async (user) => {
    const asUser = await gateway.execute(ASK, { as: user });
    const asAgent = await gateway.execute(ASK, { as: `${AGENT} for ${user}` });
    expect(asUser.errors).toBeUndefined();
    expect(pick(asUser.data, 'askDocs.passages.0.score')).toEqual(expect.any(Number));
    expect(asAgent.text).toBe(asUser.text);
  });

  it('is told from the agent alone', async () => {
    const query = '{ viewer { kind id agent actsFor } }';
    expect((await gateway.execute(query, { as: `${AGENT} for ana` })).data?.viewer).toEqual({
      kind: 'AGENT',
      id: null,
      agent: 'workspace-ask-docs',
      actsFor: DEMO_USERS.ana,
    });
    const viewer = { ...ANONYMOUS, kind: 'agent', agent: 'x', role: 'agent_x' } as const;
    const scopes = [null, 'a', 'b'].map((actsFor) => viewerScope({ ...viewer, actsFor }));
    expect(new Set(scopes).size).toBe(3);
  });

  it('reads nothing that the agent may not read, though the user may', async () => {
    const fields = ['partners', 'moves', 'projects', 'databases', 'templates', 'runs', 'deliveryProjects'];
    for (const field of fields) {
      const query = `{ ${field} { totalCount } }`;
      const { data, errors } = await gateway.execute(query, { as: `${AGENT} for ana` });
      if (errors?.[0]?.extensions.reason === 'GRAPHQL_VALIDATION_FAILED') continue;
      expect([field, data?.[field], errors?.[0]?.extensions.code]).toEqual([field, null, 'FORBIDDEN']);
      expect(gateway.calls).toEqual([]);
    }
    const { data, errors } = await gateway.execute(
      '{ askDocs(question: "who reviews returns", first: 3) { passages { page { title comments { totalCount } partner { name } } } } }',
      { as: `${AGENT} for ana` },
    );
    expect(pick(data, 'askDocs.passages.0.page')).toMatchObject({ comments: null, partner: null });
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['FORBIDDEN']));
  });

  it('reads nothing that the user may not read, though the agent may', async () => {
    using paths = copyPaths(({ readers }) => {
      Object.assign(readers.user ?? {}, { work: ['work.spaces', 'work.pages', 'work.search_index'] });
    });
    await using strict = await createTestGateway({ beside: gateway, paths, search: SEARCH });
    const query = '{ askDocs(question: "VAT", first: 1) { passages { block { id } page { title } } } }';
    const { data, errors } = await strict.execute(query, { as: `${AGENT} for ana` });
    expect(pick(data, 'askDocs.passages.0')).toMatchObject({ block: null, page: { title: expect.any(String) } });
    expect(errors).toMatchObject([{ path: ['askDocs', 'passages', 0, 'block'], extensions: { code: 'FORBIDDEN' } }]);
  });

  it('writes nothing, though the user may', async () => {
    const { errors } = await gateway.execute(
      `mutation { createSpace(input: { name: "x", idempotencyKey: "x" }) { space { id } userErrors { code } } }`,
      { as: `${AGENT} for ana` },
    );
    expect(errors).toMatchObject([{ extensions: { code: 'BOUNDARY_VIOLATION' } }]);
    expect(gateway.calls).toEqual([]);
  });
});

describe('an agent that acts for nobody', () => {
  const seen = async (token: string) => {
    const { data, status, errors } = await gateway.execute(ASK, { token });
    expect([status, errors]).toEqual([200, undefined]);
    return [pick(data, 'askDocs.passages'), pick(data, 'pages.totalCount'), pick(data, 'spaces.nodes')];
  };

  it.each<[string, JWTPayload]>([
    ['without act', {}],
    ['that names a user as its own subject', { sub: DEMO_USERS.ana as string }],
    ['with act in user_metadata', { user_metadata: { act: { sub: DEMO_USERS.ana } } }],
    ['with act in app_metadata', { app_metadata: { agent: 'workspace-ask-docs', act: { sub: DEMO_USERS.ana } } }],
    ['that acts for a user whom nobody knows', { act: { sub: '57a90000-0000-4000-8000-000000000001' } }],
  ])('sees nothing: a token %s', async (_name, claims) => {
    expect(await seen(await sign({ ...CLAIMS, ...claims }))).toEqual([[], 0, []]);
  });
});

describe('act is refused with 401', () => {
  const act = { sub: DEMO_USERS.ana };
  const user = { iss: 'supabase', aud: 'authenticated', role: 'authenticated', sub: DEMO_USERS.carla as string };

  it.each<[string, JWTPayload]>([
    ["on a user's token", { ...user, act }],
    ["on a user's token, for that user", { ...user, act: { sub: DEMO_USERS.carla } }],
    ["on the service's token", { iss: 'supabase', role: 'service_role', act }],
    [
      "on another agent's token",
      { ...CLAIMS, role: 'agent_workspace_indexer', app_metadata: { agent: 'workspace-indexer' }, act },
    ],
    [
      'on the token of the agent that writes to Odoo',
      { ...CLAIMS, role: 'agent_sync_odoo_agent', app_metadata: { agent: 'sync-odoo-agent' }, act },
    ],
    ["with another agent's role", { ...CLAIMS, role: 'agent_workspace_indexer', act }],
    ['for no uuid', { ...CLAIMS, act: { sub: 'ana' } }],
    ['for SQL', { ...CLAIMS, act: { sub: `${DEMO_USERS.ana}' or '1'='1` } }],
    ['for nobody', { ...CLAIMS, act: {} }],
    ['of null', { ...CLAIMS, act: null }],
    ['of a text', { ...CLAIMS, act: DEMO_USERS.ana }],
    ['of a list', { ...CLAIMS, act: [act] }],
    ['for several users', { ...CLAIMS, act: { sub: [DEMO_USERS.ana, DEMO_USERS.carla] } }],
    ['for a user that acts for another one', { ...CLAIMS, act: { ...act, act: { sub: DEMO_USERS.carla } } }],
    ['with a role for the user', { ...CLAIMS, act: { ...act, role: 'service_role' } }],
  ])('%s', async (_name, claims) => {
    const { status, data, errors } = await gateway.execute(ASK, { token: await sign(claims) });
    expect(status).toBe(401);
    expect(data).toBeUndefined();
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['UNAUTHENTICATED']);
    expect(gateway.calls).toEqual([]);
  });
});

describe('by direct SQL', () => {
  const count = async (as: As, table: string, more: Record<string, unknown> = {}) => {
    const claims = { role: 'agent_workspace_ask_docs', app_metadata: { agent: 'workspace-ask-docs' }, ...more };
    const viewer = { ...agentViewer('workspace-ask-docs'), claims: JSON.stringify(claims) };
    const text = `select count(*)::text from ${table}`;
    return String(
      await gateway.sources.postgres?.render(viewer, { text, values: [] }).catch(({ code }) => `${as} ${code}`),
    );
  };

  it('the agent sees the rows of the user that its claims name, and without one none', async () => {
    for (const table of ['work.spaces', 'work.pages', 'work.blocks', 'work.search_index']) {
      expect(await count(null, table)).toBe('0');
      expect(Number(await count(null, table, { sub: DEMO_USERS.ana }))).toBeGreaterThan(1);
    }
  });

  it.each(['work.comments', 'work.permissions', 'work.databases', 'work.index_queue', 'ops.runs'])(
    'the agent reads no %s, whomever it acts for',
    async (table) => {
      expect(await count('agent', table, { sub: DEMO_USERS.ana })).toBe('agent FORBIDDEN');
    },
  );
});

/** Mutations for which the doctrine wants a second factor: of users, and of nobody else. */
import { SignJWT } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { buildSchema, copyPaths, type DoctrineDraft, type TestPaths } from '../support/doctrine.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { JWT_SECRET } from '../support/stack.ts';

type Draft = DoctrineDraft & { assurance: unknown };
let base: TestGateway;
let gateway: TestGateway;
let paths: TestPaths;

const want = (assurance: unknown) => (draft: DoctrineDraft) => {
  (draft as Draft).assurance = assurance;
};

beforeAll(async () => {
  base = await createTestGateway();
  paths = copyPaths(want({ aal2: ['Mutation.createSpace', 'Mutation.enqueueRun'] }));
  gateway = await createTestGateway({ beside: base, paths });
});

afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await base[Symbol.asyncDispose]();
  paths[Symbol.dispose]();
});

function sign(claims: object): Promise<string> {
  return new SignJWT({ role: 'authenticated', aud: 'authenticated', sub: DEMO_USERS.ana, ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('supabase')
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(JWT_SECRET));
}

const CREATE = 'mutation { createSpace(input: { name: "Safe" }) { space { id } userErrors { code } } }';
const RENAME =
  'mutation { renameSpace(input: { spaceId: "00000000-0000-4000-8000-000000000000", name: "x" }) { userErrors { code } } }';
const explain = (coordinate: string) =>
  `{ explainPermission(coordinate: "${coordinate}") { allowed code reason line } }`;

it.each([{}, { aal: 'aal1' }, { aal: 'aal3' }])(
  'refuses a user whose token says %j, by a code of its own',
  async (claims) => {
    const token = await sign(claims);
    const { data, errors, status } = await gateway.execute(CREATE, { token });
    expect([status, pick(data, 'createSpace')]).toEqual([200, null]);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['SECOND_FACTOR_REQUIRED']);
    expect(errors?.[0]?.message).toContain('Mutation.createSpace wants a second factor');
    // What asks for none goes on, reads among it.
    const renamed = await gateway.execute(RENAME, { token });
    expect(pick(renamed.data, 'renameSpace.userErrors.0.code')).toBe('NOT_FOUND');
    expect((await gateway.execute('{ spaces { totalCount } }', { token })).errors).toBeUndefined();
  },
);

it('lets in a user who proved one, and the service without', async () => {
  const done = await gateway.execute(CREATE, { token: await sign({ aal: 'aal2' }) });
  expect(done.errors).toBeUndefined();
  expect(pick(done.data, 'createSpace.space.id')).toEqual(expect.any(String));
  expect((await gateway.execute(CREATE, { as: 'service' })).errors).toBeUndefined();
  const { data } = await gateway.execute(explain('Mutation.enqueueRun'), { as: 'agent:sync-odoo-agent' });
  expect(pick(data, 'explainPermission.allowed')).toBe(true);
});

it('tells who may not do it at all that, and not to fetch a second factor', async () => {
  const enqueue = 'mutation { enqueueRun(input: { agent: "sync-odoo-agent", kind: "odoo.write" }) { created } }';
  const { errors } = await gateway.execute(enqueue, { token: await sign({ aal: 'aal1' }) });
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BOUNDARY_VIOLATION']);
});

it('is said beforehand by explainPermission, with its line', async () => {
  const asked = await gateway.execute(explain('Mutation.createSpace'), { token: await sign({}) });
  expect(pick(asked.data, 'explainPermission')).toMatchObject({ allowed: false, code: 'SECOND_FACTOR_REQUIRED' });
  expect(pick(asked.data, 'explainPermission.line')).toMatch(/^ssot\/doctrine\.yaml:\d+$/);
  const proved = await gateway.execute(explain('Mutation.createSpace'), { token: await sign({ aal: 'aal2' }) });
  expect(pick(proved.data, 'explainPermission')).toMatchObject({ allowed: true, code: null });
});

it('is asked of an agent that acts for a user, by the claim of its own token, and not of one that acts for nobody', async () => {
  using acting = copyPaths((draft) => {
    want({ aal2: ['Mutation.decideApproval'] })(draft);
    const agent = draft.agents['sync-odoo-agent'] as unknown as Record<'actsFor' | 'executes', string[]> & {
      rows: string;
    };
    agent.actsFor = ['user'];
    agent.rows = 'member';
    agent.executes.push('ops.decide_approval');
  });
  await using other = await createTestGateway({ beside: base, paths: acting });
  const role = { role: 'agent_sync_odoo_agent', app_metadata: { agent: 'sync-odoo-agent' } };
  const act = { sub: DEMO_USERS.ana };
  const codes = [];
  for (const claims of [{ act }, { act, aal: 'aal1' }, { act, aal: 'aal2' }, {}]) {
    const token = await sign({ ...role, ...claims });
    const { data } = await other.execute(explain('Mutation.decideApproval'), { token });
    codes.push(pick(data, 'explainPermission.code'));
  }
  expect(codes).toEqual(['SECOND_FACTOR_REQUIRED', 'SECOND_FACTOR_REQUIRED', null, null]);
});

it('is asked of nobody where the doctrine only says what users prove for everything', async () => {
  const { errors } = await base.execute(CREATE, { token: await sign({ aal: 'aal1' }) });
  expect(errors).toBeUndefined();
});

it('may stand beside a second factor for everything', async () => {
  using strict = copyPaths(want({ default: 'aal2', aal2: ['Mutation.createSpace'] }));
  await using careful = await createTestGateway({ beside: base, paths: strict });
  expect((await careful.execute('{ viewer { kind } }', { token: await sign({}) })).status).toBe(401);
  expect((await careful.execute(CREATE, { token: await sign({ aal: 'aal2' }) })).errors).toBeUndefined();
});

it.each([
  [
    'a mutation that there is not',
    { aal2: ['Mutation.createPlanet'] },
    'wants a second factor for Mutation.createPlanet, which is no mutation',
  ],
  ['a query', { aal2: ['Query.spaces'] }, 'must be a mutation'],
  ['none', { aal2: [] }, 'assurance'],
])('stops the start where it names %s', (_what, assurance, problem) => {
  expect(() => buildSchema('', want(assurance))).toThrow(problem);
});

/** Ways around the rules that are none: batches, aliases, fragments, keys of prototypes, borrowed rights, SQL in names. */
import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_USERS, issueToken } from '../../src/auth/issue.ts';
import { seedId } from '../../src/demo/seed/seed.ts';
import { openDatabase, type TestDatabase } from '../support/databases.ts';
import { createTestGateway, pick, type TestAnswer, type TestGateway, testToken } from '../support/gateway.ts';
import { serve } from '../support/listening.ts';
import { JWT_SECRET } from '../support/stack.ts';

let gateway: TestGateway;
let ordinary: TestGateway;
let database: TestDatabase;

beforeAll(async () => {
  gateway = await createTestGateway();
  ordinary = await createTestGateway({ lanes: 'ordinary', beside: gateway });
  database = await openDatabase(gateway, [{ name: 'Name', type: 'TEXT' }]);
});

afterAll(async () => {
  await ordinary[Symbol.asyncDispose]();
  await gateway[Symbol.asyncDispose]();
});

const codes = ({ errors }: TestAnswer) =>
  (errors ?? []).map(({ path, extensions }) => `${path?.join('.')} ${extensions.code}`).sort();
const count = async (text: string) =>
  Number((await gateway.owner((client) => client.query(`select (${text})::int as n`)))[0]?.n);
const runs = () => count('select count(*) from ops.runs');
const comments = () => count('select count(*) from work.comments');
const PAGE = seedId('page', 'santos-reyes');
const ENQUEUE = 'enqueueRun(input: { agent: "sync-odoo-agent", kind: "attack" }) { run { id } userErrors { code } }';
const comment = (body: string) =>
  `addComment(input: { pageId: "${PAGE}", body: "${body}" }) { comment { id } userErrors { code } }`;

describe('a batch', () => {
  it.each([
    ['of requests', (one: object) => [one, one]],
    ['of one', (one: object) => [one]],
    ['of none', () => []],
  ])('%s is refused whole, and nothing of it runs', async (_what, body) => {
    await using http = await serve(gateway);
    const before = await comments();
    const response = await fetch(`${http.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${await testToken('ana')}` },
      body: JSON.stringify(body({ query: `mutation { ${comment('batched')} }` })),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
    expect(await comments()).toBe(before);
  });
});

describe('aliases', () => {
  it('repeat a refused mutation as often as they like: each is refused', async () => {
    const before = await runs();
    const many = Array.from({ length: 40 }, (_, n) => `a${n}: ${ENQUEUE}`).join('\n');
    const { data, errors } = await gateway.execute(`mutation { ${many} }`, { as: 'ana' });
    expect(new Set(Object.values(data ?? {}))).toEqual(new Set([null]));
    expect(errors).toHaveLength(40);
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['BOUNDARY_VIOLATION']));
    expect(await runs()).toBe(before);
  });

  it('give a refused field the name of an open one, or of a prototype, and are told the same', async () => {
    const query = '{ viewer: runs { totalCount } __proto__: runs { totalCount } constructor: spaces { totalCount } }';
    for (const one of [gateway, ordinary]) {
      const answer = await one.execute(query, { as: 'ana' });
      expect(codes(answer)).toEqual(['__proto__ FORBIDDEN', 'viewer FORBIDDEN']);
      expect(answer.text).toContain('"viewer":null,"__proto__":null,"constructor":{"totalCount":');
    }
  });

  it('that are keys of prototypes are keys like any other, in both lanes and at any depth', async () => {
    const query = `{ __proto__: spaces(first: 1) { toString: nodes { __proto__: id constructor: pages(first: 1) { hasOwnProperty: totalCount } } } }`;
    const answer = await gateway.execute(query, { as: 'ana' });
    expect(answer.errors).toBeUndefined();
    expect(answer.text).toMatch(
      /"__proto__":\{"toString":\[\{"__proto__":"[0-9a-f-]{36}","constructor":\{"hasOwnProperty":\d+\}\}\]\}/,
    );
    expect((await ordinary.execute(query, { as: 'ana' })).text).toBe(answer.text);
  });
});

describe('fragments', () => {
  const forms: readonly (readonly [string, string])[] = [
    ['a named one', 'query { ...F } fragment F on Query { runs { totalCount } }'],
    ['an inline one', 'query { ... on Query { runs { totalCount } } }'],
    [
      'one within another',
      'query { ...F } fragment F on Query { ...G } fragment G on Query { ... { runs { totalCount } } }',
    ],
    [
      'one that is included',
      'query ($yes: Boolean = true) { ...F @include(if: $yes) } fragment F on Query { runs { totalCount } }',
    ],
    ['one beside what is allowed', 'query { spaces { totalCount } ...F } fragment F on Query { runs { totalCount } }'],
  ];
  it.each(forms)('hide no refused field: %s', async (_what, query) => {
    for (const one of [gateway, ordinary]) {
      const answer = await one.execute(query, { as: 'ana' });
      expect(codes(answer)).toEqual(['runs FORBIDDEN']);
      expect(one.calls.filter((call) => call.includes('ops.runs'))).toEqual([]);
    }
  });

  it('hide no refused mutation, nor one below an allowed one', async () => {
    const before = await runs();
    const named = await gateway.execute(`mutation { ...F } fragment F on Mutation { ${ENQUEUE} }`, { as: 'ana' });
    expect(codes(named)).toEqual(['enqueueRun BOUNDARY_VIOLATION']);
    const link = await gateway.execute('{ pages { nodes { ...P } } } fragment P on Page { id partner { name } }', {
      as: 'agent:workspace-indexer',
    });
    expect(new Set(link.errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['FORBIDDEN']));
    expect(gateway.calls.filter((call) => call.startsWith('odoo'))).toEqual([]);
    expect(await runs()).toBe(before);
  });
});

describe('a document that mixes surfaces', () => {
  it('writes what its viewer may write, and nothing of the rest', async () => {
    const before = { runs: await runs(), comments: await comments() };
    const answer = await gateway.execute(
      `mutation { one: ${comment('first')} two: ${ENQUEUE} three: ${comment('third')} }`,
      {
        as: 'ana',
      },
    );
    expect(codes(answer)).toEqual(['two BOUNDARY_VIOLATION']);
    expect(pick(answer.data, 'three.userErrors')).toEqual([]);
    expect({ runs: await runs(), comments: await comments() }).toEqual({
      runs: before.runs,
      comments: before.comments + 2,
    });
    const agent = await gateway.execute(`mutation { one: ${comment('by an agent')} two: ${ENQUEUE} }`, {
      as: 'agent:workspace-indexer',
    });
    expect(codes(agent)).toEqual(['one BOUNDARY_VIOLATION', 'two BOUNDARY_VIOLATION']);
    expect(await comments()).toBe(before.comments + 2);
  });

  it('reads what its viewer may read, and asks for nothing of the rest', async () => {
    const query =
      '{ moves(first: 1) { nodes { id } } runs { totalCount } spaces { totalCount } approvals { totalCount } }';
    expect(codes(await gateway.execute(query, { as: 'ana' }))).toEqual(['runs FORBIDDEN']);
    expect(codes(await gateway.execute(query, { as: 'agent:workspace-indexer' }))).toEqual([
      'approvals FORBIDDEN',
      'moves FORBIDDEN',
      'runs FORBIDDEN',
    ]);
    expect(gateway.calls.filter((call) => call.startsWith('odoo') || call.includes('from ops.'))).toEqual([]);
  });
});

describe('keys of prototypes in JSON', () => {
  /** As a client may send it: `JSON.parse` makes them properties like any other. */
  const evil = (): unknown =>
    JSON.parse('{"__proto__":{"polluted":true,"role":"service_role"},"constructor":{"prototype":{"polluted":true}}}');
  const isClean = () =>
    expect([({} as Record<string, unknown>).polluted, ([] as unknown as Record<string, unknown>).polluted]).toEqual([
      undefined,
      undefined,
    ]);

  it('of an input are data, and change no prototype', async () => {
    const query =
      'mutation ($input: EnqueueRunInput!) { enqueueRun(input: $input) { run { input } userErrors { code } } }';
    const input = { agent: 'sync-odoo-agent', kind: 'attack', input: evil() };
    const answer = await gateway.execute(query, { as: 'service', variables: { input } });
    expect(answer.errors).toBeUndefined();
    expect(answer.text).toContain('"polluted"');
    isClean();
  });

  it('are no column of a row', async () => {
    const refused = await database.run('insertDatabaseRow', {
      databaseId: database.id,
      data: evil() as object as Record<string, unknown>,
    });
    expect(refused.userErrors.map(({ code }) => code)).toEqual(['BAD_USER_INPUT']);
    isClean();
  });

  it('are no arguments, no variables and no inputs', async () => {
    const query =
      'mutation ($input: AddCommentInput!) { addComment(input: $input) { comment { id } userErrors { code } } }';
    const before = await comments();
    const spread = { pageId: PAGE, body: 'x', ...(JSON.parse('{"a":1}') as object) };
    Object.defineProperty(spread, '__proto__', { value: { body: 'y' }, enumerable: true });
    const answer = await gateway.execute(query, { as: 'ana', variables: { input: spread } });
    expect(answer.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const variables = JSON.parse(`{"__proto__":{"input":{"pageId":"${PAGE}","body":"z"}}}`) as Record<string, unknown>;
    expect((await gateway.execute(query, { as: 'ana', variables })).errors?.[0]?.extensions.code).toBe(
      'BAD_USER_INPUT',
    );
    expect(await comments()).toBe(before);
    isClean();
  });
});

/** A token as the identity provider would sign it, whatever it says. */
function sign(claims: Readonly<Record<string, unknown>>): Promise<string> {
  return new SignJWT({ aud: 'authenticated', ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('supabase')
    .setExpirationTime('10m')
    .sign(new TextEncoder().encode(JWT_SECRET));
}

const LOOK = '{ viewer { kind id agent actsFor } spaces { totalCount } runs { totalCount } }';

describe('borrowed rights', () => {
  const { ana } = DEMO_USERS;
  const user = { role: 'authenticated', sub: ana };
  const agent = (name: string) => ({ role: `agent_${name.replaceAll('-', '_')}`, app_metadata: { agent: name } });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['a user that acts for another', { ...user, act: { sub: DEMO_USERS.ben } }],
    ['a service that acts for a user', { role: 'service_role', act: { sub: ana } }],
    ['an agent that may act for nobody', { ...agent('sync-odoo-agent'), act: { sub: ana } }],
    ['one that acts for no uuid', { ...agent('workspace-ask-docs'), act: { sub: 'ana' } }],
    ['one that acts for somebody who acts', { ...agent('workspace-ask-docs'), act: { sub: ana, act: { sub: ana } } }],
    ['one that acts for several', { ...agent('workspace-ask-docs'), act: [{ sub: ana }] }],
    ['one that acts for null', { ...agent('workspace-ask-docs'), act: null }],
    ['the role of an agent without its name', { role: 'agent_sync_odoo_agent', sub: ana }],
    ['the role of one agent and the name of another', { ...agent('sync-odoo-agent'), role: 'agent_workspace_indexer' }],
    [
      'its name where the user writes itself',
      { role: 'agent_sync_odoo_agent', user_metadata: { agent: 'sync-odoo-agent' } },
    ],
    ['an agent of a prototype', { role: 'agent_constructor', app_metadata: { agent: 'constructor' } }],
    ['the role of the owner', { ...user, role: 'postgres' }],
    ['a list of roles', { ...user, role: ['authenticated', 'service_role'] }],
  ])('of %s are refused', async (_what, claims) => {
    const answer = await gateway.execute(LOOK, { token: await sign(claims) });
    expect([answer.status, answer.errors?.[0]?.extensions.code]).toEqual([401, 'UNAUTHENTICATED']);
    expect(gateway.calls).toEqual([]);
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ['user_metadata', { user_metadata: { agent: 'sync-odoo-agent', role: 'service_role', is_admin: true } }],
    ['app_metadata, beside the role of a user', { app_metadata: { agent: 'sync-odoo-agent', role: 'service_role' } }],
    [
      'a prototype of app_metadata',
      { app_metadata: JSON.parse('{"__proto__":{"agent":"sync-odoo-agent"}}') as object },
    ],
  ])('that a user claims in %s are none', async (_what, claims) => {
    const answer = await gateway.execute(LOOK, { token: await sign({ ...user, ...claims }) });
    expect(pick(answer.data, 'viewer')).toEqual({ kind: 'USER', id: ana, agent: null, actsFor: null });
    expect(codes(answer)).toEqual(['runs FORBIDDEN']);
    const write = await gateway.execute(`mutation { ${ENQUEUE} }`, { token: await sign({ ...user, ...claims }) });
    expect(codes(write)).toEqual(['enqueueRun BOUNDARY_VIOLATION']);
  });

  it('of an agent that acts for a user are what both may: it reads the spaces of that user, and writes nothing', async () => {
    const act = async (name: string) => issueToken({ agent: 'workspace-ask-docs', act: name }, SIGNING);
    const seen = async (token: string) =>
      pick((await gateway.execute('{ spaces { totalCount } }', { token })).data, 'spaces.totalCount');
    expect(await seen(await act('ana'))).toBe(await seen(await testToken('ana')));
    expect(await seen(await act(randomUUID()))).toBe(0);
    expect(await seen(await sign({ ...agent('workspace-ask-docs'), sub: ana }))).toBe(0);
    const before = await comments();
    const decide = `decideApproval(input: { approvalId: "${seedId('approval', 'build-2')}", decision: APPROVED }) { userErrors { code } }`;
    const answer = await gateway.execute(`mutation { one: ${comment('deputy')} two: ${decide} }`, {
      token: await act('ana'),
    });
    expect(codes(answer)).toEqual(['one BOUNDARY_VIOLATION', 'two BOUNDARY_VIOLATION']);
    expect(await comments()).toBe(before);
    expect(await count("select count(*) from ops.approvals where status = 'PENDING'")).toBeGreaterThan(0);
  });
});

const SIGNING = { jwtSecret: JWT_SECRET, issuer: null, audience: 'authenticated', lifetimeSeconds: 600 };

describe('SQL in a name', () => {
  const DROP = `x"'); drop table work.comments cascade; --`;

  it.each<[string, string, Readonly<Record<string, unknown>>]>([
    [
      'a column to filter by',
      'query ($id: ID!, $sql: String!) { databaseRows(databaseId: $id, filter: { column: $sql, eq: "x" }) { nodes { id } } }',
      {},
    ],
    [
      'a column to order by',
      'query ($id: ID!, $sql: String!) { databaseRows(databaseId: $id, orderBy: [{ column: $sql }]) { nodes { id } } }',
      {},
    ],
    [
      'a column to group by',
      'query ($id: ID!, $sql: String!) { databaseRowGroups(databaseId: $id, by: $sql) { groups { count } } }',
      {},
    ],
    ['a cursor', 'query ($id: ID!, $sql: String!) { databaseRows(databaseId: $id, after: $sql) { nodes { id } } }', {}],
    ['a coordinate', 'query ($sql: String!) { whoMayWrite(coordinate: $sql) { owner } }', {}],
    ['an id', 'query ($sql: ID!) { page(id: $sql) { id } }', {}],
    [
      'a language',
      'mutation ($id: ID!, $sql: String!) { changeSpaceLanguage(input: { spaceId: $id, language: $sql }) { userErrors { code } } }',
      {},
    ],
  ])('of %s is refused as what it is', async (_what, query) => {
    const before = await comments();
    const id = query.includes('spaceId') ? database.spaceId : database.id;
    const variables = { sql: DROP, ...(query.includes('$id') && { id }) };
    const answer = await gateway.execute(query, { as: 'ana', variables });
    expect(answer.text).toContain('BAD_USER_INPUT');
    expect(answer.text).not.toMatch(/syntax error|relation ".*" does not exist/);
    expect(await comments()).toBe(before);
  });

  it('of a new column is a name like any other', async () => {
    const added = await database.run('addDatabaseColumn', { databaseId: database.id, name: DROP, type: 'TEXT' });
    expect(added.userErrors).toEqual([]);
    await database.insert({ [DROP]: 'kept' });
    const query =
      'query ($id: ID!, $sql: String!) { databaseRows(databaseId: $id, filter: { column: $sql, eq: "kept" }, orderBy: [{ column: $sql }]) { nodes { data } } }';
    const answer = await gateway.execute(query, { as: 'ana', variables: { id: database.id, sql: DROP } });
    expect(answer.errors).toBeUndefined();
    expect(pick(answer.data, 'databaseRows.nodes.0.data')).toEqual({ [DROP]: 'kept' });
    expect(await comments()).toBeGreaterThan(0);
  });

  it.each([
    ['an alias', '{ x"; drop: spaces { totalCount } }'],
    ['a name of an order', '{ pages(orderBy: [{ field: TITLE_DESC; drop }]) { totalCount } }'],
    ['an enum value', '{ pages(orderBy: [{ field: TITLE, direction: "ASC; drop" }]) { totalCount } }'],
  ])('of %s is no GraphQL', async (_what, query) => {
    const answer = await gateway.execute(query, { as: 'ana' });
    expect([answer.status, answer.errors?.[0]?.extensions.code]).toEqual([400, 'BAD_USER_INPUT']);
    expect(gateway.calls).toEqual([]);
  });
});

/** Whatever way a user's reads go, by the cache, a link, a subscription, an agent or another protocol, they are that user's own. */
import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { createStandInOdoo, type RunningStandIn } from '../../src/demo/odoo/stand-in.ts';
import { createMemoryStore } from '../../src/odoo/cache-memory.ts';
import type { OdooCall } from '../../src/odoo/call.ts';
import { createOdooClient, type OdooClientConfig, type OdooObserver } from '../../src/odoo/client.ts';
import type { OdooProtocol } from '../../src/odoo/connection.ts';
import { copyPaths, type DoctrineDraft } from '../support/doctrine.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { createMemoryAccounts } from '../support/odoo-accounts.ts';
import { createRpcFront, FRONT_LOGIN, type RpcFront } from '../support/odoo-rpc-front.ts';
import { openOdooUsers, type Role } from '../support/odoo-users.ts';
import { isRealStack, JWT_SECRET, stackOdoo } from '../support/stack.ts';
import { createWorkspace } from '../support/work-pages.ts';

const ROLES = ['manager', 'accountant', 'plain', 'elsewhere', 'expired'] as const;
const MOVES = '{ moves(first: 5, orderBy: [{ field: ID }]) { totalCount nodes { name } } }';
const EMPLOYEES = '{ employees(first: 3) { nodes { name hourlyCost } } }';

let base: TestGateway;
let users: Awaited<ReturnType<typeof openOdooUsers>>;
let standIn: RunningStandIn | null = null;
let front: RpcFront | null = null;
const accounts = createMemoryAccounts();
const ids = Object.fromEntries(ROLES.map((role) => [role, randomUUID()])) as Record<Role, string>;
/** The keys that calls went by, null for the reader's. */
const keys: (string | null)[] = [];

beforeAll(async () => {
  base = await createTestGateway();
  users = await openOdooUsers();
  if (isRealStack) return;
  standIn = await createStandInOdoo().listen();
  front = await createRpcFront(standIn);
});

afterAll(async () => {
  await users[Symbol.asyncDispose]();
  await base[Symbol.asyncDispose]();
  await front?.[Symbol.asyncDispose]();
  await standIn?.close();
});

beforeEach(() => {
  for (const role of ROLES) accounts.connect(ids[role], users.of[role]);
  accounts.disconnect(DEMO_USERS.ana as string);
  keys.length = 0;
});

const noted =
  (odoo: OdooCall): OdooCall =>
  (model, method, args, options) => {
    keys.push(options?.as?.apiKey ?? null);
    return odoo(model, method, args, options);
  };

const open = (options: Parameters<typeof createTestGateway>[0] = {}) =>
  createTestGateway({ beside: base, accounts, odoo: noted(base.sources.odoo as OdooCall), ...options });

/** A client of its own, by a protocol. */
function connect(protocol: OdooProtocol, more: Partial<OdooClientConfig> = {}, observe: OdooObserver = {}): OdooCall {
  const url = (protocol === 'jsonrpc' || protocol === 'xmlrpc' ? front?.url : standIn?.url) ?? '';
  const embedded = { ...FRONT_LOGIN, url, apiKey: standIn?.apiKey ?? '' };
  const connection = { ...(isRealStack ? stackOdoo() : embedded), protocol };
  const config = { ...connection, timeoutMs: 20_000, maxConcurrency: 4, ...more };
  return createOdooClient(config, { observe, ...(config.cache && { store: createMemoryStore() }) });
}

/** What is answered, but for how old it is. */
async function textOf(gateway: TestGateway, query: string, role: Role): Promise<string> {
  const { data, errors } = await gateway.execute(query, { as: ids[role] });
  return JSON.stringify([data, errors]);
}

describe('the cache, and calls that are shared while they are under way', () => {
  it('answer each user with that user’s own, asked one after the other and all at once', async () => {
    const seen: string[] = [];
    const cache = { maxAgeSeconds: 600, staleIfErrorSeconds: 0 };
    const odoo = connect(
      isRealStack ? stackOdoo().protocol : 'json2',
      { cache },
      { cache: (result) => seen.push(result) },
    );
    await using gateway = await open({ odoo });
    await using plain = await open();
    const asked = [MOVES, EMPLOYEES].flatMap((query) =>
      ['manager', 'accountant', 'plain', 'elsewhere'].map((role) => ({ query, role: role as Role })),
    );
    const own: string[] = [];
    for (const { query, role } of asked) own.push(await textOf(plain, query, role));
    expect(new Set(own.slice(0, 4)).size).toBeGreaterThan(1);
    expect(await Promise.all(asked.map(({ query, role }) => textOf(gateway, query, role)))).toEqual(own);
    seen.length = 0;
    const all = [...asked, ...asked].map(({ query, role }) => textOf(gateway, query, role));
    expect(await Promise.all(all)).toEqual([...own, ...own]);
    expect(seen).toContain('fresh');
  });

  it('answer nobody by a key that was replaced', async () => {
    const seen: string[] = [];
    const cache = { maxAgeSeconds: 600, staleIfErrorSeconds: 0 };
    await using gateway = await open({ odoo: connect('json2', { cache }, { cache: (result) => seen.push(result) }) });
    await textOf(gateway, MOVES, 'accountant');
    accounts.connect(ids.accountant, users.of.plain);
    const { errors } = await gateway.execute(MOVES, { as: ids.accountant });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', model: 'account.move' } }]);
  });
});

describe.each(['json2', 'jsonrpc', 'xmlrpc', 'auto'] as const)('over %s', (protocol) => {
  it('a user reads by its own key, and one whose key has expired is told so', async () => {
    await using gateway = await open({ odoo: connect(protocol) });
    const manager = await gateway.execute(EMPLOYEES, { as: ids.manager });
    expect(manager.errors).toBeUndefined();
    const plain = await gateway.execute(EMPLOYEES, { as: ids.plain });
    expect(plain.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', field: 'hourly_cost', count: 3 } }]);
    const refused = await gateway.execute(MOVES, { as: ids.plain });
    expect(refused.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', model: 'account.move' } }]);
    const expired = await gateway.execute(EMPLOYEES, { as: ids.expired });
    expect(expired.errors).toMatchObject([{ extensions: { code: 'ODOO_ACCOUNT_EXPIRED' } }]);
    expect((await gateway.execute(MOVES, { as: 'service' })).errors).toBeUndefined();
  });
});

describe('who acts for a user', () => {
  const draft = (change: (draft: DoctrineDraft & Record<string, unknown>) => void) =>
    copyPaths((doctrine) => change(doctrine as DoctrineDraft & Record<string, unknown>));

  it('an agent reads as that user, and no more than the agent may', async () => {
    using paths = draft(({ agents }) =>
      Object.assign(agents['workspace-ask-docs']?.reads ?? {}, { odoo: ['res.partner', 'account.move'] }),
    );
    await using gateway = await open({ paths });
    const as = `agent:workspace-ask-docs for ${ids.plain}`;
    const query = '{ partners(first: 1) { nodes { name } } moves { totalCount } employees { totalCount } }';
    const { data, errors } = await gateway.execute(query, { as });
    expect(pick(data, 'partners.nodes')).toHaveLength(1);
    expect(errors?.map(({ path, message }) => [path?.[0], message])).toEqual([
      ['moves', expect.stringContaining('Your Odoo user')],
      ['employees', 'The agent workspace-ask-docs may not read hr.employee'],
    ]);
    expect(new Set(keys)).toEqual(new Set([users.of.plain.apiKey]));
    keys.length = 0;
    expect(
      (await gateway.execute('{ moves { totalCount } }', { as: 'agent:workspace-ask-docs' })).errors,
    ).toBeUndefined();
    expect(new Set(keys)).toEqual(new Set([null]));
  });

  it('an OAuth client reads as that user, and no more than the client may', async () => {
    const client = 'calendar-of-others';
    const reads = { odoo: ['res.partner', 'account.move'] };
    using paths = draft((doctrine) =>
      Object.assign(doctrine, { oauthClients: { calendar: { clientId: client, purpose: 'A test.', reads } } }),
    );
    await using gateway = await open({ paths });
    const claims = { iss: 'supabase', aud: 'authenticated', role: 'authenticated', sub: ids.plain, client_id: client };
    const token = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime('10m')
      .sign(new TextEncoder().encode(JWT_SECRET));
    const query = '{ partners(first: 1) { nodes { name } } moves { totalCount } employees { totalCount } }';
    const { errors } = await gateway.execute(query, { token });
    expect(errors?.map(({ path }) => path)).toEqual([['moves'], ['employees']]);
    expect(errors?.[1]?.message).toContain('OAuth client calendar');
    expect(new Set(keys)).toEqual(new Set([users.of.plain.apiKey]));
  });

  it('with ODOO_IDENTITY=mapped reads nothing for a user without an account', async () => {
    using paths = draft(({ agents }) =>
      Object.assign(agents['workspace-ask-docs']?.reads ?? {}, { odoo: ['res.partner'] }),
    );
    await using gateway = await open({ paths, odooIdentity: 'mapped' });
    const { errors } = await gateway.execute('{ partners { totalCount } }', { as: 'agent:workspace-ask-docs for ben' });
    expect(errors?.[0]?.message).toContain('connectOdooAccount');
    expect(keys).toEqual([]);
  });
});

describe('readers.mapped', () => {
  it('says which models a mapped user reads at all, relations and filters included', async () => {
    using paths = copyPaths(({ readers }) =>
      Object.assign(readers, { mapped: { odoo: ['res.partner', 'hr.employee'] } }),
    );
    await using gateway = await open({ paths });
    const query =
      '{ employees(first: 1) { nodes { name department { name } } } moves { totalCount } partners(filter: { country: { code: { eq: "PH" } } }) { totalCount } }';
    const { data, errors } = await gateway.execute(query, { as: ids.manager });
    expect(pick(data, 'employees.nodes.0.name')).toBeTruthy();
    expect(errors?.map(({ path, extensions }) => [path?.join('.'), extensions.code])).toEqual(
      expect.arrayContaining([
        ['moves', 'FORBIDDEN'],
        ['partners', 'FORBIDDEN'],
        ['employees.nodes.0.department', 'FORBIDDEN'],
      ]),
    );
  });

  it('may not allow what is prohibited for users', () => {
    using paths = copyPaths((doctrine) => {
      const { prohibited } = doctrine as unknown as { prohibited: object[] };
      prohibited.push({ action: 'Read expenses', reason: 'A test.', who: ['user'], reads: ['hr.expense'] });
    });
    return expect(createTestGateway({ beside: base, paths })).rejects.toThrow(
      /mapped reads hr\.expense elsewhere in the doctrine/,
    );
  });
});

describe('from the workspace', () => {
  let page: string;
  let spaceId: string;
  const ana = DEMO_USERS.ana as string;

  beforeAll(async () => {
    const workspace = createWorkspace(base, 'ana');
    spaceId = await workspace.createSpace();
    const { data } = await base.execute('{ partners(first: 1) { nodes { id } } moves(first: 1) { nodes { id } } }', {
      as: 'service',
    });
    const [partnerId, moveId] = ['partners', 'moves'].map((list) => String(pick(data, `${list}.nodes.0.id`)));
    page = await workspace.createPage('About both', { spaceId, partnerId, moveId });
  });

  it('a link leads where Odoo lets the user go', async () => {
    await using gateway = await open();
    const query = `{ page(id: "${page}") { title partner { name } move { name } } }`;
    const before = await gateway.execute(query, { as: 'ana' });
    expect(before.errors).toBeUndefined();
    accounts.connect(ana, users.of.plain);
    keys.length = 0;
    const { data, errors } = await gateway.execute(query, { as: 'ana' });
    expect(data?.page).toMatchObject({ title: 'About both', partner: { name: expect.any(String) }, move: null });
    expect(errors).toMatchObject([
      { path: ['page', 'move'], extensions: { code: 'FORBIDDEN', model: 'account.move' } },
    ]);
    expect(new Set(keys)).toEqual(new Set([users.of.plain.apiKey]));
  });

  it('so do nodes, and the records of a subscription’s events', async () => {
    await using gateway = await open();
    const { data } = await base.execute(
      '{ moves(first: 1) { nodes { nodeId } } partners(first: 1) { nodes { nodeId } } }',
      { as: 'service' },
    );
    const nodeIds = ['moves', 'partners'].map((list) => String(pick(data, `${list}.nodes.0.nodeId`)));
    accounts.connect(ana, users.of.plain);
    const nodes = await gateway.execute('query ($ids: [ID!]!) { nodes(ids: $ids) { nodeId } }', {
      as: 'ana',
      variables: { ids: nodeIds },
    });
    expect(nodes.errors).toMatchObject([{ path: ['nodes', 0], extensions: { code: 'FORBIDDEN' } }]);
    expect(pick(nodes.data, 'nodes.1.nodeId')).toBe(nodeIds[1]);
    keys.length = 0;
    const token = await new SignJWT({ aud: 'authenticated', role: 'authenticated', sub: ana, iss: 'supabase' })
      .setProtectedHeader({ alg: 'HS256' })
      .setExpirationTime('10m')
      .sign(new TextEncoder().encode(JWT_SECRET));
    const viewer = await gateway.server.verify(`Bearer ${token}`);
    const query = `subscription { pageChanged(spaceId: "${spaceId}", after: null) { cursor page { title partner { name } move { name } } } }`;
    const stream = gateway.server.subscribe({ query }, viewer);
    const begin = JSON.parse(String((await stream?.next())?.value?.text)) as { data: unknown };
    expect(pick(begin.data, 'pageChanged.cursor')).toBeTruthy();
    await createWorkspace(base, 'ana').run('updatePage', { pageId: page, title: 'Changed' });
    const event = JSON.parse(String((await stream?.next())?.value?.text)) as { data: unknown; errors: object[] };
    await stream?.return();
    expect(pick(event.data, 'pageChanged.page')).toMatchObject({
      title: 'Changed',
      partner: { name: expect.any(String) },
      move: null,
    });
    expect(event.errors).toMatchObject([{ path: ['pageChanged', 'page', 'move'], extensions: { code: 'FORBIDDEN' } }]);
    expect(new Set(keys)).toEqual(new Set([users.of.plain.apiKey]));
  });
});

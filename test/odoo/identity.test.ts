/** A user with an account of Odoo reads as that user of Odoo, and as nobody else: what Odoo shows it, in its zone, by its key. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { GatewayError } from '../../src/errors.ts';
import type { OdooCall } from '../../src/odoo/call.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { createMemoryAccounts } from '../support/odoo-accounts.ts';
import { openOdooUsers, type Role } from '../support/odoo-users.ts';

const ROLES = ['manager', 'buyer', 'accountant', 'plain', 'elsewhere'] as const;
const LISTS = [
  ...[['partners', 'res.partner'] as const, ['products', 'product.product'] as const],
  ...[['employees', 'hr.employee'] as const, ['companies', 'res.company'] as const],
  ...[['tasks', 'project.task'] as const, ['projects', 'project.project'] as const],
];

let base: TestGateway;
let users: Awaited<ReturnType<typeof openOdooUsers>>;
const accounts = createMemoryAccounts();
/** The user of the gateway who has connected the account of a role. */
const ids = Object.fromEntries([...ROLES, 'expired'].map((role) => [role, randomUUID()])) as Record<Role, string>;
/** Every call that Odoo was asked, those included that are made once a user. */
const asked: { readonly what: string; readonly key: string | null; readonly context: unknown }[] = [];

beforeAll(async () => {
  base = await createTestGateway();
  users = await openOdooUsers();
});

afterAll(async () => {
  await users[Symbol.asyncDispose]();
  await base[Symbol.asyncDispose]();
});

beforeEach(() => {
  accounts.failure = null;
  for (const [role, id] of Object.entries(ids)) accounts.connect(id, users.of[role as Role]);
  asked.length = 0;
});

const noted: OdooCall = (model, method, args, options) => {
  asked.push({ what: `${model} ${method}`, key: options?.as?.apiKey ?? null, context: args.context });
  if (!base.sources.odoo) throw new Error('no Odoo');
  return base.sources.odoo(model, method, args, options);
};

const open = (options: Parameters<typeof createTestGateway>[0] = {}) =>
  createTestGateway({ beside: base, accounts, odoo: noted, ...options });

/** What Odoo answers to the user of a role itself. */
function askOdoo(role: Role, model: string, method: string, args: object): Promise<unknown> {
  const { odooUserId: uid, apiKey } = users.of[role];
  if (!base.sources.odoo) throw new Error('no Odoo');
  return base.sources.odoo(model, method, args as Record<string, unknown>, { as: { uid, apiKey } });
}

async function idsOf(role: Role, model: string): Promise<number[]> {
  const found = (await askOdoo(role, model, 'search_read', { domain: [], fields: ['id'] })) as { id: number }[];
  return found.map(({ id }) => id).sort((a, b) => a - b);
}

const keyOf = (role: Role) => users.of[role].apiKey;

describe('a user with an account of Odoo', () => {
  it.each(ROLES)('gets what Odoo shows to it, list by list: %s', async (role) => {
    await using gateway = await open();
    const compare = async (list: string, model: string) => {
      const own = await idsOf(role, model);
      const query = `{ ${list}(first: 100, filter: { id: { isNull: false } }, orderBy: [{ field: ID }]) { nodes { id } totalCount } }`;
      const { data, errors } = await gateway.execute(query, { as: ids[role] });
      expect(errors, list).toBeUndefined();
      expect(pick(data, `${list}.totalCount`), list).toBe(own.length);
      const shown = (pick(data, `${list}.nodes`) as { id: string }[]).map(({ id }) => Number(id));
      expect(shown, list).toEqual(own.slice(0, 100));
    };
    // Other tests make and remove users of the same Odoo between two questions: what differs for that is asked once more.
    for (const [list, model] of LISTS) await vi.waitFor(() => compare(list, model), { timeout: 20_000, interval: 200 });
    expect(new Set(asked.map(({ key }) => key))).toEqual(new Set([keyOf(role)]));
  });

  it('is told by a typed error what Odoo refuses to it, and gets the rest', async () => {
    await using gateway = await open();
    const query =
      '{ moves(first: 1) { nodes { id } } count: moves { totalCount } partners(first: 1) { nodes { name } } }';
    const { data, errors } = await gateway.execute(query, { as: ids.plain });
    expect(data).toMatchObject({ moves: null, count: null, partners: { nodes: [{}] } });
    expect(errors?.map(({ path }) => path)).toEqual([['moves'], ['count']]);
    for (const error of errors ?? []) {
      expect(error.extensions).toMatchObject({ code: 'FORBIDDEN', surface: 'odoo', model: 'account.move' });
      expect(error.message).toContain('Your Odoo user');
    }
  });

  it('is refused groups and a record of a model that Odoo closes to it', async () => {
    await using gateway = await open();
    const [move] = await idsOf('accountant', 'account.move');
    const query = `{ moveGroups(groupBy: [{ field: STATE }]) { count } move(id: "${move}") { name } }`;
    const { data, errors } = await gateway.execute(query, { as: ids.plain });
    expect(data).toEqual({ moveGroups: null, move: null });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }, { extensions: { code: 'FORBIDDEN' } }]);
    const own = await gateway.execute(query, { as: ids.accountant });
    expect(own.errors).toBeUndefined();
    expect(own.data).toMatchObject({ move: { name: expect.any(String) } });
  });

  it('gets a record without the field that is above its groups, which others get', async () => {
    await using gateway = await open();
    const query = '{ employees(first: 3) { nodes { name hourlyCost } } }';
    const plain = await gateway.execute(query, { as: ids.plain });
    const nodes = pick(plain.data, 'employees.nodes') as Record<string, unknown>[];
    expect(nodes.every(({ name, hourlyCost }) => name !== null && hourlyCost === null)).toBe(true);
    const extensions = { code: 'FORBIDDEN', model: 'hr.employee', field: 'hourly_cost', count: 3 };
    expect(plain.errors).toMatchObject([{ extensions }]);
    const manager = await gateway.execute(query, { as: ids.manager });
    expect(manager.errors).toBeUndefined();
    const again = await gateway.execute(query, { as: ids.plain });
    expect(again.errors).toMatchObject([{ extensions }]);
  });

  it('follows relations as itself: what a link of Odoo leads to is hidden where Odoo hides it', async () => {
    await using gateway = await open();
    const query =
      '{ products(first: 5) { nodes { id } } companies { nodes { name currency { name } partner { name } } } }';
    const { errors, data } = await gateway.execute(query, { as: ids.elsewhere });
    expect(errors).toBeUndefined();
    const companies = pick(data, 'companies.nodes') as unknown[];
    expect(companies).toHaveLength((await idsOf('elsewhere', 'res.company')).length);
  });

  it('reads models that users without an account may not, and they stay refused', async () => {
    await using gateway = await open();
    const query = '{ employees(first: 1) { nodes { name } } }';
    expect((await gateway.execute(query, { as: ids.plain })).errors).toBeUndefined();
    expect((await gateway.execute(query, { as: 'ana' })).errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
    const partners = await gateway.execute('{ partners(first: 1) { nodes { name } } }', { as: 'ana' });
    expect(partners.errors).toBeUndefined();
    expect(asked.at(-1)?.key).toBeNull();
  });

  it('is asked about once, and costs no call more than the reader', async () => {
    await using gateway = await open();
    const query = '{ partners(first: 2) { nodes { name country { name } } totalCount } companies { nodes { name } } }';
    await gateway.execute(query, { as: ids.accountant });
    expect(asked.filter(({ what }) => what === 'res.users context_get')).toHaveLength(1);
    asked.length = 0;
    await gateway.execute(query, { as: ids.accountant });
    const mapped = asked.map(({ what }) => what);
    await gateway.execute(query, { as: 'service' });
    asked.length = 0;
    await gateway.execute(query, { as: 'service' });
    expect(mapped.sort()).toEqual(asked.map(({ what }) => what).sort());
    expect(mapped).toHaveLength(2);
  });

  it('reads in its own time zone, unless another is asked for, and is answered in UTC', async () => {
    await using gateway = await open();
    const contextOf = async (more: string, as: string) => {
      await gateway.execute(`{ partners(first: 1${more}) { nodes { createdAt: name } } }`, { as });
      return asked.findLast(({ what }) => what === 'res.partner web_search_read')?.context;
    };
    expect(await contextOf('', ids.plain)).toMatchObject({ tz: 'Asia/Manila' });
    expect(await contextOf(', inOdoo: { timeZone: "Europe/Rome" }', ids.plain)).toMatchObject({ tz: 'Europe/Rome' });
    expect(await contextOf('', 'service')).toBeUndefined();
  });

  it('may ask for no company but its own', async () => {
    await using gateway = await open();
    const own = await idsOf('elsewhere', 'res.company');
    const [other] = (await idsOf('manager', 'res.company')).filter((id) => !own.includes(id));
    const query = `{ partners(first: 1, inOdoo: { companies: ["${other}"] }) { nodes { name } } }`;
    const { errors } = await gateway.execute(query, { as: ids.elsewhere });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'companies' } }]);
    expect(errors?.[0]?.message).toContain('your Odoo user');
    expect((await gateway.execute(query, { as: ids.manager })).errors).toBeUndefined();
    // What one user was let in with is no word for another.
    expect((await gateway.execute(query, { as: ids.elsewhere })).errors).toHaveLength(1);
  });

  it('reads as the reader again once it has disconnected', async () => {
    await using gateway = await open();
    await gateway.execute('{ partners(first: 1) { nodes { name } } }', { as: ids.plain });
    accounts.disconnect(ids.plain);
    const { errors } = await gateway.execute('{ partners(first: 1) { nodes { name } } }', { as: ids.plain });
    expect(errors).toBeUndefined();
    expect(asked.at(-1)?.key).toBeNull();
  });
});

describe('a key that Odoo no longer takes', () => {
  const query = '{ partners(first: 1) { nodes { name } } viewer { kind } }';

  it('is said to have expired, is noted once, and not tried again', async () => {
    await using gateway = await open();
    const before = accounts.refused.length;
    const answers = await Promise.all([1, 2, 3].map(() => gateway.execute(query, { as: ids.expired })));
    for (const { data, errors } of answers) {
      expect(data).toMatchObject({ partners: null, viewer: { kind: 'USER' } });
      expect(errors).toMatchObject([
        { path: ['partners'], extensions: { code: 'ODOO_ACCOUNT_EXPIRED', surface: 'odoo' } },
      ]);
      expect(errors?.[0]?.message).toContain('connectOdooAccount');
    }
    expect(accounts.refused.slice(before)).toEqual([keyOf('expired')]);
    asked.length = 0;
    expect((await gateway.execute(query, { as: ids.expired })).errors).toHaveLength(1);
    expect(asked).toEqual([]);
    for (const line of gateway.logged) expect(line).not.toContain(keyOf('expired'));
  });

  it('stands in nobody else’s way, however often it is tried', async () => {
    await using gateway = await open();
    for (let n = 0; n < 12; n += 1) {
      accounts.connect(ids.expired, users.of.expired);
      const { errors } = await gateway.execute(query, { as: ids.expired });
      expect(errors?.[0]?.extensions.code).toBe('ODOO_ACCOUNT_EXPIRED');
    }
    expect((await gateway.execute(query, { as: ids.plain })).errors).toBeUndefined();
    expect((await gateway.execute(query, { as: 'service' })).errors).toBeUndefined();
  });

  it('is forgotten once another is given, also for a request that is under way', async () => {
    await using gateway = await open({
      odoo: (model, method, args, options) => {
        if (options?.as?.apiKey === keyOf('expired')) accounts.connect(ids.expired, users.of.plain);
        return noted(model, method, args, options);
      },
    });
    const { errors } = await gateway.execute(query, { as: ids.expired });
    expect(errors).toBeUndefined();
    expect(asked.at(-1)?.key).toBe(keyOf('plain'));
  });

  it('of which the note fails is not tried again either', async () => {
    const noteRefused = () => Promise.reject(new Error('no database'));
    await using gateway = await open({ accounts: { ...accounts, find: accounts.find, noteRefused } });
    for (let n = 0; n < 3; n += 1) await gateway.execute(query, { as: ids.expired });
    expect(asked.filter(({ what }) => what === 'res.partner web_search_read').length).toBeLessThanOrEqual(1);
  });
});

describe('where nobody can say whose account it is', () => {
  const query = '{ partners(first: 1) { nodes { name } } }';
  const isDown = new GatewayError('UPSTREAM_UNAVAILABLE', 'down');

  it('a user reads nothing, rather than as somebody else', async () => {
    await using gateway = await open();
    accounts.failure = isDown;
    const { errors } = await gateway.execute(query, { as: ids.plain });
    expect(errors).toMatchObject([{ extensions: { code: 'UPSTREAM_UNAVAILABLE', surface: 'odoo' } }]);
    expect(asked).toEqual([]);
    expect((await gateway.execute(query, { as: 'service' })).errors).toBeUndefined();
  });

  it('one who asked before goes on as before', async () => {
    await using gateway = await open();
    await gateway.execute(query, { as: ids.plain });
    accounts.failure = isDown;
    expect((await gateway.execute(query, { as: ids.plain })).errors).toBeUndefined();
    expect(asked.at(-1)?.key).toBe(keyOf('plain'));
  });
});

describe('ODOO_IDENTITY', () => {
  const query = '{ partners(first: 1) { nodes { name } } }';

  it('mapped: a user without an account reads nothing of Odoo, and is told to connect one', async () => {
    await using gateway = await open({ odooIdentity: 'mapped' });
    const { errors } = await gateway.execute(query, { as: 'ana' });
    expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', surface: 'odoo' } }]);
    expect(errors?.[0]?.message).toContain('connectOdooAccount');
    expect(asked).toEqual([]);
    expect((await gateway.execute(query, { as: ids.plain })).errors).toBeUndefined();
    expect((await gateway.execute(query, { as: 'service' })).errors).toBeUndefined();
  });

  it('reader: accounts are not looked at', async () => {
    await using gateway = await open({ odooIdentity: 'reader' });
    expect((await gateway.execute(query, { as: ids.expired })).errors).toBeUndefined();
    expect((await gateway.execute('{ employees { totalCount } }', { as: ids.plain })).errors).toHaveLength(1);
    expect(new Set(asked.map(({ key }) => key))).toEqual(new Set([null]));
  });
});

describe('explainPermission', () => {
  const explain = 'query ($c: String!) { explainPermission(coordinate: $c) { allowed reason code line } }';

  it('says by whose rights it is', async () => {
    await using gateway = await open({ odooIdentity: 'mapped' });
    const of = async (as: string, c: string) =>
      pick((await gateway.execute(explain, { as, variables: { c } })).data, 'explainPermission') as Record<
        string,
        unknown
      >;
    expect(await of(ids.plain, 'Query.employees')).toMatchObject({
      allowed: true,
      reason: expect.stringContaining('Odoo shows to the account'),
    });
    expect(await of('ana', 'Query.employees')).toMatchObject({
      allowed: false,
      code: 'FORBIDDEN',
      reason: expect.stringContaining('connectOdooAccount'),
      line: (await of(ids.plain, 'Query.employees')).line,
    });
    expect(await of('ana', 'Query.pages')).toMatchObject({ allowed: true });
  });
});

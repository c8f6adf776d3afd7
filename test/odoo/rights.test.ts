/** What the reader's Odoo user may not see: an error at its place, and the rest is answered, by one rule. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStandInOdoo, type RunningStandIn } from '../../src/demo/odoo/stand-in.ts';
import { createOdooClient } from '../../src/odoo/client.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { isRealStack } from '../support/stack.ts';

const HIDDEN = { code: 'FORBIDDEN', surface: 'odoo', model: 'res.country' };
const CLOSED = { code: 'FORBIDDEN', surface: 'odoo', model: 'res.partner', field: 'email' };
const CLOSED_LIST = { code: 'FORBIDDEN', surface: 'odoo', model: 'res.partner', field: 'sale_order_ids' };
const ABSENT = { code: 'NOT_CONFIGURED', surface: 'odoo', model: 'res.partner', field: 'vat' };

describe.skipIf(isRealStack)('a reader with few rights', () => {
  let base: TestGateway;
  let standIn: RunningStandIn;
  let gateway: TestGateway;
  let philippines: string;

  const ask = (query: string) => gateway.execute(query, { as: 'service' });
  const countCalls = () => gateway.calls.filter((call) => call.startsWith('odoo: ')).length;

  beforeAll(async () => {
    base = await createTestGateway();
    const { data } = await base.execute('{ countries(filter: { code: { eq: "PH" } }) { nodes { id } } }', {
      as: 'service',
    });
    philippines = String(pick(data, 'countries.nodes.0.id'));
    const rights = {
      hidden: { 'res.country': [Number(philippines)] },
      closed: { 'res.partner': ['email', 'sale_order_ids'] },
      absent: { 'res.partner': ['vat'] },
    };
    standIn = await createStandInOdoo({ rights }).listen();
    const { url, apiKey } = standIn;
    const odoo = createOdooClient({ url, apiKey, database: null, timeoutMs: 5_000, maxConcurrency: 4 });
    gateway = await createTestGateway({ beside: base, odoo });
  });

  afterAll(async () => {
    await base[Symbol.asyncDispose]();
    await standIn.close();
  });

  it('gets the list, and an error in the place of each hidden record', async () => {
    const list = 'partners(first: 100, filter: { isCompany: { eq: true } })';
    const { data, errors } = await ask(`{ ${list} { nodes { name country { code name } } } }`);
    const plain = await ask(`{ ${list} { nodes { name country { id } } } }`);
    const nodes = pick(data, 'partners.nodes') as { country: { code: string } | null }[];
    const ids = pick(plain.data, 'partners.nodes') as { country: { id: string } | null }[];
    expect(plain.errors).toBeUndefined();
    const hidden = ids.flatMap(({ country }, index) => (country?.id === philippines ? [index] : []));
    expect(hidden.length).toBeGreaterThan(2);
    expect(errors?.map(({ path, extensions }) => ({ path, extensions }))).toEqual([
      { path: ['partners', 'nodes', hidden[0], 'country'], extensions: { ...HIDDEN, count: hidden.length } },
    ]);
    expect(hidden.map((index) => nodes[index]?.country)).toEqual(hidden.map(() => null));
    expect(nodes.some(({ country }) => country !== null)).toBe(true);
  });

  it('sees the id of a hidden record, as Odoo shows it, in one call', async () => {
    await ask('{ partners(first: 100) { nodes { country { id } } } }');
    const { errors } = await ask('{ partners(first: 100) { nodes { country { id } } } }');
    expect(errors).toBeUndefined();
    expect(countCalls()).toBe(1);
  });

  it('gets the same below lists, and for what an order key is behind', async () => {
    const { data, errors } = await ask(
      `{ partners(first: 1, filter: { country: { id: { isNull: false } } }, orderBy: [{ field: COUNTRY, direction: DESC }])
         { nodes { name } pageInfo { endCursor } }
         companies { nodes { partner { name country { name } contacts(first: 2) { nodes { country { name } } } } } } }`,
    );
    expect(pick(data, 'companies.nodes.0.partner.name')).toBeTruthy();
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['FORBIDDEN']));
    expect(errors?.map(({ path }) => path?.join('.'))).toContain('companies.nodes.0.partner.country');
  });

  it('is told so of a record by its id, and not of one that is gone', async () => {
    const { data, errors } = await ask(
      `{ country(id: "${philippines}") { name } gone: country(id: "987654") { name } }`,
    );
    expect(data).toEqual({ country: null, gone: null });
    expect(errors).toMatchObject([{ path: ['country'], extensions: HIDDEN }]);
  });

  it('finds no record by what is hidden', async () => {
    const { data } = await ask('{ partners(filter: { country: { code: { eq: "PH" } } }) { totalCount } }');
    expect(data).toEqual({ partners: { totalCount: 0 } });
  });

  it('gets null and an error for a field above its groups, and for one that this Odoo lacks, in one call', async () => {
    const query =
      '{ partners(first: 2) { nodes { name email vat } edges { node { company { partner { email } } } } } }';
    await ask(query);
    const { data, errors } = await ask(query);
    expect(countCalls()).toBe(1);
    expect(pick(data, 'partners.nodes.0.name')).toBeTruthy();
    const at = (name: string) => errors?.find(({ path }) => path?.join('.') === `partners.nodes.0.${name}`)?.extensions;
    expect(at('email')).toEqual({ ...CLOSED, count: 2 });
    expect(at('vat')).toEqual({ ...ABSENT, count: 2 });
  });

  it.each([
    [
      'of one record, by the field that leads back',
      (id: string) => `it: partner(id: "${id}") { name saleOrders { totalCount } }`,
    ],
    [
      'of the only record of a page',
      () => 'it: partners(first: 1) { nodes { name saleOrders(first: 2) { nodes { name } } } }',
    ],
    [
      'with a filter',
      (id: string) => `it: partner(id: "${id}") { name saleOrders(filter: { name: { ne: "x" } }) { totalCount } }`,
    ],
    ['of many records', () => 'it: partners(first: 3) { nodes { name saleOrders(first: 2) { nodes { name } } } }'],
  ])('gets null and an error for a list whose field is closed: %s', async (_which, root) => {
    const { data: found } = await base.execute(
      '{ partners(first: 1, filter: { saleOrders: { some: { name: { ne: "" } } } }) { nodes { id } } }',
      { as: 'service' },
    );
    const { data, errors } = await ask(`{ ${root(String(pick(found, 'partners.nodes.0.id')))} }`);
    const parent = (pick(data, 'it.nodes.0') ?? pick(data, 'it')) as Record<string, unknown>;
    expect(parent.name).toBeTruthy();
    expect(parent.saleOrders).toBeNull();
    expect(errors).toMatchObject([{ extensions: CLOSED_LIST }]);
    expect(errors?.[0]?.message).toContain('sale_order_ids of res.partner');
  });

  it.each([
    ['filter', '{ it: partners(filter: { email: { eq: "x" } }) { totalCount } }', CLOSED],
    ['filter through a relation', '{ it: moves(filter: { partner: { email: { eq: "x" } } }) { totalCount } }', CLOSED],
    ['filter', '{ it: partners(filter: { not: { vat: { eq: "1" } } }) { totalCount } }', ABSENT],
    [
      'filter of a list',
      '{ it: companies(filter: { partner: { contacts: { some: { vat: { eq: "1" } } } } }) { totalCount } }',
      ABSENT,
    ],
    ['order', '{ it: partners(orderBy: [{ field: VAT }]) { totalCount } }', ABSENT],
    ['group', '{ it: partnerGroups(groupBy: [{ field: VAT }]) { count } }', ABSENT],
  ])('gets the same code for a %s by it: %s', async (_use, query, extensions) => {
    const { data, errors } = await ask(`${query.slice(0, -1)} currencies(first: 1) { nodes { name } } }`);
    expect(data).toMatchObject({ it: null, currencies: { nodes: [{}] } });
    expect(errors).toMatchObject([{ path: ['it'], extensions }]);
    expect(errors?.[0]?.message).toContain(extensions.field);
  });
});

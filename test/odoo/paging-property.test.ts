/** Keyset paging over Odoo: every order both ways, and lists whose rows come and go while they are walked. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { orderFields, randomOrders } from '../support/odoo-orders.ts';
import { walkWhileRowsChange } from '../support/odoo-paging.ts';
import { type OwnPartners, openOwnPartners } from '../support/odoo-partners.ts';
import { type OrderKey, walkIds } from '../support/odoo-walk.ts';
import { seededChoice } from '../support/random.ts';
import { readLists, readTestSchema } from '../support/schema.ts';
import { isRealStack } from '../support/stack.ts';

const SEED = 20_260_321;
const DEMO_COMPANY = 'Tala Trading & Services, Inc.';
/** A CI run's share; `npm run soak -- paging` takes 2,000. */
const PARTNERS = 200;

const built = readTestSchema();
const lists = readLists(built);
const odooTypes = [...built.catalog.values()].filter(({ surface, name }) => surface === 'odoo' && lists.has(name));

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await createTestGateway({ lanes: 'ordinary' });
});
afterAll(() => gateway[Symbol.asyncDispose]());

describe('a list in any order', () => {
  const types = odooTypes.map(({ name }) => name).filter((name) => name !== 'BirFiling');

  it.each(types)('shows each %s once, and backwards the same', { timeout: 120_000 }, async (type) => {
    const list = lists.get(type) as string;
    const fields = orderFields(built.schema, type);
    // Elsewhere the reader meets records of others that it may not follow.
    const filter = built.catalog.get(type)?.fields.has('company')
      ? { not: { company: { name: { ne: DEMO_COMPANY } } } }
      : {};
    const all = await walkIds(gateway, { list, type, filter, orderBy: [{ field: 'ID' }] });
    expect(all.length).toBeGreaterThan(0);
    // Only those that were there at the start: a real Odoo is written to meanwhile.
    const ids = all.slice(0, isRealStack ? 60 : 30);
    const size = Math.max(2, Math.ceil(ids.length / 3));
    const given = { list, type, filter: { id: { in: ids.map(String) } }, size };
    const orders: OrderKey[][] = [
      [],
      ...fields.map((field) => [{ field }]),
      ...randomOrders(fields, isRealStack ? 5 : 2, SEED),
    ];
    const problems: string[] = [];
    for (const orderBy of orders) {
      const forward = await walkIds(gateway, { ...given, orderBy });
      const backward = await walkIds(gateway, { ...given, orderBy, backward: true });
      const isComplete = String([...forward].sort((a, b) => a - b)) === String(ids);
      if (!isComplete || String(forward) !== String(backward.reverse())) problems.push(JSON.stringify(orderBy));
    }
    expect(problems, `${type} by ${problems.join(' ')}`).toEqual([]);
  });
});

describe.skipIf(!isRealStack)('a list whose rows come and go', () => {
  let partners: OwnPartners;
  const choose = seededChoice(SEED);
  beforeAll(async () => {
    partners = await openOwnPartners(choose);
    await partners.create(PARTNERS);
  });
  afterAll(() => partners?.[Symbol.asyncDispose]());

  const fields = orderFields(built.schema, 'Partner');
  const ties: OrderKey[][] = [
    [],
    [{ field: 'CITY' }],
    [{ field: 'CITY', direction: 'DESC' }],
    [{ field: 'COUNTRY' }, { field: 'ZIP', direction: 'DESC' }],
    [{ field: 'COUNTRY', direction: 'DESC' }, { field: 'FUNCTION' }],
    [{ field: 'IS_COMPANY' }, { field: 'CUSTOMER_RANK', direction: 'DESC' }],
    [{ field: 'USER' }, { field: 'COMMERCIAL_PARTNER', direction: 'DESC' }],
  ];

  it.each([...ties, ...randomOrders(fields, 5, SEED)].map((orderBy) => [orderBy]))(
    'shows no partner twice and misses none that stayed: %j',
    { timeout: 60_000 },
    async (orderBy) => {
      for (const backward of [false, true]) {
        const found = await walkWhileRowsChange(gateway, partners, { orderBy, backward, size: 23, churn: 4, choose });
        expect(found.inserted).toBeGreaterThan(0);
        expect(found.deleted).toBeGreaterThan(0);
      }
    },
  );
});

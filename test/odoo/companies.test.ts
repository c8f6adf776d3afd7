/** Fields whose value each company has for itself: of each record for its own company, and never compared across companies. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OdooCall } from '../../src/odoo/call.ts';
import { createOdooClient } from '../../src/odoo/client.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { isRealStack, stackOdoo } from '../support/stack.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await createTestGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

interface Line {
  readonly id: string;
  readonly company: { readonly id: string };
  readonly account: { readonly id: string; readonly code: string | null } | null;
}

describe.skipIf(!isRealStack)('of an Odoo with several companies', () => {
  const LINES = 'nodes { id company { id } account { id code } }';

  it.each(['json2', 'jsonrpc', 'xmlrpc'] as const)('a line says the code of its company: %s', async (protocol) => {
    const odoo = createOdooClient({ ...stackOdoo(), protocol, timeoutMs: 20_000, maxConcurrency: 2 });
    await using asked = await createTestGateway({ beside: gateway, odoo });
    const { data: found } = await asked.execute('{ companies(first: 100) { nodes { id } } }', { as: 'service' });
    const companies = (pick(found, 'companies.nodes') as { id: string }[]).map(({ id }) => id);
    const seen = new Set<string>();
    for (const company of companies) {
      const filter = `filter: { company: { id: { eq: "${company}" } }, account: { id: { isNull: false } } }`;
      const { data, errors } = await asked.execute(
        `{ all: moveLines(first: 20, ${filter}) { ${LINES} } own: moveLines(first: 20, ${filter}, inOdoo: { companies: ["${company}"] }) { ${LINES} } }`,
        { as: 'service' },
      );
      expect(errors).toBeUndefined();
      expect(pick(data, 'all')).toEqual(pick(data, 'own'));
      for (const { account } of pick(data, 'all.nodes') as Line[]) {
        expect(account?.code).toMatch(/^\w+$/);
        seen.add(company);
      }
    }
    expect(seen.size).toBeGreaterThan(1);
  });

  it.each(['400000', 'Product Sales', '400000 Product Sales', '4', 'Bank'])(
    'finds the accounts of every company by the names that they have there: %s',
    async (search) => {
      const find = async (inOdoo: string) => {
        const { data, errors } = await gateway.execute(
          `query($search: String) { accounts(first: 100, search: $search${inOdoo}) { totalCount nodes { id } }
             accountGroups(search: $search, groupBy: [{ field: ACCOUNT_TYPE }]${inOdoo}) { count } }`,
          { as: 'service', variables: { search } },
        );
        expect(errors).toBeUndefined();
        const groups = pick(data, 'accountGroups') as { count: number }[];
        expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(pick(data, 'accounts.totalCount'));
        return (pick(data, 'accounts.nodes') as { id: string }[]).map(({ id }) => id);
      };
      const { data } = await gateway.execute('{ companies(first: 100) { nodes { id } } }', { as: 'service' });
      const own = await Promise.all(
        (pick(data, 'companies.nodes') as { id: string }[]).map(({ id }) => find(`, inOdoo: { companies: ["${id}"] }`)),
      );
      expect(own.filter((found) => found.length > 0).length).toBeGreaterThan(1);
      expect(new Set(await find(''))).toEqual(new Set(own.flat()));
    },
  );

  it('costs one call more for each company that a page has records of', async () => {
    const query = `{ moveLines(first: 100, filter: { company: { id: { in: ["1", "2"] } }, account: { id: { isNull: false } } }) { ${LINES} } }`;
    await gateway.execute(query, { as: 'service' });
    const { data } = await gateway.execute(query, { as: 'service' });
    const companies = new Set((pick(data, 'moveLines.nodes') as Line[]).map(({ company }) => company.id));
    const others = [...companies].filter((id) => id !== '1').length;
    expect(gateway.calls.filter((call) => call.startsWith('odoo: '))).toHaveLength(1 + others);
  });

  it.each([
    ['filter', 'moveLines(filter: { account: { code: { startsWith: "4" } } }) { totalCount }'],
    ['filter', 'companies(filter: { partner: { contacts: { some: { credit: { gt: "0" } } } } }) { totalCount }'],
    ['filter', 'products(filter: { standardPrice: { gt: "0" } }) { totalCount }'],
    [
      'filter',
      'accounts(first: 1) { nodes { id } } moveLines: moves(first: 1) { nodes { lines(filter: { account: { code: { startsWith: "4" } } }) { totalCount } } }',
    ],
    ['groupBy', 'accountGroups(groupBy: [{ field: CODE }]) { count }'],
    ['groupBy', 'productGroups(groupBy: [{ field: SALE_OK }]) { sum { standardPrice } }'],
  ])('is not compared over all of them, but for one: %s of %s', async (argument, field) => {
    const { errors } = await gateway.execute(`{ ${field} }`, { as: 'service' });
    if (field.includes('credit')) return expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument } }]);
    expect(errors?.[0]?.message).toContain('inOdoo: { companies: ["1"] }');
    const one = await gateway.execute(`query @inOdoo(companies: ["2"]) { ${field} }`, { as: 'service' });
    expect(one.errors).toBeUndefined();
  });

  it('finds by the codes of the company that is asked for', async () => {
    const { data } = await gateway.execute(
      '{ moveLines(first: 100, filter: { account: { code: { startsWith: "4" } } }, inOdoo: { companies: ["2"] }) { nodes { account { code } } } }',
      { as: 'service' },
    );
    const lines = pick(data, 'moveLines.nodes') as { account: { code: string } }[];
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.every(({ account }) => account.code.startsWith('4'))).toBe(true);
  });
});

describe.skipIf(isRealStack)('of a reader with two companies', () => {
  /** The recording has one company: a second one, in which every account has another code, and half of the lines. */
  const odoo: OdooCall = async (model, method, args, options) => {
    const { allowed_company_ids: [main] = [1], ...context } = (args.context ?? {}) as {
      allowed_company_ids?: number[];
    };
    if (model === 'res.users' && method === 'read') return [{ id: 2, company_id: [1, 'One'], company_ids: [1, 2] }];
    if (method === 'context_get') return { lang: 'en_US', uid: 2 };
    const answer = await (gateway.sources.odoo as OdooCall)(model, method, { ...args, context }, options);
    if (method !== 'web_search_read') return answer;
    const { records, ...rest } = answer as { records: Record<string, unknown>[] };
    const changed = records.map((record) => {
      const { account_id: account, code } = record as { account_id?: { code?: string }; code?: string };
      return {
        ...record,
        ...(code !== undefined && { code: `${main}-${code}` }),
        ...(account?.code && { account_id: { ...account, code: `${main}-${account.code}`, company_ids: [] } }),
        ...('company_id' in record && { company_id: Number(record.id) % 2 === 0 ? 2 : 1 }),
      };
    });
    return { ...rest, records: changed };
  };

  it('each record is answered for its own', async () => {
    await using asked = await createTestGateway({ beside: gateway, odoo });
    const query =
      '{ moveLines(first: 20, filter: { account: { id: { isNull: false } } }) { nodes { id account { code } } } }';
    const { data, errors } = await asked.execute(query, { as: 'service' });
    expect(errors).toBeUndefined();
    for (const { id, account } of pick(data, 'moveLines.nodes') as Line[])
      expect(account?.code?.slice(0, 2)).toBe(Number(id) % 2 === 0 ? '2-' : '1-');
    const refused = await asked.execute('{ accounts(filter: { code: { startsWith: "4" } }) { totalCount } }', {
      as: 'service',
    });
    expect(refused.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'filter' } }]);
  });
});

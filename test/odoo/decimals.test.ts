/** Values as Odoo shows them: money rounded as its currency is, days, times, what is empty and what is not. */
import type { GraphQLInputObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OdooCall } from '../../src/odoo/call.ts';
import type { StoredType } from '../../src/plan/catalog.ts';
import { withOwner } from '../../src/postgres/owner.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { walk } from '../support/odoo-walk.ts';
import { openOdooWritten } from '../support/odoo-written.ts';
import { readLists, readTestSchema } from '../support/schema.ts';
import { databaseUrl, isRealStack, stackVariable } from '../support/stack.ts';

const DEMO_FILTER = { company: { name: { eq: 'Tala Trading & Services, Inc.' } } };
const AMOUNTS = 'amountUntaxed amountTax amountTotal amountResidual amountTotalSigned';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await createTestGateway({ lanes: 'ordinary' });
});
afterAll(() => gateway[Symbol.asyncDispose]());

/** What a gateway answers where Odoo sends these records. */
async function readRecords(list: string, selection: string, records: readonly object[]) {
  const odoo: OdooCall = async () => ({ length: records.length, records });
  await using faked = await createTestGateway({ beside: gateway, odoo });
  const { data, errors } = await faked.execute(`{ list: ${list} { nodes { ${selection} } } }`, { as: 'service' });
  return { nodes: (data as { list: { nodes: readonly unknown[] } }).list.nodes, errors };
}

describe('money', () => {
  it('has the places of its currency, and adds up', async () => {
    const moves = await walk(gateway, {
      list: 'moves',
      type: 'Move',
      filter: DEMO_FILTER,
      selection: `${AMOUNTS} moveType currency { name }`,
    });
    expect(new Set(moves.map(({ currency }) => (currency as { name: string }).name))).toEqual(new Set(['PHP', 'USD']));
    const cents = (text: unknown) => Number(String(text).replace('.', ''));
    for (const move of moves) {
      for (const amount of AMOUNTS.split(' ')) expect(move[amount]).toMatch(/^-?\d+\.\d\d$/);
      // A miscellaneous entry has a total alone.
      if (move.moveType !== 'ENTRY')
        expect(cents(move.amountUntaxed) + cents(move.amountTax)).toBe(cents(move.amountTotal));
    }
  });

  it.skipIf(!isRealStack)("is what Odoo's own database holds", async () => {
    const moves = await walk(gateway, { list: 'moves', type: 'Move', filter: DEMO_FILTER, selection: AMOUNTS });
    const rows = await withOwner(databaseUrl('MIGRATIONS_DATABASE_URL', stackVariable('ODOO_DB')), ({ query }) =>
      query(
        `select m.id::text as id, round(amount_untaxed, 2)::text as "amountUntaxed", round(amount_tax, 2)::text as "amountTax",
                round(amount_total, 2)::text as "amountTotal", round(amount_residual, 2)::text as "amountResidual",
                round(amount_total_signed, 2)::text as "amountTotalSigned"
           from account_move m join res_company c on c.id = m.company_id where c.name = $1`,
        [DEMO_FILTER.company.name.eq],
      ),
    );
    const byId = (a: { id?: unknown }, b: { id?: unknown }) => Number(a.id) - Number(b.id);
    expect([...moves].sort(byId)).toEqual(rows.sort(byId));
  });

  it.each([
    [0, 1234, '1234'],
    [0, 1234.0000001, '1234'],
    [0, -5, '-5'],
    [2, 1234.5, '1234.50'],
    [2, 0.1 + 0.2, '0.30'],
    [2, 0, '0.00'],
    [2, -0, '0.00'],
    [2, -1.4e-14, '0.00'],
    [2, 99_999_999_999.99, '99999999999.99'],
    [3, 12.345, '12.345'],
    [3, 12.3, '12.300'],
    [4, 1.00005, '1.0001'],
  ])('of a currency with %i places says %f as %s', async (places, amount, expected) => {
    const record = { id: 1, amount_total: amount, currency_id: { id: 7, decimal_places: places } };
    expect((await readRecords('moves', 'amountTotal', [record])).nodes).toEqual([{ amountTotal: expected }]);
  });

  it('without a currency is as short as it is exact', async () => {
    const records = [{ id: 1, amount_total: 12.5, currency_id: false }];
    expect((await readRecords('moves', 'amountTotal', records)).nodes).toEqual([{ amountTotal: '12.5' }]);
  });
});

describe('a Decimal variable', () => {
  it.each([
    [12.1, 12.1],
    [0, 0],
    [-5, -5],
    [1e-7, 1e-7],
    [-1.25e-8, -1.25e-8],
    [123_456_789_012_345, 123_456_789_012_345],
    [1e21, 1e21],
    [5e15, 5e15],
    ['0.30', 0.3],
  ])('may be the number %s of JSON, where it is exact', async (sent, asked) => {
    const domains: unknown[] = [];
    const odoo: OdooCall = async (_model, method, { domain }) => {
      if (method === 'web_search_read') domains.push(domain);
      return { length: 0, records: [] };
    };
    await using faked = await createTestGateway({ beside: gateway, odoo });
    const query = 'query($d: Decimal) { moves(filter: { amountTotal: { gt: $d } }) { nodes { id } } }';
    const { errors } = await faked.execute(query, { as: 'service', variables: { d: sent } });
    expect(errors).toBeUndefined();
    expect(domains).toEqual([expect.arrayContaining([['amount_total', '>', asked]])]);
  });
});

describe('a float', () => {
  // A price that each company has for itself is compared within one of them.
  const OF_ONE = 'inOdoo: { companies: ["1"] }';
  const own = readTestSchema();
  const types = [...own.catalog.values()].filter(({ surface, name }) => surface === 'odoo' && name !== 'BirFiling');
  const lists = readLists(own);

  it.each(types.flatMap(({ name }) => (lists.get(name) ? [[name, lists.get(name) as string] as const] : [])))(
    'of %s is found by what is shown of it',
    async (name, list) => {
      const filters = Object.keys((own.schema.getType(`${name}Filter`) as GraphQLInputObjectType).getFields());
      const fields = [...(own.catalog.get(name) as StoredType).fields.values()].flatMap((field) =>
        // Odoo's search by quantity leaves out what is not stocked, and shows 0 of it.
        field.kind === 'leaf' &&
        field.scalar === 'Decimal' &&
        field.name !== 'qtyAvailable' &&
        filters.includes(field.name)
          ? [field.name]
          : [],
      );
      if (fields.length === 0) return;
      const ask = (selection: string) => gateway.execute(`{ ${selection} }`, { as: 'service' });
      const { data } = await ask(`list: ${list}(first: 60, ${OF_ONE}) { nodes { id ${fields.join(' ')} } }`);
      const nodes = pick(data, 'list.nodes') as Record<string, string>[];
      for (const field of fields) {
        const [one] = nodes.filter((node) => Number(node[field]) % 1 !== 0).concat(nodes);
        if (!one) continue;
        const is = (operator: string) => `id: { eq: "${one.id}" }, ${field}: { ${operator}: "${one[field]}" }`;
        const found = await ask(
          ['eq', 'gte', 'lte', 'ne', 'gt', 'lt']
            .map((operator) => `${operator}: ${list}(filter: { ${is(operator)} }, ${OF_ONE}) { totalCount }`)
            .join(' '),
        );
        const counts = Object.values(found.data ?? {}).map((each) => (each as { totalCount: number }).totalCount);
        expect([field, one[field], ...counts]).toEqual([field, one[field], 1, 1, 1, 0, 0, 0]);
      }
    },
  );

  it.skipIf(!isRealStack)('with the noise of a sum is found by the number that was meant', async () => {
    await using written = openOdooWritten();
    const named = `values float ${process.pid}`;
    const privacy = { name: named, privacy_visibility: 'employees' };
    const [project] = (await written.admin('project.project', 'create', { vals_list: [privacy] })) as [number];
    const [task] = (await written.admin('project.task', 'create', {
      vals_list: [{ name: named, project_id: project, allocated_hours: 0.1 + 0.2 }],
    })) as [number];
    written.own('project.task', task);
    written.own('project.project', project);
    const count = (where: string) =>
      `tasks(filter: { id: { eq: "${task}" }, allocatedHours: ${where} }) { totalCount }`;
    const { data } = await gateway.execute(
      `{ task(id: "${task}") { allocatedHours } eq: ${count('{ eq: "0.3" }')} in: ${count('{ in: ["1", "0.3"] }')}
         lte: ${count('{ lte: "0.3" }')} gt: ${count('{ gt: "0.3" }')} ne: ${count('{ ne: "0.3" }')} notIn: ${count('{ notIn: ["0.3"] }')} }`,
      { as: 'service' },
    );
    const [one, none] = [{ totalCount: 1 }, { totalCount: 0 }];
    expect(data).toEqual({
      task: { allocatedHours: '0.3' },
      eq: one,
      in: one,
      lte: one,
      gt: none,
      ne: none,
      notIn: none,
    });
  });
});

describe('other values', () => {
  it.each([
    [8, '8'],
    [0.5, '0.5'],
    [0.0000001, '0.0000001'],
    [1e21, '1000000000000000000000'],
    [-0.25, '-0.25'],
    [0, '0'],
    [0.1 + 0.2, '0.3'],
    [-5.551115123125783e-17, '0'],
    [9.99999999999998, '10'],
    [1 / 56, '0.017857142857142856'],
    [12345678901234.56, '12345678901234.56'],
    [1234567.891, '1234567.891'],
  ])('such as %f hours are as short as they are exact, without the noise of a sum', async (value, expected) => {
    const { nodes } = await readRecords('timesheets', 'hours', [{ id: 1, unit_amount: value }]);
    expect(nodes).toEqual([{ hours: expected }]);
  });

  it('are null where Odoo says false, and a boolean stays false', async () => {
    const empty = { id: 1, name: false, ref: false, is_company: false, active: false, type: false, country_id: false };
    const { nodes, errors } = await readRecords('partners', 'name ref isCompany active type country { name }', [empty]);
    expect(errors).toBeUndefined();
    expect(nodes).toEqual([{ name: null, ref: null, isCompany: false, active: false, type: null, country: null }]);
  });

  it('keep an empty text, markup and a zero', async () => {
    const record = { id: 1, name: '', comment: '<p>5 &lt; 6</p>', customer_rank: 0 };
    const { nodes } = await readRecords('partners', 'name comment customerRank', [record]);
    expect(nodes).toEqual([{ name: '', comment: '<p>5 &lt; 6</p>', customerRank: 0 }]);
  });

  it('are days and times in UTC', async () => {
    const record = { id: 1, date: '2026-02-28', invoice_date: false, create_date: '2026-03-01 23:59:59' };
    const { nodes } = await readRecords('moves', 'date invoiceDate createDate', [record]);
    expect(nodes).toEqual([{ date: '2026-02-28', invoiceDate: null, createDate: '2026-03-01T23:59:59Z' }]);
  });

  it('that the schema does not know are null with an error that names them', async () => {
    const records = [
      { id: 1, state: 'posted' },
      { id: 2, state: 'frozen' },
    ];
    const { nodes, errors } = await readRecords('moves', 'id state', records);
    expect(nodes).toEqual([
      { id: '1', state: 'POSTED' },
      { id: '2', state: null },
    ]);
    expect(errors).toMatchObject([{ path: ['list', 'nodes', 1, 'state'], extensions: { code: 'UPSTREAM_ERROR' } }]);
    expect(errors?.[0]?.message).toContain('frozen');
  });
});

/** Values as Odoo shows them: money rounded as its currency is, days, times, what is empty and what is not. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OdooCall } from '../../src/odoo/call.ts';
import { withOwner } from '../../src/postgres/owner.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { walk } from '../support/odoo-walk.ts';
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
    const odoo: OdooCall = async (_model, _method, { domain }) => {
      domains.push(domain);
      return { length: 0, records: [] };
    };
    await using faked = await createTestGateway({ beside: gateway, odoo });
    const query = 'query($d: Decimal) { moves(filter: { amountTotal: { gt: $d } }) { nodes { id } } }';
    const { errors } = await faked.execute(query, { as: 'service', variables: { d: sent } });
    expect(errors).toBeUndefined();
    expect(domains).toEqual([expect.arrayContaining([['amount_total', '>', asked]])]);
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
  ])('such as %f hours are as short as they are exact', async (value, expected) => {
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

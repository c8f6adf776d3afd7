/** Groups through the public door: counted, summed and cut as Odoo's records say, one call each. */
import type { GraphQLObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OdooCall } from '../../src/odoo/call.ts';
import type { StoredType } from '../../src/plan/catalog.ts';
import { withOwner } from '../../src/postgres/owner.ts';
import { createTestGateway, pick, type TestAnswer, type TestGateway } from '../support/gateway.ts';
import { walk } from '../support/odoo-walk.ts';
import { readTestSchema } from '../support/schema.ts';
import { databaseUrl, isRealStack, stackVariable } from '../support/stack.ts';

const DEMO = 'company: { name: { eq: "Tala Trading & Services, Inc." } }';
const DEMO_FILTER = { company: { name: { eq: 'Tala Trading & Services, Inc.' } } };

interface Group {
  readonly keys: Readonly<Record<string, unknown>>;
  readonly count: number;
  readonly sum: Readonly<Record<string, string | null>>;
  readonly avg: Readonly<Record<string, string | null>>;
  readonly min: Readonly<Record<string, string | null>>;
  readonly max: Readonly<Record<string, string | null>>;
}

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await createTestGateway({ lanes: 'ordinary' });
});
afterAll(() => gateway[Symbol.asyncDispose]());

const ask = (query: string, variables?: Record<string, unknown>): Promise<TestAnswer> =>
  gateway.execute(query, { as: 'service', ...(variables && { variables }) });

async function groups(query: string): Promise<readonly Group[]> {
  const { data, errors } = await ask(`{ groups: ${query} }`);
  expect(errors).toBeUndefined();
  // Beside the groups themselves only, for money, how many places each currency has.
  const calls = gateway.calls.filter((call) => !call.startsWith('odoo: res.currency web_search_read '));
  expect(calls).toHaveLength(1);
  expect(calls[0]).toContain(' formatted_read_group ');
  return data?.groups as readonly Group[];
}

const cents = (value: unknown): number => Math.round(Number(value) * 100);
const total = (values: readonly unknown[]): number => values.reduce<number>((sum, value) => sum + cents(value), 0);

/** Lists of records by a key, in no order. */
function byKey<T>(records: readonly T[], keyOf: (record: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const record of records) found.set(keyOf(record), [...(found.get(keyOf(record)) ?? []), record]);
  return found;
}

describe('groups', () => {
  it('by state and month are what the moves of the list add up to', async () => {
    const found = await groups(
      `moveGroups(filter: { ${DEMO} }, groupBy: [{ field: STATE }, { field: INVOICE_DATE, by: MONTH }], first: 1000) {
         keys { state invoiceDate partner { id } } count
         sum { amountTotalSigned } avg { amountTotalSigned } min { amountTotalSigned } max { amountTotalSigned } }`,
    );
    const moves = await walk(gateway, {
      list: 'moves',
      type: 'Move',
      filter: DEMO_FILTER,
      selection: 'state invoiceDate amountTotalSigned',
    });
    const expected = byKey(moves, (move) => `${move.state} ${String(move.invoiceDate).slice(0, 7)}`);
    expect(found.map(({ keys }) => `${keys.state} ${String(keys.invoiceDate).slice(0, 7)}`).sort()).toEqual(
      [...expected.keys()].sort(),
    );
    // Some moves have no invoice date: their group has no key.
    expect(found.some(({ keys }) => keys.invoiceDate === null)).toBe(true);
    for (const { keys, count, sum, avg, min, max } of found) {
      const own = expected.get(`${keys.state} ${String(keys.invoiceDate).slice(0, 7)}`) ?? [];
      const amounts = own.map(({ amountTotalSigned }) => Number(amountTotalSigned));
      expect(count).toBe(own.length);
      expect(cents(sum.amountTotalSigned)).toBe(total(amounts));
      expect(Number(avg.amountTotalSigned)).toBeCloseTo(total(amounts) / 100 / own.length, 6);
      expect(Number(min.amountTotalSigned)).toBe(Math.min(...amounts));
      expect(Number(max.amountTotalSigned)).toBe(Math.max(...amounts));
      // Not grouped by it: null.
      expect(keys.partner).toBeNull();
    }
  });

  it('by a relation name its record, and null stands for none', async () => {
    const found = await groups(
      `timesheetGroups(filter: { ${DEMO} }, groupBy: [{ field: EMPLOYEE }], first: 1000) {
         keys { employee { id displayName } } count sum { hours } }`,
    );
    const entries = await walk(gateway, {
      list: 'timesheets',
      type: 'Timesheet',
      filter: DEMO_FILTER,
      selection: 'hours employee { id displayName }',
    });
    const expected = byKey(entries, ({ employee }) => JSON.stringify(employee));
    expect(new Set(found.map(({ keys }) => JSON.stringify(keys.employee)))).toEqual(new Set(expected.keys()));
    for (const { keys, count, sum } of found) {
      const own = expected.get(JSON.stringify(keys.employee)) ?? [];
      expect(count).toBe(own.length);
      expect(cents(sum.hours)).toBe(total(own.map(({ hours }) => hours)));
    }
  });

  it('name records by their own types: a type and an id are one record, and more of it is one read for each key', async () => {
    const { data, errors } = await ask(
      `{ groups: moveGroups(filter: { ${DEMO} }, groupBy: [{ field: COMPANY }, { field: CURRENCY }, { field: JOURNAL }], first: 1000) {
           keys {
             company { __typename id displayName }
             currency { __typename id displayName name }
             journal { __typename id displayName code company { id displayName } } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(gateway.calls.map((call) => call.split(' ').slice(1, 3).join(' '))).toEqual([
      'account.move formatted_read_group',
      'res.currency web_search_read',
      'account.journal web_search_read',
    ]);
    const seen = new Map<string, unknown>();
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      const { __typename: type, id, displayName } = value as Record<string, unknown>;
      if (type) expect(seen.get(`${type} ${id}`) ?? displayName).toBe(displayName);
      if (type) seen.set(`${type} ${id}`, displayName);
      for (const below of Object.values(value)) visit(below);
    };
    visit(data);
    expect(new Set([...seen.keys()].map((key) => key.split(' ')[0]))).toEqual(
      new Set(['Company', 'Currency', 'Journal']),
    );
    for (const { keys } of (data?.groups ?? []) as readonly {
      keys: Record<string, Record<string, unknown> | null>;
    }[]) {
      const { company, currency, journal } = keys;
      expect(currency?.name).toBe(currency?.displayName);
      expect(journal?.company).toEqual({ id: company?.id, displayName: company?.displayName });
    }
  });

  it('of tasks without a customer have no key', async () => {
    const found = await groups(
      `taskGroups(filter: { ${DEMO} }, groupBy: [{ field: PARTNER }], first: 1000) { keys { partner { id displayName } } count }`,
    );
    const none = found.filter(({ keys }) => keys.partner === null);
    const { data } = await ask(`{ tasks(filter: { ${DEMO}, not: { partner: {} } }) { totalCount } }`);
    const { tasks } = data as { tasks: { totalCount: number } };
    expect(none.map(({ count }) => count)).toEqual([tasks.totalCount]);
  });

  it.each(['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'])('by %s begin where the interval does', async (by) => {
    const found = await groups(
      `moveGroups(filter: { ${DEMO}, date: { isNull: false } }, groupBy: [{ field: DATE, by: ${by} }], first: 1000) {
         keys { date } count }`,
    );
    const moves = await walk(gateway, { list: 'moves', type: 'Move', filter: DEMO_FILTER, selection: 'date' });
    const expected = byKey(moves, ({ date }) => startOf(by, String(date)));
    expect(Object.fromEntries(found.map(({ keys, count }) => [String(keys.date), count]))).toEqual(
      Object.fromEntries([...expected].map(([start, own]) => [start, own.length])),
    );
  });

  it('by a time begin at midnight in UTC', async () => {
    const found = await groups(
      `taskGroups(filter: { ${DEMO} }, groupBy: [{ field: CREATE_DATE, by: DAY }], first: 1000) { keys { createDate } count }`,
    );
    const tasks = await walk(gateway, { list: 'tasks', type: 'Task', filter: DEMO_FILTER, selection: 'createDate' });
    const expected = byKey(tasks, ({ createDate }) => `${String(createDate).slice(0, 10)}T00:00:00Z`);
    expect(Object.fromEntries(found.map(({ keys, count }) => [String(keys.createDate), count]))).toEqual(
      Object.fromEntries([...expected].map(([start, own]) => [start, own.length])),
    );
  });

  it.each(['MoveGroup', 'MoveLineGroup', 'TimesheetGroup', 'SaleOrderGroup', 'PurchaseOrderGroup', 'ExpenseGroup'])(
    'of one record have its own amounts, written as the record writes them: %s',
    async (group) => {
      const { list, fields } = amountsOf(group);
      const { data } = await ask(`{ list: ${list}(first: 4) { nodes { id ${fields.join(' ')} } } }`);
      for (const { id, ...record } of pick(data, 'list.nodes') as ({ id: string } & Record<string, unknown>)[]) {
        const [found] = await groups(
          `${toLowerFirst(group)}s(filter: { id: { eq: "${id}" } }, groupBy: [{ field: COMPANY }]) {
             sum { ${fields.join(' ')} } min { ${fields.join(' ')} } max { ${fields.join(' ')} } avg { ${fields.join(' ')} } }`,
        );
        // A number that is not stored shows as 0, and has no sum.
        const amounts = Object.fromEntries(Object.entries(record).filter(([, amount]) => Number(amount) !== 0));
        expect(found).toMatchObject({ sum: amounts, min: amounts, max: amounts, avg: amounts });
      }
    },
  );

  it('have sums with the places of the currency, as exact as Odoo sends them', async () => {
    const odoo: OdooCall = async (model) =>
      model === 'res.currency'
        ? {
            records: [
              { id: 1, decimal_places: 2 },
              { id: 2, decimal_places: 0 },
              { id: 3, decimal_places: 3 },
            ],
          }
        : [
            ['posted', 154, [1]],
            ['draft', 221.5, [1]],
            ['cancel', 12345678901234.56, [1]],
            ['posted', 1500, [2]],
            ['posted', 0.1 + 0.2, [2, 3]],
            ['posted', 2.5, []],
            ['posted', 1e22, [1]],
          ].map(([state, sum, ids]) => ({
            ...{ state, 'amount_total:sum': sum, 'amount_total:avg': sum, 'currency_id:array_agg_distinct': ids },
          }));
    await using faked = await createTestGateway({ beside: gateway, odoo });
    const query = '{ moveGroups(groupBy: [{ field: STATE }]) { sum { amountTotal } avg { amountTotal } } }';
    const { data } = await faked.execute(query, { as: 'service' });
    const totals = (pick(data, 'moveGroups') as Group[]).map(({ sum, avg }) => [sum.amountTotal, avg.amountTotal]);
    expect(totals).toEqual([
      ['154.00', '154.00'],
      ['221.50', '221.50'],
      ['12345678901234.56', '12345678901234.56'],
      ['1500', '1500'],
      ['0.300', '0.300'],
      ['2.5', '2.5'],
      ['10000000000000000000000.00', '10000000000000000000000.00'],
    ]);
  });

  it.each([
    ['COUNT', (group: Group) => group.count],
    ['SUM_AMOUNT_TOTAL_SIGNED', (group: Group) => Number(group.sum.amountTotalSigned)],
    ['MAX_AMOUNT_TOTAL_SIGNED', (group: Group) => Number(group.max.amountTotalSigned)],
    ['AVG_AMOUNT_TOTAL_SIGNED', (group: Group) => Number(group.avg.amountTotalSigned)],
  ])('can be ordered by %s, and paged in that order', async (field, orderedBy) => {
    const read = (args: string) =>
      groups(
        `moveGroups(filter: { ${DEMO} }, groupBy: [{ field: PARTNER }], ${args}) {
           keys { partner { id } } count sum { amountTotalSigned } avg { amountTotalSigned } max { amountTotalSigned } }`,
      );
    for (const direction of ['ASC', 'DESC']) {
      const order = `orderBy: [{ field: ${field}, direction: ${direction} }]`;
      const all = await read(`first: 1000, ${order}`);
      const values = all.map(orderedBy);
      expect(values).toEqual([...values].sort((a, b) => (direction === 'ASC' ? a - b : b - a)));
      expect(await read(`first: 3, offset: 2, ${order}`)).toEqual(all.slice(2, 5));
    }
  });

  it('can be ordered by their keys, and refuse a key that they are not grouped by', async () => {
    const keys = 'groupBy: [{ field: STATE }, { field: INVOICE_DATE, by: YEAR }], first: 1000';
    const order = 'orderBy: [{ field: INVOICE_DATE, direction: DESC }, { field: STATE }]';
    const found = await groups(`moveGroups(filter: { ${DEMO} }, ${keys}, ${order}) { keys { state invoiceDate } }`);
    const years = found.map(({ keys: { invoiceDate } }) => String(invoiceDate ?? '9999'));
    expect(years).toEqual([...years].sort().reverse());
    const { errors } = await ask(`{ moveGroups(${keys}, orderBy: [{ field: PARTNER }]) { count } }`);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'orderBy' } }]);
    expect(errors?.[0]?.message).toContain('PARTNER');
  });

  it('as a page say whether there are more', async () => {
    const page = (args: string, more = '') =>
      `moveGroupPage(filter: { ${DEMO} }, groupBy: [{ field: STATE }], ${args}) { hasMore groups { keys { state } count } ${more} }`;
    const { data, errors } = await ask(
      `{ one: ${page('first: 1', 'again: groups { count } __typename')} all: ${page('first: 1000')} none: ${page('offset: 1000')} }`,
    );
    expect(errors).toBeUndefined();
    const all = pick(data, 'all.groups') as Group[];
    expect(data).toEqual({
      one: { hasMore: true, groups: all.slice(0, 1), again: [{ count: all[0]?.count }], __typename: 'MoveGroupPage' },
      all: {
        hasMore: false,
        groups: await groups(
          `moveGroups(filter: { ${DEMO} }, groupBy: [{ field: STATE }], first: 1000) { keys { state } count }`,
        ),
      },
      none: { hasMore: false, groups: [] },
    });
  });

  it.each([
    ['tags', 'TAGS'],
    ['assignees', 'ASSIGNEES'],
  ])('by %s count a record in each of its own', async (list, field) => {
    const found = await groups(
      `taskGroups(filter: { ${DEMO} }, groupBy: [{ field: ${field} }], first: 1000) { keys { ${list} { id } } count }`,
    );
    const tasks = await walk(gateway, {
      list: 'tasks',
      type: 'Task',
      filter: DEMO_FILTER,
      selection: `${list}(first: 100) { nodes { id } }`,
    });
    const expected = new Map<string | null, number>();
    for (const task of tasks) {
      const ids = (pick(task, `${list}.nodes`) as { id: string }[]).map(({ id }) => id);
      for (const id of ids.length > 0 ? ids : [null]) expected.set(id, (expected.get(id) ?? 0) + 1);
    }
    expect(new Map(found.map(({ keys, count }) => [(keys[list] as { id: string } | null)?.id ?? null, count]))).toEqual(
      expected,
    );
  });

  it('answer as many as were asked for', async () => {
    expect(await groups('moveGroups(groupBy: [{ field: STATE }], first: 1) { count }')).toHaveLength(1);
  });

  it('of nothing are none', async () => {
    expect(await groups('moveGroups(filter: { or: [] }, groupBy: [{ field: STATE }]) { count }')).toEqual([]);
  });

  it.each([
    ['first: 0, groupBy: [{ field: STATE }]', 'BAD_USER_INPUT', 'first'],
    ['first: -1, groupBy: [{ field: STATE }]', 'BAD_USER_INPUT', 'first'],
    ['first: 1001, groupBy: [{ field: STATE }]', 'LIMIT_EXCEEDED', 'first'],
    ['groupBy: []', 'BAD_USER_INPUT', 'groupBy'],
    ['offset: -1, groupBy: [{ field: STATE }]', 'BAD_USER_INPUT', 'offset'],
    ['offset: 100001, groupBy: [{ field: STATE }]', 'LIMIT_EXCEEDED', 'offset'],
    ['groupBy: [{ field: STATE }, { field: STATE }]', 'BAD_USER_INPUT', 'groupBy'],
    ['groupBy: [{ field: DATE, by: DAY }, { field: DATE, by: YEAR }]', 'BAD_USER_INPUT', 'groupBy'],
    ['groupBy: [{ field: STATE, by: MONTH }]', 'BAD_USER_INPUT', 'groupBy.by'],
    ['groupBy: [{ field: PARTNER, by: MONTH }]', 'BAD_USER_INPUT', 'groupBy.by'],
  ])('refuse (%s) as %s of "%s"', async (args, code, argument) => {
    const { data, errors } = await ask(`{ moveGroups(${args}) { count } }`);
    expect(data).toEqual({ moveGroups: null });
    expect(errors).toMatchObject([{ path: ['moveGroups'], extensions: { code, argument } }]);
    expect(gateway.calls).toEqual([]);
  });

  it.skipIf(!isRealStack)("hold what Odoo's own database adds up", async () => {
    const found = await groups(
      `moveLineGroups(groupBy: [{ field: ACCOUNT }, { field: DATE, by: MONTH }], filter: { ${DEMO} }, first: 1000) {
         keys { account { id } date } count sum { debit credit } }`,
    );
    const rows = await withOwner(databaseUrl('MIGRATIONS_DATABASE_URL', stackVariable('ODOO_DB')), ({ query }) =>
      query(
        `select l.account_id::text as account, to_char(date_trunc('month', l.date), 'YYYY-MM-DD') as date,
                count(*)::int as count, sum(debit)::text as debit, sum(credit)::text as credit
           from account_move_line l join res_company c on c.id = l.company_id
          where c.name = 'Tala Trading & Services, Inc.' group by 1, 2`,
      ),
    );
    const line = (account: unknown, date: unknown, count: unknown, debit: unknown, credit: unknown) =>
      [account, date, count, cents(debit ?? 0), cents(credit ?? 0)].join(' ');
    const told = found.map(({ keys, count, sum }) =>
      line((keys.account as { id: string } | null)?.id ?? null, keys.date, count, sum.debit, sum.credit),
    );
    expect(told.sort()).toEqual(
      rows.map(({ account, date, count, debit, credit }) => line(account, date, count, debit, credit)).sort(),
    );
  });
});

const toLowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** The list of the grouped type, and its amounts that groups sum. */
function amountsOf(group: string): { readonly list: string; readonly fields: readonly string[] } {
  const name = group.replace(/Group$/, '');
  const { schema, catalog } = readTestSchema();
  const summed = Object.keys((schema.getType(`${name}Sum`) as GraphQLObjectType).getFields());
  const stored = catalog.get(name) as StoredType;
  const isAmount = (field: string) => {
    const leaf = stored.fields.get(field);
    return leaf?.kind === 'leaf' && leaf.scalar === 'Decimal';
  };
  return { list: `${toLowerFirst(name)}s`, fields: summed.filter(isAmount) };
}

/** First day of the interval that the day is in; weeks begin on the Sunday of en_US. */
function startOf(by: string, day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  if (by === 'WEEK') date.setUTCDate(date.getUTCDate() - date.getUTCDay());
  if (by === 'MONTH' || by === 'QUARTER' || by === 'YEAR') date.setUTCDate(1);
  if (by === 'QUARTER') date.setUTCMonth(date.getUTCMonth() - (date.getUTCMonth() % 3));
  if (by === 'YEAR') date.setUTCMonth(0);
  return date.toISOString().slice(0, 10);
}

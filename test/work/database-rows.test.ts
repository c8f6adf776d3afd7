/** Rows of databases as a client meets them: checked against their columns, versioned, and found by typed queries. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { giveCursor, makeCursor, makeOldCursor, readCursor } from '../support/cursors.ts';
import { openDatabase, type TestDatabase } from '../support/databases.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { isRealStack } from '../support/stack.ts';
import { codesOf } from '../support/work-mutate.ts';
import { viewerOf } from '../support/work-rls-rows.ts';

const NOWHERE = '00000000-0000-4000-8000-000000000000';
const PERSON = 'A0A00000-0000-4000-8000-000000000001';

let gateway: TestGateway;
let all: TestDatabase;
let target: TestDatabase;
let targetRow: string;

beforeAll(async () => {
  gateway = await createTestGateway();
  target = await openDatabase(gateway, [{ name: 'Name', type: 'TEXT' }]);
  [targetRow] = (await target.insert({ Name: 'Related' })) as [string];
  all = await openDatabase(gateway, [
    { name: 'Text', type: 'TEXT', required: true },
    { name: 'Number', type: 'NUMBER' },
    { name: 'Select', type: 'SELECT', choices: ['A', 'B'] },
    { name: 'Many', type: 'MULTI_SELECT', choices: ['x', 'y'] },
    { name: 'Status', type: 'STATUS' },
    { name: 'Date', type: 'DATE' },
    { name: 'Person', type: 'PERSON' },
    { name: 'Check', type: 'CHECKBOX' },
    { name: 'Url', type: 'URL' },
    { name: 'Email', type: 'EMAIL' },
    { name: 'Relation', type: 'RELATION', relatedDatabaseId: target.id },
    { name: 'Odoo', type: 'ODOO_RECORD', odooModel: 'res.partner' },
  ]);
});

afterAll(() => gateway[Symbol.asyncDispose]());

const insert = (data: object) => all.run('insertDatabaseRow', { databaseId: all.id, data: { Text: 'a', ...data } });

describe('a cell', () => {
  it.each<[string, unknown, unknown]>([
    ['Number', '-0012.50', -12.5],
    ['Number', 7, 7],
    ['Select', 'B', 'B'],
    ['Many', ['y', 'x'], ['y', 'x']],
    ['Many', [], undefined],
    ['Status', 'Done', 'Done'],
    ['Date', '2026-02-28', '2026-02-28'],
    ['Date', '2026-03-01T08:30:00.75+08:00', '2026-03-01T00:30:00Z'],
    ['Person', PERSON, PERSON.toLowerCase()],
    ['Check', false, false],
    ['Url', 'https://a.example/?b=c', 'https://a.example/?b=c'],
    ['Email', 'ana@example.com', 'ana@example.com'],
    ['Odoo', { model: 'res.partner', id: 7, label: 'Seven' }, { model: 'res.partner', id: 7, label: 'Seven' }],
  ])('of %s keeps %j as %j', async (column, value, kept) => {
    const payload = await insert({ [column]: value });
    expect(payload.userErrors).toEqual([]);
    expect((pick(payload, 'row.data') as Record<string, unknown>)[column]).toEqual(kept);
  });

  it.each<[string, unknown]>([
    ['Text', null],
    ['Text', ''],
    ['Text', 7],
    ['Number', 'many'],
    ['Number', true],
    ['Select', 'C'],
    ['Select', ['A']],
    ['Many', ['x', 'x']],
    ['Many', ['z']],
    ['Many', 'x'],
    ['Status', 'done'],
    ['Date', '2026-02-30'],
    ['Date', 'tomorrow'],
    ['Date', 20260301],
    ['Person', 'ana'],
    ['Check', 'true'],
    ['Url', 'javascript:alert(1)'],
    ['Url', 'https://'],
    ['Email', 'ana@localhost'],
    ['Relation', ['x']],
    ['Relation', [NOWHERE]],
    ['Odoo', { model: 'res.users', id: 7 }],
    ['Odoo', { model: 'res.partner', id: 0 }],
    ['Odoo', 7],
  ])('of %s is not %j', async (column, value) => {
    const payload = await insert({ [column]: value });
    expect(payload).toMatchObject({
      row: null,
      userErrors: [{ code: 'BAD_USER_INPUT', path: ['input', 'data'], details: { column } }],
    });
    expect(payload.userErrors[0]?.message).toContain(`column "${column}" must be `);
  });

  it('is refused by name where there is no such column, though it be null', async () => {
    expect(await insert({ Nope: null })).toMatchObject({
      userErrors: [
        { code: 'BAD_USER_INPUT', message: 'The database has no column "Nope"', details: { column: 'Nope' } },
      ],
    });
  });

  it('is known by whatever name its column has, and refused by it', async () => {
    const odd = await openDatabase(gateway, [{ name: '__proto__', type: 'TEXT' }]);
    const data = JSON.parse('{"__proto__": "v"}');
    await odd.insert(data);
    const { text } = await odd.query('filter: { column: "__proto__", eq: "v" }');
    expect(text).toContain('"data":{"__proto__": "v"}');
    expect(codesOf(await insert(Object.assign(Object.create(null), { constructor: 1 })))).toEqual(['BAD_USER_INPUT']);
    for (const wrong of [[], [1], 'x', 7])
      expect(codesOf(await all.run('insertDatabaseRow', { databaseId: all.id, data: wrong }))).toEqual([
        'BAD_USER_INPUT',
      ]);
  });

  it('relates rows that are there when they are written, and tells of a hidden row what it tells of none', async () => {
    const related = await insert({ Relation: targetRow.toUpperCase() });
    expect(pick(related, 'row.data')).toEqual({ Text: 'a', Relation: [targetRow] });
    const other = await openDatabase(gateway, [{ name: 'Name', type: 'TEXT' }]);
    const [gone] = await other.insert({ Name: 'x' });
    const hidden = await insert({ Relation: [gone] });
    const absent = await insert({ Relation: [NOWHERE] });
    expect(JSON.stringify(hidden).replaceAll(String(gone), '…')).toBe(JSON.stringify(absent).replaceAll(NOWHERE, '…'));
  });
});

describe('insertDatabaseRows', () => {
  it('inserts all or none in their order, and says which one is at fault', async () => {
    const { id, run, insert: put, cells } = await openDatabase(gateway, [{ name: 'N', type: 'NUMBER' }]);
    const payload = await run('insertDatabaseRows', { databaseId: id, rows: [{ N: 1 }, { N: 'x' }] });
    expect(payload).toMatchObject({
      rows: null,
      userErrors: [{ path: ['input', 'rows', '1'], details: { column: 'N' } }],
    });
    const input = { databaseId: id, rows: [{ N: 2 }, { N: 3 }], idempotencyKey: 'two-rows' };
    const first = await run('insertDatabaseRows', input);
    expect(await run('insertDatabaseRows', input)).toEqual(first);
    await put(...Array.from({ length: 70 }, (_, n) => ({ N: n + 4 })));
    expect(await cells()).toEqual(Array.from({ length: 72 }, (_, n) => ({ N: n + 2 })));
    for (const rows of [[], Array(501).fill({})])
      expect(codesOf(await run('insertDatabaseRows', { databaseId: id, rows }))).toEqual(['BAD_USER_INPUT']);
  });
});

describe('updateDatabaseRow and deleteDatabaseRow', () => {
  it('change the version that was read, and no other', async () => {
    const {
      run,
      insert: put,
      cells,
    } = await openDatabase(gateway, [
      { name: 'A', type: 'TEXT' },
      { name: 'B', type: 'TEXT' },
    ]);
    const [rowId] = await put({ A: 'a', B: 'b' });
    const changed = await run('updateDatabaseRow', { rowId, data: { A: 'x', B: null }, expectedVersion: 1 });
    expect(changed).toMatchObject({ row: { data: { A: 'x' }, version: 2 }, userErrors: [] });
    expect(await run('updateDatabaseRow', { rowId, data: { A: 'x' } })).toMatchObject({ row: { version: 2 } });
    const stale = await run('updateDatabaseRow', { rowId, data: { A: 'y' }, expectedVersion: 1 });
    expect(stale).toMatchObject({
      userErrors: [{ code: 'CONFLICT', details: { currentVersion: 2, currentData: { A: 'x' } } }],
    });
    expect(codesOf(await run('updateDatabaseRow', { rowId, data: { Nope: 1 } }))).toEqual(['BAD_USER_INPUT']);
    expect(codesOf(await run('deleteDatabaseRow', { rowId, expectedVersion: 1 }))).toEqual(['CONFLICT']);
    const key = { rowId, expectedVersion: 2, idempotencyKey: 'delete-row' };
    expect(await run('deleteDatabaseRow', key)).toMatchObject({ database: { rows: { nodes: [] } }, userErrors: [] });
    expect(codesOf(await run('deleteDatabaseRow', key))).toEqual([]);
    expect(codesOf(await run('deleteDatabaseRow', { rowId }))).toEqual(['NOT_FOUND']);
    expect(await cells()).toEqual([]);
  });
});

describe('databaseRows', () => {
  let deals: TestDatabase;
  beforeAll(async () => {
    deals = await openDatabase(gateway, [
      { name: 'Name', type: 'TEXT' },
      { name: 'Amount', type: 'NUMBER' },
      { name: 'Stage', type: 'SELECT', choices: ['Lead', 'Won', 'Lost'] },
      { name: 'Due', type: 'DATE' },
      { name: 'Tags', type: 'MULTI_SELECT', choices: ['a', 'b'] },
      { name: 'Open', type: 'CHECKBOX' },
      { name: 'Who', type: 'ODOO_RECORD' },
      { name: '1"; drop --', type: 'NUMBER' },
    ]);
    await deals.insert(
      { Name: 'Alpha', Amount: 100, Stage: 'Won', Due: '2026-03-01', Tags: ['a'], Open: true },
      { Name: 'beta', Amount: 20, Stage: 'Lead', Due: '2026-03-01T08:00:00Z', Tags: ['a', 'b'] },
      { Name: 'Gamma', Amount: '12345678901234567890.10', Stage: 'Won', Who: { model: 'res.partner', id: 7 } },
      { Name: 'Delta 50%', Stage: 'Lead', Open: false, '1"; drop --': 4 },
      { Amount: 20, Due: '2026-02-01' },
    );
  });
  const names = async (args: string) => {
    const { data, errors } = await deals.query(args);
    expect(errors).toBeUndefined();
    return (pick(data, 'databaseRows.nodes') as { data: { Name?: string } }[]).map((row) => row.data.Name ?? '-');
  };

  it.each<[string, string[]]>([
    ['', ['Alpha', 'beta', 'Gamma', 'Delta 50%', '-']],
    ['{ column: "Amount", eq: 20 }', ['beta', '-']],
    ['{ column: "Amount", gte: "100.0" }', ['Alpha', 'Gamma']],
    ['{ column: "Amount", eq: "12345678901234567890.10" }', ['Gamma']],
    ['{ column: "Amount", gt: 20, lt: 200 }', ['Alpha']],
    ['{ column: "Amount", ne: 20 }', ['Alpha', 'Gamma']],
    ['{ not: { column: "Amount", eq: 20 } }', ['Alpha', 'Gamma', 'Delta 50%']],
    ['{ column: "Amount", isNull: true }', ['Delta 50%']],
    ['{ column: "Amount", in: [100, 20] }', ['Alpha', 'beta', '-']],
    ['{ column: "Amount", notIn: [100, 20] }', ['Gamma']],
    ['{ column: "Amount", in: [] }', []],
    ['{ column: "Stage", eq: "Won", and: [{ column: "Amount", eq: 100 }] }', ['Alpha']],
    ['{ or: [{ column: "Stage", eq: "Lost" }, { column: "Open", eq: true }] }', ['Alpha']],
    ['{ or: [] }', []],
    ['{ and: [] }', ['Alpha', 'beta', 'Gamma', 'Delta 50%', '-']],
    ['{ column: "Stage", eq: "No choice" }', []],
    ['{ column: "Name", contains: "ET" }', ['beta']],
    ['{ column: "Name", contains: "0%" }', ['Delta 50%']],
    ['{ column: "Name", contains: "_" }', []],
    ['{ column: "Name", startsWith: "a" }', ['Alpha']],
    ['{ column: "Due", lte: "2026-03-01" }', ['Alpha', 'beta', '-']],
    ['{ column: "Due", gte: "2026-03-01T16:00:00+08:00" }', ['beta']],
    ['{ column: "Tags", has: "b" }', ['beta']],
    ['{ column: "Open", eq: false }', ['Delta 50%']],
    ['{ column: "Who", has: { id: 7 } }', ['Gamma']],
    ['{ column: "1\\"; drop --", gt: 3 }', ['Delta 50%']],
  ])('finds %s', async (filter, found) => {
    expect(await names(filter && `filter: ${filter}`)).toEqual(found);
  });

  it.each<[string, string]>([
    ['{ column: "Nope", eq: 1 }', 'filter.eq'],
    ['{ and: [{ column: "Amount", eq: "many" }] }', 'filter.and.0.eq'],
    ['{ column: "Amount", contains: "1" }', 'filter.contains'],
    ['{ column: "Tags", eq: ["a"] }', 'filter.eq'],
    ['{ column: "Amount", eq: null }', 'filter.eq'],
    ['{ column: "Amount" }', 'filter'],
    ['{ eq: 1 }', 'filter'],
  ])('refuses %s', async (filter, argument) => {
    const { data, errors } = await deals.query(`filter: ${filter}`);
    expect(pick(data, 'databaseRows')).toBeNull();
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', argument });
  });

  it('refuses an unknown column where there are no rows, too', async () => {
    const empty = await openDatabase(gateway, [{ name: 'A', type: 'TEXT' }]);
    for (const args of ['filter: { column: "B", eq: 1 }', 'orderBy: [{ column: "B" }]'])
      expect((await empty.query(args)).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it.each<[string, string[]]>([
    ['[{ column: "Amount" }]', ['Alpha', 'Gamma', 'Delta 50%']],
    ['[{ column: "Amount", direction: DESC }]', ['Delta 50%', 'Gamma', 'Alpha']],
    ['[{ column: "Due" }]', ['-', 'Alpha', 'beta']],
  ])('orders by %s', async (order, found) => {
    const sorted = await names(`orderBy: ${order}`);
    expect(sorted.filter((name) => found.includes(name))).toEqual(found);
  });

  it.each([
    '',
    'orderBy: [{ column: "Amount" }]',
    'orderBy: [{ column: "Stage", direction: DESC }, { column: "Amount" }]',
  ])('pages through all rows once, ordered %s', async (order) => {
    const whole = await names(order);
    const seen: string[] = [];
    let after = '';
    for (let page = 0; page < 3; page += 1) {
      const { data } = await deals.query([order, 'first: 2', after].filter(Boolean).join(', '));
      const { nodes, hasNextPage, endCursor } = pick(data, 'databaseRows') as {
        nodes: { data: { Name?: string } }[];
        hasNextPage: boolean;
        endCursor: string;
      };
      seen.push(...nodes.map((row) => row.data.Name ?? '-'));
      expect(hasNextPage).toBe(page < 2);
      after = `after: "${endCursor}"`;
    }
    expect(seen).toEqual(whole);
  });

  it('finds a value that a thousand rows hold as it finds one that few do', async () => {
    const many = await openDatabase(gateway, [
      { name: 'N', type: 'NUMBER' },
      { name: 'Same', type: 'TEXT' },
    ]);
    for (const start of [0, 500, 1000])
      await many.insert(
        ...Array.from({ length: 500 }, (_, n) => ({ N: start + n, Same: start + n === 7 ? 'b' : 'a' })),
      );
    const ask = async (args: string) => {
      const { data } = await many.query(args);
      const { nodes, hasNextPage } = pick(data, 'databaseRows') as {
        nodes: { data: { N: number } }[];
        hasNextPage: boolean;
      };
      return [nodes.map((row) => row.data.N), hasNextPage];
    };
    expect(await ask('filter: { column: "Same", eq: "a" }, first: 9')).toEqual([[0, 1, 2, 3, 4, 5, 6, 8, 9], true]);
    expect(await ask('filter: { column: "Same", eq: "b" }, first: 9')).toEqual([[7], false]);
    expect(await ask('filter: { and: [{ column: "Same", eq: "a" }, { column: "N", eq: "1499.0" }] }')).toEqual([
      [1499],
      false,
    ]);
    expect(await ask('filter: { and: [{ column: "N", eq: 1 }, { column: "N", eq: 2 }] }')).toEqual([[], false]);
    expect(await ask('filter: { not: { column: "Same", eq: "a" } }')).toEqual([[7], false]);
    const query = `{ databaseRowGroups(databaseId: "${many.id}", sum: "N", filter: { column: "Same", eq: "a" }) { nodes { count sum } } }`;
    const { data } = await gateway.execute(query, { as: 'ben' });
    expect(pick(data, 'databaseRowGroups.nodes')).toEqual([{ count: 1499, sum: String((1499 * 1500) / 2 - 7) }]);
  });

  it('refuses a cursor of another order, and what is none', async () => {
    const cursor = String(pick((await deals.query('first: 1')).data, 'databaseRows.endCursor'));
    for (const args of [
      `after: "${cursor}", orderBy: [{ column: "Amount" }]`,
      `after: "${makeCursor([deals.id, '[]', '["a\\u0000", "x"]'], 'ana')}"`,
      `after: "${makeOldCursor('[]', '["a", "x"]')}"`,
      `after: "${giveCursor(cursor, 'service')}"`,
      `after: "${makeCursor([deals.spaceId, ...readCursor(cursor).slice(1)], 'ana')}"`,
      'first: 101',
      'first: -1',
    ])
      expect((await deals.query(args)).errors?.[0]?.extensions.code, args).toBe('BAD_USER_INPUT');
  });

  it('asks one statement, in which no name and no value of the client stands', async () => {
    await deals.query('filter: { column: "Name", contains: "needle" }, orderBy: [{ column: "Amount" }]');
    expect(gateway.calls).toHaveLength(1);
    expect(gateway.calls[0]).not.toMatch(/\bName|needle|Amount/);
  });

  it('keeps the digits of a number', async () => {
    const { text } = await deals.query('filter: { column: "Name", eq: "Gamma" }');
    expect(text).toContain('12345678901234567890.10');
  });

  it('counts and sums by what a column holds', async () => {
    const groups = async (args: string, as = 'ben') => {
      const query = `{ databaseRowGroups(databaseId: "${deals.id}"${args}) { all: nodes { key count sum } isComplete } }`;
      return (await gateway.execute(query, { as })).data?.databaseRowGroups;
    };
    expect(await groups(', by: "Stage", sum: "Amount"')).toEqual({
      all: [
        { key: 'Won', count: 2, sum: '12345678901234567990.10' },
        { key: 'Lead', count: 2, sum: '20' },
        { key: null, count: 1, sum: '20' },
      ].sort((a, b) => (a.key === null ? 1 : b.key === null ? -1 : a.key < b.key ? -1 : 1)),
      isComplete: true,
    });
    expect(await groups(', filter: { column: "Open", isNull: false }')).toEqual({
      all: [{ key: null, count: 2, sum: null }],
      isComplete: true,
    });
    expect(await groups(', by: "Stage"', 'carla')).toEqual({ all: [], isComplete: true });
  });

  it('is empty for a stranger as for a database that is not there, whatever is asked of it', async () => {
    const hidden = await deals.query('filter: { column: "Nope", eq: 1 }', 'carla');
    expect(hidden.data?.databaseRows).toEqual({ nodes: [], hasNextPage: false, endCursor: null });
    expect(hidden.errors).toBeUndefined();
    const query = `{ databaseRows(databaseId: "${NOWHERE}", filter: { column: "Nope", eq: 1 }) { nodes { id data } hasNextPage endCursor } }`;
    expect((await gateway.execute(query, { as: 'carla' })).text).toBe(hidden.text);
    expect((await deals.query('', 'ben')).data?.databaseRows).toMatchObject({ nodes: { length: 5 } });
  });
});

describe('by direct SQL', () => {
  it('a stranger finds no row of a hidden database by the index that row-level security does not ask', async () => {
    const count = async (role: 'stranger' | 'service_role') => {
      const text = `select cardinality(work.rows_with('${target.id}', '{"Name": "Related"}'))::text`;
      return String(await gateway.sources.postgres?.render(viewerOf(role), { text, values: [] }));
    };
    expect(await count('service_role')).toBe('1');
    expect(await count('stranger')).toBe('0');
  });
});

describe.runIf(isRealStack)('two connections', () => {
  it('leave no row that does not fit, when rows are written while a column changes', async () => {
    const { id, run, cells, columnId } = await openDatabase(gateway, [{ name: 'A', type: 'TEXT' }]);
    const column = await columnId('A');
    const codes: string[] = [];
    const write = async (n: number) => {
      const payload = await run('insertDatabaseRow', { databaseId: id, data: { A: n % 2 ? `${n}` : 'word' } });
      codes.push(...codesOf(payload));
    };
    await Promise.all([
      ...Array.from({ length: 20 }, (_, n) => write(n)),
      run('retypeDatabaseColumn', { columnId: column, type: 'NUMBER', onUnconvertible: 'CLEAR' }),
      ...Array.from({ length: 20 }, (_, n) => write(n)),
    ]);
    const kept = (await cells()) as { A?: unknown }[];
    expect(kept.map(({ A }) => typeof A).filter((kind) => kind !== 'number' && kind !== 'undefined')).toEqual([]);
    expect(kept.length + codes.length).toBe(40);
    expect(new Set([...codes, 'BAD_USER_INPUT'])).toEqual(new Set(['BAD_USER_INPUT']));
  });
});

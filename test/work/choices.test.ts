/** What becomes of the cells of a column whose choices change: what still fits stays, whatever else the cell held. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase, type TestDatabase } from '../support/databases.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { codesOf, refuse } from '../support/work-mutate.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway();
});
afterAll(() => gateway[Symbol.asyncDispose]());

const many = (choices: readonly string[]) => ({ name: 'A', type: 'MULTI_SELECT', choices });

describe('CLEAR', () => {
  it.each<[string, object, object, readonly unknown[], readonly unknown[]]>([
    [
      'the choices that stay in a list',
      many(['a', 'b', 'c']),
      { type: 'MULTI_SELECT', choices: ['c', 'b'] },
      [['a', 'b'], ['c', 'a', 'b'], ['a'], ['b']],
      [['b'], ['c', 'b'], undefined, ['b']],
    ],
    [
      'the words of a text that are choices',
      { name: 'A', type: 'TEXT' },
      { type: 'MULTI_SELECT', choices: ['a', 'b'] },
      ['a, x, b', 'x', 'b , b', 'a'],
      [['a', 'b'], undefined, ['b'], ['a']],
    ],
    [
      'nothing of one choice that goes',
      { name: 'A', type: 'SELECT', choices: ['a', 'b'] },
      { type: 'SELECT', choices: ['b'] },
      ['a', 'b'],
      [undefined, 'b'],
    ],
  ])('leaves %s', async (_what, from, to, before, after) => {
    const { run, insert, cells, columnId } = await openDatabase(gateway, [{ name: 'A', ...from }]);
    await insert(...before.map((A) => ({ A })));
    const input = { columnId: await columnId('A'), ...to };
    const refused = await run('retypeDatabaseColumn', input);
    expect(refused).toMatchObject({ column: null, userErrors: [{ code: 'CONFLICT' }] });
    expect(await cells()).toEqual(before.map((A) => ({ A })));
    expect(codesOf(await run('retypeDatabaseColumn', { ...input, onUnconvertible: 'CLEAR' }))).toEqual([]);
    expect(await cells()).toEqual(after.map((A) => (A === undefined ? {} : { A })));
  });

  it('leaves the related rows that the new database has', async () => {
    const other = await openDatabase(gateway, [{ name: 'Name', type: 'TEXT' }]);
    const [here, there] = await other.insert({ Name: 'x' }, { Name: 'y' });
    const { run, insert, cells, columnId } = await openDatabase(gateway, [{ name: 'A', type: 'TEXT' }]);
    await insert({ A: `${here}, 00000000-0000-4000-8000-000000000000,${there}` }, { A: 'x' });
    const input = { columnId: await columnId('A'), type: 'RELATION', relatedDatabaseId: other.id };
    // The space of the other database is another one, in which the editor is editor too.
    expect(codesOf(await run('retypeDatabaseColumn', { ...input, onUnconvertible: 'CLEAR' }))).toEqual([]);
    expect(await cells()).toEqual([{ A: [here, there] }, {}]);
  });

  it('leaves no row without a value that is required', async () => {
    const { run, insert, cells, columnId } = await openDatabase(gateway, [{ ...many(['a', 'b']), required: true }]);
    await insert({ A: ['a', 'b'] }, { A: ['a'] });
    const input = { columnId: await columnId('A'), type: 'MULTI_SELECT', choices: ['b'], onUnconvertible: 'CLEAR' };
    expect(codesOf(await run('retypeDatabaseColumn', input))).toEqual(['CONFLICT']);
    expect(await cells()).toEqual([{ A: ['a', 'b'] }, { A: ['a'] }]);
  });
});

describe('renameDatabaseChoice', () => {
  const rowsOf = async (id: string) => {
    const { data } = await gateway.execute(`{ database(id: "${id}") { rows { nodes { data version } } } }`, {
      as: 'ana',
    });
    return pick(data, 'database.rows.nodes');
  };

  it.each<[string, unknown, unknown, unknown]>([
    ['SELECT', 'a', 'first', 'b'],
    ['STATUS', 'a', 'first', 'b'],
    ['MULTI_SELECT', ['b', 'a'], ['b', 'first'], ['b']],
  ])(
    'carries the rows of a %s with it, and raises their versions and no others',
    async (type, held, renamed, other) => {
      const { id, run, insert, columnId } = await openDatabase(gateway, [{ name: 'A', type, choices: ['a', 'b'] }]);
      await insert({ A: held }, { A: other }, {});
      const payload = await run('renameDatabaseChoice', {
        columnId: await columnId('A'),
        choice: 'a',
        name: 'first',
        expectedVersion: 1,
      });
      expect(payload).toMatchObject({
        column: { options: { choices: ['first', 'b'] }, database: { version: 2 } },
        userErrors: [],
      });
      expect(await rowsOf(id)).toEqual([
        { data: { A: renamed }, version: 2 },
        { data: { A: other }, version: 1 },
        { data: {}, version: 1 },
      ]);
    },
  );

  it('lets one of two through that rename the same choice at once, and says the choices to the other', async () => {
    const { run, insert, cells, columnId } = await openDatabase(gateway, [many(['a', 'b'])]);
    await insert({ A: ['a', 'b'] });
    const column = await columnId('A');
    const names = ['x', 'y'];
    const payloads = await Promise.all(
      names.map((name) => run('renameDatabaseChoice', { columnId: column, choice: 'a', name })),
    );
    expect(payloads.flatMap(codesOf)).toEqual(['CONFLICT']);
    const kept = names[payloads.findIndex(({ userErrors }) => userErrors.length === 0)];
    expect(payloads.flatMap(({ userErrors }) => userErrors)[0]).toMatchObject({
      path: ['input', 'choice'],
      details: { choices: [kept, 'b'] },
    });
    expect(await cells()).toEqual([{ A: [kept, 'b'] }]);
  });

  it('refuses a name that another choice has, a column without choices, and an older version', async () => {
    const { run, columnId } = await openDatabase(gateway, [many(['a', 'b']), { name: 'T', type: 'TEXT' }]);
    const input = { columnId: await columnId('A'), choice: 'a' };
    const code = async (more: object) => codesOf(await run('renameDatabaseChoice', { ...input, ...more }));
    expect(await code({ name: 'b' })).toEqual(['CONFLICT']);
    expect(await code({ name: ' ' })).toEqual(['BAD_USER_INPUT']);
    expect(await code({ name: 'x', columnId: await columnId('T') })).toEqual(['BAD_USER_INPUT']);
    expect(await code({ name: 'a' })).toEqual([]);
    expect(await code({ name: 'x', expectedVersion: 2 })).toEqual(['CONFLICT']);
    const asked = { name: 'renameDatabaseChoice', input: { ...input, name: 'x' }, select: 'column { id }' };
    expect(await refuse(gateway, 'ben', asked)).toBe('FORBIDDEN');
  });
});

describe('choices', () => {
  const STAGES = ['Lead', 'Won', 'Also won', 'Lost'];
  const open = async (type: string, values: readonly unknown[]) => {
    const database = await openDatabase(gateway, [
      { name: 'A', type, choices: STAGES },
      { name: 'N', type: 'NUMBER' },
    ]);
    await database.insert(...values.map((A, N) => ({ A, N })));
    return database;
  };
  const sorted = async ({ query }: TestDatabase, args: string) =>
    (pick((await query(args)).data, 'databaseRows.nodes') as { data: { A?: unknown } }[]).map(({ data }) => data.A);

  it.each(['SELECT', 'STATUS'])('of a %s sort in the order of the column, the other way round too', async (type) => {
    const database = await open(type, ['Lost', 'Also won', undefined, 'Lead', 'Won']);
    expect(await sorted(database, 'orderBy: [{ column: "A" }]')).toEqual([...STAGES, undefined]);
    const back = await sorted(database, 'orderBy: [{ column: "A", direction: DESC }]');
    expect(back).toEqual([undefined, ...STAGES.toReversed()]);
    const columnId = await database.columnId('A');
    const choices = ['Lost', 'Lead', 'Won', 'Also won'];
    await database.run('retypeDatabaseColumn', { columnId, type, choices });
    expect(await sorted(database, 'orderBy: [{ column: "A" }]')).toEqual([...choices, undefined]);
  });

  it('are paged through once, whatever else sorts', async () => {
    const database = await open('SELECT', ['Lost', 'Won', 'Lead', undefined, 'Won', 'Lost', 'Also won']);
    for (const direction of ['ASC', 'DESC']) {
      const order = `orderBy: [{ column: "A", direction: ${direction} }, { column: "N" }], first: 2`;
      const seen: unknown[] = [];
      let after = '';
      for (let page = 0; page < 4; page += 1) {
        const { data } = await database.query(order + after);
        seen.push(...(pick(data, 'databaseRows.nodes') as { data: { A?: unknown } }[]).map((row) => row.data.A));
        after = `, after: "${pick(data, 'databaseRows.endCursor')}"`;
      }
      const whole = ['Lead', 'Won', 'Won', 'Also won', 'Lost', 'Lost', undefined];
      expect(seen).toEqual(direction === 'ASC' ? whole : whole.toReversed());
    }
  });

  it('of a list sort by the first of them, then the next', async () => {
    const lists = [['Lost'], ['Won', 'Lost'], ['Lead'], undefined, ['Won'], ['Lost', 'Lead']];
    expect(await sorted(await open('MULTI_SELECT', lists), 'orderBy: [{ column: "A" }]')).toEqual([
      ['Lead'],
      ['Lost', 'Lead'],
      ['Won'],
      ['Won', 'Lost'],
      ['Lost'],
      undefined,
    ]);
  });

  it('group in the order of the column', async () => {
    const database = await open('STATUS', ['Lost', 'Won', 'Lead', undefined, 'Won', 'Also won']);
    const query = `{ databaseRowGroups(databaseId: "${database.id}", by: "A", sum: "N") { nodes { key count sum } } }`;
    expect(pick((await gateway.execute(query, { as: 'ben' })).data, 'databaseRowGroups.nodes')).toEqual([
      { key: 'Lead', count: 1, sum: '2' },
      { key: 'Won', count: 2, sum: '5' },
      { key: 'Also won', count: 1, sum: '5' },
      { key: 'Lost', count: 1, sum: '0' },
      { key: null, count: 1, sum: '3' },
    ]);
  });
});

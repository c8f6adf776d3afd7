/** Databases and their columns as a client meets them: made, changed with what rows hold, refused, and to whom. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EDITOR, openDatabase } from '../support/databases.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { codesOf, mutate, refuse } from '../support/work-mutate.ts';

const NOWHERE = '00000000-0000-4000-8000-000000000000';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway();
});

afterAll(() => gateway[Symbol.asyncDispose]());

const text = (name: string) => ({ name, type: 'TEXT' });

describe('createDatabase', () => {
  it('makes the columns in order, each with its options', async () => {
    const database = await openDatabase(gateway, [
      { name: 'Name', type: 'TEXT', required: true },
      { name: 'Stage', type: 'SELECT', choices: ['Lead', 'Won'] },
      { name: 'State', type: 'STATUS' },
      { name: 'Partner', type: 'ODOO_RECORD', odooModel: 'res.partner' },
    ]);
    const { data } = await gateway.execute(
      `{ page(id: "${database.pageId}") { databases { nodes { title version page { id } columns { nodes { name type options } } } } } }`,
      { as: 'ben' },
    );
    expect(pick(data, 'page.databases.nodes')).toEqual([
      {
        title: 'Deals',
        version: 1,
        page: { id: database.pageId },
        columns: {
          nodes: [
            { name: 'Name', type: 'TEXT', options: { required: true } },
            { name: 'Stage', type: 'SELECT', options: { choices: ['Lead', 'Won'] } },
            { name: 'State', type: 'STATUS', options: { choices: ['To do', 'In progress', 'Done'] } },
            { name: 'Partner', type: 'ODOO_RECORD', options: { model: 'res.partner' } },
          ],
        },
      },
    ]);
  });

  it('gives one column of texts where none is asked for, and the same database to the same key', async () => {
    const { pageId, run } = await openDatabase(gateway, [text('A')]);
    const input = { pageId, title: 'Plain', idempotencyKey: 'plain-database' };
    const first = await run('createDatabase', input);
    expect(pick(first, 'database.columns.nodes')).toEqual([{ name: 'Name', type: 'TEXT', options: {} }]);
    expect(await run('createDatabase', input)).toEqual(first);
    expect(codesOf(await run('createDatabase', { ...input, title: 'Other' }))).toEqual(['IDEMPOTENCY_CONFLICT']);
  });

  it.each<[string, object, string]>([
    ['a formula', { type: 'FORMULA' }, 'formula columns are out of scope'],
    ['choices of a text', { type: 'TEXT', choices: ['a'] }, 'has no option choices'],
    ['choices twice the same', { type: 'SELECT', choices: ['a', 'a'] }, 'different texts'],
    ['a relation to no database', { type: 'RELATION' }, 'names the database'],
    [
      'a relation to a database that is not there',
      { type: 'RELATION', relatedDatabaseId: NOWHERE },
      'names the database',
    ],
    ['a model that is none', { type: 'ODOO_RECORD', odooModel: 'Res Partner' }, 'technical name'],
  ])('refuses %s', async (_name, column, words) => {
    const { pageId, run } = await openDatabase(gateway, [text('A')]);
    const payload = await run('createDatabase', { pageId, title: 'x', columns: [{ name: 'X', ...column }] });
    expect(payload).toMatchObject({ database: null, userErrors: [{ code: 'BAD_USER_INPUT' }] });
    expect(payload.userErrors[0]?.message).toContain(words);
  });

  it('refuses two columns of one name', async () => {
    const { pageId, run } = await openDatabase(gateway, [text('A')]);
    const payload = await run('createDatabase', { pageId, title: 'x', columns: [text('A'), text('A')] });
    expect(codesOf(payload)).toEqual(['CONFLICT']);
  });
});

describe('renameDatabase, archiveDatabase and restoreDatabase', () => {
  it('raise the version, and an archived database takes no change', async () => {
    const { id, run } = await openDatabase(gateway, [text('A')]);
    const renamed = await run('renameDatabase', { databaseId: id, title: 'Renamed', expectedVersion: 1 });
    expect(renamed).toMatchObject({ database: { title: 'Renamed', version: 2 } });
    const stale = await run('renameDatabase', { databaseId: id, title: 'Again', expectedVersion: 1 });
    expect(stale).toMatchObject({ userErrors: [{ code: 'CONFLICT', details: { currentVersion: 2 } }] });
    expect(await run('archiveDatabase', { databaseId: id })).toMatchObject({
      database: { archivedAt: expect.any(String), version: 3 },
    });
    for (const [name, input] of [
      ['insertDatabaseRow', { data: {} }],
      ['addDatabaseColumn', { name: 'B', type: 'TEXT' }],
      ['archiveDatabase', {}],
    ] as const)
      expect(codesOf(await run(name, { databaseId: id, ...input })), name).toEqual(['CONFLICT']);
    expect(await run('restoreDatabase', { databaseId: id })).toMatchObject({ database: { archivedAt: null } });
    expect(codesOf(await run('insertDatabaseRow', { databaseId: id, data: {} }))).toEqual([]);
  });

  it('takes no change while its page is archived', async () => {
    const { id, pageId, run } = await openDatabase(gateway, [text('A')]);
    await mutate(gateway, EDITOR, { name: 'archivePage', input: { pageId }, select: 'page { id }' });
    expect(codesOf(await run('insertDatabaseRow', { databaseId: id, data: {} }))).toEqual(['CONFLICT']);
  });
});

describe('a column', () => {
  it('that is added fills the rows that are there, and required without a value is refused', async () => {
    const { id, run, insert, cells } = await openDatabase(gateway, [text('A')]);
    await insert({ A: 'x' }, { A: 'y' });
    const bare = await run('addDatabaseColumn', { databaseId: id, name: 'N', type: 'NUMBER', required: true });
    expect(bare).toMatchObject({ column: null, userErrors: [{ code: 'CONFLICT', details: { column: 'N', rows: 2 } }] });
    const wrong = await run('addDatabaseColumn', { databaseId: id, name: 'N', type: 'NUMBER', fill: 'many' });
    expect(codesOf(wrong)).toEqual(['BAD_USER_INPUT']);
    const filled = await run('addDatabaseColumn', {
      databaseId: id,
      name: 'N',
      type: 'NUMBER',
      required: true,
      fill: '1.50',
      expectedVersion: 1,
    });
    expect(filled).toMatchObject({ column: { options: { required: true }, database: { version: 2 } }, userErrors: [] });
    expect(await cells()).toEqual([
      { A: 'x', N: 1.5 },
      { A: 'y', N: 1.5 },
    ]);
  });

  it('that is renamed takes its values along, and never the name of another', async () => {
    const { run, insert, cells, columnId } = await openDatabase(gateway, [text('A'), text('B')]);
    await insert({ A: 'x' }, { B: 'y' });
    const columnIdOfA = await columnId('A');
    expect(codesOf(await run('renameDatabaseColumn', { columnId: columnIdOfA, name: 'B' }))).toEqual(['CONFLICT']);
    const renamed = await run('renameDatabaseColumn', { columnId: columnIdOfA, name: '"; drop table x; --' });
    expect(renamed.userErrors).toEqual([]);
    expect(await cells()).toEqual([{ '"; drop table x; --': 'x' }, { B: 'y' }]);
  });

  it('that is removed takes its values away', async () => {
    const { run, insert, columnId } = await openDatabase(gateway, [text('A'), text('B')]);
    await insert({ A: 'x', B: 'y' });
    const removed = await run('removeDatabaseColumn', { columnId: await columnId('A'), expectedVersion: 1 });
    expect(removed).toMatchObject({
      database: { version: 2, columns: { nodes: [{ name: 'B' }] }, rows: { nodes: [{ data: { B: 'y' } }] } },
    });
  });

  it('that is retyped converts what it can, and is refused with what it cannot', async () => {
    const { run, insert, cells, columnId } = await openDatabase(gateway, [text('A')]);
    await insert({ A: ' 12.5 ' }, { A: '7' }, {}, { A: 'many' });
    const input = { columnId: await columnId('A'), type: 'NUMBER' };
    const refused = await run('retypeDatabaseColumn', input);
    expect(refused).toMatchObject({
      column: null,
      userErrors: [
        {
          code: 'CONFLICT',
          details: { column: 'A', rows: 1, examples: [{ rowId: expect.any(String), value: 'many' }] },
        },
      ],
    });
    expect(await cells()).toEqual([{ A: ' 12.5 ' }, { A: '7' }, {}, { A: 'many' }]);
    const cleared = await run('retypeDatabaseColumn', { ...input, onUnconvertible: 'CLEAR' });
    expect(cleared).toMatchObject({ column: { type: 'NUMBER', database: { version: 2 } }, userErrors: [] });
    expect(await cells()).toEqual([{ A: 12.5 }, { A: 7 }, {}, {}]);
  });

  it.each<[string, object, string, object, unknown[], unknown[]]>([
    ['numbers to texts', { type: 'NUMBER' }, 'TEXT', {}, [1.5, 2], ['1.5', '2']],
    ['texts to choices that they make', { type: 'TEXT' }, 'SELECT', {}, ['b', 'a', 'b'], ['b', 'a', 'b']],
    ['a choice to many', { type: 'SELECT', choices: ['a', 'b'] }, 'MULTI_SELECT', {}, ['a'], [['a']]],
    ['many choices to a text', { type: 'MULTI_SELECT', choices: ['a', 'b'] }, 'TEXT', {}, [['a', 'b']], ['a, b']],
    ['texts to check marks', { type: 'TEXT' }, 'CHECKBOX', {}, ['yes', 'False'], [true, false]],
    ['texts to days', { type: 'TEXT' }, 'DATE', {}, ['2026-03-01'], ['2026-03-01']],
    ['texts to addresses', { type: 'TEXT' }, 'URL', {}, ['https://a.example/b'], ['https://a.example/b']],
    ['check marks to choices', { type: 'CHECKBOX' }, 'STATUS', { choices: ['true', 'false'] }, [true], ['true']],
  ])('converts %s', async (_name, from, type, options, before, after) => {
    const { run, insert, cells, columnId } = await openDatabase(gateway, [{ name: 'A', ...from }]);
    await insert(...before.map((A) => ({ A })));
    const payload = await run('retypeDatabaseColumn', { columnId: await columnId('A'), type, ...options });
    expect(payload.userErrors).toEqual([]);
    expect(await cells()).toEqual(after.map((A) => ({ A })));
  });

  it('loses no choice that a row holds, and is not required while a row lacks it', async () => {
    const { run, insert, columnId } = await openDatabase(gateway, [{ name: 'A', type: 'SELECT', choices: ['a', 'b'] }]);
    await insert({ A: 'a' }, {});
    const input = { columnId: await columnId('A'), type: 'SELECT' };
    expect(await run('retypeDatabaseColumn', { ...input, choices: ['b'] })).toMatchObject({
      userErrors: [{ code: 'CONFLICT', details: { rows: 1, examples: [{ value: 'a' }] } }],
    });
    expect(codesOf(await run('retypeDatabaseColumn', { ...input, choices: ['a'] }))).toEqual([]);
    expect(await run('retypeDatabaseColumn', { ...input, required: true })).toMatchObject({
      userErrors: [{ code: 'CONFLICT', details: { column: 'A', rows: 1 } }],
    });
  });

  it('is retyped to no formula', async () => {
    const { run, columnId } = await openDatabase(gateway, [text('A')]);
    const payload = await run('retypeDatabaseColumn', { columnId: await columnId('A'), type: 'FORMULA' });
    expect(payload).toMatchObject({ userErrors: [{ code: 'BAD_USER_INPUT', path: ['input', 'type'] }] });
    expect(payload.userErrors[0]?.message).toContain('out of scope');
  });

  it('is checked by direct SQL too, and takes its rows along', async () => {
    const { id, insert, cells, columnId } = await openDatabase(gateway, [text('A')]);
    await insert({ A: '7' });
    const change = async (sql: string) => {
      const column = await columnId('A');
      return gateway.owner((client) => client.script(`update work.db_columns set ${sql} where id = '${column}'`));
    };
    await change(`type = 'NUMBER'`);
    expect(await cells()).toEqual([{ A: 7 }]);
    const broken = (data: string) =>
      gateway.owner((client) => client.script(`update work.db_rows set data = '${data}' where database_id = '${id}'`));
    await expect(broken('{"A": "x"}')).rejects.toMatchObject({ code: 'TP400' });
    await expect(broken('{"B": 1}')).rejects.toMatchObject({ code: 'TP400' });
    await expect(change(`name = ''`)).rejects.toMatchObject({ code: 'TP400' });
  });
});

describe('databases', () => {
  it('are read on after a row whose text spells a zero character out', async () => {
    const own = await openDatabase(gateway, [text('Name')]);
    await own.insert({ Name: 'a \\u0000' }, { Name: 'b' });
    const args = 'first: 1, orderBy: [{ column: "Name" }]';
    const cursor = pick((await own.query(args)).data, 'databaseRows.endCursor');
    const { data } = await own.query(`${args}, after: "${cursor}"`);
    expect(pick(data, 'databaseRows.nodes.0.data')).toEqual({ Name: 'b' });
  });

  it('are read by members, written by editors, and are not there for strangers', async () => {
    const database = await openDatabase(gateway, [text('A')]);
    const [rowId] = await database.insert({ A: 'x' });
    const columnId = await database.columnId('A');
    const writes: readonly [string, object, string][] = [
      ['createDatabase', { pageId: database.pageId, title: 'x' }, 'database { id }'],
      ['renameDatabase', { databaseId: database.id, title: 'x' }, 'database { id }'],
      ['archiveDatabase', { databaseId: database.id }, 'database { id }'],
      ['addDatabaseColumn', { databaseId: database.id, name: 'x', type: 'TEXT' }, 'column { id }'],
      ['renameDatabaseColumn', { columnId, name: 'x' }, 'column { id }'],
      ['retypeDatabaseColumn', { columnId, type: 'NUMBER' }, 'column { id }'],
      ['removeDatabaseColumn', { columnId }, 'database { id }'],
      ['insertDatabaseRow', { databaseId: database.id, data: { Nope: 1 } }, 'row { id }'],
      ['insertDatabaseRows', { databaseId: database.id, rows: [{ A: 'x' }] }, 'rows { id }'],
      ['updateDatabaseRow', { rowId, data: { Nope: 1 } }, 'row { id }'],
      ['deleteDatabaseRow', { rowId }, 'database { id }'],
    ];
    for (const [name, input, select] of writes) {
      const asked = { name, input: input as Record<string, unknown>, select };
      expect(await refuse(gateway, 'ben', asked), name).toBe('FORBIDDEN');
      expect(await refuse(gateway, 'agent:workspace-indexer', asked), name).toBe('BOUNDARY_VIOLATION');
      const hidden = JSON.stringify(await mutate(gateway, 'carla', asked));
      const at = Object.entries(asked.input).find(([key]) => key.endsWith('Id'));
      const absent = await mutate(gateway, 'carla', {
        ...asked,
        input: { ...asked.input, [at?.[0] as string]: NOWHERE },
      });
      expect(codesOf(absent), name).toEqual(['NOT_FOUND']);
      expect(hidden.replaceAll(String(at?.[1]), '…'), name).toBe(JSON.stringify(absent).replaceAll(NOWHERE, '…'));
    }
    expect(await database.cells()).toEqual([{ A: 'x' }]);
    const query = `{ database(id: "${database.id}") { title columns { nodes { name } } rows { nodes { data } } } databaseRow(id: "${rowId}") { data } }`;
    expect((await gateway.execute(query, { as: 'carla' })).data).toEqual({ database: null, databaseRow: null });
    expect((await gateway.execute(query, { as: 'ben' })).data).toEqual({
      database: { title: 'Deals', columns: { nodes: [{ name: 'A' }] }, rows: { nodes: [{ data: { A: 'x' } }] } },
      databaseRow: { data: { A: 'x' } },
    });
  });
});

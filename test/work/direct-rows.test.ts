/** Pages, comments and files by direct write: what the gateway promises of them holds by this door too. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Direct, openDirect, readSchemaCache, type SchemaCache, userViewer } from '../support/direct.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { insertRows, ROWS, USERS } from '../support/work-rls-rows.ts';

const { space, page, child, block, database, column, row, comment, attachment, otherPage } = ROWS;
let gateway: TestGateway;
let cache: SchemaCache;
let editor: Direct;
let member: Direct;
/** Takes back what it does. */
let trying: Direct;
beforeAll(async () => {
  gateway = await createTestGateway();
  await gateway.owner(insertRows);
  cache = await readSchemaCache(gateway);
  editor = openDirect(gateway, cache, userViewer(USERS.editor));
  member = openDirect(gateway, cache, userViewer(USERS.member), { undo: true });
  trying = openDirect(gateway, cache, userViewer(USERS.editor), { undo: true });
});
afterAll(() => gateway[Symbol.asyncDispose]());

describe('a text', () => {
  const LONG = 'x'.repeat(2_000_000);
  it.each([
    ...['', ' ', '\n\t', LONG].flatMap((text) => [
      ['pages', { space_id: space, title: text }, { id: page }, 'title'] as const,
      ['databases', { space_id: space, page_id: page, title: text }, { id: database }, 'title'] as const,
      ['templates', { space_id: space, name: text, content: {} }, { id: ROWS.template }, 'name'] as const,
      [
        'db_columns',
        { space_id: space, database_id: database, name: text, type: 'TEXT', options: {} },
        { id: column },
        'name',
      ] as const,
    ]),
  ])('of %s that says nothing or has no end is refused', async (table, fresh, at, name) => {
    expect((await trying.insert(table, fresh)).refused).toMatch(/^(BAD_USER_INPUT|23514)$/);
    expect((await trying.update(table, at, { [name]: fresh[name as never] })).refused).toMatch(
      /^(BAD_USER_INPUT|23514)$/,
    );
  });

  it.each(['', '  ', '\n', LONG])('of a comment likewise', async (body) => {
    expect((await member.insert('comments', { space_id: space, page_id: page, body })).refused).toMatch(
      /^(BAD_USER_INPUT|23514)$/,
    );
    expect((await member.update('comments', { id: comment }, { body })).refused).toMatch(/^(BAD_USER_INPUT|23514)$/);
  });
});

describe('a thread', () => {
  const say = (more: object) => trying.insert('comments', { space_id: space, page_id: page, body: 'x', ...more });
  const own = '0f0f0000-0000-4000-8000-000000000002';

  it('is answered where it stands, by replies that are no threads of their own', async () => {
    expect(await say({ parent_id: comment })).toMatchObject({ refused: null });
    expect(await say({ parent_id: comment, block_id: block })).toMatchObject({ refused: 'BAD_USER_INPUT' });
    expect(await say({ id: own, parent_id: own })).toMatchObject({ refused: 'BAD_USER_INPUT' });
    const late = { id: ROWS.second, parent_id: own, body: 'x', space_id: space, page_id: page };
    expect(await trying.insert('comments', late, { ...late, id: own, parent_id: comment })).toMatchObject({
      refused: 'BAD_USER_INPUT',
    });
  });

  it('takes no reply once it is resolved', async () => {
    expect(await editor.update('comments', { id: comment }, { resolved_at: '1999-01-01' })).toMatchObject({
      rows: [{ resolved_by: USERS.editor }],
    });
    expect(await say({ parent_id: comment })).toMatchObject({ refused: 'CONFLICT' });
    await editor.update('comments', { id: comment }, { resolved_at: null });
  });
});

describe('pages', () => {
  const id = (n: number) => `9a9e0000-0000-4000-8000-00000000000${n}`;
  const make = (n: number, parent: number | null) => ({
    id: id(n),
    space_id: space,
    title: `P${n}`,
    parent_id: parent === null ? null : id(parent),
  });
  const gone = async (...numbers: readonly number[]) => {
    const rows = await gateway.owner((client) =>
      client.query('select id, archived_with from work.pages where archived_at is not null'),
    );
    return numbers.map((n) => rows.find((found) => found.id === id(n))?.archived_with ?? null);
  };
  beforeEach(async () => {
    await gateway.owner((client) => client.query(`delete from work.pages where title like 'P_'`));
    await editor.insert('pages', make(1, null), make(2, 1), make(3, 2), make(4, 1));
  });

  it('need no rank: each stands last', async () => {
    const rows = await gateway.owner((client) =>
      client.query(`select title from work.pages where parent_id = $1 order by rank`, [id(1)]),
    );
    expect(rows.map(({ title }) => title)).toEqual(['P2', 'P4']);
    expect(await trying.update('pages', { id: id(2) }, { rank: null })).toMatchObject({ refused: null });
    for (const rank of ['!', 'zz', 'a0'.repeat(600_000), 'a10'])
      expect((await trying.update('pages', { id: id(2) }, { rank })).refused).toBe('BAD_USER_INPUT');
  });

  it('go with the page above them, and come back with it', async () => {
    await editor.update('pages', { id: id(3) }, { archived_at: '2001-01-01' });
    expect(
      await editor.update('pages', { id: id(1) }, { archived_at: '2001-01-01', archived_with: page }),
    ).toMatchObject({ refused: null });
    expect(await gone(1, 2, 3, 4)).toEqual([id(1), id(1), id(3), id(1)]);
    expect(await trying.update('pages', { id: id(2) }, { archived_at: null })).toMatchObject({ refused: 'CONFLICT' });
    expect(await editor.update('pages', { id: id(1) }, { archived_at: null })).toMatchObject({ refused: null });
    expect(await gone(1, 2, 3, 4)).toEqual([null, null, id(3), null]);
  });

  it('are archived and restored the same by the gateway', async () => {
    await gateway.execute(
      `mutation { archivePage(input: { pageId: "${id(1)}" }) { page { id } userErrors { message } } }`,
      { as: USERS.editor },
    );
    expect(await gone(1, 2, 3, 4)).toEqual([id(1), id(1), id(1), id(1)]);
    const { data } = await gateway.execute(
      `mutation { restorePage(input: { pageId: "${id(1)}" }) { page { id } userErrors { message } } }`,
      { as: USERS.editor },
    );
    expect([pick(data, 'restorePage.userErrors'), await gone(1, 2, 3, 4)]).toEqual([[], [null, null, null, null]]);
  });

  it('are put below no archived page, and not changed while they are archived', async () => {
    await editor.update('pages', { id: id(2) }, { archived_at: 'now' });
    expect(await trying.insert('pages', { space_id: space, title: 'x', parent_id: id(2) })).toMatchObject({
      refused: 'CONFLICT',
    });
    expect(await trying.update('pages', { id: id(4) }, { parent_id: id(2) })).toMatchObject({ refused: 'CONFLICT' });
    expect(await trying.update('pages', { id: id(2) }, { title: 'x' })).toMatchObject({ refused: 'CONFLICT' });
    expect(await trying.upsert('pages', [{ ...make(2, 1), title: 'x' }])).toMatchObject({ refused: 'CONFLICT' });
    expect(await trying.upsert('pages', [make(2, 1)])).toMatchObject({ refused: null });
  });

  it('stand in no circle, also where one statement makes it', async () => {
    expect(await trying.insert('pages', { ...make(5, 5) })).toMatchObject({ refused: 'BAD_USER_INPUT' });
    expect(await trying.insert('pages', make(5, 6), make(6, 5))).toMatchObject({ refused: 'BAD_USER_INPUT' });
  });
});

describe('an archived page', () => {
  const CASES: readonly (readonly [string, (door: Direct) => ReturnType<Direct['rpc']>])[] = [
    ['a block', (door) => door.insert('blocks', { space_id: space, page_id: page, type: 'QUOTE' })],
    ['a change of a block', (door) => door.update('blocks', { id: block }, { content: { text: 'x' } })],
    ['the end of a block', (door) => door.remove('blocks', { id: block })],
    ['a comment', (door) => door.insert('comments', { space_id: space, page_id: page, body: 'x' })],
    ['a change of a comment', (door) => door.update('comments', { id: comment }, { resolved_at: 'now' })],
    ['a database', (door) => door.insert('databases', { space_id: space, page_id: page, title: 'x' })],
    ['a title of a database', (door) => door.update('databases', { id: database }, { title: 'x' })],
    [
      'a column',
      (door) =>
        door.insert('db_columns', { space_id: space, database_id: database, name: 'x', type: 'TEXT', options: {} }),
    ],
    ['the end of a column', (door) => door.remove('db_columns', { id: column })],
    ['a row', (door) => door.insert('db_rows', { space_id: space, database_id: database, data: {} })],
    ['a cell', (door) => door.update('db_rows', { id: row }, { data: { Name: 'x' } })],
    ['the end of a row', (door) => door.remove('db_rows', { id: row })],
    [
      'a relation',
      (door) =>
        door.insert('relations', {
          space_id: space,
          to_space_id: space,
          from_page_id: child,
          to_page_id: page,
          name: 'x',
        }),
    ],
    [
      'a relation of a row',
      (door) =>
        door.insert('relations', {
          space_id: space,
          to_space_id: space,
          from_row_id: row,
          to_row_id: ROWS.second,
          name: 'x',
        }),
    ],
    ['a file’s block', (door) => door.update('attachments', { id: attachment }, { block_id: block })],
    [
      'a file',
      (door) => door.rpc('create_attachment', { page_id: page, name: 'a', content_type: 'text/plain', size: 1 }),
    ],
    [
      'a block, by a function below the mutation',
      (door) =>
        door.rpc('put_block', {
          ...{
            page: { id: page, space_id: space },
            operation: { op: 'insert', path: 'p' },
            parent_id: null,
            rank: 'a7',
            type: 'QUOTE',
            content: { text: '' },
          },
        }),
    ],
    [
      'a column, by a function below the mutation',
      (door) => door.rpc('put_column', { database_id: database, name: 'x', type: 'TEXT', options: {} }),
    ],
  ];

  it.each(CASES)('takes %s only once it is restored', async (_what, attempt) => {
    expect(await attempt(trying)).toMatchObject({ refused: null });
    await gateway.owner((client) =>
      client.query('update work.pages set archived_at = now(), archived_with = id where id = $1', [page]),
    );
    try {
      expect(await attempt(trying)).toMatchObject({ refused: 'CONFLICT', text: expect.stringContaining('archived') });
    } finally {
      await gateway.owner((client) =>
        client.query('update work.pages set archived_at = null, archived_with = null where id = $1', [page]),
      );
    }
  });

  it('and a database and a space that are archived likewise', async () => {
    const admin = openDirect(gateway, cache, userViewer(USERS.admin));
    await admin.update('databases', { id: database }, { archived_at: 'now' });
    expect(await trying.insert('db_rows', { space_id: space, database_id: database, data: {} })).toMatchObject({
      refused: 'CONFLICT',
    });
    expect(await trying.update('databases', { id: database }, { title: 'x' })).toMatchObject({ refused: 'CONFLICT' });
    expect(await admin.update('databases', { id: database }, { archived_at: null })).toMatchObject({ refused: null });
    await admin.update('spaces', { id: space }, { archived_at: '2001-01-01' });
    expect(await admin.update('spaces', { id: space }, { name: 'x' })).toMatchObject({ refused: 'CONFLICT' });
    expect(await admin.update('spaces', { id: space }, { archived_at: null, name: 'Shared' })).toMatchObject({
      refused: null,
    });
  });
});

describe('a file', () => {
  const HIDDEN = 'deadbeef-0000-4000-8000-000000000001/secret.txt';
  const fields = { space_id: space, page_id: page, name: 'a', content_type: 'text/plain', size: 1 };

  it.each([HIDDEN, `./${HIDDEN}`, HIDDEN.replace('/', '//'), `x/../${HIDDEN}`])(
    'is read from no path that a client gives: %s',
    async (path) => {
      expect(await trying.insert('attachments', { ...fields, storage_path: path })).toMatchObject({ refused: '42501' });
      expect(await trying.upsert('attachments', [{ id: attachment, ...fields, storage_path: path }])).toMatchObject({
        refused: '42501',
      });
      expect(await trying.update('attachments', { id: attachment }, { storage_path: path })).toMatchObject({
        refused: '42501',
      });
    },
  );

  it('has the path that the database makes, and the size and type that were announced, until the gateway has seen it', async () => {
    const made = await editor.rpc('create_attachment', {
      page_id: page,
      name: '../é vil.html',
      content_type: 'text/plain',
      size: 1,
    });
    const [{ id, storage_path, status }] = made.rows as [Record<string, unknown>];
    expect([status, storage_path]).toEqual(['PENDING', `${id}/vil.html`]);
    for (const patch of [{ status: 'CONFIRMED' }, { size: 2 }, { content_type: 'text/html' }, { confirmed_at: 'now' }])
      expect(await trying.update('attachments', { id }, patch)).toMatchObject({ refused: '42501' });
    expect(await editor.rpc('confirm_attachment', { attachment_id: id })).toMatchObject({
      rows: [{ status: 'PENDING' }],
    });
    expect((await trying.rpc('note_arrival', { attachment_id: id })).refused).toMatch(/^42(501|883)$/);
    expect((await trying.select('attachments', { id })).rows).toMatchObject([
      { status: 'PENDING', fetched_at_path: null },
    ]);
  });

  it('is announced on no page of others, whichever function announces it', async () => {
    for (const at of [otherPage, '00000000-0000-4000-8000-000000000000'])
      for (const name of ['create_attachment', 'announce_file'])
        expect(await trying.rpc(name, { page_id: at, name: 'a', content_type: 'text/plain', size: 1 })).toMatchObject({
          refused: 'NOT_FOUND',
        });
    expect(
      await member.rpc('announce_file', { page_id: page, name: 'a', content_type: 'text/plain', size: 1 }),
    ).toMatchObject({ refused: 'NOT_FOUND' });
    for (const more of [
      { size: 1e12 },
      { size: -1 },
      { content_type: '' },
      { content_type: 'a\r\nb' },
      { name: '' },
      { name: 'x'.repeat(201) },
    ])
      expect(
        (await trying.rpc('announce_file', { page_id: page, name: 'a', content_type: 'text/plain', size: 1, ...more }))
          .refused,
      ).toBe('BAD_USER_INPUT');
  });
});

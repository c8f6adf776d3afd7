/** Every column of the workspace that a user writes by supabase-js: whose it is, and what becomes of a value for it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Given,
  type Outcome,
  openDirect,
  readSchemaCache,
  type SchemaCache,
  userViewer,
} from '../support/direct.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { insertRows, ROWS, USERS } from '../support/work-rls-rows.ts';

/**
 * `client`: given and changed at will. `once`: given, and never changed. `made`: by the database; another value is refused.
 * `noted`: by the database; another value is passed over. `switch`: set or taken away, the time is the database's.
 * `none`: no user gives or changes it, nor sends it at all.
 */
type Whose = 'client' | 'once' | 'made' | 'noted' | 'switch' | 'none';

const OWN = { id: 'once', created_at: 'made', updated_at: 'noted' } as const;
const VERSIONED = { ...OWN, version: 'made', created_by: 'made' } as const;

const each = (whose: Whose, names: string) => Object.fromEntries(names.split(' ').map((name) => [name, whose]));

/** Table → column → whose it is. */
const COLUMNS: Readonly<Record<string, Readonly<Record<string, Whose>>>> = {
  // Comes into being by work.create_space alone.
  spaces: { ...VERSIONED, id: 'made', ...each('client', 'name language'), archived_at: 'switch' },
  permissions: { ...OWN, ...each('once', 'space_id user_id'), role: 'client', role_name: 'noted' },
  pages: {
    ...VERSIONED,
    // A page moves to a space in which its mover is editor as well.
    ...each('client', 'space_id parent_id title rank odoo_partner_id odoo_move_id odoo_project_id'),
    ...each('client', 'odoo_purchase_order_id odoo_expense_id odoo_employee_id odoo_task_id'),
    ...each('noted', 'archived_with versioned_in changed_in'),
    archived_at: 'switch',
  },
  blocks: {
    ...OWN,
    ...each('once', 'space_id page_id'),
    ...each('client', 'parent_id rank type content'),
    ...each('noted', 'inside_id sub act client_id'),
  },
  databases: {
    ...VERSIONED,
    ...each('once', 'space_id page_id'),
    ...{ title: 'client' as const, archived_at: 'switch' as const, columns_changed_in: 'noted' as const },
  },
  db_columns: { ...OWN, ...each('once', 'space_id database_id'), ...each('client', 'name type options rank') },
  db_rows: { ...VERSIONED, ...each('once', 'space_id database_id'), ...each('client', 'data rank') },
  // Added and removed, never changed.
  relations: {
    ...each('once', 'id space_id to_space_id name from_page_id to_page_id from_row_id to_row_id'),
    ...each('once', 'from_database_id to_database_id'),
    ...each('made', 'created_by created_at'),
    kind: 'noted',
  },
  comments: {
    ...OWN,
    ...each('once', 'space_id page_id parent_id block_id'),
    ...each('made', 'author_id resolved_by edited_at version former_block_ids'),
    ...each('noted', 'sub act client_id'),
    body: 'client',
    resolved_at: 'switch',
  },
  // Announced by work.create_attachment, and confirmed by the gateway, which looks into the storage.
  attachments: {
    ...each('none', 'id space_id page_id name content_type size storage_path status created_by created_at'),
    ...each('none', 'confirmed_at fetched_at_path former_block_ids template_id'),
    block_id: 'client',
  },
  templates: { ...VERSIONED, space_id: 'once', ...each('client', 'name description content') },
};

const { space, other, page, child, block, database, column, row, second, comment, relation, attachment, template } =
  ROWS;
const NEW = '0f0f0000-0000-4000-8000-000000000001';

/** For each table: a new row that is taken, and where the row is that there is. */
const TRIED: Readonly<Record<string, { fresh: Given; at: Given }>> = {
  spaces: { fresh: { id: space, name: 'Shared' }, at: { id: space } },
  permissions: { fresh: { space_id: space, user_id: USERS.newcomer, role: 'member' }, at: { id: ROWS.permission } },
  pages: { fresh: { space_id: space, title: 'New' }, at: { id: page } },
  blocks: { fresh: { space_id: space, page_id: page, type: 'PARAGRAPH' }, at: { id: block } },
  databases: { fresh: { space_id: space, page_id: page, title: 'New' }, at: { id: database } },
  db_columns: {
    fresh: { space_id: space, database_id: database, name: 'New', type: 'TEXT', options: {} },
    at: { id: column },
  },
  db_rows: { fresh: { space_id: space, database_id: database, data: {} }, at: { id: row } },
  relations: {
    fresh: { space_id: space, to_space_id: space, from_row_id: row, to_row_id: second, name: 'NEW' },
    at: { id: relation },
  },
  comments: { fresh: { space_id: space, page_id: page, body: 'New' }, at: { id: comment } },
  attachments: { fresh: {}, at: { id: attachment } },
  templates: { fresh: { space_id: space, name: 'New', content: {} }, at: { id: template } },
};

const PAST = '2001-01-01T00:00:00+00:00';
/** Another value for a column, than the one that it has. */
const STRANGE: Readonly<Record<string, unknown>> = {
  ...{
    id: NEW,
    space_id: other,
    to_space_id: other,
    page_id: child,
    parent_id: NEW,
    block_id: block,
    user_id: USERS.stranger,
  },
  ...{ database_id: NEW, author_id: USERS.editor, created_by: USERS.stranger, resolved_by: USERS.stranger },
  ...{
    from_page_id: child,
    to_page_id: page,
    from_row_id: second,
    to_row_id: row,
    from_database_id: NEW,
    to_database_id: NEW,
  },
  ...{ created_at: PAST, updated_at: PAST, archived_at: PAST, resolved_at: PAST, edited_at: PAST, confirmed_at: PAST },
  ...{
    version: 99,
    versioned_in: '1',
    changed_in: '1',
    columns_changed_in: '1',
    archived_with: NEW,
    inside_id: NEW,
    former_block_ids: [NEW],
  },
  ...{ role_name: 'ROOT', kind: 'ROOT', name: 'Another', title: 'Another', body: 'Another', description: 'Another' },
  ...{
    role: 'editor',
    language: 'german',
    rank: 'a7',
    type: 'TEXT',
    odoo_partner_id: 7,
    odoo_move_id: 7,
    odoo_project_id: 7,
    odoo_purchase_order_id: 7,
    odoo_expense_id: 7,
    odoo_employee_id: 7,
    odoo_task_id: 7,
  },
  ...{
    data: {},
    options: { required: false },
    content_type: 'text/html',
    size: 2,
    storage_path: 'path',
    status: 'CONFIRMED',
  },
  fetched_at_path: 'path',
  ...{ sub: USERS.stranger, act: 'somebody', client_id: 'somebody' },
};
const strange = (table: string, name: string): unknown =>
  table === 'blocks' && name === 'type'
    ? 'QUOTE'
    : table === 'blocks' && name === 'content'
      ? { text: 'Another' }
      : name === 'content'
        ? { title: 'Another', blocks: [] }
        : STRANGE[name];

/** A sentence for each column of which nothing is said. */
const untold = (table: string, columns: readonly string[]) =>
  columns
    .filter((column) => COLUMNS[table]?.[column] === undefined)
    .map((column) => `Nothing is said of work.${table}.${column}: ${SAY_SO}`);
const SAY_SO =
  'say whose it is in COLUMNS, and where its table is new try a row in TRIED, in test/work/direct-columns.test.ts.';

let gateway: TestGateway;
let cache: SchemaCache;

beforeAll(async () => {
  gateway = await createTestGateway();
  await gateway.owner(insertRows);
  cache = await readSchemaCache(gateway);
});
afterAll(() => gateway[Symbol.asyncDispose]());

const trying = () => openDirect(gateway, cache, userViewer(USERS.admin), { undo: true });
const cellOf = ({ rows }: Outcome, name: string) => rows[0]?.[name];

describe('the table of columns', () => {
  it('names every column of every table that a user may write, and says of each whose it is', async () => {
    const written = await gateway.owner((client) =>
      client.query(`select c.relname as name from pg_class c where c.relnamespace = 'work'::regnamespace and c.relkind = 'r'
        and (has_any_column_privilege('authenticated', c.oid, 'insert') or has_any_column_privilege('authenticated', c.oid, 'update'))`),
    );
    const columns = (name: string) => [...(cache.tables.get(name)?.keys() ?? [])].sort();
    expect(written.flatMap(({ name }) => untold(String(name), columns(String(name))))).toEqual([]);
    expect(written.map(({ name }) => name).sort()).toEqual(Object.keys(COLUMNS).sort());
    const said = Object.fromEntries(Object.entries(COLUMNS).map(([name, of]) => [name, Object.keys(of).sort()]));
    expect(said).toEqual(Object.fromEntries(Object.keys(COLUMNS).map((name) => [name, columns(name)])));
  });

  it('lets a user send every column that it may write, and no other', async () => {
    const rows = await gateway.owner((client) =>
      client.query(`select c.relname || '.' || a.attname as name from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relnamespace = 'work'::regnamespace and has_column_privilege('authenticated', c.oid, a.attnum, 'update')`),
    );
    const granted = Object.entries(COLUMNS).flatMap(([table, of]) =>
      Object.entries(of).flatMap(([name, whose]) => (whose === 'none' ? [] : [`${table}.${name}`])),
    );
    expect(rows.map(({ name }) => name).sort()).toEqual(granted.sort());
  });
});

describe.each(Object.entries(COLUMNS).filter(([table]) => !['spaces', 'attachments'].includes(table)))(
  'a new row of %s',
  (table, of) => {
    it('is taken', async () => {
      expect(await trying().insert(table, TRIED[table]?.fresh ?? {})).toMatchObject({ refused: null, rows: [{}] });
    });

    it.each(Object.entries(of).filter(([, whose]) => ['made', 'switch', 'noted'].includes(whose)))(
      'with a %s, which is %s, does not keep it',
      async (name, whose) => {
        const done = await trying().insert(table, { ...TRIED[table]?.fresh, [name]: strange(table, name) });
        if (whose === 'noted' && name !== 'archived_with') {
          expect(done.refused).toBeNull();
          expect(cellOf(done, name)).not.toEqual(strange(table, name));
        } else expect(done.refused).toBe('42501');
      },
    );
  },
);

describe.each(Object.entries(COLUMNS))('a row of %s', (table, of) => {
  const at = TRIED[table]?.at ?? {};
  // A comment is changed by its author, and so that there is something to change.
  const by = () =>
    table === 'comments' ? openDirect(gateway, cache, userViewer(USERS.member), { undo: true }) : trying();

  it.each(Object.entries(of))('with another %s, which is %s', async (name, whose) => {
    const done = await by().update(table, at, { [name]: strange(table, name) });
    if (whose === 'client') {
      const known = name === 'space_id' || name === 'parent_id' ? /^(42501|23503|BAD_USER_INPUT)$/ : null;
      if (known) expect(done.refused).toMatch(known);
      else expect([done.refused, cellOf(done, name)]).toEqual([null, strange(table, name)]);
    } else if (whose === 'noted') {
      expect(done.refused).toBeNull();
      expect(cellOf(done, name)).not.toEqual(strange(table, name));
    } else if (whose === 'switch') {
      expect(done.refused).toBeNull();
      expect(String(cellOf(done, name))).toMatch(new RegExp(`^${new Date().getFullYear()}`));
    } else expect(done.refused).toMatch(/^(42501|428C9)$/);
  });
});

describe('a whole row, sent back as it was read', () => {
  const KEYS: Readonly<Record<string, readonly string[]>> = { permissions: ['space_id', 'user_id'] };

  it.each(Object.keys(COLUMNS).filter((table) => table !== 'attachments'))('of %s is taken', async (table) => {
    const read = await trying().select(table, TRIED[table]?.at ?? {});
    expect(read.rows).toHaveLength(1);
    const done = await trying().upsert(table, read.rows, KEYS[table]);
    expect([done.refused, done.text]).toEqual([null, expect.stringContaining(String(read.rows[0]?.id))]);
  });

  it('is taken with a change of what is the client’s, also where somebody commented meanwhile', async () => {
    const admin = openDirect(gateway, cache, userViewer(USERS.admin));
    const [read] = (await admin.select('pages', { id: page })).rows;
    await admin.insert('comments', { space_id: space, page_id: page, body: 'Meanwhile' });
    const done = await admin.upsert('pages', [{ ...read, title: 'Renamed' }]);
    expect(done).toMatchObject({ refused: null, rows: [{ title: 'Renamed', version: Number(read?.version) + 1 }] });
    const late = await admin.upsert('pages', [{ ...read, title: 'Too late' }]);
    expect(late).toMatchObject({ refused: 'CONFLICT', text: expect.stringContaining('the current one is') });
  });

  it('comes into no space by an upsert of a space that is not there', async () => {
    expect(await trying().upsert('spaces', [{ id: NEW, name: 'Mine' }])).toMatchObject({ refused: '42501' });
    const stranger = openDirect(gateway, cache, userViewer(USERS.stranger), { undo: true });
    expect(await stranger.upsert('spaces', [{ id: space, name: 'Mine' }])).toMatchObject({ refused: '42501' });
  });
});

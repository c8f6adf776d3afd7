/** What an attack sends by the second door: new rows of each table, and arguments of each type for each function. */
import type { Kind, Tenant } from './attack-tenant.ts';
import type { Given } from './direct.ts';
import { TEST_PEOPLE } from './people.ts';

/** Tables and views that a user may read or write, each with the kind of thing that its rows are. */
const KEYS = {
  spaces: 'space',
  permissions: 'permission',
  invitations: 'invitation',
  pages: 'page',
  breadcrumbs: 'otherPage',
  page_changes: 'page',
  blocks: 'block',
  databases: 'database',
  db_columns: 'column',
  db_rows: 'row',
  person_cells: 'row',
  odoo_cells: 'row',
  relations: 'relation',
  comments: 'comment',
  attachments: 'attachment',
  templates: 'template',
  search_index: 'page',
  page_history: 'page',
  history_changes: 'page',
  bin: 'page',
} as const satisfies Readonly<Record<string, Kind>>;

/** The names of these tables. */
export const TABLES = Object.keys(KEYS) as readonly (keyof typeof KEYS)[];

/** Tables and views whose rows are told apart by their page. */
const BY_PAGE = ['breadcrumbs', 'page_changes', 'search_index', 'page_history', 'history_changes', 'bin'];

/** The kind of thing that a table's rows are, and the column that tells them apart. */
export function keyOf(table: keyof typeof KEYS): { kind: Kind; column: 'id' | 'page_id' | 'row_id' } {
  const column = table === 'person_cells' || table === 'odoo_cells' ? 'row_id' : 'id';
  return { kind: KEYS[table], column: BY_PAGE.includes(table) ? 'page_id' : column };
}

/** Rows that a tenant may add to its own, which together name everything that a row can name. */
const FRESH: Readonly<Partial<Record<keyof typeof KEYS, (tenant: Tenant) => readonly Given[]>>> = {
  permissions: ({ ids }) => [{ space_id: ids.space, user_id: TEST_PEOPLE[0], role: 'editor' }],
  pages: ({ ids }) => [
    { space_id: ids.space, title: 'New' },
    { space_id: ids.space, title: 'New', parent_id: ids.page },
  ],
  blocks: ({ ids }) => {
    const at = { space_id: ids.space, page_id: ids.page };
    return [
      { ...at, type: 'QUOTE' },
      { ...at, type: 'QUOTE', parent_id: ids.block },
      { ...at, type: 'PAGE_EMBED', content: { pageId: ids.otherPage } },
      { ...at, type: 'DATABASE_VIEW', content: { databaseId: ids.database } },
      { ...at, type: 'FILE', content: { attachmentId: ids.attachment } },
      { ...at, type: 'IMAGE', content: { attachmentId: ids.attachment } },
    ];
  },
  databases: ({ ids }) => [{ space_id: ids.space, page_id: ids.page, title: 'New' }],
  db_columns: ({ ids }) => {
    const at = { space_id: ids.space, database_id: ids.database, name: 'New' };
    return [
      { ...at, type: 'TEXT', options: {} },
      { ...at, type: 'RELATION', options: { databaseId: ids.otherDatabase } },
    ];
  },
  db_rows: ({ ids, word }) => [
    { space_id: ids.space, database_id: ids.database, data: { [`${word} rows`]: [ids.otherRow] } },
  ],
  relations: ({ ids }) => {
    const at = { space_id: ids.space, to_space_id: ids.space, name: 'New' };
    return [
      { ...at, from_page_id: ids.page, to_page_id: ids.otherPage },
      { ...at, from_row_id: ids.row, to_row_id: ids.otherRow },
      { ...at, from_database_id: ids.database, to_database_id: ids.otherDatabase },
    ];
  },
  comments: ({ ids }) => {
    const at = { space_id: ids.space, page_id: ids.page, body: 'New' };
    return [at, { ...at, block_id: ids.block }, { ...at, block_id: ids.block, parent_id: ids.comment }];
  },
  templates: ({ ids }) => {
    const block = { n: 1, in: null, rank: 'a0', type: 'PAGE_EMBED', content: { pageId: ids.page } };
    return [{ space_id: ids.space, name: 'New', content: { title: 'New', blocks: [block] } }];
  },
};

/** The tables into which a user puts rows. */
export const WRITTEN = TABLES.filter((table) => table in FRESH);

/** @returns Rows without an id of their own. */
export const freshRows = (tenant: Tenant, table: keyof typeof KEYS): readonly Given[] => FRESH[table]?.(tenant) ?? [];

/** Whether a row names these things in its content alone, where everybody sees of them what it may see. */
export function isMention(row: Given, kinds: readonly Kind[], { ids }: Tenant): boolean {
  const text = JSON.stringify({ ...row, content: null });
  return kinds.every((kind) => !text.includes(ids[kind]));
}

/** An argument of a function that names what has the id, as far as its type can. */
export function argumentOf(name: string, type: string, id: string): unknown {
  if (type === 'uuid') return id;
  if (type === 'uuid[]') return [id];
  if (type === 'work.pages') return { id, space_id: id, version: 1 };
  if (type.startsWith('work.'))
    return { id, page_id: id, space_id: id, database_id: id, type: 'QUOTE', content: { text: '' } };
  if (type === 'jsonb') return jsonOf(name, id);
  if (type === 'text[]') return ['x'];
  if (type === 'integer' || type === 'bigint') return 1;
  if (type === 'boolean') return false;
  return { kind: 'PAGE', role: 'editor', type: 'TEXT', mutation: 'createPage' }[name] ?? 'x';
}

function jsonOf(name: string, id: string): unknown {
  const operation = { op: 'move', path: 'operation', blockId: id, parentId: id, afterId: id };
  if (name === 'operations') return [operation];
  if (name === 'operation') return operation;
  if (name === 'changes') return { title: 'x' };
  if (name === 'rows') return [{ x: [id] }];
  if (name === 'options') return { databaseId: id };
  return name === 'answer' ? { id, page: id, blocks: [id] } : { id, x: [id] };
}

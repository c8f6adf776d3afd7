/** One space with a row in every table, and the statements that try each operation on them. */
import { ANONYMOUS, type Viewer } from '../../src/auth/viewer.ts';
import type { MigrationClient } from '../../src/postgres/migrate.ts';
import type { Operation, Role } from './work-rls.ts';

const id = (group: string, n: number) => `${group}0000-0000-4000-8000-00000000000${n}`;

/** Users by their role in the space; the stranger has another space. */
export const USERS = {
  stranger: id('57a9', 1).padStart(36, '0'),
  member: id('3e3b', 2).padStart(36, '0'),
  editor: id('ed17', 3).padStart(36, '0'),
  admin: id('ad31', 4).padStart(36, '0'),
  newcomer: id('9e3c', 5).padStart(36, '0'),
} as const;

const key = (n: number) => `f1c70000-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`;

/** Ids of the rows; `other` is the stranger's space. */
export const ROWS = {
  space: key(1),
  other: key(2),
  page: key(3),
  child: key(4),
  block: key(5),
  database: key(6),
  column: key(7),
  row: key(8),
  comment: key(9),
  relation: key(10),
  attachment: key(11),
  template: key(12),
  otherPage: key(13),
  permission: key(14),
  second: key(15),
  gone: key(16),
  person: key(17),
  invitation: key(18),
  about: key(19),
} as const;

/** Inserts them as the owner. */
export async function insertRows(client: MigrationClient): Promise<void> {
  const { space, other, page, child, block, database, column, row, comment, otherPage } = ROWS;
  await client.script(`
    insert into auth.users (id) values ('${USERS.newcomer}') on conflict do nothing;
    insert into work.spaces (id, name) values ('${space}', 'Shared'), ('${other}', 'Another');
    insert into work.permissions (id, space_id, user_id, role) values
      ('${ROWS.permission}', '${space}', '${USERS.member}', 'member'),
      (gen_random_uuid(), '${space}', '${USERS.editor}', 'editor'),
      (gen_random_uuid(), '${space}', '${USERS.admin}', 'admin'),
      (gen_random_uuid(), '${other}', '${USERS.stranger}', 'admin');
    insert into work.pages (id, space_id, parent_id, title, rank) values
      ('${page}', '${space}', null, 'Page', 'a0'), ('${child}', '${space}', '${page}', 'Child', 'a0'),
      ('${otherPage}', '${other}', null, 'Hidden', 'a0');
    insert into work.blocks (id, space_id, page_id, rank, type, content) values
      ('${block}', '${space}', '${page}', 'a0', 'PARAGRAPH', '{"text": ""}');
    insert into work.blocks (id, space_id, page_id, rank, type) values ('${ROWS.gone}', '${space}', '${page}', 'a1', 'DIVIDER');
    insert into work.databases (id, space_id, page_id, title) values ('${database}', '${space}', '${page}', 'Database');
    insert into work.db_columns (id, space_id, database_id, name, type, rank) values
      ('${column}', '${space}', '${database}', 'Name', 'TEXT', 'a0'), ('${ROWS.person}', '${space}', '${database}', 'Who', 'PERSON', 'a1'),
      ('${ROWS.about}', '${space}', '${database}', 'About', 'ODOO_RECORD', 'a2');
    insert into work.db_rows (id, space_id, database_id, rank, data) values
      ('${row}', '${space}', '${database}', 'a0', '{"Who": "${USERS.member}", "About": {"model": "res.partner", "id": 7}}'),
      ('${ROWS.second}', '${space}', '${database}', 'a1', '{}');
    insert into work.comments (id, space_id, page_id, body, author_id) values
      ('${comment}', '${space}', '${page}', 'Said', '${USERS.member}');
    insert into work.relations (id, space_id, to_space_id, from_page_id, to_page_id) values
      ('${ROWS.relation}', '${space}', '${space}', '${page}', '${child}');
    insert into work.attachments (id, space_id, page_id, name, content_type, size, storage_path) values
      ('${ROWS.attachment}', '${space}', '${page}', 'a.txt', 'text/plain', 1, 'path');
    insert into work.templates (id, space_id, name, content) values ('${ROWS.template}', '${space}', 'Template', '{}');
    insert into work.search_index (space_id, page_id, chunk, content, page_version, content_hash) values
      ('${space}', '${page}', 0, 'Text', 1, '\\x00');
    insert into work.embedding_claims (model, content_hash, page_id, worker, until) values
      ('model', '\\x00', '${page}', 'rls', now());
    insert into work.kept_embeddings (model, content_hash, page_id) values ('model', '\\x00', '${page}');
    insert into work.removed_files (storage_path) values ('rls');
    insert into work.idempotency_keys (viewer, key, mutation, input_digest) values ('service', 'rls', 'none', '\\x00');`);
  // On its own: what comes and goes with its page in one transaction leaves no history.
  await client.script(`delete from work.blocks where id = '${ROWS.gone}'`);
  // A database from before them has none.
  const invitations = await client.query(`select from pg_class where oid = to_regclass('work.invitations')`);
  if (invitations.length > 0)
    await client.script(`
    insert into work.invitations (id, space_id, email, role) values
      ('${ROWS.invitation}', '${space}', 'invited@example.com', 'member');`);
}

/** The viewer of a role. */
export function viewerOf(role: Role | keyof typeof USERS): Viewer {
  const user = role in USERS ? USERS[role as keyof typeof USERS] : null;
  const name = user ? 'authenticated' : role;
  const claims = { role: name, ...(user && { sub: user }) };
  return {
    ...ANONYMOUS,
    kind: 'user',
    id: user,
    role: name,
    claims: JSON.stringify(claims),
  };
}

/** For each table: columns and values of another row, and the column to update and where. */
const STATEMENTS: Readonly<Record<string, { insert: string; set: string; at: string }>> = {
  'work.spaces': { insert: `(name) values ('New')`, set: 'name', at: `id = '${ROWS.space}'` },
  'work.permissions': {
    insert: `(space_id, user_id, role) values ('${ROWS.space}', '${USERS.newcomer}', 'admin')`,
    set: 'role',
    at: `id = '${ROWS.permission}'`,
  },
  'work.invitations': {
    insert: `(space_id, email, role) values ('${ROWS.space}', 'new@example.com', 'admin')`,
    set: 'role',
    at: `id = '${ROWS.invitation}'`,
  },
  'work.person_cells': { insert: `(column_name) values ('New')`, set: 'column_name', at: `row_id = '${ROWS.row}'` },
  'work.odoo_cells': { insert: `(column_name) values ('New')`, set: 'column_name', at: `row_id = '${ROWS.row}'` },
  'work.pages': {
    insert: `(space_id, title, rank) values ('${ROWS.space}', 'New', 'a1')`,
    set: 'title',
    at: `id = '${ROWS.page}'`,
  },
  'work.breadcrumbs': { insert: `(title) values ('New')`, set: 'title', at: `page_id = '${ROWS.child}'` },
  'work.page_changes': {
    insert: `(page_id, space_id, block_id, version, kind) values ('${ROWS.page}', '${ROWS.space}', gen_random_uuid(), 1, 'UPDATED')`,
    set: 'version',
    at: `page_id = '${ROWS.page}'`,
  },
  'work.page_history': {
    insert: `(space_id, page_id, in_space_id, number, version, is_version)
      values ('${ROWS.space}', '${ROWS.page}', '${ROWS.space}', 900, 1, false)`,
    set: 'version',
    at: `page_id = '${ROWS.page}'`,
  },
  'work.history_changes': {
    insert: `(space_id, page_id, entry_id, in_space_id, kind, operation, record_id)
      values ('${ROWS.space}', '${ROWS.page}', gen_random_uuid(), '${ROWS.space}', 'BLOCK', 'INSERT', gen_random_uuid())`,
    set: 'operation',
    at: `page_id = '${ROWS.page}'`,
  },
  'work.bin': { insert: `(content) values ('{}')`, set: 'content', at: `page_id = '${ROWS.page}'` },
  'work.blocks': {
    insert: `(space_id, page_id, rank, type) values ('${ROWS.space}', '${ROWS.page}', 'a1', 'CODE')`,
    set: 'content',
    at: `id = '${ROWS.block}'`,
  },
  'work.databases': {
    insert: `(space_id, page_id, title) values ('${ROWS.space}', '${ROWS.page}', 'New')`,
    set: 'title',
    at: `id = '${ROWS.database}'`,
  },
  'work.db_columns': {
    insert: `(space_id, database_id, name, type, rank) values ('${ROWS.space}', '${ROWS.database}', 'New', 'TEXT', 'a1')`,
    set: 'name',
    at: `id = '${ROWS.column}'`,
  },
  'work.db_rows': {
    insert: `(space_id, database_id, rank) values ('${ROWS.space}', '${ROWS.database}', 'a2')`,
    set: 'data',
    at: `id = '${ROWS.row}'`,
  },
  'work.relations': {
    insert: `(space_id, to_space_id, from_row_id, to_row_id)
      values ('${ROWS.space}', '${ROWS.space}', '${ROWS.row}', '${ROWS.second}')`,
    set: 'name',
    at: `id = '${ROWS.relation}'`,
  },
  'work.comments': {
    insert: `(space_id, page_id, body) values ('${ROWS.space}', '${ROWS.page}', 'New')`,
    set: 'body',
    at: `id = '${ROWS.comment}'`,
  },
  'work.attachments': {
    insert: `(space_id, page_id, name, content_type, size, storage_path)
      values ('${ROWS.space}', '${ROWS.page}', 'b.txt', 'text/plain', 1, 'new')`,
    set: 'block_id',
    at: `id = '${ROWS.attachment}'`,
  },
  'work.templates': {
    insert: `(space_id, name, content) values ('${ROWS.space}', 'New', '{}')`,
    set: 'name',
    at: `id = '${ROWS.template}'`,
  },
  'work.search_index': {
    insert: `(space_id, page_id, chunk, content, page_version, content_hash)
      values ('${ROWS.space}', '${ROWS.page}', 1, 'New', 1, '\\x00')`,
    set: 'content',
    at: `page_id = '${ROWS.page}'`,
  },
  'work.index_queue': {
    insert: `(page_id, space_id, op) values ('${ROWS.page}', '${ROWS.space}', 'INDEX')`,
    set: 'op',
    at: `page_id = '${ROWS.page}'`,
  },
  'work.embedding_claims': {
    insert: `(model, content_hash, page_id, worker, until) values ('model', '\\x01', '${ROWS.page}', 'new', now())`,
    set: 'worker',
    at: `page_id = '${ROWS.page}'`,
  },
  'work.kept_embeddings': {
    insert: `(model, content_hash, page_id) values ('model', '\\x01', '${ROWS.page}')`,
    set: 'model',
    at: `page_id = '${ROWS.page}'`,
  },
  'work.removed_files': {
    insert: `(storage_path) values ('new')`,
    set: 'storage_path',
    at: `storage_path = 'rls'`,
  },
  'work.idempotency_keys': {
    insert: `(viewer, key, mutation, input_digest) values ('service', 'new', 'none', '\\x00')`,
    set: 'mutation',
    at: `key = 'rls'`,
  },
};

/** A statement that tries the operation, and counts the rows that it saw or changed. */
export function statementOf(table: string, operation: Operation): string {
  const given = STATEMENTS[table];
  if (!given) throw new Error(`no row to try on in ${table}`);
  if (operation === 'select') return `select count(*)::text from ${table} where ${given.at}`;
  const text = {
    insert: `insert into ${table} ${given.insert}`,
    update: `update ${table} set ${given.set} = ${given.set} where ${given.at}`,
    delete: `delete from ${table} where ${given.at}`,
  }[operation];
  return `with done as (${text} returning 1) select count(*)::text from done`;
}

/** A tenant for attacks: one user's space with something of every kind in it, each text of which holds the tenant's word. */
import { randomUUID } from 'node:crypto';
import { pick, type TestGateway } from './gateway.ts';
import { addPeople } from './people.ts';
import { mutate } from './work-mutate.ts';

/** Odoo's keys of the records that pages of both tenants are linked to. */
export interface OdooIds {
  readonly partner: string;
  readonly move: string;
  readonly project: string;
}

/** Kinds of thing that a tenant has, by which its ids are named. */
export const KINDS = [
  'space',
  'permission',
  'invitation',
  'page',
  'otherPage',
  'block',
  'childBlock',
  'otherBlock',
  'comment',
  'reply',
  'database',
  'otherDatabase',
  'column',
  'relationColumn',
  'choiceColumn',
  'row',
  'otherRow',
  'relation',
  'rowRelation',
  'databaseRelation',
  'template',
  'attachment',
  'entry',
  'binItem',
] as const;

/** One of them. */
export type Kind = (typeof KINDS)[number];

/** A tenant: who is the admin of its space and its only member, and what is in it. */
export interface Tenant {
  /** A user's uuid, or the name of a demo user. */
  readonly as: string;
  readonly word: string;
  readonly ids: Readonly<Record<Kind, string>>;
  readonly odoo: OdooIds;
  /** The version of `page`, once all is there. */
  readonly version: number;
}

/** Reads records of Odoo that pages can be linked to. */
export async function readOdooIds(gateway: TestGateway): Promise<OdooIds> {
  const one = '(first: 1) { nodes { id } }';
  const { data } = await gateway.execute(`{ partners${one} moves${one} projects${one} }`, { as: 'service' });
  const id = (list: string) => String(pick(data, `${list}.nodes.0.id`));
  return { partner: id('partners'), move: id('moves'), project: id('projects') };
}

/** Makes a tenant through the gateway. */
export async function createTenant(gateway: TestGateway, as: string, word: string, odoo: OdooIds): Promise<Tenant> {
  const run = async (name: string, input: Readonly<Record<string, unknown>>, path: string) => {
    const payload = await mutate(gateway, as, { name, input, select: selectionOf(path) });
    if (payload.userErrors.length > 0) throw new Error(`${name}: ${JSON.stringify(payload.userErrors)}`);
    return String(pick(payload, path));
  };
  await addPeople(gateway, as);
  const space = await run('createSpace', { name: `${word} space` }, 'space.id');
  const email = `${word}.${as}@invited.example`;
  await gateway.owner((client) =>
    client.query('update auth.users set email = $2, email_confirmed_at = now() where id = $1', [as, email]),
  );
  await run('inviteMember', { spaceId: space, email, role: 'EDITOR' }, 'space.id');
  const links = { partnerId: odoo.partner, moveId: odoo.move, projectId: odoo.project };
  const page = await run('createPage', { title: `${word} page`, spaceId: space, ...links }, 'page.id');
  const otherPage = await run('createPage', { title: `${word} child`, parentId: page, ...links }, 'page.id');
  const blocks = await createBlocks(gateway, { as, word, page });
  const database = {
    pageId: page,
    title: `${word} database`,
    columns: [
      { name: `${word} text`, type: 'TEXT' },
      { name: `${word} person`, type: 'PERSON' },
      { name: `${word} record`, type: 'ODOO_RECORD' },
    ],
  };
  const databaseId = await run('createDatabase', database, 'database.id');
  const otherDatabase = await run('createDatabase', { ...database, title: `${word} other` }, 'database.id');
  const relationColumn = { name: `${word} rows`, type: 'RELATION', relatedDatabaseId: otherDatabase };
  const relationColumnId = await run('addDatabaseColumn', { databaseId, ...relationColumn }, 'column.id');
  const choiceColumn = { name: `${word} choices`, type: 'SELECT', choices: [`${word} choice`] };
  const choiceColumnId = await run('addDatabaseColumn', { databaseId, ...choiceColumn }, 'column.id');
  const insert = (id: string, data: Readonly<Record<string, unknown>>) =>
    run('insertDatabaseRow', { databaseId: id, data }, 'row.id');
  const otherRow = await insert(otherDatabase, { [`${word} text`]: `${word} other cell` });
  const row = await insert(databaseId, {
    [`${word} text`]: `${word} cell`,
    [`${word} person`]: as,
    [`${word} record`]: { model: 'res.partner', id: 7, label: `${word} label` },
    [`${word} rows`]: [otherRow],
  });
  const relate = (kind: string, fromId: string, toId: string) =>
    run('addRelation', { kind, fromId, toId, name: `${word} relation` }, 'relation.id');
  const comment = await run(
    'addComment',
    { pageId: page, blockId: blocks.block, body: `${word} comment` },
    'comment.id',
  );
  const ids = {
    space,
    page,
    otherPage,
    ...blocks,
    comment,
    reply: await run('replyToComment', { commentId: comment, body: `${word} reply` }, 'comment.id'),
    database: databaseId,
    otherDatabase,
    relationColumn: relationColumnId,
    choiceColumn: choiceColumnId,
    row,
    otherRow,
    relation: await relate('PAGE', page, otherPage),
    rowRelation: await relate('ROW', row, otherRow),
    databaseRelation: await relate('DATABASE', databaseId, otherDatabase),
    template: await run('savePageAsTemplate', { pageId: page, name: `${word} template` }, 'template.id'),
  };
  const [found] = await gateway.owner((client) =>
    client.query(
      `insert into work.attachments (space_id, page_id, name, content_type, size, storage_path, status, confirmed_at, created_by)
      values ($1, $2, $3, 'text/plain', 4242, $4, 'CONFIRMED', now(), (select p.user_id from work.permissions p where p.space_id = $1 limit 1))
      returning id as attachment, (select p.id from work.permissions p where p.space_id = $1 limit 1) as permission,
        (select i.id from work.invitations i where i.space_id = $1) as invitation,
        (select c.id from work.db_columns c where c.database_id = $5 and c.type = 'TEXT') as column,
        (select g.version from work.pages g where g.id = $2) as version,
        (select h.id from work.page_history h where h.page_id = $2 order by h.number limit 1) as entry,
        (select b.id from work.bin b where b.page_id = $2) as bin_item`,
      [space, page, `${word} file`, `${space}/${randomUUID()}/${word}`, databaseId],
    ),
  );
  const text = (name: string) => String(found?.[name]);
  return {
    as,
    word,
    odoo,
    version: Number(found?.version),
    ids: {
      ...ids,
      attachment: text('attachment'),
      permission: text('permission'),
      invitation: text('invitation'),
      column: text('column'),
      entry: text('entry'),
      binItem: text('bin_item'),
    },
  };
}

/** `page.id` → `page { id }`. */
function selectionOf(path: string): string {
  return path.replace('.', ' { ').concat(' }');
}

async function createBlocks(gateway: TestGateway, { as, word, page }: { as: string; word: string; page: string }) {
  const block = randomUUID();
  const insert = (given: Readonly<Record<string, unknown>>) => ({
    insert: { type: 'TOGGLE', content: { text: `${word} block` }, ...given },
  });
  const operations = [insert({ id: block }), insert({ parentId: block }), insert({ afterId: block }), insert({})];
  const input = { pageId: page, expectedVersion: 1, operations };
  const payload = await mutate(gateway, as, { name: 'applyBlockOperations', input, select: 'created { id }' });
  if (payload.userErrors.length > 0) throw new Error(JSON.stringify(payload.userErrors));
  const id = (n: number) => String(pick(payload, `created.${n}.id`));
  const away = { pageId: page, expectedVersion: 2, operations: [{ delete: { blockId: id(3) } }] };
  await mutate(gateway, as, { name: 'applyBlockOperations', input: away, select: 'page { id }' });
  return { block: id(0), childBlock: id(1), otherBlock: id(2) };
}

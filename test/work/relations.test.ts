/** Relations as a client meets them: added, removed, read from both ends, and hidden from whom either end is hidden. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { codesOf, mutate, type Payload, refuse } from '../support/work-mutate.ts';
import { createWorkspace, type Workspace } from '../support/work-pages.ts';

const RELATION =
  'relation { id kind name fromPage { id } toPage { id } fromRowId toRowId fromDatabaseId toDatabaseId }';
const NOWHERE = '00000000-0000-4000-8000-000000000000';

let gateway: TestGateway;
let ana: Workspace;
let spaceId: string;
let one: string;
let two: string;

beforeAll(async () => {
  gateway = await createTestGateway();
  ana = createWorkspace(gateway, 'ana');
  spaceId = await ana.createSpace();
  await mutate(gateway, 'ana', {
    name: 'grantPermission',
    input: { spaceId, userId: DEMO_USERS.ben, role: 'MEMBER' },
    select: 'permission { id }',
  });
  one = await ana.createPage('one', { spaceId });
  two = await ana.createPage('two', { spaceId });
});

afterAll(() => gateway[Symbol.asyncDispose]());

const sql = (text: string, values: unknown[] = []) => gateway.owner((client) => client.query(text, values));
const add = (input: Readonly<Record<string, unknown>>, as = 'ana') =>
  mutate(gateway, as, { name: 'addRelation', input: { kind: 'PAGE', ...input }, select: RELATION });
const remove = (relationId: string, as = 'ana') =>
  mutate(gateway, as, { name: 'removeRelation', input: { relationId }, select: 'removedRelationId' });
const idOf = (payload: Payload) => String(pick(payload, 'relation.id'));

/** The titles of the pages that lead to a page. */
async function backlinks(pageId: string, as = 'ana'): Promise<unknown> {
  const { data } = await gateway.execute(
    `{ page(id: "${pageId}") { backlinks { totalCount nodes { name fromPage { title } } } } }`,
    { as },
  );
  return pick(data, 'page.backlinks');
}

/** Two databases on a page, with a row each. */
async function createDatabases(): Promise<{ databases: string[]; rows: string[] }> {
  const databases: string[] = [];
  const rows: string[] = [];
  for (const title of ['left', 'right']) {
    const [database] = await sql(
      'insert into work.databases (space_id, page_id, title) values ($1, $2, $3) returning id',
      [spaceId, one, title],
    );
    const [row] = await sql(
      `insert into work.db_rows (space_id, database_id, rank) values ($1, $2, 'a0') returning id`,
      [spaceId, database?.id],
    );
    databases.push(String(database?.id));
    rows.push(String(row?.id));
  }
  return { databases, rows };
}

describe('addRelation', () => {
  it('relates two pages, which both tell of it', async () => {
    const added = await add({ fromId: one, toId: two, name: 'cites' });
    expect(added).toMatchObject({
      relation: { kind: 'PAGE', name: 'cites', fromPage: { id: one }, toPage: { id: two }, fromRowId: null },
      userErrors: [],
    });
    expect(await backlinks(two, 'ben')).toEqual({
      totalCount: 1,
      nodes: [{ name: 'cites', fromPage: { title: 'one' } }],
    });
    expect(await backlinks(one)).toEqual({ totalCount: 0, nodes: [] });
    await remove(idOf(added));
  });

  it('relates two rows, and two databases', async () => {
    const { databases, rows } = await createDatabases();
    expect(await add({ kind: 'ROW', fromId: rows[0], toId: rows[1] })).toMatchObject({
      relation: { kind: 'ROW', name: 'RELATED', fromRowId: rows[0], toRowId: rows[1], fromPage: null },
    });
    expect(await add({ kind: 'DATABASE', fromId: databases[0], toId: databases[1] })).toMatchObject({
      relation: { kind: 'DATABASE', fromDatabaseId: databases[0], toDatabaseId: databases[1] },
    });
    expect(codesOf(await add({ kind: 'ROW', fromId: rows[0], toId: databases[1] }))).toEqual(['NOT_FOUND']);
  });

  it('refuses the same relation again, and nothing under another name or the other way', async () => {
    const made = await add({ fromId: one, toId: two });
    expect(codesOf(await add({ fromId: one, toId: two }))).toEqual(['CONFLICT']);
    const others = [await add({ fromId: one, toId: two, name: 'precedes' }), await add({ fromId: two, toId: one })];
    expect(others.flatMap(codesOf)).toEqual([]);
    for (const payload of [made, ...others]) await remove(idOf(payload));
  });

  it('answers the same relation to the same key', async () => {
    const input = { fromId: one, toId: two, name: 'once', idempotencyKey: `relation-${one}` };
    const made = await Promise.all([1, 2, 3].map(() => add(input)));
    expect(new Set(made.map(idOf)).size).toBe(1);
    expect(codesOf(await add({ ...input, name: 'twice' }))).toEqual(['IDEMPOTENCY_CONFLICT']);
    await remove(idOf(made[0] as Payload));
  });

  it('refuses a page to itself, an empty name, and a page that is archived', async () => {
    expect(codesOf(await add({ fromId: one, toId: one }))).toEqual(['BAD_USER_INPUT']);
    expect(codesOf(await add({ fromId: one, toId: two, name: ' ' }))).toEqual(['BAD_USER_INPUT']);
    const gone = await ana.createPage('gone', { spaceId });
    await ana.run('archivePage', { pageId: gone });
    expect(codesOf(await add({ fromId: one, toId: gone }))).toEqual(['CONFLICT']);
  });

  it('is FORBIDDEN to a member who edits one end only', async () => {
    const ben = createWorkspace(gateway, 'ben');
    const own = await ben.createPage('own', { spaceId: await ben.createSpace() });
    for (const [fromId, toId] of [
      [own, one],
      [one, own],
    ]) {
      const asked = { name: 'addRelation', input: { kind: 'PAGE', fromId, toId }, select: RELATION };
      expect(await refuse(gateway, 'ben', asked)).toBe('FORBIDDEN');
    }
  });

  it('says of an end that is hidden what it says of none', async () => {
    const hidden = await createWorkspace(gateway, 'carla').createPage('hidden', {
      spaceId: await createWorkspace(gateway, 'carla').createSpace(),
    });
    const { rows, databases } = await createDatabases();
    for (const [kind, visible, other] of [
      ['PAGE', one, hidden],
      ['ROW', rows[0], rows[1]],
      ['DATABASE', databases[0], databases[1]],
    ] as const) {
      // Rows and databases of ana's are hidden from carla, carla's page from ana.
      const [as, theirs, mine] = kind === 'PAGE' ? ['ana', other, visible] : ['carla', other, hidden];
      const say = async (id: string | undefined) =>
        JSON.stringify((await add({ kind, fromId: id, toId: mine }, as)).userErrors).replaceAll(String(id), '…');
      expect(await say(theirs), kind).toBe(await say(NOWHERE));
      expect(await say(theirs), kind).toContain('NOT_FOUND');
    }
  });
});

describe('removeRelation', () => {
  it('takes it away, and is NOT_FOUND the next time', async () => {
    const id = idOf(await add({ fromId: one, toId: two, name: 'brief' }));
    expect(await remove(id)).toEqual({ removedRelationId: id, userErrors: [] });
    expect(codesOf(await remove(id))).toEqual(['NOT_FOUND']);
  });

  it('is FORBIDDEN to a member, and NOT_FOUND to whom either end is hidden', async () => {
    const far = await ana.createPage('far', { spaceId: await ana.createSpace() });
    const here = idOf(await add({ fromId: one, toId: two, name: 'here' }));
    const there = idOf(await add({ fromId: one, toId: far }));
    const asked = (relationId: string) => ({
      name: 'removeRelation',
      input: { relationId },
      select: 'removedRelationId',
    });
    expect(await refuse(gateway, 'ben', asked(here))).toBe('FORBIDDEN');
    expect(codesOf(await remove(there, 'ben'))).toEqual(['NOT_FOUND']);
    const { data } = await gateway.execute(`{ page(id: "${one}") { relations { nodes { id } } } }`, { as: 'ben' });
    expect(pick(data, 'page.relations.nodes')).toContainEqual({ id: here });
    expect(pick(data, 'page.relations.nodes')).not.toContainEqual({ id: there });
  });

  it('happens by itself where one end is deleted', async () => {
    const page = await ana.createPage('brief', { spaceId });
    await add({ fromId: page, toId: two, name: 'gone soon' });
    await sql('delete from work.pages where id = $1', [page]);
    expect(await backlinks(two)).not.toMatchObject({ nodes: [{ name: 'gone soon' }] });
  });
});

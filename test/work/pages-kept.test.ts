/** Pages copied, archived and shown as a tree, and what each change of a page leaves behind. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedId } from '../../src/demo/seed/seed.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { codesOf, type Payload } from '../support/work-mutate.ts';
import { createWorkspace, type Workspace } from '../support/work-pages.ts';

const NOWHERE = '00000000-0000-4000-8000-000000000000';

let gateway: TestGateway;
let ana: Workspace;

beforeAll(async () => {
  gateway = await createTestGateway();
  ana = createWorkspace(gateway, 'ana');
});

afterAll(() => gateway[Symbol.asyncDispose]());

const sql = (text: string, values: unknown[] = []) => gateway.owner((client) => client.query(text, values));
const idOf = (payload: Payload) => String(pick(payload, 'page.id'));

/** A space with three pages at its top, and one below the first. */
async function createTree() {
  const spaceId = await ana.createSpace();
  const one = await ana.createPage('one', { spaceId });
  const two = await ana.createPage('two', { spaceId });
  const three = await ana.createPage('three', { spaceId });
  const below = await ana.createPage('below', { parentId: one });
  return { spaceId, one, two, three, below };
}

describe('duplicatePage', () => {
  it('copies a page with its blocks, in their places, right after the original', async () => {
    const { spaceId, one } = await createTree();
    await sql(
      `with above as (
         insert into work.blocks (space_id, page_id, rank, type, content) values ($1, $2, 'a0', 'TOGGLE', '{"text": "in"}') returning id)
       insert into work.blocks (space_id, page_id, parent_id, rank, type, content)
       select $1, $2, null, 'a1', 'DIVIDER', '{}'`,
      [spaceId, one],
    );
    await sql(
      `insert into work.blocks (space_id, page_id, parent_id, rank, type)
       select space_id, page_id, id, 'a0', 'PARAGRAPH' from work.blocks where page_id = $1 and type = 'TOGGLE'`,
      [one],
    );
    const copy = await ana.run('duplicatePage', { pageId: one });
    expect(copy).toMatchObject({ page: { title: 'one (copy)', version: 1 }, userErrors: [] });
    expect(await ana.drawTree(spaceId)).toEqual(['one', '  below', 'one (copy)', 'two', 'three']);
    const { data } = await gateway.execute(
      `{ page(id: "${idOf(copy)}") { blocks { nodes { type content parent { type } page { id } } } } }`,
      { as: 'ana' },
    );
    expect(pick(data, 'page.blocks.nodes')).toHaveLength(3);
    expect(pick(data, 'page.blocks.nodes')).toContainEqual({
      type: 'PARAGRAPH',
      content: { text: '' },
      parent: { type: 'TOGGLE' },
      page: { id: idOf(copy) },
    });
  });

  it('copies the subtree where asked to, without what is archived', async () => {
    const { spaceId, one, below } = await createTree();
    await ana.createPage('deeper', { parentId: below });
    const gone = await ana.createPage('gone', { parentId: one });
    await ana.run('archivePage', { pageId: gone });
    await ana.run('duplicatePage', { pageId: one, subtree: true, title: 'uno' });
    expect(await ana.drawTree(spaceId)).toEqual([
      'one',
      '  below',
      '    deeper',
      'uno',
      '  below',
      '    deeper',
      'two',
      'three',
    ]);
  });
});

describe('archivePage', () => {
  it('archives the subtree, and restores what was archived with it and nothing else', async () => {
    const { spaceId, one, below } = await createTree();
    const earlier = await ana.createPage('earlier', { parentId: one });
    await ana.run('archivePage', { pageId: earlier });
    const archived = await ana.run('archivePage', { pageId: one, expectedVersion: 1 });
    expect(archived).toMatchObject({ page: { version: 2, archivedAt: expect.any(String) }, userErrors: [] });
    expect(await ana.drawTree(spaceId)).toEqual(['two', 'three']);
    expect(await ana.drawTree(spaceId, true)).toEqual(['one', '  below', '  earlier', 'two', 'three']);
    expect(codesOf(await ana.run('restorePage', { pageId: below }))).toEqual(['CONFLICT']);
    await ana.run('restorePage', { pageId: one });
    expect(await ana.drawTree(spaceId)).toEqual(['one', '  below', 'two', 'three']);
    await ana.run('restorePage', { pageId: earlier });
    expect(await ana.drawTree(spaceId)).toEqual(['one', '  below', '  earlier', 'two', 'three']);
  });

  it('leaves nothing to do with an archived page but to restore it', async () => {
    const { one, two } = await createTree();
    await ana.run('archivePage', { pageId: one });
    const refused = [
      ana.run('updatePage', { pageId: one, title: 'x' }),
      ana.run('movePage', { pageId: one, afterId: two }),
      ana.run('movePage', { pageId: two, parentId: one }),
      ana.run('createPage', { title: 'x', parentId: one }),
      ana.run('duplicatePage', { pageId: one }),
      ana.run('archivePage', { pageId: one }),
      ana.run('restorePage', { pageId: two }),
    ];
    for (const payload of await Promise.all(refused)) expect(codesOf(payload)).toEqual(['CONFLICT']);
  });
});

describe('a change of a page or its blocks', () => {
  it('queues the page for the index in the same transaction, once', async () => {
    const { one, spaceId } = await createTree();
    const queued = async () =>
      (await sql('select op, generation::int as n from work.index_queue where page_id = $1', [one]))[0];
    expect(await queued()).toEqual({ op: 'INDEX', n: 1 });
    await sql(
      `insert into work.blocks (space_id, page_id, rank, type) values ($1, $2, 'a0', 'PARAGRAPH'), ($1, $2, 'a1', 'CODE')`,
      [spaceId, one],
    );
    expect(await queued()).toEqual({ op: 'INDEX', n: 2 });
    await ana.run('archivePage', { pageId: one });
    expect(await queued()).toEqual({ op: 'REMOVE', n: 3 });
  });

  it('raises its version once a transaction, and notes the last change of each block', async () => {
    const { one, spaceId } = await createTree();
    const [first] = await sql(
      `insert into work.blocks (space_id, page_id, rank, type) values ($1, $2, 'a0', 'PARAGRAPH'), ($1, $2, 'a1', 'CODE') returning id`,
      [spaceId, one],
    );
    await sql(`update work.blocks set content = '{"text": "x"}' where id = $1`, [first?.id]);
    await sql(`delete from work.blocks where page_id = $1 and type = 'CODE'`, [one]);
    const [page] = await sql('select version from work.pages where id = $1', [one]);
    expect(page?.version).toBe(4);
    const notes = await sql('select kind, version from work.page_changes where page_id = $1 order by version', [one]);
    expect(notes).toEqual([
      { kind: 'UPDATED', version: 3 },
      { kind: 'DELETED', version: 4 },
    ]);
  });

  it('is not made by a comment, which moves the cursor of live readers alone', async () => {
    const { one, spaceId } = await createTree();
    const read = async () =>
      (
        await sql('select version, updated_at::text as at, changed_in::text as cursor from work.pages where id = $1', [
          one,
        ])
      )[0];
    const before = await read();
    await sql(`insert into work.comments (space_id, page_id, body) values ($1, $2, 'hello')`, [spaceId, one]);
    const after = await read();
    expect(after).toMatchObject({ version: before?.version, at: before?.at });
    expect(Number(after?.cursor)).toBeGreaterThan(Number(before?.cursor));
  });
});

describe('pageTree and breadcrumbs', () => {
  it('are one statement each, whatever the depth', async () => {
    const { spaceId, below } = await createTree();
    const deep = await ana.createPage('deep', { parentId: below });
    const tree = await gateway.execute(
      `{ pageTree(spaceId: "${spaceId}", depth: 2) { isComplete nodes { title level childCount parentId } } }`,
      { as: 'ana' },
    );
    expect(gateway.calls).toHaveLength(1);
    expect(pick(tree.data, 'pageTree.isComplete')).toBe(true);
    expect(pick(tree.data, 'pageTree.nodes.1')).toMatchObject({ title: 'below', level: 2, childCount: 1 });
    const { data } = await gateway.execute(
      `{ page(id: "${deep}") { breadcrumbs { nodes { title depth page { title } } } } }`,
      {
        as: 'ana',
      },
    );
    expect(gateway.calls).toHaveLength(1);
    expect(pick(data, 'page.breadcrumbs.nodes')).toEqual([
      { title: 'one', depth: 0, page: { title: 'one' } },
      { title: 'below', depth: 1, page: { title: 'below' } },
    ]);
  });

  it('show a stranger nothing', async () => {
    const { data } = await gateway.execute(`{ pageTree(spaceId: "${seedId('space', 'board')}") { nodes { id } } }`, {
      as: 'ana',
    });
    expect(pick(data, 'pageTree.nodes')).toEqual([]);
  });

  it.each([0, 51])('refuse a depth of %s', async (depth) => {
    const { errors } = await gateway.execute(`{ pageTree(spaceId: "${NOWHERE}", depth: ${depth}) { nodes { id } } }`, {
      as: 'ana',
    });
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

/** Pages as a client meets them: made, changed and moved, and where each stands afterwards. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { seedId } from '../../src/demo/seed/seed.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { isRealStack } from '../support/stack.ts';
import { codesOf, mutate, type Payload, refuse } from '../support/work-mutate.ts';
import { createWorkspace, type Workspace } from '../support/work-pages.ts';

const MONTH_END = seedId('page', 'month-end');
const BOARD_PAGE = seedId('page', 'minutes');
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

describe('createPage', () => {
  it('puts a page last, after a page, before a page, or below one', async () => {
    const { spaceId, one, two, below } = await createTree();
    await ana.createPage('after one', { afterId: one });
    await ana.createPage('before two', { beforeId: two });
    await ana.createPage('last below', { parentId: one });
    await ana.createPage('before below', { beforeId: below, parentId: one, spaceId });
    expect(await ana.drawTree(spaceId)).toEqual([
      'one',
      '  before below',
      '  below',
      '  last below',
      'after one',
      'before two',
      'two',
      'three',
    ]);
  });

  it('keeps the order whatever is put into the same gap, and the keys short', async () => {
    const spaceId = await ana.createSpace();
    const last = await ana.createPage('last', { spaceId });
    const titles = Array.from({ length: 320 }, (_, index) => `p${index}`);
    for (const title of titles) await sql('select work.create_page(title => $1, before_id => $2::uuid)', [title, last]);
    expect(await ana.drawTree(spaceId)).toEqual([...titles, 'last']);
    const [row] = await sql('select max(length(rank)) as longest from work.pages where space_id = $1', [spaceId]);
    expect(Number(row?.longest)).toBeLessThanOrEqual(50);
  });

  it.each<[string, (tree: Awaited<ReturnType<typeof createTree>>) => Record<string, unknown>, string]>([
    ['no place', () => ({}), 'BAD_USER_INPUT'],
    ['two neighbours', ({ one, two }) => ({ afterId: one, beforeId: two }), 'BAD_USER_INPUT'],
    ['a neighbour that stands elsewhere', ({ one, two }) => ({ afterId: one, parentId: two }), 'BAD_USER_INPUT'],
    [
      'a parent of another space',
      ({ one }) => ({ parentId: one, spaceId: seedId('space', 'projects') }),
      'BAD_USER_INPUT',
    ],
    ['a space that is hidden', () => ({ spaceId: seedId('space', 'board') }), 'NOT_FOUND'],
    ['a space that is none', () => ({ spaceId: NOWHERE }), 'NOT_FOUND'],
    ['a parent that is hidden', () => ({ parentId: BOARD_PAGE }), 'NOT_FOUND'],
    ['a key of Odoo that is none', ({ spaceId }) => ({ spaceId, partnerId: '0' }), 'BAD_USER_INPUT'],
    ['an id that is no uuid', () => ({ spaceId: 'one' }), 'BAD_USER_INPUT'],
  ])('refuses %s', async (_name, at, code) => {
    const tree = await createTree();
    expect(codesOf(await ana.run('createPage', { title: 'Lost', ...at(tree) }))).toEqual([code]);
    expect(await ana.drawTree(tree.spaceId)).toEqual(['one', '  below', 'two', 'three']);
  });

  it('is FORBIDDEN to a member who is no editor', async () => {
    const asked = { name: 'createPage', input: { title: 'Mine', parentId: MONTH_END }, select: 'page { id }' };
    expect(await refuse(gateway, 'ben', asked)).toBe('FORBIDDEN');
  });

  it('answers the same page to the same key, and makes one', async () => {
    const spaceId = await ana.createSpace();
    const input = { spaceId, title: 'once', idempotencyKey: spaceId };
    const made = await Promise.all([1, 2, 3].map(() => ana.run('createPage', input)));
    expect(new Set(made.map(idOf)).size).toBe(1);
    expect(await ana.drawTree(spaceId)).toEqual(['once']);
    expect(codesOf(await ana.run('createPage', { ...input, title: 'twice' }))).toEqual(['IDEMPOTENCY_CONFLICT']);
  });
});

describe('updatePage', () => {
  it('changes what is given, and raises the version by one', async () => {
    const { one } = await createTree();
    const renamed = await ana.run('updatePage', { pageId: one, title: 'eins', partnerId: '7', expectedVersion: 1 });
    expect(renamed).toMatchObject({ page: { title: 'eins', version: 2 }, userErrors: [] });
    await ana.run('updatePage', { pageId: one, moveId: '8', partnerId: null });
    const [row] = await sql('select title, odoo_partner_id, odoo_move_id, version from work.pages where id = $1', [
      one,
    ]);
    expect(row).toEqual({ title: 'eins', odoo_partner_id: null, odoo_move_id: 8, version: 3 });
  });

  it('refuses a version that is past, with the current one and the blocks that changed since', async () => {
    const { one, spaceId } = await createTree();
    const [block] = await sql(
      `insert into work.blocks (space_id, page_id, rank, type) values ($1, $2, 'a0', 'PARAGRAPH') returning id`,
      [spaceId, one],
    );
    expect(await ana.run('updatePage', { pageId: one, title: 'late', expectedVersion: 1 })).toMatchObject({
      page: null,
      userErrors: [
        {
          code: 'CONFLICT',
          details: { currentVersion: 2, changedBlocks: [{ id: block?.id, version: 2, kind: 'INSERTED' }] },
        },
      ],
    });
  });

  it('refuses an empty change, and a page that is hidden as one that is none', async () => {
    const { one } = await createTree();
    expect(codesOf(await ana.run('updatePage', { pageId: one }))).toEqual(['BAD_USER_INPUT']);
    const hidden = await ana.run('updatePage', { pageId: BOARD_PAGE, title: 'x' });
    const absent = await ana.run('updatePage', { pageId: NOWHERE, title: 'x' });
    expect(codesOf(hidden)).toEqual(['NOT_FOUND']);
    expect(JSON.stringify(hidden).replaceAll(BOARD_PAGE, '…')).toBe(JSON.stringify(absent).replaceAll(NOWHERE, '…'));
  });

  it('links and unlinks one record of Odoo', async () => {
    const { one } = await createTree();
    for (const kind of ['PARTNER', 'MOVE', 'PROJECT'])
      await ana.run('linkOdooRecord', { pageId: one, kind, recordId: '12' });
    const read = async () =>
      (
        await sql(
          'select odoo_partner_id as p, odoo_move_id as m, odoo_project_id as r from work.pages where id = $1',
          [one],
        )
      )[0];
    expect(await read()).toEqual({ p: 12, m: 12, r: 12 });
    expect(await ana.run('unlinkOdooRecord', { pageId: one, kind: 'MOVE', expectedVersion: 4 })).toMatchObject({
      page: { version: 5 },
      userErrors: [],
    });
    expect(await read()).toEqual({ p: 12, m: null, r: 12 });
    const wrong = await ana.run('linkOdooRecord', { pageId: one, kind: 'MOVE', recordId: '2147483648' });
    expect(wrong.userErrors).toMatchObject([{ code: 'BAD_USER_INPUT', path: ['input', 'recordId'] }]);
  });
});

describe('movePage', () => {
  it('moves within a space: beside a page, below one, to the top', async () => {
    const { spaceId, one, three, below } = await createTree();
    await ana.run('movePage', { pageId: three, beforeId: below });
    expect(await ana.drawTree(spaceId)).toEqual(['one', '  three', '  below', 'two']);
    await ana.run('movePage', { pageId: below, spaceId });
    expect(await ana.drawTree(spaceId)).toEqual(['one', '  three', 'two', 'below']);
    const moved = await ana.run('movePage', { pageId: one, parentId: below, expectedVersion: 1 });
    expect(moved).toMatchObject({ page: { version: 2, parent: { id: below } }, userErrors: [] });
    expect(await ana.drawTree(spaceId)).toEqual(['two', 'below', '  one', '    three']);
  });

  it('takes all that is below and on a page along to another space', async () => {
    const { one, below, spaceId } = await createTree();
    await sql(`insert into work.blocks (space_id, page_id, rank, type) values ($1, $2, 'a0', 'PARAGRAPH')`, [
      spaceId,
      below,
    ]);
    await sql(`insert into work.comments (space_id, page_id, body) values ($1, $2, 'hello')`, [spaceId, below]);
    const target = await ana.createSpace();
    await ana.run('movePage', { pageId: one, spaceId: target });
    expect(await ana.drawTree(target)).toEqual(['one', '  below']);
    expect(await ana.drawTree(spaceId)).toEqual(['two', 'three']);
    const rows = await sql(
      `select space_id from work.blocks where page_id = $1 union all select space_id from work.comments where page_id = $1`,
      [below],
    );
    expect(rows.map(({ space_id }) => space_id)).toEqual([target, target]);
  });

  it('refuses a circle, however long, and itself as a neighbour', async () => {
    const { spaceId, one, below } = await createTree();
    const deep = await ana.createPage('deep', { parentId: below });
    for (const at of [{ parentId: one }, { parentId: below }, { parentId: deep }, { afterId: deep }, { afterId: one }])
      expect(codesOf(await ana.run('movePage', { pageId: one, ...at }))).toEqual(['BAD_USER_INPUT']);
    expect(await ana.drawTree(spaceId)).toEqual(['one', '  below', '    deep', 'two', 'three']);
  });

  it('refuses a tree of more than 50 levels, made or moved', async () => {
    const spaceId = await ana.createSpace();
    const made: string[] = [await ana.createPage('1', { spaceId })];
    for (let level = 2; level <= 50; level += 1) {
      const [row] = await sql('select work.create_page(title => $1, parent_id => $2::uuid) as id', [
        `${level}`,
        made.at(-1),
      ]);
      made.push(String(row?.id));
    }
    expect(codesOf(await ana.run('createPage', { title: '51', parentId: made[49] }))).toEqual(['LIMIT_EXCEEDED']);
    const pair = await ana.createPage('pair', { spaceId });
    await ana.createPage('of pages', { parentId: pair });
    expect(codesOf(await ana.run('movePage', { pageId: pair, parentId: made[48] }))).toEqual(['LIMIT_EXCEEDED']);
    expect(codesOf(await ana.run('movePage', { pageId: pair, parentId: made[47] }))).toEqual([]);
    const { data } = await gateway.execute(`{ page(id: "${made[49]}") { breadcrumbs(first: 50) { totalCount } } }`, {
      as: 'ana',
    });
    expect(pick(data, 'page.breadcrumbs.totalCount')).toBe(49);
  });

  it('takes an editor of both spaces', async () => {
    const { one, spaceId } = await createTree();
    // Ana is a member of no board; in finance she is admin, and ben a member.
    expect(codesOf(await ana.run('movePage', { pageId: one, spaceId: seedId('space', 'board') }))).toEqual([
      'NOT_FOUND',
    ]);
    const asked = {
      name: 'movePage',
      input: { pageId: MONTH_END, spaceId: seedId('space', 'projects') },
      select: 'page { id }',
    };
    expect(await refuse(gateway, 'ben', asked)).toBe('FORBIDDEN');
    const grant = { spaceId, userId: DEMO_USERS.ben, role: 'EDITOR' };
    await mutate(gateway, 'ana', { name: 'grantPermission', input: grant, select: 'permission { id }' });
    const into = {
      name: 'movePage',
      input: { pageId: one, spaceId: seedId('space', 'finance') },
      select: 'page { id }',
    };
    expect(await refuse(gateway, 'ben', into)).toBe('FORBIDDEN');
  });

  it('answers a stale version with the current one, and moves nothing', async () => {
    const { spaceId, one, two } = await createTree();
    await ana.run('updatePage', { pageId: one, title: 'eins' });
    const late = await ana.run('movePage', { pageId: one, afterId: two, expectedVersion: 1 });
    expect(late.userErrors).toMatchObject([{ code: 'CONFLICT', details: { currentVersion: 2 } }]);
    expect(await ana.drawTree(spaceId)).toEqual(['eins', '  below', 'two', 'three']);
  });

  // PGlite has one connection.
  it.runIf(isRealStack)('never makes a circle, whoever moves what at the same time', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { spaceId, one, two, three } = await createTree();
      await Promise.all([
        ana.run('movePage', { pageId: one, parentId: two }),
        ana.run('movePage', { pageId: two, parentId: three }),
        ana.run('movePage', { pageId: three, parentId: one }),
      ]);
      expect(await ana.drawTree(spaceId)).toHaveLength(4);
    }
  });
});

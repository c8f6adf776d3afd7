/** The history of a page: who changed what and when, its bin, and how what was comes back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { openBlockTree } from '../support/blocks.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { readBin, readHistory, restoreBin, restoreVersion } from '../support/history.ts';
import { codesOf, mutate, refuse } from '../support/work-mutate.ts';
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

const openTree = () => openBlockTree(gateway);

describe('restorePageVersion', () => {
  it('brings back deleted blocks under their ids, in their places, with what stood inside them', async () => {
    const page = await openTree();
    const before = await page.rows();
    await page.change({ delete: { blockId: page.id('A') } });
    await page.change(page.insert('E', { at: 'FIRST' }), {
      update: { blockId: page.id('D'), type: 'CODE', content: { text: 'X' } },
    });
    expect(await page.outline()).toBe('E X');
    const restored = await restoreVersion(gateway, { pageId: page.pageId, version: 2, expectedVersion: 4 });
    expect(restored).toMatchObject({ page: { version: 5 }, userErrors: [] });
    expect(await page.outline()).toBe('A(B(C)) D');
    const kept = (rows: unknown) => (rows as Record<string, unknown>[]).map(({ updated_at: _at, ...row }) => row);
    expect(kept(await page.rows())).toEqual(kept(before));
  });

  it('is a change of its own, which can be taken back', async () => {
    const page = await openTree();
    await page.change({ delete: { blockId: page.id('D') } });
    await restoreVersion(gateway, { pageId: page.pageId, version: 1 });
    expect(await page.outline()).toBe('');
    const [latest] = await readHistory(gateway, page.pageId);
    expect(latest).toMatchObject({ version: 4, isVersion: true, restoredVersion: 1, changedBy: DEMO_USERS.ana });
    await restoreVersion(gateway, { pageId: page.pageId, version: 3 });
    expect(await page.outline()).toBe('A(B(C))');
    await restoreVersion(gateway, { pageId: page.pageId, version: 2 });
    expect(await page.outline()).toBe('A(B(C)) D');
  });

  it('stands blocks the other way round, however they stood inside each other', async () => {
    const page = await openTree();
    await page.change({ move: { blockId: page.id('B') } }, { move: { blockId: page.id('A'), parentId: page.id('C') } });
    expect(await page.outline()).toBe('D B(C(A))');
    await restoreVersion(gateway, { pageId: page.pageId, version: 2 });
    expect(await page.outline()).toBe('A(B(C)) D');
    await restoreVersion(gateway, { pageId: page.pageId, version: 3 });
    expect(await page.outline()).toBe('D B(C(A))');
  });

  it('takes a merge and a split back', async () => {
    const page = await openTree();
    await page.change({ merge: { blockId: page.id('D'), intoId: page.id('A') } });
    await page.change({ split: { blockId: page.id('B'), offset: 0 } });
    await restoreVersion(gateway, { pageId: page.pageId, version: 2 });
    expect(await page.outline()).toBe('A(B(C)) D');
  });

  it('brings back the title and the links to Odoo, and leaves the page where it stands', async () => {
    const spaceId = await ana.createSpace();
    const one = await ana.createPage('one', { spaceId });
    const two = await ana.createPage('two', { spaceId });
    await ana.run('updatePage', { pageId: two, title: 'zwei', partnerId: '7' });
    await ana.run('movePage', { pageId: two, parentId: one });
    expect(await restoreVersion(gateway, { pageId: two, version: 1 })).toMatchObject({ page: { title: 'two' } });
    expect(await ana.drawTree(spaceId)).toEqual(['one', '  two']);
    const [row] = await sql('select odoo_partner_id from work.pages where id = $1', [two]);
    expect(row?.odoo_partner_id).toBeNull();
  });

  it('brings comments and files back to the blocks that they stood at, and no comment that was never there', async () => {
    const page = await openTree();
    const input = { pageId: page.pageId, blockId: page.id('D'), body: 'About D' };
    const made = await mutate(gateway, 'ben', { name: 'addComment', input, select: 'comment { id }' });
    await sql(
      `insert into work.attachments (space_id, page_id, block_id, name, content_type, size, storage_path)
       select space_id, id, $2, 'a', 'text/plain', 1, $3 from work.pages where id = $1`,
      [page.pageId, page.id('D'), page.pageId],
    );
    const places = () =>
      sql(
        `select block_id from work.comments where page_id = $1
         union all select block_id from work.attachments where page_id = $1`,
        [page.pageId],
      );
    await page.change({ delete: { blockId: page.id('D') } });
    expect(await places()).toEqual([{ block_id: null }, { block_id: null }]);
    await restoreVersion(gateway, { pageId: page.pageId, version: 2 });
    expect(await places()).toEqual([{ block_id: page.id('D') }, { block_id: page.id('D') }]);
    expect(pick(made, 'comment.id')).toBeTruthy();
  });

  it('answers the same once more, and changes nothing more', async () => {
    const page = await openTree();
    await page.change({ delete: { blockId: page.id('D') } });
    const input = { pageId: page.pageId, version: 2, expectedVersion: 3, idempotencyKey: `back ${page.pageId}` };
    await restoreVersion(gateway, input);
    await page.change(page.insert('E'));
    expect(await restoreVersion(gateway, input)).toMatchObject({ page: { version: 5 }, userErrors: [] });
    expect(await page.outline()).toBe('A(B(C)) D E');
    expect(codesOf(await restoreVersion(gateway, { ...input, version: 1 }))).toEqual(['IDEMPOTENCY_CONFLICT']);
  });

  it('refuses with a sentence what it cannot go back to', async () => {
    const page = await openTree();
    const ask = async (input: object, as?: string) => {
      const { page: answered, userErrors } = await restoreVersion(gateway, { pageId: page.pageId, ...input }, as);
      expect(answered).toBeNull();
      return userErrors.map(({ code, path }) => [code, path?.join('.')]);
    };
    expect(await ask({ version: 9 })).toEqual([['NOT_FOUND', 'input.version']]);
    expect(await ask({ entryId: NOWHERE })).toEqual([['NOT_FOUND', 'input.entryId']]);
    expect(await ask({ version: 1, entryId: NOWHERE })).toEqual([['BAD_USER_INPUT', 'input.version']]);
    expect(await ask({})).toEqual([['BAD_USER_INPUT', 'input.version']]);
    expect(await ask({ version: 1, expectedVersion: 1 })).toMatchObject([['CONFLICT', undefined]]);
    expect(await ask({ version: 1 }, 'carla')).toMatchObject([['NOT_FOUND', undefined]]);
    await ana.run('archivePage', { pageId: page.pageId });
    expect(await ask({ version: 1 })).toMatchObject([['CONFLICT', undefined]]);
    const asked = { name: 'restorePageVersion', input: { pageId: page.pageId, version: 1 }, select: 'page { id }' };
    expect(await refuse(gateway, 'ben', asked)).toBe('FORBIDDEN');
    expect(await refuse(gateway, null, asked)).toBe('BOUNDARY_VIOLATION');
  });
});

describe('the history of a page', () => {
  it('says who changed what and when, and what it was before', async () => {
    const page = await openTree();
    await page.change({ update: { blockId: page.id('D'), type: 'QUOTE', content: { text: 'new' } } });
    await page.change({ move: { blockId: page.id('D'), at: 'FIRST' } });
    await ana.run('updatePage', { pageId: page.pageId, title: 'Other' });
    await ana.run('archivePage', { pageId: page.pageId });
    const [archived, renamed, moved, updated, inserted, made] = await readHistory(gateway, page.pageId);
    const by = { changedBy: DEMO_USERS.ana, isVersion: true, restoredVersion: null };
    expect(archived).toMatchObject({ ...by, version: 6, changes: { nodes: [{ kind: 'PAGE', operation: 'ARCHIVE' }] } });
    expect(renamed).toMatchObject({
      ...by,
      version: 5,
      changes: { nodes: [{ operation: 'UPDATE', before: { title: 'Blocks' } }] },
    });
    expect(moved).toMatchObject({ ...by, version: 4, changes: { nodes: [{ kind: 'BLOCK', operation: 'MOVE' }] } });
    expect(updated).toMatchObject({
      version: 3,
      changes: {
        nodes: [{ operation: 'UPDATE', recordId: page.id('D'), before: { type: 'PARAGRAPH', content: { text: 'D' } } }],
      },
    });
    expect(inserted?.changes.nodes.map(({ operation, before }) => [operation, before])).toEqual(
      Array(4).fill(['INSERT', null]),
    );
    expect(made).toMatchObject({
      version: 1,
      changes: { nodes: [{ kind: 'PAGE', operation: 'INSERT', before: null }] },
    });
  });

  it('tells of what a client of the database does beside the gateway, and lets nobody write it', async () => {
    const page = await openTree();
    const claims = JSON.stringify({ role: 'authenticated', sub: DEMO_USERS.ana });
    const asAna = (statement: string) =>
      gateway.owner(async (client) => {
        await client.script('begin');
        try {
          await client.query(
            `select set_config('role', 'authenticated', true), set_config('request.jwt.claims', $1, true)`,
            [claims],
          );
          await client.script(statement);
        } finally {
          await client.script('commit');
        }
      });
    await asAna(`delete from work.blocks where id = '${page.id('A')}'`);
    expect(await page.outline()).toBe('D');
    const [entry] = await readHistory(gateway, page.pageId);
    expect(entry).toMatchObject({ version: 3, changedBy: DEMO_USERS.ana });
    expect(entry?.changes.nodes.map(({ operation }) => operation)).toEqual(Array(3).fill('DELETE'));
    await asAna(`select work.restore_page_version('${page.pageId}', version => 2)`);
    expect(await page.outline()).toBe('A(B(C)) D');
    await expect(asAna(`delete from work.page_history where page_id = '${page.pageId}'`)).rejects.toThrow(/permission/);
    await expect(asAna(`update work.history_changes set before = '{}'`)).rejects.toThrow(/permission/);
  });

  it('is read by who may read the page, and what happened in another space by who reads that one too', async () => {
    const here = await ana.createSpace();
    const there = await ana.createSpace();
    const grant = (spaceId: string) =>
      mutate(gateway, 'ana', {
        name: 'grantPermission',
        input: { spaceId, userId: DEMO_USERS.ben, role: 'EDITOR' },
        select: 'permission { id }',
      });
    await grant(there);
    const pageId = await ana.createPage('zzsecret', { spaceId: here });
    const page = { pageId, version: 1 };
    await ana.run('updatePage', { pageId, title: 'plain' });
    expect(await readHistory(gateway, pageId, 'ben')).toEqual([]);
    await ana.run('movePage', { pageId, spaceId: there });
    await ana.run('updatePage', { pageId, title: 'plainer' });
    const seen = await readHistory(gateway, pageId, 'ben');
    expect(seen.map(({ version, changes }) => [version, changes.nodes.length])).toEqual([
      [4, 1],
      [3, 0],
    ]);
    expect(JSON.stringify(seen)).not.toContain('zzsecret');
    expect(JSON.stringify(seen)).not.toContain(here);
    expect(codesOf(await restoreVersion(gateway, page, 'ben'))).toEqual(['NOT_FOUND']);
    expect(codesOf(await restoreVersion(gateway, { pageId, version: 3 }, 'ben'))).toEqual([]);
    expect(codesOf(await restoreVersion(gateway, page))).toEqual([]);
    // Who is a member of it no more reads nothing of it.
    const [{ id } = { id: '' }] = seen;
    const revoke = { spaceId: there, userId: DEMO_USERS.ben };
    await mutate(gateway, 'ana', { name: 'revokePermission', input: revoke, select: 'space { id }' });
    expect(await readHistory(gateway, pageId, 'ben')).toEqual([]);
    const { data } = await gateway.execute(`{ historyEntry(id: "${id}") { version } }`, { as: 'ben' });
    expect(data?.historyEntry).toBeNull();
  });
});

describe('the bin', () => {
  it('holds what was deleted, by page and by space, and gives it back where it stood', async () => {
    const page = await openTree();
    const [space] = await sql('select space_id from work.pages where id = $1', [page.pageId]);
    await page.change({ delete: { blockId: page.id('B') } });
    const bin = await readBin(gateway, { page: page.pageId }, 'ben');
    expect(bin).toMatchObject([
      { kind: 'BLOCK', recordId: page.id('B'), content: { content: { text: 'B' } }, deletedBy: DEMO_USERS.ana },
    ]);
    expect(await readBin(gateway, { space: String(space?.space_id) }, 'ben')).toContainEqual(bin[0]);
    expect(await readBin(gateway, { page: page.pageId }, 'carla')).toEqual([]);
    const input = { pageId: page.pageId, itemIds: [bin[0]?.id] };
    expect(await refuse(gateway, 'ben', { name: 'restoreFromBin', input, select: 'page { id }' })).toBe('FORBIDDEN');
    expect(codesOf(await restoreBin(gateway, input, 'carla'))).toEqual(['NOT_FOUND']);
    expect(await restoreBin(gateway, input)).toMatchObject({ page: { version: 4 }, userErrors: [] });
    expect(await page.outline()).toBe('A(B(C)) D');
    expect(await readBin(gateway, { page: page.pageId })).toEqual([]);
    expect(codesOf(await restoreBin(gateway, input))).toEqual(['NOT_FOUND']);
  });

  it('puts a block last on its page where that which it stood in is gone', async () => {
    const page = await openTree();
    await page.change({ delete: { blockId: page.id('B') } });
    await page.change({ delete: { blockId: page.id('A') } });
    const item = (await readBin(gateway, { page: page.pageId })).find(({ recordId }) => recordId === page.id('B'));
    await restoreBin(gateway, { pageId: page.pageId, itemIds: [item?.id] });
    expect(await page.outline()).toBe('D B(C)');
  });
});

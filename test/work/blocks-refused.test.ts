/** `applyBlockOperations`: what is refused, in which words, and to whom. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_USERS } from '../../src/auth/issue.ts';
import { seedId } from '../../src/demo/seed/seed.ts';
import { type BlockPage, NOWHERE, type Operation, openBlockPage } from '../support/blocks.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';

const DEPTH = 20;

let gateway: TestGateway;
let page: BlockPage;
/** The page as it is before each refusal, and must be after it. */
let before: unknown;

beforeAll(async () => {
  gateway = await createTestGateway();
  page = await openBlockPage(gateway);
  await page.change(
    page.insert('A'),
    page.insert('B', { type: 'TOGGLE' }),
    page.insert('x', { parentId: page.id('B') }),
    page.insert('y', { parentId: page.id('x') }),
    page.insert('head', { type: 'HEADING_1' }),
    page.insert('line', { type: 'DIVIDER', content: {} }),
    page.insert('a😀'),
    ...Array.from({ length: DEPTH }, (_, level) =>
      page.insert(`level ${level}`, level === 0 ? {} : { parentId: page.id(`level ${level - 1}`) }),
    ),
  );
  before = await page.rows();
});
afterAll(() => gateway[Symbol.asyncDispose]());

const block = (name: string) => ({ blockId: page.id(name) });
const text = (words: string) => ({ type: 'PARAGRAPH', content: { text: words } });
const many = (count: number): Operation[] => Array.from({ length: count }, () => ({ insert: { type: 'DIVIDER' } }));

describe('an operation', () => {
  it.each<[string, string, string | null, () => Operation[]]>([
    ['on a block that is not there', 'NOT_FOUND', '0.delete.blockId', () => [{ delete: block('gone') }]],
    [
      'on a block of another page',
      'NOT_FOUND',
      '0.update.blockId',
      () => [{ update: { blockId: seedId('block', 'bir-2550q', '0'), ...text('x') } }],
    ],
    [
      'on a block of a space that is hidden',
      'NOT_FOUND',
      '0.update.blockId',
      () => [{ update: { blockId: seedId('block', 'minutes', '0'), ...text('x') } }],
    ],
    [
      'on a block that the list has deleted',
      'NOT_FOUND',
      '1.delete.blockId',
      () => [{ delete: block('B') }, { delete: block('x') }],
    ],
    [
      'that inserts beside no block of the page',
      'NOT_FOUND',
      '0.insert.afterId',
      () => [page.insert('n', { afterId: page.id('gone') })],
    ],
    [
      'that inserts into a block that takes no children',
      'BAD_USER_INPUT',
      '0.insert.parentId',
      () => [page.insert('n', { parentId: page.id('head') })],
    ],
    [
      'that inserts beside a block that stands elsewhere than it says',
      'CONFLICT',
      '0.insert.beforeId',
      () => [page.insert('n', { parentId: page.id('A'), beforeId: page.id('x') })],
    ],
    [
      'that inserts beside a top block and into another',
      'CONFLICT',
      '0.insert.afterId',
      () => [page.insert('n', { parentId: page.id('B'), afterId: page.id('A') })],
    ],
    ['that inserts under an id that is taken', 'CONFLICT', '0.insert.id', () => [page.insert('A')]],
    [
      'that inserts under an id that the list has given already',
      'CONFLICT',
      '1.insert.id',
      () => [page.insert('n'), page.insert('n')],
    ],
    [
      'that splits under an id that is taken',
      'CONFLICT',
      '0.split.id',
      () => [{ split: { ...block('A'), offset: 1, id: page.givenId('B') } }],
    ],
    [
      'on a block that the client named in another list',
      'NOT_FOUND',
      '0.delete.blockId',
      () => [{ delete: { blockId: page.givenId('A') } }],
    ],
    [
      'on a block that the list makes later',
      'NOT_FOUND',
      '0.delete.blockId',
      () => [{ delete: { blockId: page.givenId('n') } }, page.insert('n')],
    ],
    [
      'that inserts at two places',
      'BAD_USER_INPUT',
      '0.insert',
      () => [page.insert('n', { afterId: page.id('A'), at: 'FIRST' })],
    ],
    [
      'that inserts below the deepest level',
      'LIMIT_EXCEEDED',
      '0.insert.parentId',
      () => [page.insert('n', { parentId: page.id(`level ${DEPTH - 1}`) })],
    ],
    [
      'that moves more than fits below the deepest level',
      'LIMIT_EXCEEDED',
      '0.move.afterId',
      () => [{ move: { ...block('B'), afterId: page.id(`level ${DEPTH - 2}`) } }],
    ],
    [
      'that moves a block into itself',
      'CONFLICT',
      '0.move.parentId',
      () => [{ move: { ...block('B'), parentId: page.id('B') } }],
    ],
    [
      'that moves a block into what stands inside it',
      'CONFLICT',
      '0.move.parentId',
      () => [{ move: { ...block('B'), parentId: page.id('y') } }],
    ],
    [
      'that moves a block beside what stands inside it',
      'CONFLICT',
      '0.move.beforeId',
      () => [{ move: { ...block('B'), beforeId: page.id('y') } }],
    ],
    [
      'that moves a block beside itself',
      'BAD_USER_INPUT',
      '0.move.afterId',
      () => [{ move: { ...block('B'), afterId: page.id('B') } }],
    ],
    [
      'that makes a block with children one that takes none',
      'CONFLICT',
      '0.update.type',
      () => [{ update: { ...block('B'), type: 'DIVIDER', content: {} } }],
    ],
    [
      'that splits a block without a text',
      'BAD_USER_INPUT',
      '0.split.blockId',
      () => [{ split: { ...block('line'), offset: 0 } }],
    ],
    ['that splits past the end', 'BAD_USER_INPUT', '0.split.offset', () => [{ split: { ...block('A'), offset: 2 } }]],
    ['that splits a character', 'BAD_USER_INPUT', '0.split.offset', () => [{ split: { ...block('a😀'), offset: 2 } }]],
    ['that merges the first block', 'CONFLICT', '0.merge', () => [{ merge: block('A') }]],
    ['that merges into a block without a text', 'BAD_USER_INPUT', '0.merge', () => [{ merge: block('a😀') }]],
    [
      'that merges a block into what stands inside it',
      'CONFLICT',
      '0.merge.intoId',
      () => [{ merge: { ...block('B'), intoId: page.id('y') } }],
    ],
    [
      'that merges children into a block that takes none',
      'BAD_USER_INPUT',
      '0.merge',
      () => [{ merge: { ...block('B'), intoId: page.id('head') } }],
    ],
    [
      'that merges more text than a block takes',
      'LIMIT_EXCEEDED',
      '2.merge.content',
      () => [
        { update: { ...block('A'), ...text('x'.repeat(20_000)) } },
        { update: { ...block('B'), ...text('y') } },
        { merge: block('B') },
      ],
    ],
    [
      'with a content that its type does not have',
      'BAD_USER_INPUT',
      '0.insert.content.checked',
      () => [{ insert: { type: 'TO_DO', content: { text: 'x' } } }],
    ],
    ['with an id that is none', 'BAD_USER_INPUT', '0.delete.blockId', () => [{ delete: { blockId: 'A' } }]],
    ['among 201', 'BAD_USER_INPUT', '', () => many(201)],
    ['that is none', 'BAD_USER_INPUT', '', () => []],
  ])('%s is %s, and changes nothing', async (_what, code, path, operations) => {
    const applied = await page.apply(operations(), { expectedVersion: 2 });
    const named = ['input', 'operations', ...(path ? path.split('.') : [])];
    expect(applied).toMatchObject({ page: null, version: null, blocks: null, deletedBlockIds: null });
    expect(applied.userErrors).toMatchObject([{ code, path: named, message: expect.stringMatching(/\w/) }]);
    expect(await page.rows()).toEqual(before);
  });

  it('that gives two kinds, or none, is no operation of the schema', async () => {
    for (const operation of [{}, { delete: block('A'), merge: block('A') }]) {
      const answer = await page.ask([operation as Operation]);
      expect(answer.errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    }
    expect(await page.rows()).toEqual(before);
  });
});

describe('a page', () => {
  it('has at most 10,000 blocks', { timeout: 120_000 }, async () => {
    const full = await openBlockPage(gateway);
    await gateway.owner((client) =>
      client.query(
        `insert into work.blocks (space_id, page_id, rank, type)
         select $2::uuid, $1::uuid, work.rank_at(n), 'DIVIDER' from generate_series(1, 9999) n`,
        [full.pageId, seedId('space', 'finance')],
      ),
    );
    await full.change(full.insert('last one'));
    const applied = await full.apply([full.insert('one more')]);
    expect(applied.userErrors).toMatchObject([{ code: 'LIMIT_EXCEEDED', path: ['input', 'operations'] }]);
    await full.change({ delete: { blockId: full.id('last one') } }, full.insert('one more'));
  });

  it('that is archived is not written', async () => {
    const archived = await openBlockPage(gateway);
    await gateway.execute(
      `mutation { archivePage(input: { pageId: "${archived.pageId}" }) { userErrors { message } } }`,
      { as: 'ana' },
    );
    const applied = await archived.apply([archived.insert('A')]);
    expect(applied.userErrors).toMatchObject([{ code: 'CONFLICT', message: expect.stringContaining('restore') }]);
  });
});

describe('a block that is written past the gateway', () => {
  it.each([
    { url: 'javascript:alert(1)' },
    { url: ' javascript:alert(1)' },
    { text: 'x', marks: [{ type: 'link', from: 0, to: 1, href: 'data:text/html,x' }] },
    { rows: [[{ text: 'x', marks: [{ type: 'link', from: 0, to: 1, href: 'java\nscript:x' }] }]] },
  ])('holds no address that a browser would execute: %j', async (content) => {
    const own = await openBlockPage(gateway);
    await own.change(own.insert('A'));
    const write = (given: string) =>
      gateway.owner((client) =>
        client.query('update work.blocks set content = $2 where id = $1', [own.id('A'), given]),
      );
    await expect(write(JSON.stringify(content))).rejects.toThrow('blocks_addresses');
    await write(JSON.stringify(content).replace(/"(java|data| )[^"]*"/, '"HTTPS://example.com"'));
  });
});

describe('who may', () => {
  it('not a member who is no editor: FORBIDDEN', async () => {
    const answer = await page.ask([{ delete: block('A') }], { as: 'ben', expectedVersion: 2 });
    expect(answer.data).toEqual({ applyBlockOperations: null });
    expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', surface: 'work' } }]);
    expect(await page.rows()).toEqual(before);
  });

  it('not a stranger, to whom a page that is hidden and one that is not there are the same', async () => {
    const asked = async (pageId: string) => {
      const answer = await page.ask([{ delete: block('A') }], { as: 'carla', pageId, expectedVersion: 2 });
      return JSON.stringify([answer.data, answer.errors]).replaceAll(pageId, '<id>');
    };
    const hidden = await asked(page.pageId);
    expect(hidden).toBe(await asked(NOWHERE));
    expect(hidden).toContain('NOT_FOUND');
    expect(await page.rows()).toEqual(before);
  });

  it.each([null, 'agent:workspace-indexer', 'agent:workspace-ask-docs', 'agent:sync-odoo-agent'])(
    'not %s: a BOUNDARY_VIOLATION, before the database is asked',
    async (as) => {
      const answer = await page.ask([{ delete: block('A') }], { as, expectedVersion: 2 });
      expect(answer.errors).toMatchObject([{ extensions: { code: 'BOUNDARY_VIOLATION', surface: 'work' } }]);
      expect(gateway.calls).toEqual([]);
    },
  );

  it('an editor, an admin and the service', async () => {
    const own = await openBlockPage(gateway);
    await own.change(own.insert('A'));
    const service = await own.apply([own.insert('B')], { as: 'service' });
    expect(service.userErrors).toEqual([]);
    await gateway.owner((client) =>
      client.query("update work.permissions set role = 'editor' where space_id = $1 and user_id <> $2", [
        seedId('space', 'finance'),
        DEMO_USERS.ana,
      ]),
    );
    const editor = await own.apply([own.insert('C')], { as: 'ben' });
    expect(pick(editor, 'page.version')).toBe(4);
    expect(await own.outline()).toBe('A B C');
  });
});

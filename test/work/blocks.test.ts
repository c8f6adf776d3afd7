/** `applyBlockOperations`: what each operation does to a page, in order, all or none, once. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BlockPage, openBlockPage } from '../support/blocks.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;
let page: BlockPage;

beforeAll(async () => {
  gateway = await createTestGateway();
});
beforeEach(async () => {
  page = await openBlockPage(gateway);
  await page.change(...['A', 'B', 'C'].map((name) => page.insert(name)));
});
afterAll(() => gateway[Symbol.asyncDispose]());

const block = (name: string) => ({ blockId: page.id(name) });
const into = (name: string) => ({ parentId: page.id(name) });

describe('insert', () => {
  it('puts a block last, first, after or before a sibling, at the top or inside another', async () => {
    await page.change(
      page.insert('last'),
      page.insert('first', { at: 'FIRST' }),
      page.insert('after A', { afterId: page.id('A') }),
      page.insert('before C', { beforeId: page.id('C') }),
      page.insert('x', into('B')),
      page.insert('z', { ...into('B'), at: 'LAST' }),
      page.insert('w', { ...into('B'), at: 'FIRST' }),
      page.insert('y', { afterId: page.id('x') }),
    );
    expect(await page.outline()).toBe('first A after A B(w x y z) before C C last');
  });

  it('makes an id where the client gives none, and answers the block with the page as it is then', async () => {
    const applied = await page.change({ insert: { type: 'DIVIDER' } });
    expect(applied).toMatchObject({ page: { id: page.pageId, version: 3 }, version: 3, deletedBlockIds: [] });
    expect(applied.blocks).toEqual([{ id: expect.stringMatching(/^[0-9a-f-]{36}$/) }]);
  });

  it('lets later operations of the list name it', async () => {
    await page.change(
      page.insert('D', { type: 'TOGGLE' }),
      page.insert('E', into('D')),
      { move: { ...block('A'), ...into('D'), at: 'FIRST' } },
      { update: { ...block('E'), type: 'QUOTE', content: { text: 'e' } } },
    );
    expect(await page.outline()).toBe('B C D(A e)');
  });
});

describe('update', () => {
  it('gives type and content anew as a whole', async () => {
    await page.change({ update: { ...block('A'), type: 'TO_DO', content: { text: 'a', checked: true } } });
    await page.change({ update: { ...block('A'), type: 'HEADING_1', content: { text: 'a!' } } });
    const { data } = await gateway.execute(
      `{ page(id: "${page.pageId}") { blocks(first: 1) { nodes { id type content parentId } } } }`,
      { as: 'ben' },
    );
    const nodes = [{ id: page.id('A'), type: 'HEADING_1', content: { text: 'a!' }, parentId: null }];
    expect(data?.page).toEqual({ blocks: { nodes } });
  });
});

describe('move', () => {
  it('takes along what stands inside', async () => {
    await page.change(page.insert('x', into('A')), page.insert('y', into('x')));
    await page.change({ move: { ...block('A'), ...into('C') } });
    expect(await page.outline()).toBe('B C(A(x(y)))');
    await page.change({ move: { ...block('x'), beforeId: page.id('B') } });
    expect(await page.outline()).toBe('x(y) B C(A)');
  });

  it('swaps neighbours, and leaves a block where it is that goes where it was', async () => {
    await page.change({ move: { ...block('A'), afterId: page.id('B') } });
    expect(await page.outline()).toBe('B A C');
    await page.change({ move: { ...block('A'), afterId: page.id('B') } }, { move: { ...block('C') } });
    expect(await page.outline()).toBe('B A C');
    await page.change({ move: { ...block('C'), at: 'FIRST' } });
    expect(await page.outline()).toBe('C B A');
  });
});

describe('delete', () => {
  it('takes away what stands inside too, and says so', async () => {
    await page.change(page.insert('x', into('B')), page.insert('y', into('x')));
    const { deletedBlockIds, blocks } = await page.change({ delete: block('B') });
    expect(new Set(deletedBlockIds)).toEqual(new Set(['B', 'x', 'y'].map(page.id)));
    expect(blocks).toEqual([]);
    expect(await page.outline()).toBe('A C');
  });

  it('names no block that the same list inserted', async () => {
    const { deletedBlockIds, blocks } = await page.change(
      page.insert('D'),
      { delete: block('D') },
      { delete: block('A') },
    );
    expect([deletedBlockIds, blocks]).toEqual([[page.id('A')], []]);
  });
});

describe('split', () => {
  it('makes two blocks of one type, whose children stay with the first', async () => {
    await page.change(
      page.insert('héllo wörld', { type: 'TOGGLE', at: 'FIRST' }),
      page.insert('x', into('héllo wörld')),
    );
    await page.change({ split: { ...block('héllo wörld'), offset: 5, id: page.givenId('rest') } });
    expect(await page.outline()).toBe('héllo(x)  wörld A B C');
    const [first, second] = (await page.rows()) as unknown as { id: string; type: string }[];
    expect([first?.type, second]).toMatchObject(['TOGGLE', { type: 'TOGGLE', id: page.id('rest') }]);
  });

  it('keeps what else the content holds, and unchecks the second half', async () => {
    await page.change({ update: { ...block('A'), type: 'TO_DO', content: { text: 'one two', checked: true } } });
    await page.change({ update: { ...block('B'), type: 'CALLOUT', content: { text: 'ab', icon: '⚠️' } } });
    await page.change({ split: { ...block('A'), offset: 4 } }, { split: { ...block('B'), offset: 0 } });
    expect((await page.rows()).map(({ content }) => content)).toEqual([
      { text: 'one ', checked: true },
      { text: 'two', checked: false },
      { text: '', icon: '⚠️' },
      { text: 'ab', icon: '⚠️' },
      { text: 'C' },
    ]);
  });
});

describe('merge', () => {
  it('puts text and children to the end of the sibling before, or of a named block', async () => {
    await page.change(page.insert('x', into('B')), page.insert('y', into('B')), page.insert('w', into('A')));
    const applied = await page.change({ merge: block('B') });
    expect(await page.outline()).toBe('AB(w x y) C');
    expect(applied.deletedBlockIds).toEqual([page.id('B')]);
    expect(new Set(applied.blocks?.map(({ id }) => id))).toEqual(new Set(['A', 'x', 'y'].map(page.id)));
    await page.change({ merge: { ...block('A'), intoId: page.id('C') } });
    expect(await page.outline()).toBe('CAB(w x y)');
  });

  it('into its own parent, or out of a list item, leaves no child behind', async () => {
    await page.change(page.insert('x', into('B')), page.insert('y', into('x')), page.insert('z', into('B')));
    await page.change({ merge: { ...block('x'), intoId: page.id('B') } });
    expect(await page.outline()).toBe('A Bx(z y) C');
  });

  it('of the two halves of a split gives the block back as it was', async () => {
    const marks = [
      { type: 'bold', from: 0, to: 7 },
      { type: 'link', from: 3, to: 5, href: 'https://example.com/' },
    ];
    const content = { text: 'a😀b cde', marks };
    await page.change({ update: { ...block('A'), type: 'PARAGRAPH', content } }, page.insert('x', into('A')));
    for (const offset of [0, 1, 3, 4, 8]) {
      await page.change({ split: { ...block('A'), offset, id: page.givenId('half') } });
      await page.change({ merge: block('half') });
    }
    expect((await page.rows()).find(({ id }) => id === page.id('A'))?.content).toEqual(content);
    expect(await page.outline()).toBe('a😀b cde(x) B C');
  });

  it('into code drops the marks', async () => {
    await page.change(
      { update: { ...block('A'), type: 'CODE', content: { text: 'let a', language: 'js' } } },
      {
        update: { ...block('B'), type: 'PARAGRAPH', content: { text: ';', marks: [{ type: 'bold', from: 0, to: 1 }] } },
      },
      { merge: block('B') },
    );
    expect((await page.rows())[0]?.content).toEqual({ text: 'let a;', language: 'js' });
  });
});

describe('a list of operations', () => {
  it('is applied in order, in one statement, and raises the version by one', async () => {
    const before = await page.version();
    const { version } = await page.apply([page.insert('D'), { delete: block('A') }, page.insert('A')], {
      expectedVersion: before,
    });
    expect(version).toBe(before + 1);
    expect(gateway.calls.filter((call) => call.includes('apply_block_operations'))).toHaveLength(1);
    expect(await page.outline()).toBe('B C D A');
  });

  it('leaves nothing where its last operation is refused', async () => {
    const before = await page.rows();
    const version = await page.version();
    const applied = await page.apply([
      page.insert('D'),
      { delete: block('A') },
      { update: { ...block('B'), type: 'QUOTE', content: { text: 'b' } } },
      { move: { ...block('B'), ...into('gone') } },
    ]);
    expect(applied).toMatchObject({ page: null, version: null, blocks: null, deletedBlockIds: null });
    expect(applied.userErrors).toMatchObject([
      { code: 'NOT_FOUND', path: ['input', 'operations', '3', 'move', 'parentId'] },
    ]);
    expect([await page.rows(), await page.version()]).toEqual([before, version]);
  });

  it('is applied once by its idempotency key, and answers the same again', async () => {
    const asked = [
      [page.insert('D'), { insert: { type: 'DIVIDER' } }, { delete: block('A') }],
      { expectedVersion: 2, idempotencyKey: page.id('key') },
    ] as const;
    const first = await page.apply(...asked);
    await page.change({ delete: block('B') });
    const again = await page.apply(...asked);
    expect(again).toEqual({ ...first, page: { id: page.pageId, version: 4 } });
    expect(await page.outline()).toBe('C D ·');
  });

  it('answers a repeated request without the blocks that are gone since', async () => {
    const asked = [
      [page.insert('D'), page.insert('E')],
      { expectedVersion: 2, idempotencyKey: page.id('key') },
    ] as const;
    await page.apply(...asked);
    await page.change({ delete: block('D') });
    expect((await page.apply(...asked)).blocks).toEqual([{ id: page.id('E') }]);
  });

  it('is another one by the same key: IDEMPOTENCY_CONFLICT', async () => {
    const idempotencyKey = page.id('key');
    await page.apply([page.insert('D')], { expectedVersion: 2, idempotencyKey });
    const other = await page.apply([page.insert('E')], { expectedVersion: 2, idempotencyKey });
    expect(other.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_CONFLICT' }]);
    expect(await page.outline()).toBe('A B C D');
  });

  it('queues the page for the search index once', async () => {
    await page.change(page.insert('D'), { delete: block('A') });
    const queued = await gateway.owner((client) =>
      client.query('select op from work.index_queue where page_id = $1', [page.pageId]),
    );
    expect(queued).toEqual([{ op: 'INDEX' }]);
  });
});

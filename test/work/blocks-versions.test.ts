/** `applyBlockOperations` by several clients: operations on different blocks both succeed, others answer what changed. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type BlockPage, type Operation, openBlockPage } from '../support/blocks.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;
let page: BlockPage;
/** What both clients have read. */
let read: number;

beforeAll(async () => {
  gateway = await createTestGateway();
});
beforeEach(async () => {
  page = await openBlockPage(gateway);
  await page.change(
    ...['A', 'B', 'C', 'D'].map((name) => page.insert(name)),
    page.insert('x', { parentId: page.id('B') }),
    page.insert('y', { parentId: page.id('x') }),
  );
  read = await page.version();
});
afterAll(() => gateway[Symbol.asyncDispose]());

const block = (name: string) => ({ blockId: page.id(name) });
const edit = (name: string, text = `${name}!`): Operation => ({
  update: { ...block(name), type: 'PARAGRAPH', content: { text } },
});
const move = (name: string, place: Readonly<Record<string, unknown>>): Operation => ({
  move: { ...block(name), ...place },
});

describe('two clients of one version', () => {
  it.each<[string, () => Operation[], () => Operation[], string]>([
    ['edit different blocks', () => [edit('A')], () => [edit('B')], 'A! B!(x(y)) C D'],
    ['append', () => [page.insert('E')], () => [page.insert('F')], 'A B(x(y)) C D E F'],
    [
      'insert after the same block',
      () => [page.insert('E', { afterId: page.id('A') })],
      () => [page.insert('F', { afterId: page.id('A') })],
      'A F E B(x(y)) C D',
    ],
    [
      'edit a block and insert beside and into it',
      () => [edit('B')],
      () => [page.insert('E', { afterId: page.id('B') }), page.insert('z', { parentId: page.id('B') })],
      'A B!(x(y) z) E C D',
    ],
    ['delete a block and edit its neighbours', () => [{ delete: block('B') }], () => [edit('A'), edit('C')], 'A! C! D'],
    ['delete a block and append', () => [{ delete: block('D') }], () => [page.insert('E')], 'A B(x(y)) C E'],
    [
      'move a block and edit what stands inside it',
      () => [move('B', { at: 'LAST' })],
      () => [edit('y')],
      'A C D B(x(y!))',
    ],
    ['move different blocks', () => [move('A', { at: 'LAST' })], () => [move('D', { at: 'FIRST' })], 'D B(x(y)) C A'],
    [
      'split a block and edit the next',
      () => [{ split: { ...block('A'), offset: 0 } }],
      () => [edit('B')],
      ' A B!(x(y)) C D',
    ],
    [
      'merge a block into a named one and edit a third',
      () => [edit('A')],
      () => [{ merge: { ...block('D'), intoId: page.id('C') } }],
      'A! B(x(y)) CD',
    ],
  ])('%s: both succeed', async (_what, first, second, outline) => {
    const answers = [
      await page.apply(first(), { expectedVersion: read }),
      await page.apply(second(), { expectedVersion: read }),
    ];
    expect(answers.map(({ userErrors, version }) => [userErrors, version])).toEqual([
      [[], read + 1],
      [[], read + 2],
    ]);
    expect(await page.outline()).toBe(outline);
  });

  it.each<[string, () => Operation[], () => Operation[], string, string]>([
    ['edit the same block', () => [edit('A')], () => [edit('B'), edit('A')], 'A', 'UPDATE'],
    ['delete a block and edit it', () => [{ delete: block('A') }], () => [edit('A')], 'A', 'DELETE'],
    ['delete a block and edit what stands inside it', () => [{ delete: block('B') }], () => [edit('y')], 'y', 'DELETE'],
    ['edit a block and delete what it stands inside', () => [edit('y')], () => [{ delete: block('B') }], 'y', 'UPDATE'],
    [
      'insert into a block and delete it',
      () => [page.insert('z', { parentId: page.id('y') })],
      () => [{ delete: block('B') }],
      'z',
      'INSERT',
    ],
    [
      'delete a block and insert into it',
      () => [{ delete: block('B') }],
      () => [page.insert('z', { parentId: page.id('x') })],
      'x',
      'DELETE',
    ],
    [
      'delete a block and insert beside it',
      () => [{ delete: block('A') }],
      () => [page.insert('z', { afterId: page.id('A') })],
      'A',
      'DELETE',
    ],
    [
      'move a block and insert beside it',
      () => [move('A', { at: 'LAST' })],
      () => [page.insert('z', { afterId: page.id('A') })],
      'A',
      'MOVE',
    ],
    [
      'move a block, edit it, and insert into it',
      () => [move('A', { at: 'LAST' }), edit('A')],
      () => [page.insert('z', { parentId: page.id('A') })],
      'A',
      'MOVE',
    ],
    ['move a block and edit it', () => [move('A', { at: 'LAST' })], () => [edit('A')], 'A', 'MOVE'],
    ['move a block', () => [move('A', { at: 'LAST' })], () => [move('A', { afterId: page.id('B') })], 'A', 'MOVE'],
    ['split a block and edit it', () => [{ split: { ...block('A'), offset: 0 } }], () => [edit('A')], 'A', 'UPDATE'],
    ['merge a block and edit it', () => [{ merge: block('B') }], () => [edit('B')], 'B', 'DELETE'],
    ['merge a block and edit what it went into', () => [{ merge: block('B') }], () => [edit('A')], 'A', 'UPDATE'],
    [
      'insert a block and merge into "the block before"',
      () => [page.insert('z', { afterId: page.id('C') })],
      () => [{ merge: block('D') }],
      'z',
      'INSERT',
    ],
    [
      'delete a block and merge into "the block before"',
      () => [{ delete: block('C') }],
      () => [{ merge: block('D') }],
      'C',
      'DELETE',
    ],
  ])('%s: the second learns what changed, and changes nothing', async (_what, first, second, named, operation) => {
    await page.apply(first(), { expectedVersion: read });
    const outline = await page.outline();
    const { userErrors, page: none } = await page.apply(second(), { expectedVersion: read });
    expect(none).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'CONFLICT', details: { currentVersion: read + 1 } }]);
    const details = userErrors[0]?.details;
    expect(details?.changed).toContainEqual({ blockId: page.id(named), version: read + 1, operation });
    expect(details?.overlapping).toContain(page.id(named));
    expect(await page.outline()).toBe(outline);
  });
});

describe('a client that was refused', () => {
  it('is told of every block that changed, when last and what that comes to, and can send again', async () => {
    await page.change(edit('A'), page.insert('E'), move('D', { at: 'FIRST' }));
    await page.change(edit('A', 'A?'), edit('D'), edit('E'), { delete: block('B') });
    const refused = await page.apply([edit('A'), edit('C')], { expectedVersion: read });
    const [conflict] = refused.userErrors;
    const details = conflict?.details as { currentVersion: number; changed: { blockId: string }[] };
    const at = (name: string, version: number, operation: string) => ({ blockId: page.id(name), version, operation });
    const inOrder = (list: { blockId: string }[]) => [...list].sort((a, b) => (a.blockId < b.blockId ? -1 : 1));
    expect(inOrder(details.changed)).toEqual(
      inOrder([
        at('E', read + 2, 'INSERT'),
        at('D', read + 2, 'MOVE'),
        at('A', read + 2, 'UPDATE'),
        ...['B', 'x', 'y'].map((name) => at(name, read + 2, 'DELETE')),
      ]),
    );
    const again = await page.apply([edit('A'), edit('C')], { expectedVersion: details.currentVersion });
    expect([again.userErrors, await page.outline()]).toEqual([[], 'D! A! C! E!']);
  });

  it('had a version that the page has not reached: CONFLICT', async () => {
    const { userErrors } = await page.apply([edit('A')], { expectedVersion: read + 1 });
    expect(userErrors).toMatchObject([{ code: 'CONFLICT', details: { currentVersion: read, changed: [] } }]);
  });
});

describe('a stale version', () => {
  it('is none for blocks where the page got another title', async () => {
    const renamed = await gateway.execute(
      `mutation { updatePage(input: { pageId: "${page.pageId}", title: "Renamed" }) { page { version } } }`,
      { as: 'ana' },
    );
    expect(renamed.data?.updatePage).toEqual({ page: { version: read + 1 } });
    const { version } = await page.apply([edit('A')], { expectedVersion: read });
    expect(version).toBe(read + 2);
  });

  it('is none for blocks whose order was only written anew', async () => {
    const squeezed = Array.from({ length: 200 }, (_, n) => `n${n}`);
    for (let times = 0; times < 2; times += 1) {
      await page.change(...squeezed.map((name) => page.insert(name, { beforeId: page.id('B') })));
      await page.change(...squeezed.map((name) => ({ delete: block(name) })));
    }
    const ranks = (await page.rows()) as unknown as { rank: string }[];
    expect(Math.max(...ranks.map(({ rank }) => rank.length))).toBeLessThan(51);
    const { userErrors } = await page.apply([edit('B'), move('C', { beforeId: page.id('B') })], {
      expectedVersion: read,
    });
    expect([userErrors, await page.outline()]).toEqual([[], 'A C B!(x(y)) D']);
  });
});

/** The id that a client gives a new block: a name on that page, and nothing that another page's blocks could have taken. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { seedId } from '../../src/demo/seed/seed.ts';
import { type BlockPage, openBlockPage, storedId } from '../support/blocks.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;
let page: BlockPage;

beforeAll(async () => {
  gateway = await createTestGateway();
});
beforeEach(async () => {
  page = await openBlockPage(gateway);
});
afterAll(() => gateway[Symbol.asyncDispose]());

const divider = (id?: string) => ({ insert: { type: 'DIVIDER', ...(id && { id }) } });

it.each([
  ['of a block of another page', seedId('block', 'bir-2550q', '0')],
  ['of a block of a hidden space', seedId('block', 'minutes', '0')],
  ['of nothing', randomUUID()],
])('gives a new block the id that follows from its page and the id %s', async (_what, given) => {
  const id = storedId(page.pageId, given);
  const applied = await page.change(divider(given), { insert: { type: 'TOGGLE', content: { text: 'x' } } });
  expect(applied.created).toEqual([
    { givenId: given, id },
    { givenId: null, id: applied.blocks?.[1]?.id },
  ]);
  expect(applied.blocks?.[0]).toEqual({ id });
});

it('makes uuids of version 8 of whatever a client gives, another one on each page', async () => {
  const other = await openBlockPage(gateway);
  const given = Array.from({ length: 20 }, () => randomUUID());
  const made = [];
  for (const one of [page, other]) made.push(...((await one.change(...given.map(divider))).created ?? []));
  for (const { id } of made)
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(new Set(made.map(({ id }) => id)).size).toBe(40);
});

it('names the block in the operations that follow in the list, wherever they take an id', async () => {
  const [A, B, C, D, rest] = ['A', 'B', 'C', 'D', 'rest'].map(page.givenId);
  await page.change(
    page.insert('A'),
    page.insert('B', { parentId: A }),
    page.insert('C', { afterId: B }),
    page.insert('D', { beforeId: C }),
    { move: { blockId: C, beforeId: D } },
    { update: { blockId: B, type: 'TOGGLE', content: { text: 'bee' } } },
    { split: { blockId: B, offset: 1, id: rest } },
    { merge: { blockId: rest, intoId: D } },
    { move: { blockId: C, parentId: D } },
  );
  expect(await page.outline()).toBe('A(b Dee(C))');
  const applied = await page.change(page.insert('E'), { delete: { blockId: page.givenId('E') } });
  expect(applied).toMatchObject({ created: [{ id: page.id('E') }], blocks: [], deletedBlockIds: [] });
});

it('means the block that the list made, where another one of the page has that very id', async () => {
  await page.change(page.insert('A'));
  await page.change(divider(page.id('A')), { delete: { blockId: page.id('A') } });
  expect(await page.outline()).toBe('A');
});

it('is free again when the block is gone, and leads to the same id', async () => {
  const first = await page.change(page.insert('A'));
  await page.change({ delete: { blockId: page.id('A') } });
  const again = await page.change(page.insert('A'));
  expect(again.created).toEqual(first.created);
});

it('answers a repeated request as before', async () => {
  const asked = [[page.insert('A'), divider()], { expectedVersion: 1, idempotencyKey: page.id('key') }] as const;
  const first = await page.apply(...asked);
  expect(first.created).toHaveLength(2);
  expect(await page.apply(...asked)).toEqual(first);
});

it('tells nothing that was made where the list is refused', async () => {
  const applied = await page.apply([page.insert('A'), { delete: { blockId: page.id('gone') } }]);
  expect(applied).toMatchObject({ created: null, userErrors: [{ code: 'NOT_FOUND' }] });
});

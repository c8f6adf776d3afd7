/** What was said about a block and the files on it: they go where its text goes, and come back when the block does. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type BlockPage, openBlockPage } from '../support/blocks.ts';
import { createTestGateway, pick, type TestGateway } from '../support/gateway.ts';
import { mutate } from '../support/work-mutate.ts';

let gateway: TestGateway;
let page: BlockPage;

beforeAll(async () => {
  gateway = await createTestGateway();
});
beforeEach(async () => {
  page = await openBlockPage(gateway);
});
afterAll(() => gateway[Symbol.asyncDispose]());

const comment = async (as: string, name: string, input: Readonly<Record<string, unknown>>) =>
  String(pick(await mutate(gateway, as, { name, input, select: 'comment { id }' }), 'comment.id'));

/** A thread of Ben's with a reply of Ana's, and a file of hers, on a block. */
async function discuss(blockId: string): Promise<string> {
  const thread = await comment('ben', 'addComment', { pageId: page.pageId, blockId, body: `about ${blockId}` });
  await comment('ana', 'replyToComment', { commentId: thread, body: 'reply' });
  await gateway.owner((client) =>
    client.query(
      `insert into work.attachments (space_id, page_id, block_id, name, content_type, size, storage_path)
       select space_id, page_id, id, 'a.txt', 'text/plain', 1, gen_random_uuid() from work.blocks where id = $1`,
      [blockId],
    ),
  );
  return thread;
}

/** Ids of the blocks that the comments and the files of the page are on, each once. */
async function places(): Promise<{ comments: unknown; files: unknown }> {
  const { data } = await gateway.execute(
    `{ page(id: "${page.pageId}") { comments { nodes { block { id } } } attachments { nodes { block { id } } } } }`,
    { as: 'ben' },
  );
  const idsOf = (nodes: unknown) => {
    const ids = (nodes as { block: { id: string } | null }[]).map(({ block }) => block?.id ?? null);
    return [...new Set(ids)].sort();
  };
  return { comments: idsOf(pick(data, 'page.comments.nodes')), files: idsOf(pick(data, 'page.attachments.nodes')) };
}

const on = (...ids: (string | null)[]) => ({ comments: [...ids].sort(), files: [...ids].sort() });

it('go to the block that another one is merged into, and back when the merge is undone by the id that was given', async () => {
  await page.change(page.insert('A'), page.insert('B'));
  const thread = await discuss(page.id('B'));
  await page.change({ merge: { blockId: page.id('B') } });
  expect(await places()).toEqual(on(page.id('A')));
  await comment('ben', 'replyToComment', { commentId: thread, body: 'said after the merge' });
  await page.change({ split: { blockId: page.id('A'), offset: 1, id: page.givenId('B') } });
  expect(await places()).toEqual(on(page.id('B')));
});

it('come back by the id that the block had, also where no client had named it', async () => {
  const [made] = (await page.change({ insert: { type: 'PARAGRAPH', content: { text: 'x' } } })).created ?? [];
  const id = String(made?.id);
  await page.change(page.insert('A'));
  await discuss(id);
  await page.change({ merge: { blockId: id, intoId: page.id('A') } });
  expect(await places()).toEqual(on(page.id('A')));
  const undone = await page.change(
    { split: { blockId: page.id('A'), offset: 1, id } },
    { update: { blockId: id, type: 'QUOTE', content: { text: 'x' } } },
  );
  expect(undone.created).toEqual([{ givenId: id, id }]);
  expect(await places()).toEqual(on(id));
});

it('come back through several merges, each to the block that it was on', async () => {
  await page.change(page.insert('A'), page.insert('B'), page.insert('C'));
  for (const name of ['A', 'B', 'C']) await discuss(page.id(name));
  await page.change({ merge: { blockId: page.id('C') } }, { merge: { blockId: page.id('B') } });
  expect(await places()).toEqual(on(page.id('A')));
  await page.change({ split: { blockId: page.id('A'), offset: 1, id: page.givenId('B') } });
  expect(await places()).toEqual(on(page.id('A'), page.id('B')));
  await page.change({ split: { blockId: page.id('B'), offset: 1, id: page.givenId('C') } });
  expect(await places()).toEqual(on(page.id('A'), page.id('B'), page.id('C')));
});

it('are on no block while theirs is deleted, and back on it when it is inserted again, with what stood inside', async () => {
  await page.change(page.insert('A'), page.insert('B', { parentId: page.givenId('A') }));
  await discuss(page.id('B'));
  await page.change({ delete: { blockId: page.id('A') } });
  expect(await places()).toEqual(on(null));
  await page.change(page.insert('A'), page.insert('B', { parentId: page.givenId('A'), id: page.id('B') }));
  expect(await places()).toEqual(on(page.id('B')));
});

it('stay off a block that an editor has taken them off', async () => {
  await page.change(page.insert('A'), page.insert('B'));
  await discuss(page.id('B'));
  await gateway.owner((client) =>
    client.query('update work.attachments set block_id = null where page_id = $1', [page.pageId]),
  );
  await page.change({ delete: { blockId: page.id('B') } });
  await page.change(page.insert('B'));
  expect(await places()).toEqual({ comments: [page.id('B')], files: [null] });
});

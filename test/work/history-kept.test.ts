/** How much of a page's history is kept, and for how long. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countForgotten, forgetHistory } from '../../src/work/forgotten.ts';
import { openBlockTree } from '../support/blocks.ts';
import { createTestGateway, type TestGateway } from '../support/gateway.ts';
import { readBin, readHistory, restoreVersion } from '../support/history.ts';
import { codesOf } from '../support/work-mutate.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway();
});

afterAll(() => gateway[Symbol.asyncDispose]());

const sql = (text: string, values: unknown[] = []) => gateway.owner((client) => client.query(text, values));
const openTree = () => openBlockTree(gateway);

describe('the history of a page', () => {
  it('is kept in bounds: what one person did within minutes becomes one entry, and the newest stay apart', async () => {
    const page = await openTree();
    const typed = async (from: number, to: number) => {
      for (let n = from; n < to; n += 1)
        await sql(`update work.blocks set content = jsonb_build_object('text', $2::text) where id = $1`, [
          page.id('D'),
          `${n}`,
        ]);
    };
    await typed(0, 190);
    await typed(190, 260);
    const [row] = await sql(
      'select count(*)::int as count, min(number) as first from work.page_history where page_id = $1',
      [page.pageId],
    );
    expect(Number(row?.count)).toBeLessThan(225);
    const [oldest] = await sql(
      `select h.version, c.before from work.page_history h join work.history_changes c on c.entry_id = h.id and c.record_id = $2
       where h.page_id = $1 and c.before is not null order by h.number limit 1`,
      [page.pageId, page.id('D')],
    );
    expect(oldest?.before).toMatchObject({ content: { text: 'D' } });
    await restoreVersion(gateway, { pageId: page.pageId, version: 260 });
    expect(await page.outline()).toBe('A(B(C)) 257');
  });

  it('is forgotten at its age, with what it says was before, and the page of that time can still come back', async () => {
    const page = await openTree();
    await page.change({ delete: { blockId: page.id('C') } });
    await page.change({ delete: { blockId: page.id('D') } });
    await sql(
      `update work.page_history set changed_at = now() - interval '31 days' where page_id = $1 and version < 4`,
      [page.pageId],
    );
    expect(await gateway.owner((client) => countForgotten(client, 30))).toBe(3);
    expect(await gateway.owner((client) => forgetHistory(client, 30))).toBe(1);
    expect(await gateway.owner((client) => countForgotten(client, 30))).toBe(0);
    expect((await readHistory(gateway, page.pageId)).map(({ version }) => version)).toEqual([4, 3]);
    expect((await readBin(gateway, { page: page.pageId })).map(({ recordId }) => recordId)).toEqual([page.id('D')]);
    expect(codesOf(await restoreVersion(gateway, { pageId: page.pageId, version: 2 }))).toEqual(['NOT_FOUND']);
    await restoreVersion(gateway, { pageId: page.pageId, version: 3 });
    expect(await page.outline()).toBe('A(B) D');
  });
});

/** `work.search_pages`: titles for a quick switcher, asked by SQL as a viewer. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, type TestGateway } from '../../support/gateway.ts';
import { askSql, layChunks, viewerAs } from '../../support/search-chunks.ts';

const SPACE = '5bace000-0000-4000-8000-000000000011';
const OTHER = '5bace000-0000-4000-8000-000000000012';
const ANA = 'a0a00000-0000-4000-8000-000000000011';
const ana = viewerAs('authenticated', ANA);
const TITLES = [
  'Filing 2550Q',
  'Quarterly tax filing',
  'File server',
  'Budget 100% final',
  'Budget 1000 draft',
  'Tom & <b>Jerry</b>',
  'Meeting notes March',
  'Meeting notes April',
];

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway();
  await gateway.owner(async (client) => {
    const chunks = TITLES.map((title) => ({ title, content: title }));
    await layChunks(client, {
      space: SPACE,
      member: ANA,
      chunks: [...chunks, { title: 'Filing of old', content: 'archived', archived: true }],
    });
    const member = 'a0a00000-0000-4000-8000-000000000012';
    await layChunks(client, { space: OTHER, member, chunks: [{ title: 'Filing 2550Q secret', content: 'secret' }] });
  });
});

afterAll(() => gateway[Symbol.asyncDispose]());

async function titles(typed: string, { viewer = ana, most = 10 } = {}): Promise<string[]> {
  const rows = await askSql<{ title: string }>(
    gateway,
    viewer,
    `select p.title from work.search_pages($1, $2::int) with ordinality s join work.pages p on p.id = s.page_id
     where p.space_id in ($3, $4) order by s.ordinality`,
    [typed, most, SPACE, OTHER],
  );
  return rows.map(({ title }) => title);
}

describe('pages by title', () => {
  it('are found by the beginnings of words, those that begin so first', async () => {
    expect(await titles('fil')).toEqual(['File server', 'Filing 2550Q', 'Quarterly tax filing']);
    expect((await titles('f')).slice(0, 2)).toEqual(['File server', 'Filing 2550Q']);
    expect((await titles('2550'))[0]).toBe('Filing 2550Q');
  });

  it('are found by words in another order, and with typos', async () => {
    expect((await titles('notes meeting apr'))[0]).toBe('Meeting notes April');
    expect((await titles('quartely tax'))[0]).toBe('Quarterly tax filing');
    expect((await titles('meetnig notes march'))[0]).toBe('Meeting notes March');
    expect((await titles('quarterly tax fxyzng'))[0]).toBe('Quarterly tax filing');
  });

  it('are found by what was typed as it stands: no character is a wildcard', async () => {
    expect(await titles('budget 100%')).toContain('Budget 100% final');
    expect(await titles('%')).toEqual([]);
    expect(await titles("_'\\")).toEqual([]);
    expect(await titles('   ')).toEqual([]);
  });

  it('are those of the viewer, not archived, and at most as many as were asked for', async () => {
    expect(await titles('filing of old secret')).not.toContain('Filing of old');
    expect(await titles('filing 2550q secret')).not.toContain('Filing 2550Q secret');
    expect(await titles('filing', { viewer: viewerAs('authenticated') })).toEqual([]);
    expect(await titles('filing', { viewer: viewerAs('agent_workspace_ask_docs', ANA) })).toContain('Filing 2550Q');
    expect(await titles('filing', { viewer: viewerAs('service_role'), most: 100 })).toContain('Filing 2550Q secret');
    expect(await titles('meeting', { most: 1 })).toHaveLength(1);
  });

  it('come with the title as HTML in which nothing but <mark> is markup', async () => {
    const html = async (typed: string) =>
      (await askSql<{ highlighted: string }>(gateway, ana, 'select highlighted from work.search_pages($1)', [typed]))[0]
        ?.highlighted;
    expect(await html('tom jer')).toBe('<mark>Tom</mark> &amp; &lt;b&gt;<mark>Jer</mark>ry&lt;/b&gt;');
    expect(await html('notes march')).toBe('Meeting <mark>notes</mark> <mark>March</mark>');
  });
});

/** `searchPages`: the quick switcher's pages, by what was typed of their titles. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type As, createTestGateway, pick, type TestGateway } from '../../support/gateway.ts';
import { createWorkspace } from '../../support/work-pages.ts';

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway();
});

afterAll(() => gateway[Symbol.asyncDispose]());

const QUERY = `query ($query: String!, $first: Int, $spaceIds: [ID!]) {
  searchPages(query: $query, first: $first, spaceIds: $spaceIds) { score highlighted page { id title space { name } } } }`;

async function find(query: string, as: As = 'ana', more: Record<string, unknown> = {}) {
  const { data, errors } = await gateway.execute(QUERY, { as, variables: { query, ...more } });
  const matches = data?.searchPages as { highlighted: string; page: { title: string } }[] | null;
  return { matches, titles: matches?.map(({ page }) => page.title), errors };
}

describe('searchPages', () => {
  it.each([
    ['the beginning of a title', 'Filing BIR'],
    ['the beginning of a word in it', '2550'],
    ['words in another order', '2550 filing'],
    ['another case', 'filing bir FORM'],
    ['a typo', 'Filling 2550Q'],
  ])('finds a page by %s', async (_name, query) => {
    expect((await find(query)).titles?.[0]).toBe('Filing BIR form 2550Q');
  });

  it('finds and marks words of other letters than ASCII, with a typo too, and never the middle of a word', async () => {
    const workspace = createWorkspace(gateway, 'ana');
    const spaceId = await workspace.createSpace();
    for (const title of ['CAFÉ Bühne Año', 'ﬁling of ＴＡＸ', 'Decafé', '経費ÉCOLE連携'])
      await workspace.createPage(title, { spaceId });
    const first = async (query: string) =>
      (await find(query, 'ana', { spaceIds: [spaceId] })).matches?.map(({ highlighted }) => highlighted);
    expect(await first('café')).toEqual(['<mark>CAFÉ</mark> Bühne Año']);
    expect(await first('école')).toEqual(['経費<mark>ÉCOLE</mark>連携']);
    expect(await first('filing tax')).toEqual(['ﬁling of ＴＡＸ']);
    expect((await first('bühe'))?.[0]).toBe('CAFÉ Bühne Año');
    expect((await first('bühe año'))?.[0]).toBe('CAFÉ Bühne <mark>Año</mark>');
  });

  it('marks what was typed, as HTML', async () => {
    const workspace = createWorkspace(gateway, 'ana');
    const spaceId = await workspace.createSpace();
    await workspace.createPage('Wages <script>alert(1)</script> & "more"', { spaceId });
    const { matches } = await find('wages');
    expect(matches?.[0]?.highlighted).toBe(
      '<mark>Wages</mark> &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;',
    );
  });

  it('takes two statements, however many pages it finds', async () => {
    const { titles } = await find('a', 'service', { first: 50 });
    expect(titles?.length).toBeGreaterThan(1);
    expect(gateway.calls).toHaveLength(2);
  });

  it('finds only what the viewer may see, in the spaces that are asked for', async () => {
    expect((await find('Minutes', 'ana')).titles).toEqual([]);
    expect((await find('Minutes', 'carla')).titles).toEqual(['Minutes of the board']);
    expect((await find('Minutes', 'agent:workspace-ask-docs')).titles).toEqual([]);
    expect((await find('Minutes', 'agent:workspace-ask-docs for carla')).titles).toEqual(['Minutes of the board']);
    const { data } = await gateway.execute('{ spaces { nodes { id name } } }', { as: 'ben' });
    const operations = (pick(data, 'spaces.nodes') as { id: string; name: string }[]).find(
      ({ name }) => name === 'Operations',
    );
    expect((await find('Stock', 'ben', { spaceIds: [operations?.id] })).titles).toEqual(['Stock count']);
    expect((await find('Filing', 'ben', { spaceIds: [operations?.id] })).titles).toEqual([]);
  });

  it('finds nothing by nothing, and asks nobody', async () => {
    expect((await find('  ')).titles).toEqual([]);
    expect(gateway.calls).toEqual([]);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['a text that is too long', { query: 'x'.repeat(201) }, 'query'],
    ['U+0000', { query: 'a\0' }, 'query'],
    ['no pages', { query: 'x', first: 0 }, 'first'],
    ['too many pages', { query: 'x', first: 51 }, 'first'],
    ['a space that is no uuid', { query: 'x', spaceIds: ['x'] }, 'spaceIds'],
  ])('refuses %s', async (_name, variables, argument) => {
    const { data, errors } = await gateway.execute(QUERY, { as: 'ana', variables });
    expect(data).toEqual({ searchPages: null });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument } }]);
  });

  it.each(['%', '_', '\\', "'", ':* & |', '[(*+?', '😀', 'x'.repeat(200)])('takes %j as it stands', async (query) => {
    expect((await find(query)).errors).toBeUndefined();
  });
});

/** `work.search_passages`: the database's half of askDocs, asked by SQL as each kind of viewer. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestGateway, type TestGateway } from '../../support/gateway.ts';
import { askSql, layChunks, MODEL, vectorAt, viewerAs } from '../../support/search-chunks.ts';

const [TAXES, NOTES, MIXED] = [1, 2, 3].map((n) => `5bace000-0000-4000-8000-0000000001${n}0`) as [
  string,
  string,
  string,
];
const [ANA, BEN] = [1, 2].map((n) => `abc00000-0000-4000-8000-00000000000${n}`) as [string, string];
const ana = viewerAs('authenticated', ANA);

interface Passage {
  readonly content: string;
  readonly space_id: string;
  readonly score: number;
  readonly semantic_rank: number | null;
  readonly keyword_rank: number | null;
  readonly snippet: string;
  readonly highlighted: string;
}

interface Asked {
  readonly question?: string | null;
  readonly angle?: number | null;
  readonly model?: string;
  readonly spaces?: readonly string[];
  readonly after?: string;
  readonly before?: string;
  readonly most?: number;
}

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await createTestGateway();
  await gateway.owner(async (client) => {
    await layChunks(client, {
      space: TAXES,
      member: ANA,
      chunks: [
        { title: 'Returns', content: 'The quarterly return is filed with form 2550Q.', angle: 0 },
        { title: 'Deadlines', content: 'Twenty-five days after the quarter ends.', angle: 0.1 },
        { title: 'Rent', heading: 'Withholding', content: 'Five percent is withheld on rent & paid.', angle: 1 },
        { title: 'Markup', content: 'Write <script>alert("rent")</script> as text, never as code.', angle: 1.2 },
        { title: 'Old', content: 'The archived return of 2019.', archived: true, angle: 0 },
        { title: 'Year', content: 'An annual summary from long ago.', updatedAt: '2020-01-01T00:00:00Z', angle: 1.5 },
        { title: 'Elsewhere', content: 'Vectors of another model.', model: 'another', angle: 0 },
      ],
    });
    await layChunks(client, {
      space: NOTES,
      member: BEN,
      chunks: [{ title: 'Secret return', content: 'The secret return of form 2550Q.', angle: 0 }],
    });
    await layChunks(client, {
      space: MIXED,
      member: ANA,
      language: 'simple',
      chunks: [{ title: 'Plain', content: 'Filing is a word here.', angle: 2 }],
    });
  });
});

afterAll(() => gateway[Symbol.asyncDispose]());

function search(viewer: typeof ana, { angle = null, model = MODEL, ...asked }: Asked): Promise<Passage[]> {
  return askSql(
    gateway,
    viewer,
    'select * from work.search_passages($1, $2::real[], $3, $4::uuid[], $5::timestamptz, $6::timestamptz, $7::int)',
    [
      asked.question ?? null,
      angle === null ? null : `{${vectorAt(angle)}}`,
      model,
      asked.spaces ? `{${asked.spaces}}` : null,
      asked.after ?? null,
      asked.before ?? null,
      asked.most === undefined ? 10 : asked.most,
    ],
  );
}

const contents = (found: readonly Passage[]) => found.map(({ content }) => content.split(' ').slice(0, 3).join(' '));

describe('passages', () => {
  it('stand the higher the better both halves place them: 1/(60 + rank) of each', async () => {
    const found = await search(ana, { question: 'form 2550Q', angle: 0.1 });
    expect(contents(found).slice(0, 2)).toEqual(['The quarterly return', 'Twenty-five days after']);
    expect(found[0]).toMatchObject({ semantic_rank: 2, keyword_rank: 1 });
    for (const { score, semantic_rank: near, keyword_rank: match } of found) {
      expect(score).toBeCloseTo((near ? 1 / (60 + near) : 0) + (match ? 1 / (60 + match) : 0), 12);
    }
  });

  it('are found by words alone where there is no vector, and by vector alone where there are no words', async () => {
    expect(contents(await search(ana, { question: 'withheld' }))).toEqual(['Five percent is']);
    const near = await search(ana, { angle: 0, most: 2 });
    expect(contents(near)).toEqual(['The quarterly return', 'Twenty-five days after']);
    expect(near.map(({ keyword_rank }) => keyword_rank)).toEqual([null, null]);
    expect(await search(ana, {})).toEqual([]);
    expect(await search(ana, { question: ' the of ' })).toEqual([]);
  });

  it('never compare vectors of another model, which are found by words', async () => {
    const found = await search(ana, { question: 'vectors', angle: 0 });
    expect(found.find(({ content }) => content === 'Vectors of another model.')).toMatchObject({
      semantic_rank: null,
      keyword_rank: 1,
    });
    expect(await search(ana, { angle: 0, model: 'a third' })).toEqual([]);
  });

  it('are those of the spaces that were asked for, and of pages that are not archived', async () => {
    expect(contents(await search(ana, { question: 'return', angle: 0, spaces: [MIXED] }))).toEqual(['Filing is a']);
    expect(contents(await search(ana, { question: 'archived', angle: 0 }))).not.toContain('The archived return');
  });

  it('are of no space that is archived, until it is restored', async () => {
    const archive = (at: string) =>
      gateway.owner((client) => client.query(`update work.spaces set archived_at = ${at} where id = $1`, [MIXED]));
    const ask = async () => contents(await search(ana, { question: 'filing', angle: 2, spaces: [MIXED] }));
    await archive('now()');
    expect(await ask()).toEqual([]);
    expect(contents(await search(ana, { question: 'filing', angle: 2 }))).not.toContain('Filing is a');
    await archive('null');
    expect(await ask()).toEqual(['Filing is a']);
  });

  it('are those of pages that changed between two times', async () => {
    expect(contents(await search(ana, { angle: 1.5, before: '2021-01-01T00:00:00Z' }))).toEqual(['An annual summary']);
    expect(
      contents(await search(ana, { question: 'summary', angle: 1.5, after: '2021-01-01T00:00:00Z' })),
    ).not.toContain('An annual summary');
  });

  it('take the syntax of web searches, and words of which not all are there', async () => {
    expect(contents(await search(ana, { question: '"filed with form"' }))).toEqual(['The quarterly return']);
    expect(await search(ana, { question: '"with filed form"' })).toEqual([]);
    expect(contents(await search(ana, { question: 'quarter -form' }))).toEqual(['Twenty-five days after']);
    const loose = await search(ana, { question: 'when is the quarterly return of the unicorns due?' });
    expect(contents(loose)[0]).toBe('The quarterly return');
  });

  it("know the words of each space's language", async () => {
    expect(contents(await search(ana, { question: 'file' }))).toEqual(['The quarterly return']);
    expect(contents(await search(ana, { question: 'filing' })).sort()).toEqual(['Filing is a', 'The quarterly return']);
  });

  it('show their words as text, and as HTML in which nothing but <mark> is markup', async () => {
    const [rent] = await search(ana, { question: 'withheld rent', spaces: [TAXES] });
    expect(rent?.snippet).toBe('Five percent is withheld on rent & paid.');
    expect(rent?.highlighted).toBe('Five percent is <mark>withheld</mark> on <mark>rent</mark> &amp; paid.');
    const [script] = await search(ana, { question: 'code alert' });
    expect(script?.snippet).toContain('<script>alert("rent")</script>');
    expect(script?.highlighted).toContain('&lt;script&gt;<mark>alert</mark>(&quot;rent&quot;)&lt;/script&gt;');
  });

  it('are at most as many as were asked for, from 1 to 100', async () => {
    expect(await search(ana, { angle: 0, most: 3 })).toHaveLength(3);
    expect(await search(ana, { angle: 0, most: 0 })).toHaveLength(1);
    expect(await search(ana, { angle: 0, most: 100_000 })).toHaveLength(6);
  });

  it('are the same, by the graph of vectors and one by one', async () => {
    const walk = (few: number) =>
      gateway.owner((client) =>
        client.script(`create or replace function work.exact_scan_limit() returns int language sql immutable
          parallel safe set search_path = '' as $$ select ${few} $$`),
      );
    const exact = await search(ana, { question: 'return of rent', angle: 0.6 });
    await walk(2);
    // Fewer than fifty are there: what the walk does not find, the comparison of all does.
    expect(await search(ana, { question: 'return of rent', angle: 0.6 })).toEqual(exact);
    await walk(4_000);
    expect(exact).toHaveLength(6);
  });

  it('refuse a vector of another length', async () => {
    const text = 'select * from work.search_passages(null, array[1, 2]::real[], $1)';
    await expect(askSql(gateway, ana, text, [MODEL])).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });
});

describe('a viewer', () => {
  const all = { question: 'secret return of form 2550Q', angle: 0, spaces: [TAXES, NOTES, MIXED], most: 100 };

  it.each([
    ['a member, of the own spaces', ana, [MIXED, TAXES]],
    ['another member, of the other one', viewerAs('authenticated', BEN), [NOTES]],
    ['a user who is no member, of none', viewerAs('authenticated', '00000000-0000-4000-8000-000000000001'), []],
    ['a token without a user, of none', viewerAs('authenticated'), []],
    ['the agent that acts for a member, of the same', viewerAs('agent_workspace_ask_docs', ANA), [MIXED, TAXES]],
    ['the agent that acts for nobody, of none', viewerAs('agent_workspace_ask_docs'), []],
    ['the service, of all', viewerAs('service_role'), [MIXED, NOTES, TAXES]],
  ])('%s is answered', async (_who, viewer, spaces) => {
    const found = await search(viewer, all);
    expect([...new Set(found.map(({ space_id }) => space_id))].sort()).toEqual([...spaces].sort());
  });

  it.each(['anon', 'agent_sync_odoo_agent', 'agent_workspace_indexer'])('%s may not ask', async (role) => {
    await expect(search(viewerAs(role, ANA), all)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is told nothing by the functions behind, whatever spaces are named', async () => {
    const values = ['secret', `{${NOTES}}`];
    expect(
      await askSql(gateway, ana, 'select * from work.matching_chunks($1, $2::uuid[], null, null, 50)', values),
    ).toEqual([]);
    expect(await askSql(gateway, ana, 'select * from work.similar_titles($1, $2::uuid[], 50)', values)).toEqual([]);
    expect(await askSql(gateway, ana, 'select * from work.waiting_pages($1::uuid[])', [`{${NOTES}}`])).toEqual([]);
    expect(
      await askSql(gateway, ana, 'select unnest(work.readable_space_ids($1::uuid[])) as id', [`{${NOTES}}`]),
    ).toEqual([]);
    const owned = 'select work.chunks_with(to_tsquery($1), $2::uuid[], null, null)';
    await expect(askSql(gateway, ana, owned, values)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is told the same scores whatever others have', async () => {
    const before = await search(ana, { question: 'return of form', angle: 0.3 });
    await gateway.owner((client) =>
      layChunks(client, {
        space: '5bace000-0000-4000-8000-000000000009',
        member: BEN,
        chunks: Array.from({ length: 20 }, (_, n) => ({ title: 'Form', content: `Return of form ${n}`, angle: 0.3 })),
      }),
    );
    expect(await search(ana, { question: 'return of form', angle: 0.3 })).toEqual(before);
  });
});

describe('the state of the index', () => {
  it('is told of what the viewer sees alone', async () => {
    const status = (viewer: typeof ana, spaces: readonly string[] | null = null) =>
      askSql(gateway, viewer, 'select * from work.search_status($1, $2::uuid[])', [MODEL, spaces && `{${spaces}}`]);
    expect(await status(ana)).toEqual([{ stale_chunks: 1, lag_seconds: 0, chunks: 8 }]);
    await gateway.owner((client) =>
      client.query(
        `insert into work.index_queue (page_id, space_id, op, enqueued_at)
         select p.id, p.space_id, 'INDEX', now() - case p.space_id when $1::uuid then interval '1 day' else interval '1 hour' end
         from work.pages p where p.title in ('Secret return', 'Rent')`,
        [NOTES],
      ),
    );
    const [own] = (await status(ana)) as { stale_chunks: number; lag_seconds: number }[];
    expect(own).toMatchObject({ stale_chunks: 2, chunks: 8 });
    expect(Math.abs((own?.lag_seconds ?? 0) - 3_600)).toBeLessThan(60);
    expect(await status(ana, [NOTES])).toEqual([{ stale_chunks: 0, lag_seconds: 0, chunks: 0 }]);
    const [agent] = (await status(viewerAs('agent_workspace_ask_docs', ANA))) as unknown[];
    expect(agent).toMatchObject({ stale_chunks: 2, chunks: 8 });
  });
});

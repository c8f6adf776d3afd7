/** The search index follows the workspace: what is indexed of a page, when it is embedded, and when it goes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createEmbedder } from '../../../src/work/search/create-embedder.ts';
import type { Embedder } from '../../../src/work/search/embedder.ts';
import { indexAllWaiting } from '../../../src/work/search/indexer.ts';
import { createTestGateway, pick, type TestGateway } from '../../support/gateway.ts';
import { createOpenAiServer, type OpenAiServer } from '../../support/openai-server.ts';
import { indexAll, indexerOptions, testQueue } from '../../support/search.ts';
import { mutate } from '../../support/work-mutate.ts';
import { createWorkspace, type Workspace } from '../../support/work-pages.ts';

let gateway: TestGateway;
let openAi: OpenAiServer;
let embedder: Embedder;
let work: Workspace;
let space: string;

beforeAll(async () => {
  gateway = await createTestGateway();
  openAi = await createOpenAiServer(8);
  embedder = embedderOf('model-of-a-test');
  work = createWorkspace(gateway, 'ana');
  space = await work.createSpace();
  await indexAll(gateway, embedder);
});

afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await openAi[Symbol.asyncDispose]();
});

const embedderOf = (model: string) =>
  createEmbedder({ kind: 'openai', model, apiKey: openAi.key, baseUrl: openAi.url });
const sql = (text: string, values: readonly unknown[] = []) => gateway.owner((client) => client.query(text, values));

/** Adds blocks at the end of a page, or changes them. */
async function edit(pageId: string, ...operations: readonly Record<string, unknown>[]): Promise<void> {
  const { data } = await gateway.execute(`{ page(id: "${pageId}") { version } }`, { as: 'ana' });
  const input = { pageId, expectedVersion: pick(data, 'page.version'), operations };
  const { userErrors } = await mutate(gateway, 'ana', { name: 'applyBlockOperations', input, select: 'version' });
  expect(userErrors).toEqual([]);
}
const say = (text: string, type = 'PARAGRAPH') => ({ insert: { type, content: { text } } });
const blockOf = async (pageId: string, text: string) =>
  String(
    (await sql(`select id from work.blocks where page_id = $1 and content ->> 'text' = $2`, [pageId, text]))[0]?.id,
  );

async function createPage(title: string, ...operations: readonly Record<string, unknown>[]): Promise<string> {
  const pageId = await work.createPage(title, { spaceId: space });
  if (operations.length > 0) await edit(pageId, ...operations);
  return pageId;
}

const chunksOf = (pageId: string) =>
  sql(
    `select chunk, heading, content, page_version, model, native_dimensions, space_id, (embedding is not null) as embedded,
       cardinality(block_ids) as blocks, tsv::text as tsv, extensions.vector_dims(embedding) as length
     from work.search_index where page_id = $1 order by chunk`,
    [pageId],
  );
const queued = async (pageId: string) => (await sql('select * from work.index_queue where page_id = $1', [pageId]))[0];

/** Texts embedded while `work` ran. */
async function embedded(done: () => Promise<unknown>): Promise<readonly string[]> {
  const before = openAi.embedded.length;
  await done();
  return openAi.embedded.slice(before);
}

describe('a page that changes', () => {
  it('is indexed by its headings, with its version, its model and the length of its own vectors', async () => {
    const pageId = await createPage(
      'Taxes',
      say('Filing', 'HEADING_1'),
      say('We file 2550Q.'),
      say('Paying', 'HEADING_1'),
      say('Banks.'),
    );
    expect(await embedded(() => indexAll(gateway, embedder))).toEqual([
      'Taxes\nFiling\n\nWe file 2550Q.',
      'Taxes\nPaying\n\nBanks.',
    ]);
    const shared = {
      page_version: 2,
      model: 'model-of-a-test',
      native_dimensions: 8,
      embedded: true,
      length: 1536,
      blocks: 2,
    };
    expect(await chunksOf(pageId)).toMatchObject([
      { ...shared, chunk: 0, heading: 'Filing', content: 'We file 2550Q.' },
      { ...shared, chunk: 1, heading: 'Paying', content: 'Banks.' },
    ]);
    expect(await queued(pageId)).toBeUndefined();
  });

  it('weighs the title above the heading and the heading above the text, in words of the language', async () => {
    const pageId = await createPage('Rules', say('Meetings', 'HEADING_1'), say('Minutes were written.'));
    await indexAll(gateway, embedder);
    const [chunk] = await chunksOf(pageId);
    expect(chunk?.tsv).toBe(`'meet':2B 'minut':3 'rule':1A 'written':5`);
  });

  it('has only what changed embedded again', async () => {
    const pageId = await createPage(
      'Parts',
      say('One', 'HEADING_1'),
      say('first'),
      say('Two', 'HEADING_1'),
      say('second'),
    );
    await indexAll(gateway, embedder);
    const second = await blockOf(pageId, 'second');
    await edit(pageId, { update: { blockId: second, type: 'PARAGRAPH', content: { text: 'second, changed' } } });
    expect(await embedded(() => indexAll(gateway, embedder))).toEqual(['Parts\nTwo\n\nsecond, changed']);
    expect(await chunksOf(pageId)).toMatchObject([
      { page_version: 3 },
      { page_version: 3, content: 'second, changed' },
    ]);
  });

  it('keeps the vectors of chunks that only move down, and loses those of blocks that are deleted', async () => {
    const pageId = await createPage('Moves', say('B', 'HEADING_1'), say('below'), say('C', 'HEADING_1'), say('last'));
    await indexAll(gateway, embedder);
    await edit(pageId, { insert: { type: 'PARAGRAPH', content: { text: 'above' }, at: 'FIRST' } });
    expect(await embedded(() => indexAll(gateway, embedder))).toEqual(['Moves\n\nabove']);
    expect((await chunksOf(pageId)).map(({ content, native_dimensions: n }) => [content, n])).toEqual([
      ['above', 8],
      ['below', 8],
      ['last', 8],
    ]);
    for (const text of ['above', 'C', 'last']) await edit(pageId, { delete: { blockId: await blockOf(pageId, text) } });
    expect(await embedded(() => indexAll(gateway, embedder))).toEqual([]);
    expect(await chunksOf(pageId)).toMatchObject([{ chunk: 0, content: 'below' }]);
  });

  it('is not embedded again when a change is taken back, nor when its page was archived meanwhile', async () => {
    const pageId = await createPage('Undone', say('as it was'));
    await indexAll(gateway, embedder);
    for (const title of ['Redone', 'Undone']) {
      await work.run('updatePage', { pageId, title });
      const again = await embedded(() => indexAll(gateway, embedder));
      expect(again).toEqual(title === 'Undone' ? [] : ['Redone\n\nas it was']);
    }
    const kept = () =>
      sql("select encode(content_hash, 'hex') as hash from work.kept_embeddings where page_id = $1", [pageId]);
    expect(await kept()).toHaveLength(1);
    await sql(`update work.kept_embeddings set kept_at = now() - interval '8 days'`);
    await createPage('Another');
    await indexAll(gateway, embedder);
    expect(await kept()).toEqual([]);
  });

  it('takes the vector of the same text from another page, once for all of them', async () => {
    const lines = [say('Agenda', 'HEADING_1'), say('Said every week.')];
    const before = await createPage('Weekly', ...lines);
    await indexAll(gateway, embedder);
    const pages = [await createPage('Weekly', ...lines), await createPage('Weekly', ...lines)];
    expect(await embedded(() => indexAll(gateway, embedder))).toEqual([]);
    for (const pageId of [before, ...pages]) expect(await chunksOf(pageId)).toMatchObject([{ embedded: true }]);
    await Promise.all(['Fortnightly', 'Fortnightly'].map((title) => createPage(title, ...lines)));
    expect(await embedded(() => indexAll(gateway, embedder))).toEqual(['Fortnightly\nAgenda\n\nSaid every week.']);
  });

  it('while it is being indexed stays in the queue, and ends at its last version', async () => {
    const pageId = await createPage('Racing', say('before'));
    const during = [() => edit(pageId, say('after'))];
    const slow: Embedder = {
      ...embedder,
      embed: async (texts, options) => {
        await during.pop()?.();
        return embedder.embed(texts, options);
      },
    };
    await indexAll(gateway, slow);
    expect(await chunksOf(pageId)).toMatchObject([{ content: 'before\nafter', page_version: 3 }]);
    expect(await queued(pageId)).toBeUndefined();
  });
});

describe('what the index holds of a page', () => {
  it('goes when the page is archived, and comes back with it without being embedded more than once', async () => {
    const pageId = await createPage('Archived', say('Of old.'));
    await indexAll(gateway, embedder);
    await work.run('archivePage', { pageId });
    await indexAll(gateway, embedder);
    expect(await chunksOf(pageId)).toEqual([]);
    await work.run('restorePage', { pageId });
    expect(await embedded(() => indexAll(gateway, embedder))).toEqual([]);
    expect(await chunksOf(pageId)).toMatchObject([{ content: 'Of old.', page_version: 4 }]);
  });

  it('moves with it to another space, at once', async () => {
    const pageId = await createPage('Moving', say('House.'));
    await indexAll(gateway, embedder);
    const other = await work.createSpace();
    await work.run('movePage', { pageId, spaceId: other });
    expect(await chunksOf(pageId)).toMatchObject([{ space_id: other }]);
    expect(await embedded(() => indexAll(gateway, embedder))).toEqual([]);
  });

  it('is gone with the page, which leaves nothing in the queue', async () => {
    const pageId = await createPage('Deleted', say('For good.'));
    await indexAll(gateway, embedder);
    await sql('delete from work.pages where id = $1', [pageId]);
    expect(await chunksOf(pageId)).toEqual([]);
    expect(await queued(pageId)).toBeUndefined();
  });
});

describe('the language of a space', () => {
  const change = (input: Record<string, unknown>, as = 'ana') =>
    mutate(gateway, as, { name: 'changeSpaceLanguage', input, select: 'space { language version }' });

  it('decides which words are the same, and a change of it indexes the pages anew without embedding them', async () => {
    const made = await mutate(gateway, 'ana', {
      name: 'createSpace',
      input: { name: 'Auf Deutsch', language: 'german' },
      select: 'space { id language }',
    });
    expect(made).toMatchObject({ space: { language: 'german' } });
    const spaceId = String(pick(made, 'space.id'));
    const pageId = await work.createPage('Die Häuser', { spaceId });
    await indexAll(gateway, embedder);
    expect((await chunksOf(pageId))[0]?.tsv).toBe(`'haus':2A,4`);
    expect(await change({ spaceId, language: 'simple' })).toMatchObject({ space: { language: 'simple', version: 2 } });
    expect(await embedded(() => indexAll(gateway, embedder))).toEqual([]);
    expect((await chunksOf(pageId))[0]?.tsv).toBe(`'die':1A,3 'häuser':2A,4`);
  });

  it('is one that Postgres knows, and its admins choose it', async () => {
    expect(await change({ spaceId: space, language: 'klingon' })).toMatchObject({
      userErrors: [{ code: 'BAD_USER_INPUT', path: ['input', 'language'] }],
    });
    const foreign = await change({ spaceId: space, language: 'french' }, 'ben');
    expect(foreign.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    const known = await sql('select count(*)::int as n from pg_ts_config where cfgname = any ($1)', [LANGUAGES]);
    expect(known).toEqual([{ n: LANGUAGES.length }]);
  });
});

describe('two indexers', () => {
  it('never hold the same page, and what one of them has lost it changes no more', async () => {
    const pageId = await createPage('Contested', say('Once.'));
    const [one, two] = [testQueue(gateway.sources.postgres), testQueue(gateway.sources.postgres)];
    const [held] = await one.claim(100);
    expect(held).toMatchObject({ pageId, attempt: 1 });
    expect(await two.claim(100)).toEqual([]);
    await sql(`update work.index_queue set claimed_until = now() where page_id = $1`, [pageId]);
    expect(await two.claim(100)).toMatchObject([{ pageId, attempt: 2 }]);
    const late = { version: 2, model: 'late', nativeDimensions: null, chunks: [] };
    if (!held) throw new Error('nothing was claimed');
    expect(await one.acknowledge({ page: held, ...late })).toBe(false);
    await one.fail(held, 'too late');
    expect(await queued(pageId)).toMatchObject({ attempts: 2, last_error: null });
    await two.fail(held, null);
    await indexAll(gateway, embedder);
    expect(await queued(pageId)).toBeUndefined();
  });

  it('do not embed the same text at the same time: the second waits for the first, or takes over when it is gone', async () => {
    const pages = [await createPage('Same', say('text')), await createPage('Same', say('text'))];
    const [one, two] = [testQueue(gateway.sources.postgres), testQueue(gateway.sources.postgres)];
    await one.claim(1);
    await two.claim(100);
    const hash = 'ab'.repeat(32);
    const [wantedOne, wantedTwo] = pages.map((pageId) => [{ pageId, hashes: [hash] }]);
    const held = await sql(
      'select page_id, claimed_by from work.index_queue where page_id = any ($1) order by enqueued_at',
      [pages],
    );
    expect(new Set(held.map(({ claimed_by: by }) => by)).size).toBe(2);
    const first = held[0]?.page_id === pages[0] ? [one, two] : [two, one];
    expect(await first[0]?.reserve('m', wantedOne ?? [])).toEqual(new Map([[hash, 'RESERVED']]));
    expect(await first[1]?.reserve('m', wantedTwo ?? [])).toEqual(new Map([[hash, 'ELSEWHERE']]));
    await sql('update work.embedding_claims set until = now()');
    expect(await first[1]?.reserve('m', wantedTwo ?? [])).toEqual(new Map([[hash, 'RESERVED']]));
    await sql('update work.index_queue set claimed_until = now() where page_id = any ($1)', [pages]);
    await indexAll(gateway, embedder);
    expect(await sql('select * from work.embedding_claims')).toEqual([]);
  });
});

describe('another model', () => {
  it('is filled in slices, goes on where a kill has cut it, and leaves nothing of the old one', async () => {
    const queue = testQueue(gateway.sources.postgres);
    const next = embedderOf('next-model');
    const { pages, stale } = await queue.progress('next-model');
    expect(stale).toBe(pages);
    const { enqueued, lastId } = await queue.enqueueStale('next-model', 5, null);
    expect(enqueued).toBe(5);
    await indexAll(gateway, next);
    expect(await queue.progress('next-model')).toMatchObject({ stale: pages - 5, waiting: 0, dead: 0 });
    expect((await queue.enqueueStale('next-model', 3, lastId)).enqueued).toBe(3);
    // As after a kill: from the beginning, where what is done is passed over.
    await queue.enqueueStale('next-model', 1_000, null);
    await indexAll(gateway, next);
    expect(await queue.enqueueStale('next-model', 1_000, null)).toEqual({ enqueued: 0, lastId: null });
    expect(await sql('select distinct model from work.search_index')).toEqual([{ model: 'next-model' }]);
    expect(await queue.progress('next-model')).toMatchObject({ stale: 0, waiting: 0 });
  });
});

describe('the limit of requests', () => {
  it('spreads them over the minute', async () => {
    for (const title of ['Paced one', 'Paced two', 'Paced three']) await createPage(title);
    const asked = openAi.requests.length;
    const started = performance.now();
    const options = indexerOptions(gateway, { embedder, requestsPerMinute: 600, batchPages: 1 });
    await indexAllWaiting(options, new AbortController().signal);
    expect(openAi.requests.length - asked).toBe(3);
    // Two waits of a tenth of a second lie between three requests.
    expect(performance.now() - started).toBeGreaterThan(190);
  });
});

const LANGUAGES =
  'simple arabic armenian basque catalan danish dutch english finnish french german greek hindi hungarian indonesian irish italian lithuanian nepali norwegian portuguese romanian russian serbian spanish swedish tamil turkish yiddish'.split(
    ' ',
  );

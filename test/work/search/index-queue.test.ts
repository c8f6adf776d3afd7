/** What becomes of pages that cannot be indexed: tried again, given up, shown to those who may see it, and tried anew. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openBackgroundDoor } from '../../../src/http/background-door.ts';
import { createBackgroundMetrics } from '../../../src/http/background-metrics.ts';
import { createHealth } from '../../../src/http/health.ts';
import { createLog } from '../../../src/log.ts';
import { startIndexer } from '../../../src/work/search/indexer.ts';
import { createOpenAiEmbedder } from '../../../src/work/search/openai-embedder.ts';
import { createTestGateway, pick, type TestGateway } from '../../support/gateway.ts';
import { createOpenAiServer, type OpenAiFault, type OpenAiServer } from '../../support/openai-server.ts';
import { indexAll, indexerOptions, indexOneBatch, testQueue } from '../../support/search.ts';
import { codesOf, mutate, refuse } from '../../support/work-mutate.ts';
import { createWorkspace } from '../../support/work-pages.ts';

let gateway: TestGateway;
let openAi: OpenAiServer;
let space: string;

beforeAll(async () => {
  gateway = await createTestGateway();
  openAi = await createOpenAiServer(8);
  space = await createWorkspace(gateway, 'ana').createSpace();
});

beforeEach(async () => {
  openAi.fault = () => null;
  openAi.embed = () => [1, 2, 3, 4, 5, 6, 7, 8];
  // Its own pages only: what waits elsewhere is not its concern.
  await sql('delete from work.index_queue');
});

afterAll(async () => {
  await gateway[Symbol.asyncDispose]();
  await openAi[Symbol.asyncDispose]();
});

const sql = (text: string, values: readonly unknown[] = []) => gateway.owner((client) => client.query(text, values));
const createPage = (title: string) => createWorkspace(gateway, 'ana').createPage(title, { spaceId: space });
const dueNow = () => sql('update work.index_queue set claimed_until = null');
const queued = async (pageId: string) => (await sql('select * from work.index_queue where page_id = $1', [pageId]))[0];

/** An impatient embedder: what goes wrong is told at once. */
const embedder = (timeoutMs = 10_000) =>
  createOpenAiEmbedder({ model: 'm', apiKey: openAi.key, baseUrl: openAi.url, retries: 0, timeoutMs });

/** What is due now, once. */
const indexOnce = (maxAttempts = 2, timeoutMs?: number) =>
  indexOneBatch(gateway, { embedder: embedder(timeoutMs), maxAttempts });

const LIST = `{ indexQueue(filter: { deadAt: { isNull: false } }) {
  totalCount nodes { id page { title } operation attempts claimedBy lastError deadAt } } }`;
const retry = (as: string, input: Record<string, unknown> = {}) =>
  mutate(gateway, as, { name: 'retryIndexing', input, select: 'retried' });

describe('a page that the embedder fails at', () => {
  it.each<[string, OpenAiFault, string]>([
    ['with too many requests', { status: 429 }, 'RATE_LIMITED'],
    ['with an error of its own', { status: 500 }, 'UPSTREAM_UNAVAILABLE'],
    ['by never answering', 'hang', 'UPSTREAM_TIMEOUT'],
    ['with vectors of another length', { dimensions: 2_000 }, 'UPSTREAM_ERROR'],
    ['with too few vectors', 'fewer', 'UPSTREAM_ERROR'],
    ['with what is no number', 'not-finite', 'UPSTREAM_ERROR'],
    ['by a refusal', { status: 401 }, 'UPSTREAM_ERROR'],
  ])('%s is tried again later, and then no more, and says why without a secret', async (_what, fault, code) => {
    const pageId = await createPage('Cursed');
    openAi.fault = () => fault;
    await indexOnce(2, fault === 'hang' ? 100 : undefined);
    const first = await queued(pageId);
    expect(first).toMatchObject({ attempts: 1, claimed_by: null, dead_at: null });
    expect(String(first?.last_error)).toMatch(new RegExp(`^${code}: `));
    const waitsFor = (
      await sql("select claimed_until > now() + interval '1 second' as later from work.index_queue")
    )[0];
    expect(waitsFor).toEqual({ later: true });
    await indexOnce(2, fault === 'hang' ? 100 : undefined);
    expect(await queued(pageId)).toMatchObject({ attempts: 1 });
    await dueNow();
    await indexOnce(2, fault === 'hang' ? 100 : undefined);
    const last = await queued(pageId);
    expect(last).toMatchObject({ attempts: 2, claimed_by: null });
    expect(last?.dead_at).not.toBeNull();
    expect(`${first?.last_error} ${last?.last_error}`).not.toMatch(/sk-|Bearer|127\.0\.0\.1/);
    await indexOnce(2, fault === 'hang' ? 100 : undefined);
    expect(await queued(pageId)).toMatchObject({ attempts: 2 });
  });

  it('keeps no other page of its batch out', async () => {
    const [bad, good] = [await createPage('Toxic'), await createPage('Harmless')];
    openAi.fault = ({ body }) => (body.input.some((text) => text.startsWith('Toxic')) ? { status: 400 } : null);
    await indexOnce();
    expect(await queued(bad)).toMatchObject({ attempts: 1 });
    expect(await queued(good)).toBeUndefined();
    expect(await sql('select content, model from work.search_index where page_id = $1', [good])).toEqual([
      { content: 'Harmless', model: 'm' },
    ]);
  });

  it('whose vectors are not as long as those that are stored under the same model is not stored among them', async () => {
    await createPage('Of eight numbers');
    await indexAll(gateway, embedder());
    const pageId = await createPage('Of seven numbers');
    openAi.embed = () => [1, 0, 0, 0, 0, 0, 0];
    await indexOnce();
    expect((await queued(pageId))?.last_error).toBe(
      'UPSTREAM_ERROR: The embedding model gave a vector of 7 numbers, where the index holds 8 of the same model',
    );
  });

  it('counts for few attempts of the others, once it is plain that nothing gets through', async () => {
    for (let n = 0; n < 8; n += 1) await createPage(`Waiting ${n}`);
    openAi.fault = () => ({ status: 401 });
    await indexOnce(1);
    const [counted] = await sql(
      'select count(*) filter (where dead_at is not null)::int as dead, count(*)::int as n from work.index_queue',
    );
    expect(counted?.n).toBe(8);
    expect(counted?.dead).toBeLessThanOrEqual(3);
  });
});

describe('a dead letter', () => {
  async function bury(title: string): Promise<string> {
    const pageId = await createPage(title);
    openAi.fault = () => ({ status: 400 });
    await indexOnce(1);
    openAi.fault = () => null;
    return pageId;
  }

  it('is listed for services and the indexer, and for nobody else', async () => {
    const pageId = await bury('Buried');
    for (const as of ['service', 'agent:workspace-indexer']) {
      const { data, errors } = await gateway.execute(LIST, { as });
      expect(errors).toBeUndefined();
      expect(data?.indexQueue).toMatchObject({
        totalCount: 1,
        nodes: [{ id: pageId, page: { title: 'Buried' }, operation: 'INDEX', attempts: 1, claimedBy: null }],
      });
      expect(pick(data, 'indexQueue.nodes.0.lastError')).toMatch(/^UPSTREAM_ERROR: /);
    }
    for (const as of [null, 'ana', 'agent:sync-odoo-agent', 'agent:workspace-ask-docs'])
      expect((await gateway.execute(LIST, { as })).errors?.[0]?.extensions.code).toMatch(
        /^(FORBIDDEN|UNAUTHENTICATED)$/,
      );
  });

  it('is tried again when its page changes', async () => {
    const pageId = await bury('Revived');
    await mutate(gateway, 'ana', {
      name: 'updatePage',
      input: { pageId, title: 'Revived, changed' },
      select: 'page { id }',
    });
    await indexAll(gateway, embedder());
    expect(await queued(pageId)).toBeUndefined();
  });

  it('is tried again by retryIndexing, all of them or those that are named, as often as it is asked for', async () => {
    const pages = [await bury('One'), await bury('Two')];
    expect(await retry('service', { pageIds: [pages[0]], idempotencyKey: 'once' })).toMatchObject({ retried: 1 });
    expect(await retry('service', { pageIds: [pages[0]], idempotencyKey: 'once' })).toMatchObject({ retried: 1 });
    expect(await retry('agent:workspace-indexer', { idempotencyKey: 'rest' })).toMatchObject({ retried: 1 });
    expect(await retry('service')).toMatchObject({ retried: 0 });
    await indexAll(gateway, embedder());
    for (const pageId of pages) expect(await queued(pageId)).toBeUndefined();
  });

  it('is dug up by nobody else, and by an agent only with a key', async () => {
    const asked = { name: 'retryIndexing', input: {}, select: 'retried' };
    for (const as of ['ana', 'agent:sync-odoo-agent', 'agent:workspace-ask-docs'])
      expect(await refuse(gateway, as, asked), as).toMatch(/^(FORBIDDEN|BOUNDARY_VIOLATION)$/);
    expect(codesOf(await retry('agent:workspace-indexer'))).toEqual(['BAD_USER_INPUT']);
  });

  it('is also what fifty indexers died at', async () => {
    const pageId = await createPage('Deadly');
    await sql('update work.index_queue set attempts = 50');
    expect(await testQueue(gateway.sources.postgres).claim(10)).toEqual([]);
    expect(await queued(pageId)).toMatchObject({ last_error: 'Fifty indexers ended while they were at this page' });
    expect((await queued(pageId))?.dead_at).not.toBeNull();
  });
});

describe('an indexer', () => {
  it('is woken, and when it is stopped gives back what it has not done', async () => {
    const first = await createPage('Before the stop');
    let ring = () => {};
    const wait = (ms: number) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        ring = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    const options = indexerOptions(gateway, { embedder: embedder(), drainMs: 0, bell: { ring: () => ring(), wait } });
    const indexer = startIndexer(options);
    const settled = async (pageId: string) => {
      while (await queued(pageId)) await new Promise((resolve) => setTimeout(resolve, 10));
    };
    await settled(first);
    openAi.fault = () => 'hang';
    const second = await createPage('At the stop');
    const asked = openAi.requests.length;
    while (openAi.requests.length === asked) {
      ring();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await indexer.stop();
    await indexer.ended;
    expect(await queued(second)).toMatchObject({ attempts: 0, claimed_by: null, last_error: null });
  });

  it('without the rights to claim ends and says so', async () => {
    await sql('revoke execute on function work.claim_index_batch(text, int, int) from agent_workspace_indexer');
    const indexer = startIndexer(indexerOptions(gateway, { embedder: embedder() }));
    await expect(indexer.ended).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await sql('grant execute on function work.claim_index_batch(text, int, int) to agent_workspace_indexer');
  });
});

describe('the tick of the database', () => {
  it('calls the door of the indexer where a page waits, with the token of the settings, and does nothing elsewhere', async () => {
    const token = 'a-token-of-a-tick-that-is-long-enough';
    let woken = 0;
    const wake = () => {
      woken += 1;
    };
    const door = await openBackgroundDoor({
      ...{ host: '127.0.0.1', port: 0, tick: { token, wake }, isStopping: () => false },
      health: createHealth(gateway.sources),
      metrics: createBackgroundMetrics(createLog('silent')),
    });
    const call = async () => (await sql('select work.call_indexer() as called'))[0]?.called;
    await createPage('Waits for the tick');
    expect(await call()).toBe(false);
    // As pg_net has it: notes the request, which the test then sends.
    await sql('create schema net');
    await sql('create table net.requests (url text, body jsonb, headers jsonb)');
    await sql(`create function net.http_post(url text, body jsonb default '{}', params jsonb default '{}',
      headers jsonb default '{}', timeout_milliseconds int default 5000) returns bigint language sql as
      $$ insert into net.requests values (url, body, headers); select 1::bigint $$`);
    expect(await call()).toBe(false);
    await sql(`create schema vault`);
    await sql(`create table vault.decrypted_secrets (name text, decrypted_secret text)`);
    await sql(
      `insert into vault.decrypted_secrets values ('tripoint_indexer_url', '${door.url}/tick'), ('tripoint_indexer_token', '${token}')`,
    );
    expect(await call()).toBe(true);
    const [sent] = await sql('select url, body, headers from net.requests');
    const { url, headers } = sent as { url: string; headers: Record<string, string> };
    expect((await fetch(url, { method: 'POST', headers, body: '{}' })).status).toBe(202);
    expect(woken).toBe(1);
    for (const authorization of ['', 'Bearer', `Bearer ${token}x`, token])
      expect((await fetch(url, { method: 'POST', headers: { authorization } })).status).toBe(401);
    expect((await fetch(url)).status).toBe(404);
    expect((await fetch(new URL('/healthz', url))).status).toBe(200);
    expect(woken).toBe(1);
    await indexAll(gateway, embedder());
    expect(await call()).toBe(false);
    await door.close();
  });
});

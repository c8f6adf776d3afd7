/** The time of an operation ends a question too, and what it asks of the models that belong to it. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createOpenAiAnswerer } from '../../../src/work/search/openai-answerer.ts';
import { createOpenAiEmbedder } from '../../../src/work/search/openai-embedder.ts';
import { SEARCH } from '../../support/ask-docs.ts';
import { createTestGateway, pick, type TestGateway, testToken } from '../../support/gateway.ts';
import { serve } from '../../support/listening.ts';
import { DOORS, errorsOf, subscribe } from '../../support/live.ts';
import { createOpenAiServer, type OpenAiServer } from '../../support/openai-server.ts';
import { indexAll } from '../../support/search.ts';

const TIMEOUT_MS = 800;
/** Milliseconds after its deadline by which an operation is answered, on a busy machine too. */
const GRACE_MS = 1_000;
const ASK = `{ askDocs(question: "When is the VAT return due?", first: 3) { passages { score } answer { text } }
  spaces { totalCount } }`;

const FOLLOW =
  'subscription { askDocsAnswer(question: "When is the VAT return due?", first: 3) { delta passages { score } } }';

let model: OpenAiServer;
let base: TestGateway;
/** Its questions are embedded by the endpoint. */
let embedded: TestGateway;
/** Its answers are written by the endpoint. */
let written: TestGateway;

beforeAll(async () => {
  model = await createOpenAiServer();
  const endpoint = { apiKey: model.key, baseUrl: model.url };
  const embedder = createOpenAiEmbedder({ ...endpoint, model: 'embedding-1' });
  const answerer = createOpenAiAnswerer({ ...endpoint, model: 'writer-1' });
  base = await createTestGateway({ search: SEARCH });
  await indexAll(base, SEARCH.embedder);
  const brief = { beside: base, operationTimeoutMs: TIMEOUT_MS };
  embedded = await createTestGateway({ ...brief, search: { embedder, answerer: null } });
  written = await createTestGateway({ ...brief, search: { ...SEARCH, answerer } });
  // The package is loaded when it is first asked for, which takes longer than these operations may.
  await embedder.embed(['warm'], { purpose: 'query' });
});

beforeEach(() => {
  model.fault = () => null;
  model.pieceMs = 0;
  model.latencyMs = 0;
});

afterAll(async () => {
  for (const each of [written, embedded, base]) await each[Symbol.asyncDispose]();
  await model[Symbol.asyncDispose]();
});

const TOO_LONG = { message: 'The operation took too long', extensions: { code: 'UPSTREAM_TIMEOUT', surface: 'work' } };

async function askInTime(gateway: TestGateway) {
  const start = performance.now();
  const answer = await gateway.execute(ASK, { as: 'ana' });
  expect(performance.now() - start).toBeLessThan(TIMEOUT_MS + GRACE_MS);
  expect(answer.status).toBe(200);
  return answer;
}

/** Whether the endpoint saw that nobody waits for its last answer any more. */
const untilCutOff = () => expect.poll(() => model.requests.at(-1)?.aborted, { timeout: 2_000 }).toBe(true);

describe('an operation whose time is up', () => {
  it.each<[string, () => void]>([
    ['never answers', () => (model.fault = () => 'hang')],
    ['answers later', () => (model.latencyMs = TIMEOUT_MS + 500)],
    ['fails, and is asked again', () => (model.fault = () => ({ status: 503, retryAfterSeconds: 2 }))],
  ])('waits no longer for an embedding endpoint that %s', async (which, slow) => {
    slow();
    const { data, errors } = await askInTime(embedded);
    expect(data).toEqual({ askDocs: null, spaces: { totalCount: expect.any(Number) } });
    expect(errors).toMatchObject([{ ...TOO_LONG, path: ['askDocs'] }]);
    if (!which.startsWith('fails')) await untilCutOff();
  });

  it.each<[string, () => void]>([
    ['never answers', () => (model.fault = () => 'hang')],
    [
      'writes on and on',
      () => {
        model.pieceMs = 50;
        model.chat = () => Array.from({ length: 1_000 }, () => 'and ');
      },
    ],
  ])('is answered with the passages where the language model %s', async (_which, slow) => {
    slow();
    const { data, errors } = await askInTime(written);
    expect(pick(data, 'askDocs.passages')).toHaveLength(3);
    expect(pick(data, 'askDocs.answer')).toBeNull();
    expect(errors).toMatchObject([{ ...TOO_LONG, path: ['askDocs', 'answer'] }]);
    await untilCutOff();
  });

  it.each(DOORS)('ends an answer that is written on and on, over %s', async (door) => {
    model.pieceMs = 50;
    model.chat = () => Array.from({ length: 1_000 }, () => 'and ');
    await using http = await serve(written);
    const start = performance.now();
    const events = await subscribe(http.url, door, FOLLOW, { as: 'ana' });
    expect(pick((await events.next()).data, 'askDocsAnswer.passages')).toHaveLength(3);
    const rest = await events.rest().catch(errorsOf);
    expect(rest.at(-1)).toMatchObject({ errors: [{ ...TOO_LONG, path: ['askDocsAnswer'] }] });
    expect(performance.now() - start).toBeLessThan(TIMEOUT_MS + GRACE_MS);
    await untilCutOff();
  });
});

it.each<[string, () => TestGateway]>([
  ['an embedding', () => embedded],
  ['an answer', () => written],
])('a client who leaves takes %s along', async (_what, gateway) => {
  model.fault = () => 'hang';
  await using http = await serve(gateway());
  const leaving = new AbortController();
  const count = model.requests.length;
  const asked = fetch(`${http.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await testToken('ana')}` },
    body: JSON.stringify({ query: ASK }),
    signal: leaving.signal,
  }).catch((error: Error) => error.name);
  await expect.poll(() => model.requests.length).toBe(count + 1);
  const left = performance.now();
  leaving.abort();
  expect(await asked).toBe('AbortError');
  await untilCutOff();
  // Not by the deadline.
  expect(performance.now() - left).toBeLessThan(TIMEOUT_MS / 2);
});

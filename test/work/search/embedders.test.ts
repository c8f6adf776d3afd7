/** What turns texts into vectors: an endpoint that fails in every way, a folder, and the one built in. */
import { randomBytes } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { GatewayError } from '../../../src/errors.ts';
import { createBuiltInEmbedder } from '../../../src/work/search/built-in-embedder.ts';
import { createEmbedder } from '../../../src/work/search/create-embedder.ts';
import { padEmbedding } from '../../../src/work/search/embedder.ts';
import { createHashingEmbedder } from '../../../src/work/search/hashing-embedder.ts';
import {
  createOpenAiEmbedder,
  type OpenAiEmbedderConfig,
  splitBatches,
} from '../../../src/work/search/openai-embedder.ts';
import { createOpenAiServer, type OpenAiFault, type OpenAiServer } from '../../support/openai-server.ts';
import { isRealStack } from '../../support/stack.ts';
import { writeStaticModel } from '../../support/static-model.ts';

const PASSAGE = { purpose: 'passage' } as const;
const QUERY = { purpose: 'query' } as const;

/** The embedder of the test's server, not patient. */
function embedderOf({ url, key }: OpenAiServer, given: Partial<OpenAiEmbedderConfig> = {}) {
  return createOpenAiEmbedder({ baseUrl: url, apiKey: key, model: 'test-embedding', timeoutMs: 2_000, ...given });
}

const cosine = (a: readonly number[] = [], b: readonly number[] = []) =>
  a.reduce((sum, each, at) => sum + each * (b[at] ?? 0), 0) / (Math.hypot(...a) * Math.hypot(...b));

async function faultOf(work: Promise<unknown>): Promise<GatewayError> {
  const thrown = await work.then(
    () => null,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(GatewayError);
  return thrown as GatewayError;
}

describe('the embedder of an OpenAI-compatible endpoint', () => {
  it('gives each text its vector, in order, and asks for base64', async () => {
    await using server = await createOpenAiServer(8);
    const vectors = await embedderOf(server).embed(['one', 'two', 'one'], PASSAGE);
    const [one = [], two = [], again] = vectors.map((vector) => vector.map((each) => Math.round(each * 1e6) / 1e6));
    expect([one.length, two.length]).toEqual([8, 8]);
    expect(again).toEqual(one);
    expect(two).not.toEqual(one);
    expect(server.requests.map(({ body }) => body)).toMatchObject([
      { model: 'test-embedding', input: ['one', 'two', 'one'], encoding_format: 'base64' },
    ]);
  });

  it('takes numbers from an endpoint that does not know base64, and any order', async () => {
    await using server = await createOpenAiServer(2);
    server.knowsBase64 = false;
    server.embed = (text) => [text.length, 1];
    server.fault = () => 'reversed';
    expect(await embedderOf(server).embed(['a', 'bb', 'ccc'], PASSAGE)).toEqual([
      [1, 1],
      [2, 1],
      [3, 1],
    ]);
  });

  it('asks nobody about nothing', async () => {
    await using server = await createOpenAiServer();
    expect(await embedderOf(server).embed([], PASSAGE)).toEqual([]);
    expect(server.requests).toEqual([]);
  });

  it('splits texts by the limits of one request, cuts one that is too long, and loses none', async () => {
    await using server = await createOpenAiServer(4);
    const texts = Array.from({ length: 2_500 }, (_, index) => `text ${index}`);
    const vectors = await embedderOf(server).embed(texts, PASSAGE);
    expect(vectors).toHaveLength(2_500);
    expect(server.requests.map(({ body }) => body.input.length)).toEqual([2_048, 452]);
    expect(server.embedded).toEqual(texts);
    const long = splitBatches([...Array.from({ length: 40 }, () => 'ñ'.repeat(40_000)), '']);
    expect(long.map(({ length }) => length)).toEqual([31, 10]);
    expect(Buffer.byteLength(long[0]?.[0] ?? '')).toBe(24_000);
    expect(long.at(-1)?.at(-1)).toBe(' ');
  });

  it.each<[string, OpenAiFault]>([
    ['429 with Retry-After', { status: 429, retryAfterSeconds: 0 }],
    ['500', { status: 500, retryAfterSeconds: 0 }],
    ['503', { status: 503, retryAfterSeconds: 0 }],
  ])('tries again after %s, and embeds nothing twice', async (_name, fault) => {
    await using server = await createOpenAiServer(4);
    server.fault = (_request, attempt) => (attempt < 3 ? fault : null);
    expect(await embedderOf(server).embed(['a', 'b'], PASSAGE)).toHaveLength(2);
    expect(server.requests).toHaveLength(3);
    expect(server.embedded).toEqual(['a', 'b']);
  });

  it('tries again after a cut connection, having waited', async () => {
    await using server = await createOpenAiServer(4);
    server.fault = (_request, attempt) => (attempt === 1 ? 'cut' : null);
    expect(await embedderOf(server).embed(['a'], QUERY)).toHaveLength(1);
    expect(server.requests).toHaveLength(2);
  });

  it.each<[string, OpenAiFault, string, number]>([
    ['429', { status: 429, retryAfterSeconds: 0 }, 'RATE_LIMITED', 3],
    ['429 that asks for an hour', { status: 429, retryAfterSeconds: 3_600 }, 'RATE_LIMITED', 1],
    ['500', { status: 500, retryAfterSeconds: 0 }, 'UPSTREAM_UNAVAILABLE', 3],
    ['400', { status: 400 }, 'UPSTREAM_ERROR', 1],
    ['404', { status: 404 }, 'UPSTREAM_ERROR', 1],
    ['no JSON', 'garbage', 'UPSTREAM_ERROR', 1],
    ['a vector too few', 'fewer', 'UPSTREAM_ERROR', 1],
    ['a vector with NaN', 'not-finite', 'UPSTREAM_ERROR', 1],
    ['vectors longer than the index keeps', { dimensions: 3_072 }, 'UPSTREAM_ERROR', 1],
  ])('ends with %s as what it is', async (_name, fault, code, requests) => {
    await using server = await createOpenAiServer(4);
    server.fault = () => fault;
    const error = await faultOf(embedderOf(server, { retries: 2 }).embed(['a', 'b'], PASSAGE));
    expect([error.code, error.surface, server.requests.length]).toEqual([code, 'work', requests]);
  });

  it('says how long an endpoint wants to be left alone, for who has more patience', async () => {
    await using server = await createOpenAiServer(4);
    server.fault = () => ({ status: 429, retryAfterSeconds: 3_600 });
    const error = await faultOf(embedderOf(server).embed(['a'], PASSAGE));
    expect(error.details).toEqual({ retryAfterMs: 3_600_000 });
  });

  it('waits for an answer only so long, and takes its time-out for one', async () => {
    await using server = await createOpenAiServer(4);
    server.fault = () => 'hang';
    const error = await faultOf(embedderOf(server, { timeoutMs: 100, retries: 0 }).embed(['a'], PASSAGE));
    expect(error.code).toBe('UPSTREAM_TIMEOUT');
  });

  it('ends at once when nobody waits any longer, and takes the request back', async () => {
    await using server = await createOpenAiServer(4);
    const gone = new AbortController();
    server.fault = () => {
      setImmediate(() => gone.abort());
      return 'hang';
    };
    const error = await faultOf(embedderOf(server).embed(['a'], { ...QUERY, signal: gone.signal }));
    expect(error.code).toBe('UPSTREAM_UNAVAILABLE');
    await expect.poll(() => server.requests.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it('refuses a model whose vectors change their length, and one that is not as long as is known', async () => {
    await using server = await createOpenAiServer(4);
    const embedder = embedderOf(server);
    await embedder.embed(['a'], PASSAGE);
    server.fault = () => ({ dimensions: 8 });
    expect((await faultOf(embedder.embed(['a'], PASSAGE))).code).toBe('UPSTREAM_ERROR');
    const known = embedderOf(server, { model: 'text-embedding-3-small' });
    expect((await faultOf(known.embed(['a'], PASSAGE))).message).toContain('a vector of 8 numbers');
  });

  it('never tells the key or the URL, whatever the endpoint says', async () => {
    await using server = await createOpenAiServer(4);
    const secret = 'sk-another-key-and-as-secret';
    const refused = await faultOf(embedderOf(server, { apiKey: secret }).embed(['a'], PASSAGE));
    expect(refused.code).toBe('UPSTREAM_ERROR');
    const away = await faultOf(
      createOpenAiEmbedder({
        baseUrl: 'http://user:word@127.0.0.1:9/v1',
        apiKey: secret,
        model: 'm',
        retries: 0,
      }).embed(['a'], PASSAGE),
    );
    expect(away.code).toBe('UPSTREAM_UNAVAILABLE');
    for (const error of [refused, away]) {
      const told = JSON.stringify([error, error.message, error.stack, error.cause]);
      expect(told).not.toMatch(/sk-another|user:word|127\.0\.0\.1/);
    }
  });
});

describe('a static model in a folder', () => {
  it('gives the mean of the vectors of its tokens, without those it does not know', async () => {
    await using folder = await createFolder();
    await writeStaticModel(folder.path, { tax: [1, 0, 0], vat: [0.8, 0.6, 0], holiday: [0, 0, 1] });
    const embedder = createEmbedder({ kind: 'local', folder: folder.path });
    expect([embedder.isLexical, embedder.model]).toEqual([false, expect.stringMatching(/@[0-9a-f]{12}$/)]);
    const [tax, both, holiday, none] = await embedder.embed(['Tax!', 'tax xyzzy VAT', 'holiday', 'xyzzy'], PASSAGE);
    expect(tax).toEqual([1, 0, 0]);
    expect(cosine(both, [1.8, 0.6, 0])).toBeCloseTo(1, 6);
    expect(Math.hypot(...(both ?? []))).toBeCloseTo(1, 6);
    expect(cosine(tax, holiday)).toBe(0);
    expect(Math.hypot(...(none ?? []))).toBe(1);
  });

  it('reads half precision, weights and shared vectors as Model2Vec writes them', async () => {
    await using folder = await createFolder();
    const words = { tax: [1, 0, 0], vat: [0, 1, 0], form: [0, 0, 1] };
    await writeStaticModel(folder.path, words, { dtype: 'F16', weights: [1, 3, 1], mapping: [0, 1, 1] });
    const embedder = createEmbedder({ kind: 'local', folder: folder.path });
    const [mixed, shared] = await embedder.embed(['tax vat', 'form'], PASSAGE);
    expect(cosine(mixed, [1, 3, 0])).toBeCloseTo(1, 6);
    expect(shared).toEqual([0, 1, 0]);
  });

  it('is another model when other vectors are in the folder', async () => {
    await using folder = await createFolder();
    await writeStaticModel(folder.path, { tax: [1, 0] });
    const before = createEmbedder({ kind: 'local', folder: folder.path }).model;
    await writeStaticModel(folder.path, { tax: [0, 1] });
    expect(createEmbedder({ kind: 'local', folder: folder.path }).model).not.toBe(before);
  });

  it('is refused at once where there is none, and without the path', async () => {
    const open = () => createEmbedder({ kind: 'local', folder: '/nowhere/secret-folder' });
    expect(open).toThrow('LOCAL_EMBEDDING_MODEL is not the folder of a static embedding model');
    expect(open).not.toThrow(/secret-folder/);
    await using folder = await createFolder();
    await writeStaticModel(folder.path, { tax: [1, 0] });
    await rm(join(folder.path, 'tokenizer.json'));
    const error = await faultOf(createEmbedder({ kind: 'local', folder: folder.path }).embed(['tax'], PASSAGE));
    expect(error.code).toBe('NOT_CONFIGURED');
  });
});

describe('the lexical embedder', () => {
  const embedder = createHashingEmbedder();
  const near = async (a: string, b: string) => {
    const [one, two] = await embedder.embed([a, b], PASSAGE);
    return cosine(one, two);
  };

  it('says that it is lexical, in its name too', () => {
    expect([embedder.isLexical, embedder.model]).toEqual([true, expect.stringContaining('lexical')]);
  });

  it('gives vectors of length 1, the same for the same text, and one for a text without words', async () => {
    const [one = [], two, none = []] = await embedder.embed(['Form 2550Q', 'Form 2550Q', ' … '], PASSAGE);
    expect(one).toEqual(two);
    for (const vector of [one, none]) expect(Math.hypot(...vector)).toBeCloseTo(1, 6);
    expect(padEmbedding(one)).toHaveLength(1_536);
  });

  it('puts texts near that share words, however they are inflected, spelt or accented', async () => {
    const far = await near('filing the quarterly return', 'the forklift driver parked');
    expect(await near('filing the quarterly return', 'quarterly returns are filed')).toBeGreaterThan(far + 0.5);
    expect(await near('accommodation request', 'acommodation requests')).toBeGreaterThan(far + 0.3);
    expect(await near('form 1601-EQ', 'FORM 1601EQ')).toBeGreaterThan(far + 0.3);
    expect(await near('Peñafrancia café', 'penafrancia cafe')).toBeCloseTo(1, 6);
  });
});

describe('the embedder that is built in', () => {
  it('is the lexical one, and says so, where the sentence encoder is not installed', () => {
    const { model, isLexical } = createBuiltInEmbedder(null);
    expect([model, isLexical]).toEqual([createHashingEmbedder().model, true]);
  });

  it('knows what texts mean and which words they use, reads them to their end, and fails for none', async () => {
    const embedder = createEmbedder({ kind: 'built-in' });
    try {
      expect(embedder.isLexical).toBe(false);
      const texts = [
        'Which lawyer did we pay?',
        'Fees of our attorney',
        'The forklift hit a rack',
        'Form 2550Q',
        'the form is called 2550Q',
        'the form is called 1601C',
      ];
      const [lawyer, attorney, forklift, form, same, other] = await embedder.embed(texts, PASSAGE);
      expect(cosine(lawyer, attorney)).toBeGreaterThan(cosine(lawyer, forklift) + 0.1);
      expect(cosine(form, same)).toBeGreaterThan(cosine(form, other) + 0.1);
      const odd = ['', ' \n ', '🙂', '漢字かな', '\u0000\uD800', '_'.repeat(401)];
      for (const vector of await embedder.embed(odd, QUERY)) {
        expect(vector).toHaveLength(1_536);
        expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
      }
      // Longer than what the model reads; of the words, which differ anyway, nothing is in the first 512 numbers.
      const begin = 'The tax return is filed after the quarter. '.repeat(14);
      const [one, two] = await embedder.embed([`${begin}A concert.`, `${begin}Drinking water.`], PASSAGE);
      expect(cosine(one?.slice(0, 512), two?.slice(0, 512))).toBeLessThan(0.9999);
    } finally {
      await embedder.close?.();
    }
  });

  it.runIf(isRealStack)('gives up when nobody waits, and starts anew after it was closed', async () => {
    const embedder = createEmbedder({ kind: 'built-in' });
    try {
      const signal = AbortSignal.abort();
      expect((await faultOf(embedder.embed(['a'], { ...QUERY, signal }))).code).toBe('UPSTREAM_UNAVAILABLE');
      const cut = faultOf(embedder.embed(['a'], QUERY));
      await embedder.close?.();
      expect((await cut).code).toBe('UPSTREAM_ERROR');
      expect(await embedder.embed(['a'], QUERY)).toHaveLength(1);
    } finally {
      await embedder.close?.();
    }
  });
});

describe('a vector of the index', () => {
  it('is padded with zeros, which changes no cosine, and never cut', () => {
    expect(padEmbedding([0.6, 0.8])).toEqual([0.6, 0.8, ...Array.from({ length: 1_534 }, () => 0)]);
    expect(() => padEmbedding([])).toThrow('a vector of 0 numbers');
    expect(() => padEmbedding(Array.from({ length: 1_537 }, () => 1))).toThrow('a vector of 1537 numbers');
    expect(() => padEmbedding([1, Number.NaN])).toThrow('not finite');
  });
});

describe('the configuration of search', () => {
  const read = (env: Record<string, string>) => readConfig(env, () => 'x'.repeat(32)).search;

  it('chooses the embedder by what is set, and writes answers only where a model is named', () => {
    expect(read({})).toEqual({ embedder: { kind: 'built-in' }, chat: null });
    const openAi = { apiKey: 'sk-1', baseUrl: null };
    expect(read({ OPENAI_API_KEY: 'sk-1', OPENAI_CHAT_MODEL: 'chat' })).toEqual({
      embedder: { kind: 'openai', ...openAi, model: 'text-embedding-3-small' },
      chat: { ...openAi, model: 'chat' },
    });
    const baseUrl = 'http://127.0.0.1:11434/v1';
    expect(read({ OPENAI_BASE_URL: baseUrl, OPENAI_EMBEDDING_MODEL: 'nomic' }).embedder).toEqual({
      kind: 'openai',
      apiKey: null,
      baseUrl,
      model: 'nomic',
    });
    expect(read({ OPENAI_BASE_URL: baseUrl, LOCAL_EMBEDDING_MODEL: '/models/potion' }).embedder).toEqual({
      kind: 'local',
      folder: '/models/potion',
    });
  });

  it.each([
    [{ OPENAI_CHAT_MODEL: 'chat' }, 'OPENAI_CHAT_MODEL is set, and neither OPENAI_API_KEY nor OPENAI_BASE_URL is'],
    [{ OPENAI_BASE_URL: 'localhost:1' }, 'OPENAI_BASE_URL must be a URL'],
    [{ OPENAI_API_KEY: 'with space' }, 'OPENAI_API_KEY must be printable characters'],
    [
      { OPENAI_API_KEY: 'k', OPENAI_EMBEDDING_MODEL: 'a', LOCAL_EMBEDDING_MODEL: 'b' },
      'OPENAI_EMBEDDING_MODEL and LOCAL_EMBEDDING_MODEL are both set',
    ],
  ])('names what is wrong with %j', (env, problem) => {
    expect(() => read(env as Record<string, string>)).toThrow(problem);
  });
});

async function createFolder() {
  const path = join(tmpdir(), `tripoint-model-${randomBytes(4).toString('hex')}`);
  await mkdir(path);
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

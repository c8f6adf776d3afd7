/** Search as tests ask it: a gateway whose workspace is indexed, with a language model that a test speaks for. */
import type { Answerer } from '../../src/work/search/answerer.ts';
import type { Search } from '../../src/work/search/ask-docs.ts';
import { createHashingEmbedder } from '../../src/work/search/hashing-embedder.ts';
import { createOpenAiAnswerer } from '../../src/work/search/openai-answerer.ts';
import { createTestGateway, type TestGateway } from './gateway.ts';
import { type ChatMessage, createOpenAiServer, type OpenAiServer } from './openai-server.ts';
import { indexAll } from './search.ts';

/** Search without a language model; one object, so that the gateways of a process share a schema. */
export const SEARCH: Search = { embedder: createHashingEmbedder(), answerer: null };

/** Milliseconds that an answer may take: as the product has it, and where a test waits for the end of it. */
const PATIENCE_MS = { patient: 20_000, impatient: 200 };

/** A gateway that answers questions. */
export interface AskDocsGateway extends AsyncDisposable {
  readonly gateway: TestGateway;
  /** Speaks for the language model. */
  readonly model: OpenAiServer;
  /** Whether the gateway waits for the language model. */
  patience: keyof typeof PATIENCE_MS;
}

/** Opens it, and indexes the demo workspace. */
export async function openAskDocs(): Promise<AskDocsGateway> {
  const model = await createOpenAiServer();
  const { embedder } = SEARCH;
  const create = (timeoutMs: number) =>
    createOpenAiAnswerer({ apiKey: model.key, baseUrl: model.url, model: 'writer-1', timeoutMs });
  const answerers = { patient: create(PATIENCE_MS.patient), impatient: create(PATIENCE_MS.impatient) };
  const answerer: Answerer = {
    model: 'writer-1',
    write: (...asked) => answerers[opened.patience].write(...asked),
  };
  const gateway = await createTestGateway({ search: { embedder, answerer } });
  await indexAll(gateway, embedder);
  const opened: AskDocsGateway = {
    gateway,
    model,
    patience: 'patient',
    [Symbol.asyncDispose]: async () => {
      await gateway[Symbol.asyncDispose]();
      await model[Symbol.asyncDispose]();
    },
  };
  return opened;
}

/** What a model was given: its instructions, the passages, and what stands around them. */
export interface Given {
  readonly passages: readonly { readonly number: number; readonly page: string; readonly text: string }[];
  /** Everything but the passages. */
  readonly outside: string;
}

/** Reads the messages as a model is told to read them. @throws Error where the marks are not those that were announced. */
export function readGiven(messages: readonly ChatMessage[]): Given {
  const [system, user] = messages;
  const mark = /<(passages-[0-9a-f]+)>/.exec(system?.content ?? '')?.[1] ?? 'none';
  const [before = '', rest = '', ...more] = (user?.content ?? '').split(`<${mark}>\n`);
  const [data = '', after, ...others] = rest.split(`\n</${mark}>`);
  if (after === undefined || more.length > 0 || others.length > 0) throw new Error('the marks do not stand once');
  return {
    passages: data.split('\n').map((line) => JSON.parse(line) as Given['passages'][number]),
    outside: [system?.content, before, after].join('\n'),
  };
}

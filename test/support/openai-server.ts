/** The part of an OpenAI-compatible API that search needs, on a free port, with faults on demand. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createTestServer } from './http-server.ts';

/** What goes wrong with a request. */
export type OpenAiFault =
  /** Answers with this status, and where given with `Retry-After`. */
  | { readonly status: number; readonly retryAfterSeconds?: number }
  /** Gives vectors of this length, whatever was asked. */
  | { readonly dimensions: number }
  /** Never answers. */
  | 'hang'
  /** Cuts the connection after half of the answer. */
  | 'cut'
  /** Answers with what is no JSON. */
  | 'garbage'
  /** Leaves out the last vector. */
  | 'fewer'
  /** Gives the vectors in another order; `index` says which is which. */
  | 'reversed'
  /** A number of the first vector is NaN. */
  | 'not-finite';

/** A message of a chat. */
export interface ChatMessage {
  readonly role: string;
  readonly content: string;
}

/** A request as it came. */
export interface OpenAiRequest {
  /** E.g. `/v1/embeddings`. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  /** The body; of embeddings `input` is always a list. */
  readonly body: {
    readonly model: string;
    readonly input: readonly string[];
    readonly messages: readonly ChatMessage[];
    readonly stream: boolean;
    readonly [other: string]: unknown;
  };
  /** Whether the client went away before the answer ended. */
  aborted: boolean;
}

/** A listening server; what it does may be changed while it runs. */
export interface OpenAiServer extends AsyncDisposable {
  /** What stands in `OPENAI_BASE_URL`; ends in `/v1`. */
  readonly url: string;
  /** What stands in `OPENAI_API_KEY`; another one is answered with 401. */
  readonly key: string;
  readonly requests: readonly OpenAiRequest[];
  /** Texts embedded so far, in the order of their coming; a refused request counts not. */
  readonly embedded: readonly string[];
  /** Gives a text its vector. By default its words, hashed: texts that share words are near. */
  embed: (text: string, model: string) => readonly number[];
  /** Answers a chat; a list is streamed piece by piece, a text word by word. By default it repeats the last message. */
  chat: (messages: readonly ChatMessage[]) => string | readonly string[] | Promise<string | readonly string[]>;
  /** Whether `encoding_format: base64` is known; an endpoint that does not know it sends numbers. */
  knowsBase64: boolean;
  /** Milliseconds before an answer. */
  latencyMs: number;
  /** Milliseconds between two pieces of a stream. */
  pieceMs: number;
  /** Decides for each request whether something goes wrong; `attempt` counts all requests from 1. */
  fault: (request: OpenAiRequest, attempt: number) => OpenAiFault | null;
}

/** @param dimensions Length of the default vectors. */
export async function createOpenAiServer(dimensions = 1_536): Promise<OpenAiServer> {
  const requests: OpenAiRequest[] = [];
  const embedded: string[] = [];
  const server = await createTestServer((request, response, body) => answer(state, request, response, body));
  const state = {
    url: `${server.url}/v1`,
    key: 'sk-of-a-test-and-secret',
    requests,
    embedded,
    embed: (text: string) => hashWords(text, dimensions),
    chat: (messages) => messages.at(-1)?.content ?? '',
    knowsBase64: true,
    latencyMs: 0,
    pieceMs: 0,
    fault: () => null,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  } as OpenAiServer & { requests: OpenAiRequest[]; embedded: string[] };
  return state;
}

type State = OpenAiServer & { readonly requests: OpenAiRequest[]; readonly embedded: string[] };

async function answer(state: State, incoming: IncomingMessage, response: ServerResponse, text: string): Promise<void> {
  const parsed = JSON.parse(text || '{}') as OpenAiRequest['body'];
  const input = parsed.input === undefined ? [] : [parsed.input].flat();
  const body = { ...parsed, input, messages: parsed.messages ?? [], stream: parsed.stream === true };
  const request: OpenAiRequest = { path: incoming.url ?? '', headers: incoming.headers, body, aborted: false };
  response.on('close', () => {
    request.aborted = !response.writableFinished;
  });
  state.requests.push(request);
  if (incoming.headers.authorization !== `Bearer ${state.key}`) {
    return refuse(response, 401, `Incorrect API key provided: ${incoming.headers.authorization?.slice(7)}`);
  }
  const fault = state.fault(request, state.requests.length);
  if (state.latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, state.latencyMs));
  if (fault === 'hang') return;
  if (fault === 'garbage') return void response.writeHead(200, { 'content-type': 'application/json' }).end('{"data":');
  if (typeof fault === 'object' && fault !== null && 'status' in fault) {
    if (fault.retryAfterSeconds !== undefined) response.setHeader('retry-after', String(fault.retryAfterSeconds));
    return refuse(response, fault.status, 'a fault of the test');
  }
  if (request.path === '/v1/embeddings') return answerEmbeddings(state, request, fault, response);
  if (request.path === '/v1/chat/completions') return answerChat(state, request, fault, response);
  refuse(response, 404, `Unknown request URL: ${request.path}`);
}

function answerEmbeddings(
  state: State,
  { body }: OpenAiRequest,
  fault: OpenAiFault | null,
  response: ServerResponse,
): void {
  const isBad = body.input.length === 0 || body.input.length > 2_048 || body.input.some((text) => text === '');
  if (isBad) {
    refuse(response, 400, "Invalid 'input'");
    return;
  }
  state.embedded.push(...body.input);
  const vectors = body.input.map((text) => {
    if (typeof fault === 'object' && fault && 'dimensions' in fault) return hashWords(text, fault.dimensions);
    return state.embed(text, body.model);
  });
  if (fault === 'not-finite') vectors[0] = [Number.NaN, ...(vectors[0] ?? []).slice(1)];
  if (fault === 'fewer') vectors.pop();
  const encode = (vector: readonly number[]) =>
    state.knowsBase64 && body.encoding_format === 'base64'
      ? Buffer.from(Float32Array.from(vector).buffer).toString('base64')
      : vector;
  const list = vectors.map((vector, index) => ({ object: 'embedding', index, embedding: encode(vector) }));
  if (fault === 'reversed') list.reverse();
  const usage = { prompt_tokens: body.input.length, total_tokens: body.input.length };
  send(response, { object: 'list', model: body.model, data: list, usage }, fault);
}

async function answerChat(
  state: State,
  { body }: OpenAiRequest,
  fault: OpenAiFault | null,
  response: ServerResponse,
): Promise<void> {
  const answered = await state.chat(body.messages);
  const pieces = typeof answered === 'string' ? (answered.match(/\S*\s*/g) ?? []) : answered;
  const base = { id: 'chatcmpl-test', created: 0, model: body.model };
  if (!body.stream) {
    const message = { role: 'assistant', content: pieces.join(''), refusal: null };
    const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
    const choices = [{ index: 0, message, finish_reason: 'stop', logprobs: null }];
    return send(response, { ...base, object: 'chat.completion', choices, usage }, fault);
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const event = (delta: object, reason: string | null) =>
    `data: ${JSON.stringify({
      ...base,
      object: 'chat.completion.chunk',
      choices: [{ index: 0, delta, finish_reason: reason }],
    })}\n\n`;
  response.write(event({ role: 'assistant', content: '' }, null));
  for (const [index, piece] of pieces.entries()) {
    if (fault === 'cut' && index >= pieces.length / 2) return void response.destroy();
    if (response.destroyed) return;
    if (piece !== '') response.write(event({ content: piece }, null));
    if (state.pieceMs > 0) await new Promise((resolve) => setTimeout(resolve, state.pieceMs));
  }
  response.end(`${event({}, 'stop')}data: [DONE]\n\n`);
}

function send(response: ServerResponse, value: unknown, fault: OpenAiFault | null): void {
  const text = JSON.stringify(value);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  if (fault === 'cut') response.write(text.slice(0, text.length >> 1), () => response.destroy());
  else response.end(text);
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ error: { message, type: 'a_test', param: null, code: null } }));
}

/** Each word counts at one place; the text's length is taken out. */
function hashWords(text: string, dimensions: number): number[] {
  const vector = new Array<number>(dimensions).fill(0);
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? ['']) {
    let hash = 2_166_136_261;
    for (const char of word) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16_777_619) >>> 0;
    const at = hash % dimensions;
    vector[at] = (vector[at] ?? 0) + 1;
  }
  const norm = Math.hypot(...vector);
  return vector.map((each) => each / norm);
}

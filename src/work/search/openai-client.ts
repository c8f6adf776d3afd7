/** The two requests of an OpenAI-compatible API that search needs, each made once, and its faults as ours. */
import { EventSourceParserStream } from 'eventsource-parser/stream';
import { givenUp } from '../../abort.ts';
import { type ErrorCode, GatewayError } from '../../errors.ts';
import { isTraced, openSpan } from '../../tracing/span.ts';
import { traceHeaders } from '../../tracing/traceparent.ts';

/** Where an OpenAI-compatible API is, and who asks it. */
export interface OpenAiConfig {
  /** Null where the endpoint asks for none, as local ones do. */
  readonly apiKey: string | null;
  /** Up to and with the version, e.g. `http://localhost:11434/v1`; null for OpenAI's own. */
  readonly baseUrl: string | null;
}

/** What is known where no answer came, or none that can be used. */
interface Fault {
  readonly code: ErrorCode;
  readonly message: string;
}

const OPENAI_URL = 'https://api.openai.com/v1';

const REFUSED: Fault = { code: 'UPSTREAM_ERROR', message: 'The language model API refused the request' };
const BY_STATUS: Readonly<Record<number, Fault>> = {
  401: { code: 'UPSTREAM_ERROR', message: 'The language model API does not take our credentials' },
  403: { code: 'UPSTREAM_ERROR', message: 'The language model API does not take our credentials' },
  404: { code: 'UPSTREAM_ERROR', message: 'The language model API does not know the model' },
  408: { code: 'UPSTREAM_TIMEOUT', message: 'The language model API took too long' },
  429: { code: 'RATE_LIMITED', message: 'The language model API has had too many requests' },
};
const UNAVAILABLE: Fault = { code: 'UPSTREAM_UNAVAILABLE', message: 'The language model API cannot be reached' };
const STRANGE: Fault = {
  code: 'UPSTREAM_ERROR',
  message: 'The language model API answered something that is not its own',
};
/** Of what was no answer: all else is a connection that was refused, or cut in the middle of the answer. */
const BY_NAME: Readonly<Record<string, Fault>> = { SyntaxError: STRANGE, TimeoutError: BY_STATUS[408] as Fault };

/** What of a piece of an answer is looked at. */
interface ChatPiece {
  readonly choices?: readonly { readonly delta?: { readonly content?: string | null } }[];
  readonly usage?: { readonly total_tokens: number } | null;
  readonly error?: unknown;
}

/** How a request is made: until when, and with which headers beside its own. */
interface Asking {
  readonly signal: AbortSignal;
  readonly headers: Readonly<Record<string, string>>;
}

/** Asks; what comes back may be anything. */
export interface OpenAiClient {
  /** @throws what `toUpstreamError` takes. */
  readonly embed: (body: object, asking: Asking) => Promise<unknown>;
  /** Pieces as they come, until the API says that it is done. @throws what `toUpstreamError` takes. */
  readonly chat: (body: object, asking: Asking) => AsyncIterable<ChatPiece>;
}

/** Asks nothing before the first request. */
export function createOpenAiClient({ apiKey, baseUrl }: OpenAiConfig): OpenAiClient {
  const root = (baseUrl ?? OPENAI_URL).replace(/\/+$/, '');
  const own = { 'content-type': 'application/json', authorization: `Bearer ${apiKey ?? 'none'}` };
  const post = async (path: string, body: object, asking: Asking) => {
    const { signal } = asking;
    const headers = { ...asking.headers, ...own };
    const response = await fetch(`${root}/${path}`, { method: 'POST', headers, body: JSON.stringify(body), signal });
    if (!response.ok) throw await readRefusal(response);
    return response;
  };
  return {
    embed: async (body, asking) => (await post('embeddings', body, asking)).json(),
    chat: async function* (body, asking) {
      const { body: bytes } = await post('chat/completions', { ...body, stream: true }, asking);
      if (!bytes) return;
      const events = bytes.pipeThrough(new TextDecoderStream()).pipeThrough(new EventSourceParserStream());
      for await (const { data } of events) {
        if (data === '[DONE]') return;
        const piece = JSON.parse(data) as ChatPiece;
        // It came to a fault when it had begun to answer.
        if (piece.error) throw new Error('The answer ends with an error');
        yield piece;
      }
    },
  };
}

/** A request to the API as a span, and what the request has to say of it. */
export interface ModelSpan {
  readonly headers: Readonly<Record<string, string>>;
  /** @param failure What went wrong; absent where nothing did. */
  readonly end: (failure?: unknown) => void;
}

/** Begins it; what is asked and answered is no part of it. */
export function openModelSpan({ baseUrl }: OpenAiConfig, operation: 'embeddings' | 'chat', model: string): ModelSpan {
  if (!isTraced()) return { headers: {}, end: () => {} };
  const { hostname } = new URL(baseUrl ?? OPENAI_URL);
  const attributes = {
    'server.address': hostname,
    'gen_ai.operation.name': operation,
    'gen_ai.request.model': model,
  };
  const span = openSpan(`${operation} ${model}`, { kind: 'client', attributes });
  return { headers: span.within(traceHeaders), end: (failure) => span.end(failure) };
}

/** A status that is no success, with what the log may know of it: no text, which may quote the key. */
class ApiRefusal extends Error {
  override readonly name = 'ApiRefusal';
  readonly status: number;
  readonly headers: Headers;
  readonly code: unknown;
  readonly type: unknown;

  constructor({ status, headers }: Response, { code, type }: { readonly code?: unknown; readonly type?: unknown }) {
    super(`HTTP ${status}`);
    this.status = status;
    this.headers = headers;
    this.code = code;
    this.type = type;
  }
}

async function readRefusal(response: Response): Promise<ApiRefusal> {
  const told = (await response.json().catch(() => null)) as { readonly error?: object } | null;
  return new ApiRefusal(response, told?.error ?? {});
}

/**
 * What a request threw, as ours: neither its message nor its URL goes along.
 *
 * @param signal That of the caller: once it is aborted, its reason decides.
 */
export function toUpstreamError(thrown: unknown, signal?: AbortSignal): GatewayError {
  if (thrown instanceof GatewayError) return thrown;
  if (signal?.aborted) return givenUp(signal.reason, 'work');
  const refusal = thrown instanceof ApiRefusal ? thrown : null;
  const { name = 'Error' } = (thrown ?? {}) as { readonly name?: string };
  const cause = { name, status: refusal?.status, code: refusal?.code, type: refusal?.type };
  const fault = refusal ? findFault(refusal.status) : (BY_NAME[name] ?? UNAVAILABLE);
  const retryAfterMs = refusal && readRetryAfter(refusal.headers);
  const details = retryAfterMs === null ? {} : { retryAfterMs };
  return new GatewayError(fault.code, fault.message, { surface: 'work', cause, details });
}

function findFault(status: number): Fault {
  return BY_STATUS[status] ?? (status >= 500 ? UNAVAILABLE : REFUSED);
}

/** Milliseconds that the API wants to be left alone; null where it does not say. */
function readRetryAfter(headers: Headers): number | null {
  const value = headers.get('retry-after');
  if (value === null) return null;
  const ms = /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, Math.round(ms)) : null;
}

/** The only place that opens a connection to Odoo: one HTTP request, its whole answer, within its time. */
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { tooLong } from '../byte-budget.ts';
import { GatewayError } from '../errors.ts';
import { withHttpSpan } from '../tracing/http-span.ts';
import { cancelledFault, connectionFault } from './faults.ts';

/** One HTTP request. */
export interface WireRequest {
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds until the last byte of the answer. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
  /** Bytes of the answer at most: a longer one is cut off. */
  readonly maxBytes?: number | undefined;
}

/** Bytes of an answer at most, by default. */
const MAX_BYTES = 67_108_864;

/** The answer, whatever its status. */
export interface WireAnswer {
  readonly status: number;
  readonly text: string;
  /** Milliseconds of the `Retry-After` header; null without one. */
  readonly retryAfterMs: number | null;
}

/** How a request by JSON-2 goes, whatever its method. */
export interface Json2Request extends Pick<WireRequest, 'timeoutMs' | 'signal' | 'maxBytes'> {
  readonly url: string;
  /** Name of the database; null where the server has one only. */
  readonly database: string | null;
  readonly apiKey: string;
  /** Named arguments. */
  readonly args: object;
}

/**
 * One request by JSON-2. Which methods there are to call, its callers say: the reader's list, the writer's rules, the
 * renewal's two.
 *
 * @throws GatewayError as `askOdoo` does.
 */
export function askJson2(
  model: string,
  method: string,
  { url, database, apiKey, args, ...waiting }: Json2Request,
): Promise<WireAnswer> {
  const headers = {
    'content-type': 'application/json',
    authorization: `bearer ${apiKey}`,
    ...(database !== null && { 'x-odoo-database': database }),
  };
  const target = new URL(`/json/2/${model}/${method}`, url);
  return askOdoo(target, { method: 'POST', headers, body: JSON.stringify(args), ...waiting });
}

/**
 * `node:http` rather than `fetch`: half the CPU for each call, and a call costs Odoo more than enough.
 *
 * A redirect is not followed, since the key would go with it: it is an answer that is not Odoo's own.
 *
 * @throws GatewayError where no whole answer came: refused, cut, too late, or no longer wanted.
 */
export function askOdoo(url: URL, request: WireRequest): Promise<WireAnswer> {
  const { method, headers } = request;
  return withHttpSpan({ method, url, hasOpenPath: true }, (traced) =>
    send(url, { ...request, headers: { ...headers, ...traced } }),
  );
}

function send(
  url: URL,
  { method, headers, body, timeoutMs, signal, maxBytes = MAX_BYTES }: WireRequest,
): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => {
      clearTimeout(timer);
      if (error instanceof GatewayError) reject(error);
      else reject(signal?.aborted ? cancelledFault(signal.reason) : connectionFault(error));
    };
    const request = (url.protocol === 'https:' ? requestHttps : requestHttp)(url, {
      method,
      headers: { ...headers, 'user-agent': 'tripoint', ...(body && { 'content-length': Buffer.byteLength(body) }) },
      ...(signal && { signal }),
    });
    const timer = setTimeout(() => request.destroy(new DOMException('too late', 'TimeoutError')), timeoutMs);
    request.once('error', fail);
    request.once('response', (response) => {
      const chunks: Buffer[] = [];
      let length = 0;
      response.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length <= maxBytes) return void chunks.push(chunk);
        fail(tooLong({ maxBytes, asked: length, field: 'odoo' }, 'odoo'));
        request.destroy();
      });
      response.once('error', fail);
      response.once('close', () => {
        if (!response.complete) return fail(new Error('the answer was cut'));
        clearTimeout(timer);
        const retryAfterMs = readRetryAfter(response.headers['retry-after'] ?? null);
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8'), retryAfterMs });
      });
    });
    request.end(body);
  });
}

/** Seconds, or a date; null for neither. */
function readRetryAfter(header: string | null): number | null {
  if (header === null) return null;
  const ms = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) && ms >= 0 ? Math.round(ms) : null;
}

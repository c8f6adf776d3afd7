/** One signed request to a handler elsewhere, and its whole answer: no redirect, no long answer, no private address. */
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { withHttpSpan } from '../tracing/http-span.ts';
import { RunError } from './handler.ts';
import { lookupPublic, PrivateAddressError, refusePrivateHost } from './public-address.ts';

/** What is posted, and where. */
export interface Posting {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** Whether it may be at an address that is not of the public internet. */
  readonly mayBePrivate: boolean;
}

/** The answer, whatever its status. */
export interface Posted {
  readonly status: number;
  readonly text: string;
  /** Milliseconds of the header `Retry-After`; null without one. */
  readonly retryAfterMs: number | null;
}

/** Bytes of an answer at most: as many as an output may have. */
const MAX_ANSWER_BYTES = 262_144;

/** @throws RunError where no whole answer came. */
export async function post(posting: Posting): Promise<Posted> {
  try {
    if (!posting.mayBePrivate) refusePrivateHost(posting.url);
    const { url, headers } = posting;
    // Its path may be a secret.
    return await withHttpSpan({ method: 'POST', url, hasOpenPath: false }, (traced) =>
      send({ ...posting, headers: { ...headers, ...traced } }),
    );
  } catch (cause) {
    if (cause instanceof RunError) throw cause;
    if (cause instanceof PrivateAddressError)
      throw new RunError(
        'NOT_CONFIGURED',
        `The handler's ${cause.message}: say \`private: true\` beside its url to allow it`,
      );
    throw new RunError('UPSTREAM_UNAVAILABLE', 'The handler cannot be reached', { retryable: true, cause });
  }
}

function send({ url, headers, body, signal, mayBePrivate }: Posting): Promise<Posted> {
  return new Promise((resolve, reject) => {
    const ask = url.protocol === 'https:' ? requestHttps : requestHttp;
    const request = ask(url, {
      method: 'POST',
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
      signal,
      ...(!mayBePrivate && { lookup: lookupPublic }),
    });
    request.once('error', reject);
    request.once('response', (response) => {
      const chunks: Buffer[] = [];
      let length = 0;
      response.on('data', (chunk: Buffer) => {
        length += chunk.length;
        if (length <= MAX_ANSWER_BYTES) return void chunks.push(chunk);
        reject(new RunError('LIMIT_EXCEEDED', `The handler answered more than ${MAX_ANSWER_BYTES} bytes`));
        request.destroy();
      });
      response.once('error', reject);
      response.once('close', () => {
        if (!response.complete) return reject(new Error('the answer was cut'));
        const retryAfterMs = readRetryAfter(response.headers['retry-after']);
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8'), retryAfterMs });
      });
    });
    request.end(body);
  });
}

/** Seconds, or a date; null for neither. */
function readRetryAfter(header: string | undefined): number | null {
  if (header === undefined) return null;
  const ms = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) && ms >= 0 ? Math.round(ms) : null;
}

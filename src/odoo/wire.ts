/** The only place that opens a connection to Odoo: one HTTP request, its whole answer, within its time. */
import { cancelledFault, connectionFault } from './faults.ts';

/** One HTTP request. */
export interface WireRequest {
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Milliseconds until the last byte of the answer. */
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

/** The answer, whatever its status. */
export interface WireAnswer {
  readonly status: number;
  readonly text: string;
  /** Milliseconds of the `Retry-After` header; null without one. */
  readonly retryAfterMs: number | null;
}

/** @throws GatewayError where no whole answer came: refused, cut, too late, or no longer wanted. */
export async function askOdoo(url: URL, { timeoutMs, signal, headers, ...request }: WireRequest): Promise<WireAnswer> {
  const deadline = AbortSignal.timeout(timeoutMs);
  try {
    const response = await fetch(url, {
      ...request,
      headers: { ...headers, 'user-agent': 'tripoint' },
      // A redirect is an answer like any other that is not Odoo's own: it is not followed with the key in hand.
      redirect: 'manual',
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
    });
    const retryAfterMs = readRetryAfter(response.headers.get('retry-after'));
    return { status: response.status, text: await response.text(), retryAfterMs };
  } catch (error) {
    throw signal?.aborted ? cancelledFault(signal.reason) : connectionFault(error);
  }
}

/** Seconds, or a date; null for neither. */
function readRetryAfter(header: string | null): number | null {
  if (header === null) return null;
  const ms = /^\d+$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) && ms >= 0 ? Math.round(ms) : null;
}

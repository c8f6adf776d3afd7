/** The client of an OpenAI-compatible API: loaded when first used, silent, without retries of its own, and its faults as ours. */
import type OpenAI from 'openai';
import { givenUp } from '../../abort.ts';
import { type ErrorCode, GatewayError } from '../../errors.ts';

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

/**
 * @returns A function that loads the package at its first call, so that a gateway that never asks does not pay for it.
 */
export function createOpenAiClient({ apiKey, baseUrl }: OpenAiConfig): () => Promise<OpenAI> {
  let client: Promise<OpenAI> | undefined;
  return () => {
    client ??= import('openai').then(
      (openai) =>
        new openai.OpenAI({
          apiKey: apiKey ?? 'none',
          baseURL: baseUrl ?? OPENAI_URL,
          // Not from the environment, which only the configuration reads.
          organization: null,
          project: null,
          webhookSecret: null,
          // It would print headers and bodies.
          logLevel: 'off',
          // It would wait for as long as `Retry-After` says.
          maxRetries: 0,
        }),
    );
    return client;
  };
}

/**
 * What the package threw, as ours: neither its message, which may quote the key, nor its URL goes along.
 *
 * @param signal That of the caller: once it is aborted, its reason decides.
 */
export function toUpstreamError(thrown: unknown, signal?: AbortSignal): GatewayError {
  if (thrown instanceof GatewayError) return thrown;
  if (signal?.aborted) return givenUp(signal.reason, 'work');
  const { name = 'Error', status, code, type } = (thrown ?? {}) as ApiFault;
  const cause = { name: nameOf(thrown) ?? name, status, code, type };
  const fault = findFault(thrown, status);
  const retryAfterMs = readRetryAfter(thrown);
  const details = retryAfterMs === null ? {} : { retryAfterMs };
  return new GatewayError(fault.code, fault.message, { surface: 'work', cause, details });
}

interface ApiFault {
  readonly name?: string;
  readonly status?: number;
  readonly code?: unknown;
  readonly type?: unknown;
  readonly headers?: unknown;
}

/** The package's errors bear no name of their own: their class does. */
function nameOf(thrown: unknown): string | undefined {
  return thrown instanceof Error ? thrown.constructor.name : undefined;
}

function findFault(thrown: unknown, status: number | undefined): Fault {
  if (status !== undefined) return BY_STATUS[status] ?? (status >= 500 ? UNAVAILABLE : REFUSED);
  const name = nameOf(thrown);
  if (name === 'APIConnectionTimeoutError') return BY_STATUS[408] as Fault;
  if (name === 'SyntaxError') return STRANGE;
  // A connection that was refused, or cut in the middle of the answer.
  return UNAVAILABLE;
}

/** Milliseconds that the API wants to be left alone; null where it does not say. */
function readRetryAfter(thrown: unknown): number | null {
  const { headers } = (thrown ?? {}) as ApiFault;
  const value = headers instanceof Headers ? headers.get('retry-after') : null;
  if (value === null) return null;
  const ms = /^\d+(\.\d+)?$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, Math.round(ms)) : null;
}

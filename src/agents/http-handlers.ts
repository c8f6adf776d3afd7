/** Handlers in other languages: each attempt of a run is posted to a URL, signed by Standard Webhooks. */
import { Webhook } from 'standardwebhooks';
import { z } from 'zod';
import type { ErrorCode } from '../errors.ts';
import { HANDED_OVER, type HandlerDefinition, type Handlers, RunCancelled, RunError, type RunOf } from './handler.ts';
import { type Posted, post } from './post.ts';

/** A handler's URL, and what holds for it. */
export interface HttpHandlersConfig {
  readonly agent: string;
  readonly kinds: readonly string[];
  readonly url: string;
  /** `whsec_…`, one or two: each signs, so that the handler may know either while they are exchanged. */
  readonly secrets: readonly string[];
  readonly mayBePrivate: boolean;
  /** Whether nothing is posted: a copy of production's database must not reach whoever production asks. */
  readonly isNeutralized: boolean;
  readonly timeoutSeconds: number;
  /** Runs of one kind that the worker posts at once; as many as it has places where absent. */
  readonly concurrency?: number | undefined;
  readonly attempts?: number | undefined;
  /** Seconds that a run stays the worker's without a heartbeat; told, for who goes on with the run. */
  readonly leaseSeconds: number;
}

/** Where somebody else goes on with the run. */
const ACCEPTED = 202;
/** The answer about a run that was called off, of which nothing was done. */
const GONE = 410;
const TOO_MANY = 429;

/** What an answer of 4xx may say of the failure. */
const failure = z.object({
  code: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]{1,63}$/)
    .optional(),
  message: z.string().max(2_000).optional(),
});

/** The same handler for each kind. */
export function createHttpHandlers(config: HttpHandlersConfig): Handlers {
  const signers = config.secrets.map((secret) => new Webhook(secret));
  const ask = async (run: RunOf<unknown>, signal: AbortSignal): Promise<unknown> => {
    if (config.isNeutralized)
      throw new RunError(
        'NEUTRALIZED',
        'Nothing is posted to the handler from staging: only development and production do',
      );
    const body = JSON.stringify(messageOf(config, run));
    const headers = sign(signers, `run_${run.id}_${run.fence}`, body);
    const { url, mayBePrivate } = config;
    return readAnswer(await post({ url: new URL(url), headers, body, signal, mayBePrivate }), run);
  };
  const { timeoutSeconds, concurrency, attempts } = config;
  const definition: HandlerDefinition = {
    timeoutSeconds,
    ...(concurrency !== undefined && { concurrency }),
    ...(attempts !== undefined && { attempts }),
    execute: (run, { signal }) => ask(run, signal),
    check: (run, { signal }) => ask(run, signal),
  };
  return Object.fromEntries(config.kinds.map((kind) => [kind, definition]));
}

/** What is posted. `run.check` asks what an earlier attempt did, of a run that was called off since, and wants nothing done. */
function messageOf({ leaseSeconds }: HttpHandlersConfig, run: RunOf<unknown>): object {
  const { id, agent, kind, input, attempt, fence, retryOf, isCancelRequested } = run;
  return {
    type: isCancelRequested ? 'run.check' : 'run.execute',
    timestamp: new Date().toISOString(),
    data: { run: { id, agent, kind, input, attempt, fence, retryOf }, leaseSeconds },
  };
}

function sign(signers: readonly Webhook[], id: string, body: string): Record<string, string> {
  const now = new Date();
  return {
    'content-type': 'application/json',
    'user-agent': 'tripoint',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now.getTime() / 1_000)),
    'webhook-signature': signers.map((signer) => signer.sign(id, now, body)).join(' '),
  };
}

/** @throws RunError, or RunCancelled, for every answer that is no output. */
function readAnswer({ status, text, retryAfterMs }: Posted, { isCancelRequested }: RunOf<unknown>): unknown {
  if (status === ACCEPTED) return HANDED_OVER;
  if (status >= 200 && status < 300) return readOutput(text);
  if (status === GONE && isCancelRequested) throw new RunCancelled();
  if (status === TOO_MANY)
    throw new RunError('RATE_LIMITED', 'The handler has had too many requests', { retryable: true, retryAfterMs });
  if (status >= 500) {
    const code = status >= 502 && status <= 504 ? 'UPSTREAM_UNAVAILABLE' : 'UPSTREAM_ERROR';
    throw new RunError(code, `The handler answered ${status}`, { retryable: true, retryAfterMs });
  }
  if (status < 400)
    throw new RunError(
      'UPSTREAM_ERROR',
      `The handler answered ${status}: redirects are not followed, so name its own URL`,
    );
  const told = failure.safeParse(readJson(text));
  const { code = 'UPSTREAM_ERROR', message = `The handler answered ${status}` } = told.success ? told.data : {};
  throw new RunError(code as ErrorCode, message);
}

function readOutput(text: string): unknown {
  if (text === '') return null;
  const output = readJson(text);
  if (output === undefined) throw new RunError('UPSTREAM_ERROR', 'The handler answered what is no JSON');
  return output;
}

/** Undefined for what is no JSON. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

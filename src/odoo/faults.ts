/** What Odoo or the way to it answers → a GatewayError, the same for the same cause over every protocol. */
import { givenUp } from '../abort.ts';
import { type ErrorCode, GatewayError } from '../errors.ts';
import type { InexactNumber } from '../plan/exact-number.ts';

/** What an answer says of an error, as far as its protocol tells. */
export interface OdooProblem {
  /** Python's qualified class name, e.g. `odoo.exceptions.AccessError`. */
  readonly name?: string | undefined;
  readonly message?: string | undefined;
  /** HTTP status; 200 where the protocol reports errors inside. */
  readonly status: number;
  readonly retryAfterMs?: number | null;
}

interface Fault {
  readonly code: ErrorCode;
  readonly message: string;
  /** Whether the same read may succeed a moment later. */
  readonly isTransient?: boolean;
}

const FORBIDDEN: Fault = { code: 'FORBIDDEN', message: 'The Odoo user of the gateway may not read this' };
const REFUSED: Fault = { code: 'UPSTREAM_ERROR', message: "Odoo refuses the gateway's credentials" };
const UNACCEPTABLE: Fault = { code: 'BAD_USER_INPUT', message: 'Odoo does not accept the request' };
const NO_MODEL: Fault = { code: 'NOT_CONFIGURED', message: 'This Odoo does not have the model' };
const NO_DATABASE: Fault = { code: 'UPSTREAM_UNAVAILABLE', message: 'Odoo does not reach its database' };
const COLLISION: Fault = { code: 'UPSTREAM_UNAVAILABLE', message: 'Odoo was interrupted', isTransient: true };
const UNAVAILABLE: Fault = { code: 'UPSTREAM_UNAVAILABLE', message: 'Odoo is not available', isTransient: true };
const EDGE: Fault = {
  code: 'UPSTREAM_ERROR',
  message: 'Odoo cannot reckon with a day at the edge of its calendar, the years 1 to 9999: filter it out',
};
const ERROR: Fault = { code: 'UPSTREAM_ERROR', message: 'Odoo reported an error' };

const BY_NAME: Readonly<Record<string, Fault>> = {
  'odoo.exceptions.AccessError': FORBIDDEN,
  'odoo.exceptions.AccessDenied': REFUSED,
  'odoo.exceptions.MissingError': { code: 'NOT_FOUND', message: 'The record is gone from Odoo' },
  'odoo.exceptions.UserError': UNACCEPTABLE,
  'odoo.exceptions.ValidationError': UNACCEPTABLE,
  'odoo.exceptions.RedirectWarning': UNACCEPTABLE,
  'builtins.ValueError': { code: 'BAD_USER_INPUT', message: 'Odoo does not accept a value of the request' },
  // A call that does not fit the method's signature is our mistake, not the client's.
  'werkzeug.exceptions.UnprocessableEntity': ERROR,
  'psycopg2.OperationalError': NO_DATABASE,
  'psycopg2.errors.SerializationFailure': COLLISION,
  'psycopg2.errors.DeadlockDetected': COLLISION,
  'psycopg2.errors.LockNotAvailable': COLLISION,
  'psycopg2.errors.QueryCanceled': { code: 'UPSTREAM_TIMEOUT', message: 'Odoo took too long' },
};

const BY_STATUS: Readonly<Record<number, Fault>> = {
  401: REFUSED,
  403: FORBIDDEN,
  404: NO_MODEL,
  422: UNACCEPTABLE,
  429: { code: 'UPSTREAM_UNAVAILABLE', message: 'Odoo asks to come back later' },
  502: UNAVAILABLE,
  503: UNAVAILABLE,
  504: { code: 'UPSTREAM_TIMEOUT', message: 'Odoo took too long', isTransient: true },
};

/** The fault of an answer that is not a result. Its name and first line are the cause, for the log. */
export function answerFault({ status, name, message, retryAfterMs = null }: OdooProblem): GatewayError {
  const firstLine = message?.trim().split('\n')[0]?.slice(0, 300);
  return createFault(findFault(status, name, message), {
    // The first line alone: a traceback or a statement of Odoo's own follows it.
    cause: { status, name, message: firstLine },
    ...(retryAfterMs !== null && { details: { retryAfterMs } }),
  });
}

/** Whether Odoo does not know who asks. */
export function isKeyRefused(error: unknown): boolean {
  return error instanceof GatewayError && error.message === REFUSED.message;
}

function findFault(status: number, name: string | undefined, message = ''): Fault {
  // The RPC protocols say so in words.
  if (/^Object \S+ doesn't exist$|^The method '\S+' does not exist$/.test(message)) return NO_MODEL;
  if (/^(date value|year -?\d+ is) out of range$/.test(message)) return EDGE;
  const known = name === undefined ? undefined : BY_NAME[name];
  if (known) return known;
  // No route of Odoo's own: it has not found the database, or it is no Odoo.
  if (status === 404 && name === undefined) return NO_DATABASE;
  return BY_STATUS[status] ?? ERROR;
}

/** The fault of an answer that is no message of the protocol: a web page, or half of one. */
export function strangeFault(status: number, problem: string): GatewayError {
  const message = 'Odoo answered something that is not its own';
  const cause = { status, message: problem };
  return createFault(status === 200 ? { code: 'UPSTREAM_ERROR', message } : findFault(status, undefined), { cause });
}

/** The fault of an answer with a number that JavaScript would change. */
export function inexactFault({ number, path }: InexactNumber): GatewayError {
  const message = `Odoo answered the number ${number.slice(0, 60)} at ${path.join('.')}, which cannot be passed on exactly`;
  return createFault({ code: 'UPSTREAM_ERROR', message }, { cause: { path } });
}

/** The fault of a request that got no whole answer: refused, reset or timed out. */
export function connectionFault(error: unknown): GatewayError {
  const isLate = error instanceof Error && error.name === 'TimeoutError';
  return createFault(isLate ? { code: 'UPSTREAM_TIMEOUT', message: 'Odoo took too long' } : UNAVAILABLE, {
    cause: error,
  });
}

/** Calls that ended because nobody waited any longer; they say nothing about Odoo. */
const cancelled = new WeakSet<GatewayError>();

/** Faults of a moment: the same read may be tried again. */
const transient = new WeakSet<GatewayError>();

/** The fault of a call whose signal was aborted. @param reason The signal's: a `TimeoutError` at the operation's end. */
export function cancelledFault(reason: unknown): GatewayError {
  const fault = givenUp(reason, 'odoo');
  cancelled.add(fault);
  return fault;
}

/** The fault of a call that was not made, to spare Odoo. @param retryAfterMs Milliseconds after which it may be. */
export function sparedFault(message: string, retryAfterMs: number): GatewayError {
  return createFault({ code: 'UPSTREAM_UNAVAILABLE', message }, { details: { retryAfterMs } });
}

/** The fault where Odoo does not take the credentials. */
export function refusedFault(): GatewayError {
  return createFault(REFUSED, {});
}

/** Whether Odoo does not take the credentials. */
export function isRefused(error: unknown): boolean {
  return error instanceof GatewayError && error.message === REFUSED.message;
}

/** Whether a read may be tried again at once: connection errors, 502, 503, 504 and collisions of transactions. */
export function isTransient(error: unknown): boolean {
  return error instanceof GatewayError && transient.has(error);
}

/** Whether Odoo is down or out of breath, as opposed to answering that it cannot do this. */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof GatewayError) || cancelled.has(error)) return false;
  return error.code === 'UPSTREAM_UNAVAILABLE' || error.code === 'UPSTREAM_TIMEOUT';
}

/** Whether nothing took the connection at all: the machine, its name or its port is not there. */
export function isRefusedConnection(cause: Error): boolean {
  const code = 'code' in cause ? String(cause.code) : '';
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'].includes(code);
}

function createFault(
  { code, message, isTransient: canPass = false }: Fault,
  options: { cause?: unknown; details?: Record<string, unknown> },
): GatewayError {
  const fault = new GatewayError(code, message, { surface: 'odoo', ...options });
  if (canPass) transient.add(fault);
  return fault;
}

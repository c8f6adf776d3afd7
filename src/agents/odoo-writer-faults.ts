/** What Odoo or the way to it answers to a write → how the run failed, and whether trying again can help. */
import { type ErrorCode, GatewayError } from '../errors.ts';
import { RunError } from './handler.ts';

/** What an answer says of an error. */
export interface OdooRefusal {
  /** HTTP status. */
  readonly status: number;
  /** Python's qualified class name; absent where it is no answer of Odoo's own. */
  readonly name?: string | undefined;
  readonly message?: string | undefined;
}

interface Fault {
  readonly code: ErrorCode;
  readonly message: string;
  readonly retryable?: boolean;
  /** Whether Odoo wrote its message for people. */
  readonly tells?: boolean;
}

const UNACCEPTABLE: Fault = { code: 'BAD_USER_INPUT', message: 'Odoo does not accept this', tells: true };
const FORBIDDEN: Fault = {
  code: 'FORBIDDEN',
  message: 'The Odoo user of sync-odoo-agent may not do this',
  tells: true,
};
const REFUSED: Fault = { code: 'UPSTREAM_ERROR', message: "Odoo refuses the writer's credentials", retryable: true };
const ABSENT: Fault = { code: 'NOT_CONFIGURED', message: 'This Odoo does not have the model or its method' };
const LATE: Fault = { code: 'UPSTREAM_TIMEOUT', message: 'Odoo took too long', retryable: true };
const COLLISION: Fault = { code: 'UPSTREAM_UNAVAILABLE', message: 'Odoo was interrupted', retryable: true };
const UNAVAILABLE: Fault = { code: 'UPSTREAM_UNAVAILABLE', message: 'Odoo is not available', retryable: true };
const MISTAKEN: Fault = { code: 'UPSTREAM_ERROR', message: 'Odoo reported an error' };
const UNSTORABLE: Fault = { code: 'BAD_USER_INPUT', message: "Odoo's database does not take a value", tells: true };
const ERROR: Fault = { code: 'UPSTREAM_ERROR', message: 'Odoo reported an error', retryable: true };

const BY_NAME: Readonly<Record<string, Fault>> = {
  'odoo.exceptions.AccessError': FORBIDDEN,
  'odoo.exceptions.AccessDenied': REFUSED,
  'odoo.exceptions.MissingError': { code: 'NOT_FOUND', message: 'A record is gone from Odoo', tells: true },
  'odoo.exceptions.UserError': UNACCEPTABLE,
  'odoo.exceptions.ValidationError': UNACCEPTABLE,
  'odoo.exceptions.RedirectWarning': UNACCEPTABLE,
  'builtins.ValueError': UNACCEPTABLE,
  'builtins.OverflowError': UNACCEPTABLE,
  'builtins.UnicodeEncodeError': MISTAKEN,
  'decimal.InvalidOperation': MISTAKEN,
  // The request met a mistake of Odoo's own code, and would meet it the next time too.
  'builtins.KeyError': MISTAKEN,
  'builtins.TypeError': MISTAKEN,
  'builtins.AttributeError': MISTAKEN,
  'builtins.AssertionError': MISTAKEN,
  'builtins.IndexError': MISTAKEN,
  'werkzeug.exceptions.NotFound': ABSENT,
  'psycopg2.errors.SerializationFailure': COLLISION,
  'psycopg2.errors.DeadlockDetected': COLLISION,
  'psycopg2.errors.LockNotAvailable': COLLISION,
  'psycopg2.errors.QueryCanceled': LATE,
  ...Object.fromEntries(
    [
      ...['OperationalError', 'InterfaceError', 'InternalError', 'errors.AdminShutdown', 'errors.CrashShutdown'],
      ...['errors.CannotConnectNow', 'errors.TooManyConnections', 'errors.DiskFull', 'errors.OutOfMemory'],
      ...['errors.ReadOnlySqlTransaction', 'errors.InFailedSqlTransaction', 'errors.IdleInTransactionSessionTimeout'],
    ].map((name) => [`psycopg2.${name}`, UNAVAILABLE]),
  ),
};

/** Any other refusal of Postgres is about the value, or the statement that Odoo made of it: the next time it refuses again. */
const POSTGRES = /^psycopg2\./;

const BY_STATUS: Readonly<Record<number, Fault>> = {
  401: REFUSED,
  403: FORBIDDEN,
  404: UNAVAILABLE,
  422: UNACCEPTABLE,
  429: UNAVAILABLE,
  502: UNAVAILABLE,
  503: UNAVAILABLE,
  504: LATE,
};

/** The message of `load` where another transaction got in the way. */
const COLLIDED = /could not serialize access|deadlock detected|could not obtain lock|current transaction is aborted/i;
/** What `load` says of an exception that it did not expect. */
const UNEXPECTED = /^Unknown (database )?error/;

/** Characters of Odoo's own words at most. */
const MAX_WORDS = 500;

/** How the run failed, by an answer that is no result. */
export function answerError({ status, name, message }: OdooRefusal): RunError {
  const named = name !== undefined ? (BY_NAME[name] ?? (POSTGRES.test(name) ? UNSTORABLE : undefined)) : undefined;
  const fault = named ?? BY_STATUS[status] ?? ERROR;
  return createError(fault, message, { status, name });
}

/** How the run failed, by what `load` says of a record that it did not make. */
export function loadError(messages: readonly string[], mayCreate: boolean): RunError {
  const words = messages.join('\n');
  if (COLLIDED.test(words)) return createError(COLLISION, words, {});
  if (!mayCreate) return createError(FORBIDDEN, words, {});
  return createError(UNEXPECTED.test(words) || words === '' ? ERROR : UNACCEPTABLE, words, {});
}

/** How the run failed, where no whole answer came. Whether Odoo did it is not known: the next attempt finds out. */
export function wireError(error: unknown): unknown {
  if (!(error instanceof GatewayError)) return error;
  return new RunError(error.code, error.message, { retryable: true, cause: error.cause });
}

function createError({ code, message, retryable = false, tells }: Fault, words = '', cause: object): RunError {
  // The rest is for the log: a statement of Odoo's own, or a traceback.
  const told = tells
    ? words
        .split(/\nTraceback|\nCONTEXT|\nLINE |\nDETAIL/)[0]
        ?.trim()
        .slice(0, MAX_WORDS)
    : '';
  return new RunError(code, told ? `${message}: ${told}` : message, {
    retryable,
    ...(!told && words !== '' && { cause: { ...cause, message: words.split('\n')[0]?.slice(0, MAX_WORDS) } }),
  });
}

/** The one error class of the gateway, its closed union of codes, and the only place where an error becomes GraphQL. */

import { randomUUID } from 'node:crypto';
import type { GraphQLFormattedError } from 'graphql';
// Of the same build as all of `graphql`, and without it: short commands load this file and nothing that executes.
import { GraphQLError } from 'graphql/error/GraphQLError.js';
import type { Log } from './log.ts';
import { ToldError } from './told-error.ts';

/** The three systems behind the gateway. */
export type Surface = 'odoo' | 'ops' | 'work';

/** Every surface, in the order in which they are shown. */
export const SURFACES: readonly Surface[] = ['odoo', 'ops', 'work'];

/** Codes that a client may meet in `extensions.code`: added to and never renamed. */
export type ErrorCode =
  | 'UNAUTHENTICATED'
  | 'FORBIDDEN'
  | 'BOUNDARY_VIOLATION'
  | 'SECOND_FACTOR_REQUIRED'
  | 'CONFIRMATION_REQUIRED'
  | 'CONFIRMATION_INVALID'
  | 'CONFIRMATION_EXPIRED'
  | 'CONFIRMATION_USED'
  | 'APPROVAL_REQUIRED'
  | 'BAD_USER_INPUT'
  | 'DOCUMENT_NOT_TRUSTED'
  | 'PERSISTED_QUERY_NOT_FOUND'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'IDEMPOTENCY_CONFLICT'
  | 'NOT_CONFIGURED'
  | 'NEUTRALIZED'
  | 'ODOO_ACCOUNT_EXPIRED'
  | 'LIMIT_EXCEEDED'
  | 'RATE_LIMITED'
  | 'BUDGET_EXCEEDED'
  | 'UPSTREAM_UNAVAILABLE'
  | 'UPSTREAM_TIMEOUT'
  | 'UPSTREAM_ERROR'
  | 'INTERNAL_SERVER_ERROR';

interface GatewayErrorOptions {
  /** The surface that the error comes from, where there is one. */
  surface?: Surface;
  /** What happened below; logged, never sent. */
  cause?: unknown;
  /** More fields for `extensions`, safe to show. */
  details?: Record<string, unknown>;
}

/** An error whose message is written for the client: no SQL, no traceback, no secret. */
export class GatewayError extends ToldError {
  readonly code: ErrorCode;
  readonly surface: Surface | undefined;
  readonly details: Record<string, unknown>;

  constructor(code: ErrorCode, message: string, options: GatewayErrorOptions = {}) {
    super(message, { cause: options.cause });
    this.name = 'GatewayError';
    this.code = code;
    this.surface = options.surface;
    this.details = options.details ?? {};
  }
}

/** `BAD_USER_INPUT` that names the argument at fault. */
export function badInput(argument: string, problem: string): GatewayError {
  return new GatewayError('BAD_USER_INPUT', `Argument "${argument}" ${problem}`, { details: { argument } });
}

/** `LIMIT_EXCEEDED` that names the argument at fault. @param details The limit, its value and the argument's. */
export function limitExceeded(argument: string, problem: string, details: Record<string, unknown> = {}): GatewayError {
  return new GatewayError('LIMIT_EXCEEDED', `Argument "${argument}" ${problem}`, { details: { argument, ...details } });
}

const RETRYABLE: ReadonlySet<ErrorCode> = new Set([
  'UPSTREAM_UNAVAILABLE',
  'UPSTREAM_TIMEOUT',
  'UPSTREAM_ERROR',
  'CONFLICT',
]);

/** Whether the same request may succeed later, unlike one that is not allowed or not understood. */
export function isRetryable(error: unknown): boolean {
  return error instanceof GatewayError && RETRYABLE.has(error.code);
}

/** HTTP status of a whole response that fails with this code before any data; others keep Apollo's. */
const HTTP_STATUS: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  DOCUMENT_NOT_TRUSTED: 403,
  RATE_LIMITED: 429,
  UPSTREAM_UNAVAILABLE: 503,
};

/**
 * A `GatewayError` as the `GraphQLError` that Apollo Server expects of a context or a plugin.
 *
 * @param status HTTP status of a whole response that fails with it.
 */
export function toGraphQLError(error: GatewayError, status = HTTP_STATUS[error.code]): GraphQLError {
  const { retryAfterMs } = error.details;
  const headers =
    error.code === 'RATE_LIMITED' && typeof retryAfterMs === 'number'
      ? new Map([['retry-after', String(Math.max(1, Math.ceil(retryAfterMs / 1_000)))]])
      : new Map<string, string>();
  // Its type is left open: Apollo Server takes a map of headers, and Yoga, which the bench compiles beside this, types a record.
  const http: object = status ? { http: { status, headers } } : {};
  return new GraphQLError(error.message, { originalError: error, extensions: { code: error.code, ...http } });
}

/** Apollo's own codes for a request that is not valid GraphQL; ours is one, and theirs stays as `reason`. */
const REQUEST_ERRORS = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
]);

/**
 * Makes Apollo's `formatError`: what is not a `GatewayError` nor a fault of the request is masked.
 *
 * A masked error says an `errorId`, and the log carries the same id with the cause.
 *
 * @param withSuggestions Whether a mistake is told the names of the schema that are like it.
 * @param guess Says of a sentence about an unknown name what may be meant, where it knows better than graphql-js.
 * @param touchesSecret Whether an error is about a place where a secret is given: it then does not say what was given.
 */
export function createFormatError(
  log: Log,
  withSuggestions: boolean,
  touchesSecret: (error: unknown) => boolean = () => false,
  guess: (message: string) => string = (message) => message,
) {
  const toldOf = ({ message }: GraphQLFormattedError, thrown: unknown) =>
    touchesSecret(thrown) ? OF_A_SECRET : message;
  return (formatted: GraphQLFormattedError, thrown: unknown): GraphQLFormattedError => {
    const place = {
      ...(formatted.locations && { locations: formatted.locations }),
      ...(formatted.path && { path: formatted.path }),
    };
    const error = rootCause(thrown);
    if (error instanceof GatewayError) {
      const message = withSuggestions ? error.message : error.message.replace(SUGGESTION, '');
      if (error.cause !== undefined)
        log.warn({ code: error.code, surface: error.surface, err: error.cause }, error.message);
      const extensions = { code: error.code, ...(error.surface && { surface: error.surface }), ...error.details };
      return { message, ...place, extensions };
    }
    if (isStackOverflow(error)) {
      log.warn({ err: error }, 'a request was nested too deep');
      return { message: 'The request is nested too deep: ask for less', extensions: { code: 'LIMIT_EXCEEDED' } };
    }
    const code = String(formatted.extensions?.code ?? '');
    const tokens = code === 'GRAPHQL_PARSE_FAILED' ? TOO_MANY_TOKENS.exec(formatted.message) : null;
    if (tokens) return refuseTokens(Number(tokens[1]));
    if (REQUEST_ERRORS.has(code) || isOfArgument(error)) {
      const reason = code === 'BAD_USER_INPUT' || isOfArgument(error) ? {} : { reason: code };
      const told = code === 'GRAPHQL_PARSE_FAILED' ? withoutValue(formatted.message) : toldOf(formatted, thrown);
      const message = withSuggestions ? guess(told) : told.replace(SUGGESTION, '');
      return { message, ...place, extensions: { code: 'BAD_USER_INPUT', ...reason } };
    }
    const errorId = randomUUID();
    log.error({ errorId, err: error }, 'unexpected error');
    return { message: `Internal error ${errorId}`, ...place, extensions: { code: 'INTERNAL_SERVER_ERROR', errorId } };
  };
}

/** What graphql-js finds out when it executes: a variable that may be null was, where an argument must not be. */
function isOfArgument(error: unknown): boolean {
  return error instanceof GraphQLError && /^Argument "\w+" (of non-null type|has invalid value) /.test(error.message);
}

/** What graphql-js says of such an input repeats what was given. */
const OF_A_SECRET =
  'An argument that holds a secret is not given as the schema wants it; what was given is not repeated here';

/** What graphql-js says of a value where it expects none, in a text that it cannot parse: nobody knows what that is. */
const UNEXPECTED_VALUE = /found (String|BlockString|Int|Float) ".*"/s;

function withoutValue(message: string): string {
  return message.replace(UNEXPECTED_VALUE, 'found $1');
}

/** What graphql-js says at the end of a sentence about a name that it does not know. */
const SUGGESTION = / ?Did you mean [^?]+\?/;

/** What graphql-js says of a document that it has stopped to parse; how many it has is not known then. */
const TOO_MANY_TOKENS = /contains more tha[nt] (\d+) tokens/;

function refuseTokens(most: number): GraphQLFormattedError {
  const details = { limit: 'OPERATION_MAX_TOKENS', most, asked: most + 1 };
  return {
    message: `The document has more than ${most} tokens, which are the most (OPERATION_MAX_TOKENS): ask for less, or in several operations`,
    extensions: { code: 'LIMIT_EXCEEDED', ...details },
  };
}

/** Functions that walk nested documents and values. Each level is a call, so thousands of levels overflow the stack. */
function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && error.message.includes('call stack');
}

function rootCause(thrown: unknown): unknown {
  let error = thrown;
  while (error instanceof GraphQLError && error.originalError) error = error.originalError;
  return error;
}

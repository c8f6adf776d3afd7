/** What Postgres or its driver throws → a GatewayError. */
import { type ErrorCode, GatewayError, type Surface } from '../errors.ts';

const CODES: readonly (readonly [RegExp, ErrorCode, string])[] = [
  [/^42501$/, 'FORBIDDEN', 'The database refuses this to the viewer'],
  [/^57014$/, 'UPSTREAM_TIMEOUT', 'The database took too long'],
  [/^(42P01|42703|42883|3F000|3D000)$/, 'NOT_CONFIGURED', 'The database lacks what this needs: run `tripoint migrate`'],
  [
    /^55000$/,
    'NOT_CONFIGURED',
    'Nothing has filled this yet: what it is read from is not connected (`tripoint odoo fdw`)',
  ],
  [/^(23505|40001|40P01|55P03)$/, 'CONFLICT', 'Another change came first: read again and retry'],
  [/^(22|23)/, 'BAD_USER_INPUT', 'The database does not accept a value of the request'],
  [/^08P01$/, 'UPSTREAM_ERROR', 'The database does not understand the gateway'],
  [/^54/, 'LIMIT_EXCEEDED', 'The request is larger than the database takes: ask for less at once'],
  [/^(08|53|57P0|28)/, 'UPSTREAM_UNAVAILABLE', 'The database is not available'],
];

/** Classes of our own SQL functions, whose message is written for the client; the detail is a JSON object. */
const OWN_CODES: Readonly<Record<string, ErrorCode>> = {
  TP400: 'BAD_USER_INPUT',
  TP403: 'FORBIDDEN',
  TP404: 'NOT_FOUND',
  TP409: 'CONFLICT',
  TP422: 'IDEMPOTENCY_CONFLICT',
  TP429: 'LIMIT_EXCEEDED',
};

/** Maps by SQLSTATE; an error without one comes from the connection. The original is the cause, for the log only. */
export function postgresFault(error: unknown, surface?: Surface): GatewayError {
  if (error instanceof GatewayError) return error;
  const state = sqlState(error);
  const options = { cause: error, ...(surface && { surface }) };
  if (state === null) return new GatewayError('UPSTREAM_UNAVAILABLE', 'The database is not available', options);
  const own = OWN_CODES[state];
  if (own)
    return new GatewayError(own, textOf(error, 'message'), {
      details: readDetails(error),
      ...(surface && { surface }),
    });
  const found = CODES.find(([pattern]) => pattern.test(state));
  return new GatewayError(found?.[1] ?? 'UPSTREAM_ERROR', found?.[2] ?? 'The database reported an error', options);
}

/** What one of our own SQL functions answers with in place of throwing it: one of `OWN_CODES`, and its sentence. */
export function refusalOf(state: string, message: string): GatewayError {
  return new GatewayError(OWN_CODES[state] ?? 'UPSTREAM_ERROR', message);
}

/** Whether the connection was lost, so that a read may be asked again on another. */
export function isConnectionLost(error: unknown): boolean {
  if (error instanceof GatewayError && error.cause === undefined) return false;
  const state = sqlState(thrownBelow(error));
  // A breach of the protocol would be one on another connection too.
  return state === null || (state !== '08P01' && /^(08|57P0)/.test(state));
}

/** Whether the transaction was rolled back because of another one, so that it may be tried again. */
export function isCollision(error: unknown): boolean {
  return ['40001', '40P01'].includes(sqlState(thrownBelow(error)) ?? '');
}

function thrownBelow(error: unknown): unknown {
  return error instanceof GatewayError ? error.cause : error;
}

function textOf(error: unknown, key: 'message' | 'detail'): string {
  const text = (error as Record<string, unknown>)[key];
  return typeof text === 'string' ? text : '';
}

function readDetails(error: unknown): Record<string, unknown> {
  const text = textOf(error, 'detail');
  return text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {};
}

/** Five characters; `ECONNREFUSED` and its like are the connection's. */
function sqlState(error: unknown): string | null {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null;
}

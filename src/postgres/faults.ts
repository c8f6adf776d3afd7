/** What Postgres or its driver throws → a GatewayError. */
import { type ErrorCode, GatewayError, type Surface } from '../errors.ts';

const CODES: readonly (readonly [RegExp, ErrorCode, string])[] = [
  [/^42501$/, 'FORBIDDEN', 'The database refuses this to the viewer'],
  [/^57014$/, 'UPSTREAM_TIMEOUT', 'The database took too long'],
  [/^(42P01|42703|42883|3F000|3D000)$/, 'NOT_CONFIGURED', 'The database lacks what this needs: run `tripoint migrate`'],
  [/^(23505|40001|40P01|55P03)$/, 'CONFLICT', 'Another change came first: read again and retry'],
  [/^(22|23)/, 'BAD_USER_INPUT', 'The database does not accept a value of the request'],
  [/^(08|53|57P0|28)/, 'UPSTREAM_UNAVAILABLE', 'The database is not available'],
];

/** Maps by SQLSTATE; an error without one comes from the connection. The original is the cause, for the log only. */
export function postgresFault(error: unknown, surface?: Surface): GatewayError {
  if (error instanceof GatewayError) return error;
  const state = sqlState(error);
  const options = { cause: error, ...(surface && { surface }) };
  if (state === null) return new GatewayError('UPSTREAM_UNAVAILABLE', 'The database is not available', options);
  const found = CODES.find(([pattern]) => pattern.test(state));
  return new GatewayError(found?.[1] ?? 'UPSTREAM_ERROR', found?.[2] ?? 'The database reported an error', options);
}

/** Whether the connection was lost, so that a read may be asked again on another. */
export function isConnectionLost(error: unknown): boolean {
  const state = sqlState(error);
  return state === null || /^(08|57P0)/.test(state);
}

/** Five characters; `ECONNREFUSED` and its like are the connection's. */
function sqlState(error: unknown): string | null {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : null;
}

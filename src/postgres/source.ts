/** What the gateway needs of Postgres, whether it is a server or embedded. */
import type { Viewer } from '../auth/viewer.ts';
import type { Statement } from './statement.ts';

/** Postgres as one viewer at a time. */
export interface PostgresSource {
  /**
   * Runs a read that renders JSON, as the viewer's role with the viewer's claims, in a transaction of its own.
   *
   * @returns The bytes of the only value of the only row.
   * @throws GatewayError as `postgresFault` maps it.
   */
  render(viewer: Viewer, statement: Statement): Promise<Buffer>;
  /** Resolves when a trivial query is answered. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Milliseconds after which the database itself ends a statement. */
export const STATEMENT_TIMEOUT_MS = 5_000;

/** For the rest of the transaction: `$1` role, `$2` claims. */
export const IDENTITY_SQL = "select set_config('role', $1, true), set_config('request.jwt.claims', $2, true)";

/** The values of `IDENTITY_SQL`. */
export function identityValues(viewer: Viewer): string[] {
  return [viewer.role, viewer.claims];
}

/** For the rest of the transaction, or of the session where `keep`: the timeout, and UTC, in which times are rendered. */
export function settingsSql(keep: 'transaction' | 'session'): string {
  const isLocal = keep === 'transaction';
  return `select set_config('statement_timeout', '${STATEMENT_TIMEOUT_MS}', ${isLocal}), set_config('timezone', 'UTC', ${isLocal})`;
}

/** What the gateway needs of Postgres, whether it is a server or embedded. */
import type { Viewer } from '../auth/viewer.ts';
import { currentTraceparent } from '../tracing/span.ts';
import type { Statement } from './statement.ts';

/** Runs one statement within a transaction; resolves with the bytes of the only value of its only row. */
export type RunStatement = (statement: Statement) => Promise<Buffer>;

/** What a connection that listens tells. */
export interface Hearing {
  /** @param payload What the notice says. */
  notice(channel: string, payload: string): void;
  /** Notices come in from now on; some may have been missed. */
  connected(): void;
  lost(): void;
}

/** A connection that listens. */
export interface Listening {
  close(): Promise<void>;
}

/** How long an answer is waited for, and how long it may be. */
export interface Bounds {
  /** Aborted when nobody waits any more: the statement is then cancelled, and a transaction rolled back. */
  readonly signal: AbortSignal;
  /** Says why a value of so many bytes is too long, before it is kept; null where it is not. */
  readonly refuse: (bytes: number) => Error | null;
}

/** Postgres as one viewer at a time. */
export interface PostgresSource {
  /**
   * Runs a read that renders JSON, as the viewer's role with the viewer's claims, in a read-only transaction of its own.
   *
   * @returns The bytes of the only value of the only row.
   * @throws GatewayError as `postgresFault` maps it.
   */
  render(viewer: Viewer, statement: Statement, bounds?: Bounds): Promise<Buffer>;
  /**
   * The same for a statement that may write, and that changes nothing when it runs a second time: it is asked again where
   * the connection was lost.
   *
   * @throws GatewayError as `postgresFault` maps it.
   */
  repeatable(viewer: Viewer, statement: Statement): Promise<Buffer>;
  /**
   * Runs `work` in one transaction, as the viewer's role with the viewer's claims: committed when it resolves, rolled
   * back when it rejects. It is tried again where the database says that another transaction was in the way, so `work`
   * may run more than once. A commit under way is always waited for: where this fails, nothing was changed.
   *
   * @throws GatewayError as `postgresFault` maps it, or what `work` throws.
   */
  transact<T>(viewer: Viewer, work: (run: RunStatement) => Promise<T>, bounds?: Bounds): Promise<T>;
  /**
   * Listens to the notices of channels over one connection, until it is closed; connects in the background, and again
   * whenever the connection is lost. Absent through the transaction pooler, which passes no notices on.
   */
  listen?(channels: readonly string[], hearing: Hearing): Listening;
  /** Resolves when a trivial query is answered. */
  ping(): Promise<void>;
  /** How its connections are taken. */
  load(): PoolLoad;
  close(): Promise<void>;
}

/** Connections, and statements and transactions that wait for one. */
export interface PoolLoad {
  readonly places: number;
  readonly taken: number;
  readonly waiting: number;
}

/** Milliseconds after which the database itself ends a statement. */
export const STATEMENT_TIMEOUT_MS = 5_000;

/** Tries of a transaction that others get in the way of. */
export const MAX_TRANSACTION_TRIES = 5;

/** For the rest of the transaction: `$1` role, `$2` claims. */
const IDENTITY_SQL = "select set_config('role', $1, true), set_config('request.jwt.claims', $2, true)";

/**
 * The same, and no table is written for the rest of the transaction. With the identity and not before it: a statement of
 * its own would be one more to run.
 */
const READER_IDENTITY_SQL = `${IDENTITY_SQL}, set_config('transaction_read_only', 'on', true)`;

/** The same for one that writes; `$3` is the span that it is a part of, which a run that it enqueues keeps. */
const WRITER_IDENTITY_SQL = `${IDENTITY_SQL}, set_config('tripoint.traceparent', $3, true)`;

/** Whether a transaction may write. */
export type Access = 'read' | 'write';

/** What a transaction begins with: who it is, and what it may. */
export function identityOf(viewer: Viewer, access: Access): { readonly text: string; readonly values: string[] } {
  const { role, claims } = viewer;
  if (access === 'read') return { text: READER_IDENTITY_SQL, values: [role, claims] };
  return { text: WRITER_IDENTITY_SQL, values: [role, claims, currentTraceparent() ?? ''] };
}

/** For the rest of the transaction, or of the session where `keep`: the timeout, and UTC, in which times are rendered. */
export function settingsSql(keep: 'transaction' | 'session'): string {
  const isLocal = keep === 'transaction';
  return `select set_config('statement_timeout', '${STATEMENT_TIMEOUT_MS}', ${isLocal}), set_config('timezone', 'UTC', ${isLocal})`;
}

/** What a root field of `Query` or `Subscription` does that answers with no stored type. */
import type { Viewer } from '../auth/viewer.ts';
import type { SealCursor } from '../plan/cursor.ts';
import type { Seal } from '../plan/seal.ts';
import type { JsonRow } from './json-rows.ts';
import type { Statement } from './statement.ts';

/** A root field's coerced arguments. */
export type Arguments = Readonly<Record<string, unknown>>;

/**
 * What a root field of `Query` does that answers with no stored type: one statement, or a function of several steps. It
 * changes nothing.
 *
 * Its answer is by the names of its fields, at any depth. A field of a stored type holds the object's id, or a list of
 * ids: the objects themselves are read when they are selected, all of a level in one statement. A field may hold a
 * function of its arguments, which runs only when it is selected.
 */
export type Reading = StatementReading | ((args: Arguments, asking: Asking) => Promise<unknown>);

/** A reading of one statement. */
export interface StatementReading {
  /** @throws GatewayError for arguments at fault. */
  readonly statement: (args: Arguments, viewer: Viewer) => Statement;
  /** The answer by the names of its fields. */
  readonly answer: (rows: readonly JsonRow[]) => unknown;
}

/** Readings by the names of their root fields. */
export type Readings = Readonly<Record<string, Reading>>;

/** What a root field of `Subscription` does that makes its events itself. Each event is an answer like that of a reading. */
export type Stream = (args: Arguments, asking: Asking) => AsyncIterable<unknown>;

/** Streams by the names of their root fields. */
export type Streams = Readonly<Record<string, Stream>>;

/** What a reading of several steps asks with. */
export interface Asking {
  readonly viewer: Viewer;
  /** Aborted when the client goes away, or its time is up. */
  readonly signal: () => AbortSignal;
  /** The same object for all fields of one request. */
  readonly request: object;
  /** Opens cursors; `sealCursor` makes them for the viewer. */
  readonly seal: Seal;
  readonly sealCursor: SealCursor;
  /** Runs a statement for its rows, as the viewer, in a read-only transaction. */
  readonly read: (statement: Statement) => Promise<readonly JsonRow[]>;
  /** Counts tokens of a language model to the run that the request names; null where it names none. */
  readonly spendTokens: ((count: number) => void) | null;
  /** Times a call to something else, and notes it among the request's calls. */
  readonly note: <T>(what: string, call: () => Promise<T>) => Promise<T>;
}

/** The log's line of an operation: who asked what, what it took and how it ended. No variable, no token, no text of a document. */
import type { Viewer } from './auth/viewer.ts';
import type { Call, Context } from './context.ts';
import type { Surface } from './errors.ts';
import type { Log } from './log.ts';

/** An operation that is over. */
export interface LoggedOperation {
  /** `x-request-id` of the request, or of the connection, that it came by; null where nobody gave one. */
  readonly requestId: string | null;
  /** Null where it is no part of a trace. */
  readonly traceId: string | null;
  readonly operationName: string | null;
  /** `query`, `mutation` or `subscription`; null where it was not read. */
  readonly operationType: string | null;
  /** The id that it was asked by; null for a text. */
  readonly documentId: string | null;
  /** Null where its token was refused. */
  readonly context: Pick<Context, 'viewer' | 'calls' | 'metered'> | null;
  /** Codes of its errors. */
  readonly codes: readonly string[];
  /** Milliseconds from when it came to when it was answered. */
  readonly ms: number;
  /** Bytes of the answer's body, uncompressed; null where it is none. */
  readonly bytes: number | null;
  /** Results that a subscription sent; null for any other operation. */
  readonly results: number | null;
}

/** Tells of one operation. */
export type LogOperation = (operation: () => LoggedOperation, ms: number) => void;

/** How an operation ended, as the metrics know it. */
export interface EndedOperation {
  /** Null where its token was refused. */
  readonly viewer: Viewer | null;
  readonly operationName: string | null;
  /** Of its first error; null where it has none. */
  readonly code: string | null;
  readonly ms: number;
}

/** Told of each operation that is no subscription. */
export type ObserveEnd = (ended: EndedOperation) => void;

/** Letters of a name or an id at most: a client writes it. */
const MAX_LETTERS = 200;

/**
 * One line an operation at level `info`; at `warn`, with each call, where it took longer.
 *
 * @param slowMs Milliseconds from which an operation is slow; 0 for none.
 */
export function createLogOperation(log: Log, slowMs: number): LogOperation {
  return (operation, ms) => {
    const isSlow = slowMs > 0 && ms >= slowMs;
    if (!log.isLevelEnabled(isSlow ? 'warn' : 'info')) return;
    const ended = operation();
    if (isSlow) log.warn({ ...lineOf(ended), upstream: ended.context?.calls ?? [] }, 'slow operation');
    else log.info(lineOf(ended), 'operation');
  };
}

function lineOf({
  requestId,
  traceId,
  operationName,
  documentId,
  context,
  codes,
  ms,
  bytes,
  results,
}: LoggedOperation) {
  return {
    ...given({ requestId, traceId, operation: cutName(operationName), documentId: cutName(documentId) }),
    ...(context && describeViewer(context.viewer)),
    ms: Math.round(ms * 10) / 10,
    ...given({ bytes, results }),
    ...(context?.metered.cost && { cost: context.metered.cost.estimated }),
    ...(context && { surfaces: countCalls(context.calls) }),
    ...(codes.length > 0 && { codes: [...new Set(codes)] }),
  };
}

/** Who asked, by the names that the line has. */
export function describeViewer({ kind, id, agent, client, actsFor }: Viewer) {
  return { viewer: kind, ...given({ user: id ?? actsFor, agent, client: client?.id ?? null }) };
}

/** Calls, the milliseconds that they took one after the other, and rows at their top; null where one's were not counted. */
interface Counted {
  calls: number;
  cached?: number;
  ms: number;
  rows: number | null;
}

function countCalls(calls: readonly Call[]): Partial<Record<Surface, Counted>> {
  const surfaces: Partial<Record<Surface, Counted>> = {};
  for (const { surface, ms, rows, asOf } of calls) {
    const counted = surfaces[surface] ?? { calls: 0, ms: 0, rows: 0 };
    surfaces[surface] = counted;
    if (asOf === undefined) counted.calls += 1;
    else counted.cached = (counted.cached ?? 0) + 1;
    counted.ms = Math.round((counted.ms + ms) * 10) / 10;
    // An answer that Postgres renders is passed on unread.
    counted.rows = counted.rows === null || rows === null ? null : counted.rows + rows;
  }
  return surfaces;
}

function given<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Partial<T>;
}

/** A name or an id that a client wrote, as far as it is told. */
export function cutName<T extends string | null>(text: T): T {
  return (text === null ? null : text.slice(0, MAX_LETTERS)) as T;
}

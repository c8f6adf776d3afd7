/**
 * What the process has answered lately: how often and how long by operation, which of them were slow or failed, and the last
 * fault of each surface. All of it has a bound, and is gone with the process.
 */
import type { Caches } from './caches.ts';
import type { Call } from './context.ts';
import type { ErrorCode, Surface } from './errors.ts';
import { cutName, type LoggedOperation } from './operation-log.ts';

/** All operations of one name. */
interface Counted {
  /** Null for those without a name. */
  readonly name: string | null;
  count: number;
  failed: number;
  slow: number;
  sumMs: number;
  maxMs: number;
  lastAt: Date;
}

/** One operation that was slow, or failed. */
interface Noted {
  readonly at: Date;
  readonly name: string | null;
  readonly documentId: string | null;
  readonly viewer: string | null;
  readonly agent: string | null;
  readonly ms: number;
  readonly isSlow: boolean;
  readonly codes: readonly string[];
  readonly calls: readonly Call[];
}

/** The latest fault of a surface, and how many there were. */
export interface Fault {
  readonly at: Date;
  readonly code: ErrorCode;
  readonly count: number;
}

interface Paged {
  readonly first: number;
}

/** What is known of the operations of one process. */
export interface RecentOperations {
  /** Notes one that is over. */
  readonly note: (operation: LoggedOperation) => void;
  /** By the names of the fields of `OperationStats`. */
  readonly show: () => unknown;
  /** Null where there was none. */
  readonly faultOf: (surface: Surface) => Fault | null;
}

/** Names that are counted, and operations that are kept whole. */
const MAX_NAMES = 300;
const MAX_KEPT = 100;
/** Calls that are kept of an operation. */
const MAX_CALLS = 50;

/** Codes that are the surface's fault, and not what was asked of it. */
const FAULTS = new Set<string>(['UPSTREAM_UNAVAILABLE', 'UPSTREAM_TIMEOUT', 'UPSTREAM_ERROR']);

/** @param slowMs Milliseconds from which an operation is slow; 0 for none. */
export function createRecentOperations(slowMs: number, caches: Caches): RecentOperations {
  const since = new Date();
  const counted = new Map<string, Counted>();
  const kept: Noted[] = [];
  const faults = new Map<Surface, Fault>();
  caches.watch('counted operations', MAX_NAMES, () => counted.size);
  caches.watch('kept operations', MAX_KEPT, () => kept.length);
  return {
    note: (operation) => {
      const isSlow = slowMs > 0 && operation.ms >= slowMs;
      count(counted, operation, isSlow);
      for (const call of operation.context?.calls ?? []) noteFault(faults, call);
      if (!isSlow && operation.codes.length === 0) return;
      kept.unshift(shorten(operation, isSlow));
      kept.length = Math.min(kept.length, MAX_KEPT);
    },
    show: () => ({
      ...{ since, slowMs },
      operations: ({ first }: Paged) =>
        [...counted.values()]
          .map(({ sumMs, ...one }) => ({ ...one, meanMs: round(sumMs / one.count), maxMs: round(one.maxMs) }))
          .sort((a, b) => b.failed - a.failed || b.meanMs - a.meanMs)
          .slice(0, Math.max(0, first)),
      recent: ({ first }: Paged) => kept.slice(0, Math.max(0, first)),
    }),
    faultOf: (surface) => faults.get(surface) ?? null,
  };
}

/** The name that was not asked for the longest goes first where there are too many. */
function count(counted: Map<string, Counted>, { operationName, ms, codes }: LoggedOperation, isSlow: boolean): void {
  const name = cutName(operationName);
  const key = name ?? '';
  const none = { name, count: 0, failed: 0, slow: 0, sumMs: 0, maxMs: 0, lastAt: new Date() };
  const known = counted.get(key) ?? none;
  known.count += 1;
  known.failed += codes.length > 0 ? 1 : 0;
  known.slow += isSlow ? 1 : 0;
  known.sumMs += ms;
  known.maxMs = Math.max(known.maxMs, ms);
  known.lastAt = new Date();
  counted.delete(key);
  counted.set(key, known);
  const [oldest] = counted.size > MAX_NAMES ? counted.keys() : [];
  if (oldest !== undefined) counted.delete(oldest);
}

function noteFault(faults: Map<Surface, Fault>, { surface, outcome }: Call): void {
  if (outcome === 'ok' || !FAULTS.has(outcome)) return;
  faults.set(surface, { at: new Date(), code: outcome, count: (faults.get(surface)?.count ?? 0) + 1 });
}

function shorten({ operationName, documentId, context, codes, ms }: LoggedOperation, isSlow: boolean): Noted {
  return {
    at: new Date(),
    name: cutName(operationName),
    documentId: cutName(documentId),
    viewer: context?.viewer.kind ?? null,
    agent: context?.viewer.agent ?? null,
    ms: round(ms),
    isSlow,
    codes: [...new Set(codes)],
    calls: (context?.calls ?? []).slice(0, MAX_CALLS),
  };
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}

/** What one request carries through its resolvers. */
import { setMaxListeners } from 'node:events';
import type DataLoader from 'dataloader';
import type { FieldNode } from 'graphql';
import type { Viewer } from './auth/viewer.ts';
import { type ErrorCode, GatewayError, type Surface } from './errors.ts';
import type { OperationLimits } from './limits.ts';
import type { Log } from './log.ts';

/** One call to an upstream. */
export interface Call {
  readonly surface: Surface;
  /** E.g. `account.move web_search_read` or `select work.pages`. */
  readonly what: string;
  /** Milliseconds, rounded to a tenth. */
  readonly ms: number;
  /** Records or rows answered at the top level; null where the bytes were passed through uncounted. */
  readonly rows: number | null;
  /** `ok`, or the code of its error. */
  readonly outcome: 'ok' | ErrorCode;
  /** Where the cache answered instead: when the upstream was asked, RFC 3339. */
  readonly asOf?: string;
}

/** One request. */
export interface Context {
  readonly viewer: Viewer;
  readonly log: Log;
  readonly limits: OperationLimits;
  /** Aborted when the client goes away, or the operation's time is up; made when it is first asked for. */
  readonly signal: () => AbortSignal;
  /** Upstream calls so far, in the order of their ends. */
  readonly calls: Call[];
  /** A loader for each link of the document: graphql-js keeps one array of nodes for all records of a level. */
  readonly loaders: WeakMap<readonly FieldNode[], DataLoader<string, unknown>>;
}

/** What a request starts from. */
interface ContextOptions extends Pick<Context, 'viewer' | 'log' | 'limits'> {
  /** Aborted when the client goes away. */
  readonly signal: AbortSignal;
}

/** Starts a request. */
export function createContext({ viewer, log, signal, limits }: ContextOptions): Context {
  const start = performance.now();
  let bounded: AbortSignal | null = null;
  const left = () => Math.max(0, Math.ceil(start + limits.timeoutMs - performance.now()));
  return {
    viewer,
    log,
    limits,
    signal: () => {
      if (!bounded) {
        bounded = AbortSignal.any([signal, AbortSignal.timeout(left())]);
        // Each upstream call listens, and an operation may make many.
        setMaxListeners(0, bounded);
      }
      return bounded;
    },
    calls: [],
    loaders: new WeakMap(),
  };
}

/** Times one upstream call and notes it, whether it succeeds or not. */
export async function withCall<T>(
  context: Context,
  { surface, what }: Pick<Call, 'surface' | 'what'>,
  call: (onCached: (asOf: Date) => void) => Promise<T>,
  countRows: (result: T) => number | null,
): Promise<T> {
  const start = performance.now();
  let cached = {};
  const note = (rows: number | null, outcome: Call['outcome']) => {
    const ms = Math.round((performance.now() - start) * 10) / 10;
    context.calls.push({ surface, what, ms, rows, outcome, ...cached });
  };
  try {
    const result = await call((asOf) => {
      cached = { asOf: asOf.toISOString() };
    });
    note(countRows(result), 'ok');
    return result;
  } catch (error) {
    note(null, error instanceof GatewayError ? error.code : 'INTERNAL_SERVER_ERROR');
    throw error;
  }
}

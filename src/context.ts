/** What one request carries through its resolvers. */
import type DataLoader from 'dataloader';
import type { FieldNode } from 'graphql';
import type { Viewer } from './auth/viewer.ts';
import type { Surface } from './errors.ts';
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
}

/** One request. */
export interface Context {
  readonly viewer: Viewer;
  readonly log: Log;
  /** Aborted when the client goes away. */
  readonly signal: AbortSignal;
  /** Upstream calls so far, in the order of their ends. */
  readonly calls: Call[];
  /** A loader for each link of the document: graphql-js keeps one array of nodes for all records of a level. */
  readonly loaders: WeakMap<readonly FieldNode[], DataLoader<string, unknown>>;
}

/** Starts a request. */
export function createContext({ viewer, log, signal }: Pick<Context, 'viewer' | 'log' | 'signal'>): Context {
  return { viewer, log, signal, calls: [], loaders: new WeakMap() };
}

/** Times one upstream call and notes it, whether it succeeds or not. */
export async function withCall<T>(
  context: Context,
  { surface, what }: Pick<Call, 'surface' | 'what'>,
  call: () => Promise<T>,
  countRows: (result: T) => number | null,
): Promise<T> {
  const start = performance.now();
  let rows: number | null = null;
  try {
    const result = await call();
    rows = countRows(result);
    return result;
  } finally {
    context.calls.push({ surface, what, ms: Math.round((performance.now() - start) * 10) / 10, rows });
  }
}

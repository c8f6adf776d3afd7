/** What an answer says of its calls (`extensions.tripoint`), and the plan that is drawn of it. */

/** One call to a surface. */
export interface Call {
  readonly surface: string;
  readonly what: string;
  /** Milliseconds. */
  readonly ms: number;
  /** Null where nobody counted them. */
  readonly rows?: number | null;
  /** `ok`, or the code of its error. */
  readonly outcome: string;
  /** When the surface was asked, where the cache answered in its place. */
  readonly asOf?: string | null;
}

/** `extensions.tripoint`; calls and cost come in development alone. */
export interface Report {
  readonly calls?: readonly Call[];
  readonly cost?: { readonly estimated: number; readonly actual?: number };
  readonly snapshot?: { readonly asOf: string };
}

/** What one surface was asked. */
export interface SurfaceSum {
  readonly surface: string;
  readonly calls: number;
  readonly cached: number;
  readonly ms: number;
  /** Null where nobody counted any. */
  readonly rows: number | null;
  readonly failed: number;
}

/** By surface, in the order of their first calls. */
export function sumUp(calls: readonly Call[]): readonly SurfaceSum[] {
  const sums = new Map<string, SurfaceSum>();
  for (const { surface, ms, rows, outcome, asOf } of calls) {
    const known = sums.get(surface) ?? { surface, calls: 0, cached: 0, ms: 0, rows: null, failed: 0 };
    sums.set(surface, {
      surface,
      calls: known.calls + (asOf ? 0 : 1),
      cached: known.cached + (asOf ? 1 : 0),
      ms: Math.round((known.ms + ms) * 10) / 10,
      rows: typeof rows === 'number' ? (known.rows ?? 0) + rows : known.rows,
      failed: known.failed + (outcome === 'ok' ? 0 : 1),
    });
  }
  return [...sums.values()];
}

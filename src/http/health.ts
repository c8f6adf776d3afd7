/** `/readyz`: which surfaces can serve now. */

import { SURFACES, type Surface } from '../errors.ts';
import type { Sources } from '../execution/fetch.ts';
import type { Absences } from '../odoo/absences.ts';
import type { BreakerState, OdooStatus } from '../odoo/resilience.ts';

/** State of one surface. */
export type SurfaceState = 'up' | 'down' | 'not configured';

/** The body of `/readyz`. */
export interface Readiness {
  /** Whether at least one surface can serve. */
  readonly ready: boolean;
  readonly surfaces: Readonly<Record<Surface, SurfaceState>>;
  /** Whether calls are let through; absent where there is no breaker. */
  readonly breakers?: { readonly odoo: BreakerState };
  /** The part of the schema that Odoo does not answer; absent until it is known. */
  readonly odoo?: Absences;
}

/** What is asked beside the surfaces themselves. */
export interface HealthOptions {
  /** The state of the breaker before Odoo. */
  readonly odooStatus?: (() => OdooStatus) | undefined;
  /** What of the schema Odoo does not answer; null where it cannot be asked. */
  readonly readAbsences?: (() => Promise<Absences | null>) | undefined;
}

/** Asks the surfaces how they are. */
export interface Health {
  readiness(): Promise<Readiness>;
}

/** Milliseconds that an answer is kept, so that probes cost the upstreams little. */
const KEEP_MS = 1_000;
/** Milliseconds that a surface has to answer. */
const PROBE_TIMEOUT_MS = 2_000;
/** Milliseconds after which the absences are looked at again. */
const ABSENCES_KEPT_MS = 300_000;

/** Probes each upstream once a second at most. */
export function createHealth(sources: Sources, { odooStatus, readAbsences }: HealthOptions = {}): Health {
  const absences = readAbsences && createLatest(readAbsences);
  let kept: { at: number; readiness: Promise<Readiness> } | null = null;
  return {
    readiness: async () => {
      if (!kept || Date.now() - kept.at > KEEP_MS) kept = { at: Date.now(), readiness: probe(sources) };
      const readiness = await kept.readiness;
      const absent = readiness.surfaces.odoo === 'up' ? absences?.() : null;
      return {
        ...readiness,
        ...(odooStatus && { breakers: { odoo: odooStatus().breaker } }),
        ...(absent && { odoo: absent }),
      };
    },
  };
}

/** The last that was read: a probe waits for nothing, and begins the next reading where the last is old. */
function createLatest(read: () => Promise<Absences | null>): () => Absences | null {
  let latest: { readonly at: number; readonly absences: Absences } | null = null;
  let isReading = false;
  return () => {
    if (!isReading && (!latest || Date.now() - latest.at > ABSENCES_KEPT_MS)) {
      isReading = true;
      read()
        .then((absences) => {
          if (absences) latest = { at: Date.now(), absences };
        })
        .finally(() => {
          isReading = false;
        });
    }
    return latest?.absences ?? null;
  };
}

async function probe({ odoo, postgres }: Sources): Promise<Readiness> {
  const [odooState, postgresState] = await Promise.all([
    stateOf(odoo && (() => odoo('res.users', 'context_get', {}, { signal: AbortSignal.timeout(PROBE_TIMEOUT_MS) }))),
    stateOf(postgres && (() => postgres.ping())),
  ]);
  const surfaces = { odoo: odooState, ops: postgresState, work: postgresState };
  return { ready: SURFACES.some((surface) => surfaces[surface] === 'up'), surfaces };
}

async function stateOf(ask: (() => Promise<unknown>) | null): Promise<SurfaceState> {
  if (!ask) return 'not configured';
  const timeout = new Promise<'down'>((resolve) => {
    setTimeout(resolve, PROBE_TIMEOUT_MS, 'down').unref();
  });
  return Promise.race([
    ask().then(
      (): SurfaceState => 'up',
      (): SurfaceState => 'down',
    ),
    timeout,
  ]);
}

/** `/readyz`: which surfaces can serve now. */

import { SURFACES } from '../errors.ts';
import type { Sources } from '../execution/fetch.ts';
import { createSurfaceStates, type SurfaceStates } from '../execution/surface-states.ts';
import type { Absences } from '../odoo/absences.ts';
import type { BreakerState, OdooStatus } from '../odoo/resilience.ts';
import type { Overload, Overloaded } from './overload.ts';

/** The body of `/readyz`. */
export interface Readiness {
  /** Whether at least one surface can serve, and there is not too much to do already. */
  readonly ready: boolean;
  readonly surfaces: SurfaceStates;
  /** Whether calls are let through; absent where there is no breaker. */
  readonly breakers?: { readonly odoo: BreakerState };
  /** What there is too much of; absent where nothing is. */
  readonly overloaded?: readonly Overloaded[];
  /** The part of the schema that Odoo does not answer; absent until it is known. */
  readonly odoo?: Absences;
}

/** What is asked beside the surfaces themselves. */
export interface HealthOptions {
  /** The state of the breaker before Odoo. */
  readonly odooStatus?: (() => OdooStatus) | undefined;
  /** What of the schema Odoo does not answer; null where it cannot be asked. */
  readonly readAbsences?: (() => Promise<Absences | null>) | undefined;
  /** What there is too much of. */
  readonly overload?: Pick<Overload, 'current'> | undefined;
}

/** Asks the surfaces how they are. */
export interface Health {
  readiness(): Promise<Readiness>;
}

/** Milliseconds after which the absences are looked at again. */
const ABSENCES_KEPT_MS = 300_000;

/** Probes each upstream once a second at most. */
export function createHealth(sources: Sources, { odooStatus, readAbsences, overload }: HealthOptions = {}): Health {
  const absences = readAbsences && createLatest(readAbsences);
  const readStates = createSurfaceStates(sources);
  return {
    readiness: async () => {
      const surfaces = await readStates();
      const absent = surfaces.odoo === 'up' ? absences?.() : null;
      const overloaded = overload?.current() ?? [];
      return {
        ready: SURFACES.some((surface) => surfaces[surface] === 'up') && canTakeMore(surfaces, overloaded),
        surfaces,
        ...(overloaded.length > 0 && { overloaded }),
        ...(odooStatus && { breakers: { odoo: odooStatus().breaker } }),
        ...(absent && { odoo: absent }),
      };
    },
  };
}

/** Too many calls of Odoo are no reason to turn away those who ask the other surfaces. */
function canTakeMore(surfaces: SurfaceStates, overloaded: readonly Overloaded[]): boolean {
  if (overloaded.includes('event loop') || overloaded.includes('database')) return false;
  return !overloaded.includes('odoo') || surfaces.ops === 'up' || surfaces.work === 'up';
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

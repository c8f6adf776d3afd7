/** What the doctrine says to one viewer about one coordinate. Pure. */
import type { Viewer } from '../auth/viewer.ts';
import type { GatewayError, Surface } from '../errors.ts';
import { ruleOnAsk, ruleOnRead, ruleOnWrite, type Write } from './rulings.ts';
import type { Doctrine } from './shape.ts';

/** True, or the error to answer with. */
export type Decision = true | GatewayError;

/** Whether the viewer may read a model or table: of an agent that acts for a user, both must. A refusal is `FORBIDDEN`. */
export function decideRead(doctrine: Doctrine, viewer: Viewer, surface: Surface, source: string): Decision {
  return ruleOnRead(doctrine, viewer, surface, source).decision;
}

/** Whether the viewer may have a query answered by a SQL function. A refusal is `FORBIDDEN`. */
export function decideAsk(doctrine: Doctrine, viewer: Viewer, by: string): Decision {
  return ruleOnAsk(doctrine, viewer, by).decision;
}

/**
 * Whether the viewer may write so. A refusal is `BOUNDARY_VIOLATION`, and says who may, where the viewer is no writer of
 * the surface; `FORBIDDEN` where it is, and this function is not among those it executes.
 */
export function decideWrite(doctrine: Doctrine, viewer: Viewer, write: Write): Decision {
  return ruleOnWrite(doctrine, viewer, write).decision;
}

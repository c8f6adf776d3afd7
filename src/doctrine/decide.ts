/** What the doctrine says to one viewer about one coordinate. Pure. */
import type { Viewer } from '../auth/viewer.ts';
import { GatewayError, type Surface } from '../errors.ts';
import type { Doctrine, Reads } from './load.ts';

/** True, or the error to answer with. */
export type Decision = true | GatewayError;

/** Whether the viewer may read a model or table. A refusal is `FORBIDDEN`. */
export function decideRead(doctrine: Doctrine, viewer: Viewer, surface: Surface, source: string): Decision {
  const granted = readsOf(doctrine, viewer)[surface];
  if (granted === 'all' ? doctrine.surfaces[surface].owns.includes(source) : granted?.includes(source)) return true;
  const hint = viewer.kind === 'anonymous' ? ': send a token' : '';
  return new GatewayError('FORBIDDEN', `${describe(viewer)} may not read ${source}${hint}`, { surface });
}

/** Whether the viewer may write tables of a surface. A refusal is `BOUNDARY_VIOLATION` and says who may. */
export function decideWrite(doctrine: Doctrine, viewer: Viewer, surface: Surface, tables: readonly string[]): Decision {
  const { writers, role } = doctrine.surfaces[surface];
  if (writers.includes(viewer.agent ?? viewer.kind)) return true;
  const allowed = writers.length > 0 ? writers.join(', ') : 'nobody through this gateway';
  return new GatewayError(
    'BOUNDARY_VIOLATION',
    `${describe(viewer)} may not write ${tables.join(', ')}: ${allowed} may`,
    {
      surface,
      details: { owner: `${surface} (${role})`, mayWrite: writers },
    },
  );
}

function readsOf(doctrine: Doctrine, viewer: Viewer): Reads {
  if (viewer.kind === 'agent') return doctrine.agents[viewer.agent ?? '']?.reads ?? {};
  return doctrine.readers[viewer.kind];
}

function describe(viewer: Viewer): string {
  if (viewer.kind === 'agent') return `The agent ${viewer.agent}`;
  return { anonymous: 'An anonymous viewer', user: 'A user', service: 'The service viewer' }[viewer.kind];
}

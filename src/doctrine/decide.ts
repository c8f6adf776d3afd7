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

/** What a mutation writes. */
export interface Write {
  readonly surface: Surface;
  readonly tables: readonly string[];
  /** The SQL function that writes them; null where row-level security decides. */
  readonly by: string | null;
}

/**
 * Whether the viewer may write so. A refusal is `BOUNDARY_VIOLATION`, and says who may, where the viewer is no writer of
 * the surface; `FORBIDDEN` where it is, and this function is not among those it executes.
 */
export function decideWrite(doctrine: Doctrine, viewer: Viewer, { surface, tables, by }: Write): Decision {
  const { writers, role } = doctrine.surfaces[surface];
  const name = viewer.agent ?? viewer.kind;
  if (by === null ? writers.includes(name) : executesOf(doctrine, name, by)) return true;
  if (writers.includes(name))
    return new GatewayError('FORBIDDEN', `${describe(viewer)} may not execute ${by}`, { surface });
  const mayWrite = by === null ? writers : executorsOf(doctrine, by);
  const allowed = mayWrite.length > 0 ? mayWrite.join(', ') : 'nobody through this gateway';
  return new GatewayError(
    'BOUNDARY_VIOLATION',
    `${describe(viewer)} may not write ${tables.join(', ')}: ${allowed} may`,
    { surface, details: { owner: `${surface} (${role})`, mayWrite } },
  );
}

/** Viewer kinds and agents that may execute a SQL function such as `ops.enqueue`. */
export function executorsOf(doctrine: Doctrine, by: string): string[] {
  return ['user', 'service', ...Object.keys(doctrine.agents)].filter((name) => executesOf(doctrine, name, by));
}

function executesOf(doctrine: Doctrine, name: string, by: string): boolean {
  const { user, service } = doctrine.executes;
  const granted = name === 'user' ? user : name === 'service' ? service : doctrine.agents[name]?.executes;
  return granted === 'all' || (granted?.includes(by) ?? false);
}

function readsOf(doctrine: Doctrine, viewer: Viewer): Reads {
  if (viewer.kind === 'agent') return doctrine.agents[viewer.agent ?? '']?.reads ?? {};
  return doctrine.readers[viewer.kind];
}

function describe(viewer: Viewer): string {
  if (viewer.kind === 'agent') return `The agent ${viewer.agent}`;
  return { anonymous: 'An anonymous viewer', user: 'A user', service: 'The service viewer' }[viewer.kind];
}

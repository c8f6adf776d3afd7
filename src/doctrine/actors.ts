/** Viewer kinds and agents, as the doctrine names them. */
import type { Viewer } from '../auth/viewer.ts';
import type { Doctrine } from './shape.ts';

/** All who may be named as somebody who does something. */
export function actorsOf(doctrine: Doctrine): string[] {
  return ['anonymous', 'user', 'service', ...Object.keys(doctrine.agents)];
}

/** Whose rights decide for a viewer, all of which must say yes. */
export function namesOf({ kind, agent, actsFor }: Viewer): readonly string[] {
  return actsFor === null ? [agent ?? kind] : [agent ?? kind, 'user'];
}

/** A sentence's subject, e.g. `The agent sync-odoo-agent`. */
export function describe(viewer: Viewer): string {
  if (viewer.kind === 'agent') return `The agent ${viewer.agent}`;
  return { anonymous: 'An anonymous viewer', user: 'A user', service: 'The service viewer' }[viewer.kind];
}

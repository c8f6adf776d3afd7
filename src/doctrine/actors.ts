/** Viewer kinds and agents, as the doctrine names them. */
import type { Viewer } from '../auth/viewer.ts';
import type { OdooStanding } from '../context.ts';
import type { Surface } from '../errors.ts';
import type { Path } from './lines.ts';
import type { Doctrine, Reads } from './shape.ts';

/** The gateway's own login, which no token can become: it executes what a function's file gives to it alone. */
export const GATEWAY_LOGIN = 'gateway';

/** All who may be named as somebody who does something. */
export function actorsOf(doctrine: Doctrine): string[] {
  const { agents, groups } = doctrine;
  return [...VIEWER_KINDS, ...Object.keys(agents), ...clientsOf(doctrine).keys(), ...Object.keys(groups)];
}

/** Kinds of viewer that the doctrine names. */
export const VIEWER_KINDS = ['anonymous', 'anonymousUser', 'user', 'mapped', 'service'];

/** Whether a name means somebody who never writes, whatever stands in the file: who reads only, a group, or an OAuth client. */
export function onlyReads(doctrine: Doctrine, name: string): boolean {
  return name === 'mapped' || clientsOf(doctrine).has(name) || Object.hasOwn(doctrine.groups, name);
}

/** OAuth clients that are viewers of their own, and what each may read; one with an agent is that agent. */
export function clientsOf({ oauthClients }: Pick<Doctrine, 'oauthClients'>): ReadonlyMap<string, Reads> {
  const own = Object.entries(oauthClients).filter(([, { agent }]) => agent === undefined);
  return new Map(own.map(([name, { reads = {} }]) => [name, reads]));
}

/** What somebody is given, and where the doctrine says so. */
export type Given = readonly [Path, Reads];

const known = new WeakMap<Doctrine, ReadonlyMap<string, Given>>();

/** What each viewer kind, group, agent and OAuth client is given to read by itself. Asked for with each request, made once. */
export function readsOf(doctrine: Doctrine): ReadonlyMap<string, Given> {
  const made = known.get(doctrine) ?? collectReads(doctrine);
  known.set(doctrine, made);
  return made;
}

/** Whether what somebody is given to read holds a model or table of a surface. */
export function holds({ surfaces }: Doctrine, reads: Reads, surface: Surface, source: string): boolean {
  const granted = reads[surface];
  return granted === 'all' ? surfaces[surface].owns.includes(source) : (granted?.includes(source) ?? false);
}

function collectReads(doctrine: Doctrine): ReadonlyMap<string, Given> {
  const { readers, groups, agents } = doctrine;
  return new Map<string, Given>([
    ...Object.entries(readers).map(([name, reads]) => [name, [['readers', name], reads]] as const),
    ...Object.entries(groups).map(([name, { reads }]) => [name, [['groups', name, 'reads'], reads]] as const),
    ...Object.entries(agents).map(([name, { reads }]) => [name, [['agents', name, 'reads'], reads]] as const),
    ...[...clientsOf(doctrine)].map(([name, reads]) => [name, [['oauthClients', name, 'reads'], reads]] as const),
  ]);
}

/** The names whose rights decide for a viewer: all of them must say yes. */
export function namesOf({ kind, agent, client, actsFor }: Viewer): readonly string[] {
  const own = agent ?? client?.name ?? kind;
  return actsFor === null ? [own] : [own, 'user'];
}

/**
 * The same for reading a surface, and for each what adds to it: whatever one of a row gives is given. On `odoo` a user with
 * an account there is `mapped`, whose reads Odoo itself decides. Groups add to what a user reads, also to that of the user
 * whom somebody acts for.
 */
export function readerNamesOf(
  viewer: Viewer,
  surface: Surface,
  standing: OdooStanding,
): readonly (readonly string[])[] {
  const isMapped = surface === 'odoo' && standing === 'mapped';
  const user = isMapped ? 'mapped' : 'user';
  return namesOf(viewer).map((name) => (name === 'user' ? [user, ...viewer.groups] : [name]));
}

/** Groups of users that read a model or table. */
export function groupsThatRead(doctrine: Doctrine, surface: 'odoo' | 'ops', source: string): string[] {
  const groups = Object.entries(doctrine.groups);
  return groups.flatMap(([name, { reads }]) => (holds(doctrine, reads, surface, source) ? [name] : []));
}

const SUBJECTS = {
  anonymous: 'An anonymous viewer',
  anonymousUser: 'A user who signed in anonymously',
  user: 'A user',
  service: 'The service viewer',
};

/** A sentence's subject, e.g. `The agent sync-odoo-agent`. */
export function describe(viewer: Viewer): string {
  switch (viewer.kind) {
    case 'agent':
      return `The agent ${viewer.agent}`;
    case 'oauthClient':
      return `The OAuth client ${viewer.client?.name}`;
    default:
      return SUBJECTS[viewer.kind];
  }
}

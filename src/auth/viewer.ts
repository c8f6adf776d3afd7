/** The viewer: who asks, after verification. */

import type { Scope } from './scopes.ts';

/** The kinds of caller that the doctrine knows. */
export type ViewerKind = 'anonymous' | 'anonymousUser' | 'user' | 'oauthClient' | 'service' | 'agent';

/** One verified caller; everything that a rule or the database decides by. */
export interface Viewer {
  readonly kind: ViewerKind;
  /** The user's uuid, in small letters; null for anybody else, also for an agent that acts for a user. */
  readonly id: string | null;
  /** The agent's name in the doctrine. */
  readonly agent: string | null;
  /**
   * The OAuth client that a user's token was given to: its name in the doctrine, and its `client_id`. The doctrine may make
   * it an agent, which then acts for that user.
   */
  readonly client: { readonly name: string; readonly id: string } | null;
  /** Uuid of the user that an agent or OAuth client acts for: it may do what both may. Null for anybody else. */
  readonly actsFor: string | null;
  /**
   * Groups of the doctrine, sorted, that the user is in who asks, or for whom somebody asks: what they read, that user reads
   * too. Those of the token, until the ledger was asked (`standings.ts`).
   */
  readonly groups: readonly string[];
  /** Whether the token proves a second factor (`aal: aal2`): the user's own, or who issued an agent's token vouches for it. */
  readonly hasSecondFactor: boolean;
  /** Scopes of ours that the token is held to; null where it names none, and may what the doctrine says. */
  readonly scopes: readonly Scope[] | null;
  /**
   * The client of the company that the token is of (`app_metadata.client_id`), and the only one of whose projects it sees
   * anything. Null for the company itself, and for a service.
   */
  readonly tenant: string | null;
  /** Uuid of the sign-in that the token belongs to (`session_id`), in small letters; null where it says none. */
  readonly session: string | null;
  /** The Postgres role: `anon`, `anonymous_user`, `authenticated`, `client_<name>`, `service_role` or `agent_<name>`. */
  readonly role: string;
  /**
   * The token's verified payload as JSON, for `request.jwt.claims`; empty without a token. `sub` is a uuid in small
   * letters; for an agent the user that it acts for, absent where it acts for none.
   */
  readonly claims: string;
}

/** The viewer of a request without a token. */
export const ANONYMOUS: Viewer = Object.freeze({
  kind: 'anonymous',
  id: null,
  agent: null,
  client: null,
  actsFor: null,
  groups: [],
  hasSecondFactor: false,
  scopes: null,
  tenant: null,
  session: null,
  role: 'anon',
  claims: '',
});

/** The viewer that a token of the agent would give. A worker of our own needs no token. */
export function agentViewer(agent: string): Viewer {
  const role = agentRole(agent);
  const claims = JSON.stringify({ role, app_metadata: { agent } });
  return { ...ANONYMOUS, kind: 'agent', agent, role, claims };
}

/** The viewer that a token of the service would give, for what the gateway itself does in the ledger. */
export const SERVICE: Viewer = Object.freeze({
  ...ANONYMOUS,
  kind: 'service',
  role: 'service_role',
  claims: '{"role":"service_role"}',
});

/** The gateway itself by its own login, which no token can become: for what nobody else may execute, the service neither. */
export const GATEWAY: Viewer = Object.freeze({ ...SERVICE, role: 'gateway', claims: '' });

/**
 * The user behind a viewer, whose account of Odoo counts: the user itself, or the one that an agent or OAuth client acts for.
 * Null where there is none; who signed in anonymously is nobody yet.
 */
export function userBehind({ kind, id, actsFor }: Viewer): string | null {
  return kind === 'anonymousUser' ? null : (id ?? actsFor);
}

/** The scope of a viewer: two viewers of one scope get the same answers, whatever their tokens. */
export function viewerScope({ role, agent, id, actsFor, scopes, tenant, groups }: Viewer): string {
  return JSON.stringify([role, agent, id, actsFor, scopes, tenant, ...groups]);
}

/** Who a viewer is: the same in whatever groups and tenants, so that nobody's share of anything grows with them. */
export function viewerName({ role, agent, id, actsFor }: Viewer): string {
  return JSON.stringify([role, agent, id, actsFor]);
}

/**
 * The name under which a viewer's open connections are counted. Without a token there is none. All anonymous sign-ins count
 * as one viewer, since anybody can make as many of them as he likes.
 */
export function connectionHolder(viewer: Viewer): string | null {
  if (viewer.kind === 'anonymous') return null;
  return viewer.kind === 'anonymousUser' ? viewer.kind : viewerName(viewer);
}

/**
 * With whom a viewer shares what is scarce: each has a turn of its own, and all who have shown nothing of themselves have
 * one together.
 */
export function holderOf(viewer: Viewer): string {
  const isNobody = viewer.kind === 'anonymous' || viewer.kind === 'anonymousUser';
  return isNobody ? 'nobody' : viewerName(viewer);
}

/** The kind of viewer that a cursor is given to, and is good for: a place, and no right, so that groups do not matter. */
export function cursorScope({ kind, agent, client }: Viewer): string {
  const name = agent ?? client?.name ?? null;
  return name === null ? kind : `${kind}:${name}`;
}

/** `sync-odoo-agent` → `agent_sync_odoo_agent`: the Postgres role of an agent, and the role its token must name. */
export function agentRole(agent: string): string {
  return `agent_${agent.replaceAll('-', '_')}`;
}

/** `team-calendar` → `client_team_calendar`: the Postgres role of an OAuth client. */
export function clientRole(client: string): string {
  return `client_${client.replaceAll('-', '_')}`;
}

/** When the viewer's token expires, in milliseconds since 1970; null without a token. */
export function expiresAtMs({ claims }: Viewer): number | null {
  if (claims === '') return null;
  const { exp } = JSON.parse(claims) as { exp?: unknown };
  return typeof exp === 'number' ? exp * 1_000 : null;
}

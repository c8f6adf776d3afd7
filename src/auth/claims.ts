/** A token's verified claims → viewer. The roles are a closed set, and no claim is ignored that narrows what a viewer may do. */
import type { JWTPayload } from 'jose';
import { z } from 'zod';
import { GatewayError } from '../errors.ts';
import { isUuid } from '../plan/id.ts';
import { readScopes } from './scopes.ts';
import { ANONYMOUS, agentRole, clientRole, type Viewer } from './viewer.ts';

/** Who is let in beside users and the service; an absent key lets nobody in. */
export interface Admitted {
  /** Agents by name, and for whom they may act; only one with `rows: tenant` is of a tenant by itself. */
  readonly agents?: Readonly<Record<string, { readonly actsFor: readonly 'user'[]; readonly rows?: string }>>;
  /** OAuth clients by name; one with an agent acts as that agent for its user. */
  readonly oauthClients?: Readonly<Record<string, { readonly clientId: string; readonly agent?: string | undefined }>>;
  /** Groups by name: what a token says of others, nobody knows. */
  readonly groups?: Readonly<Record<string, unknown>>;
  /** `aal2` refuses users who have proved no second factor; where it is asked for some mutations, what it is for all. */
  readonly assurance?: Level | { readonly default: Level };
}

type Level = 'aal1' | 'aal2';

const uuid = z.string().refine(isUuid).toLowerCase();

/** Strict types: `"true"` is not `true`, and nobody knows what it was meant to say. */
const claimsSchema = z.object({
  role: z.string(),
  sub: z.string().optional(),
  aud: z.union([z.string(), z.array(z.string())]).optional(),
  aal: z.string().optional(),
  session_id: z.unknown().optional(),
  is_anonymous: z.boolean().optional(),
  client_id: z.string().min(1).optional(),
  azp: z.string().min(1).optional(),
  app_metadata: z.unknown().optional(),
});
type Claims = z.infer<typeof claimsSchema>;

/** An agent's own mark. Whatever an application of yours keeps there beside, or in its place, makes nobody an agent. */
const metadataSchema = z.object({ agent: z.string() });
/** The user's groups, as the identity provider names them: a list of names, or the token says nobody knows what. */
const groupsSchema = z.object({ groups: z.array(z.string().min(1)).optional() });
/** The tenant, as policies compare it: no text is no tenant, and a number would be one that nobody named. */
const tenantSchema = z.object({ client_id: z.string().min(1).max(200).nullish() });
const objectSchema = z.record(z.string(), z.unknown());
/** The claim `act`: one user, who acts for nobody else. */
const actSchema = z.strictObject({ sub: uuid });

/** @throws GatewayError `UNAUTHENTICATED` for claims that make no viewer, or one that is not let in. */
export function readViewer(payload: JWTPayload, audience: string, admitted: Admitted): Viewer {
  const claims = readClaims(payload);
  const { role } = claims;
  const client = readClient(claims, admitted);
  refuseLimited(payload, { isClient: client !== null, isAgent: role.startsWith('agent_') });
  if (role !== 'authenticated' && (client || claims.is_anonymous)) throw refused('it makes less of a role than a user');
  if (role === 'service_role') return { ...ANONYMOUS, kind: 'service', role, claims: JSON.stringify(payload) };
  if (![claims.aud].flat().includes(audience)) throw refused('it is meant for another audience');
  if (role === 'authenticated') return readUser(payload, claims, client, admitted);
  return readAgent(payload, claims, admitted);
}

function readClaims(payload: JWTPayload): Claims {
  const parsed = claimsSchema.safeParse(payload);
  if (parsed.success) return parsed.data;
  const claim = String(parsed.error.issues[0]?.path[0] ?? 'role');
  throw refused(claim === 'role' ? 'it names no role' : `its claim "${claim}" is malformed`);
}

/** The application that the token was given to, where that is not the one that the user signed in to. */
function readClient({ client_id, azp }: Claims, { oauthClients = {} }: Admitted): Viewer['client'] {
  const id = client_id ?? azp;
  if (id === undefined) return null;
  const [name] = Object.entries(oauthClients).find(([, { clientId }]) => clientId === id) ?? [];
  if (name === undefined || (azp !== undefined && azp !== id))
    throw refused('it was given to an OAuth client that the doctrine does not name');
  return { name, id };
}

/** A delegation or limit that nobody here would enforce: taken without it, the token would do more than it says. */
function refuseLimited(payload: JWTPayload, { isClient, isAgent }: { isClient: boolean; isAgent: boolean }): void {
  if (payload.act !== undefined && !isAgent) throw refused('only an agent acts for a user');
  if (payload.cnf !== undefined) throw refused('it is bound to a key, and is no bearer token');
  const isScoped = [payload.scope, payload.scp, payload.authorization_details].some((claim) => claim !== undefined);
  if (isScoped && !isClient) throw refused('it is limited to a scope, and belongs to no OAuth client');
}

function readUser(payload: JWTPayload, claims: Claims, client: Viewer['client'], admitted: Admitted): Viewer {
  const { assurance, oauthClients } = admitted;
  const hasSecondFactor = claims.aal === 'aal2';
  const { data: id } = uuid.safeParse(claims.sub);
  if (id === undefined) throw refused('its subject is not a uuid');
  if ((typeof assurance === 'object' ? assurance.default : assurance) === 'aal2' && !hasSecondFactor)
    throw refused('the doctrine asks for a second factor ("aal2"), and it proves one');
  // Another provider may write anything there: then nobody here knows the session.
  const session = uuid.safeParse(claims.session_id).data ?? null;
  // Small letters also where the database compares the claim as text.
  const known = { ...payload, sub: id };
  // An OAuth client alone has some: a scope of anybody else was refused.
  const scopes = readScopes(payload.scope, payload.scp);
  const tenant = readTenant(claims.app_metadata);
  const viewer = { ...ANONYMOUS, hasSecondFactor, scopes, tenant, session, claims: JSON.stringify(known) };
  if (claims.is_anonymous && client) throw refused('nobody knows who gave it to an OAuth client');
  if (claims.is_anonymous) return { ...viewer, kind: 'anonymousUser', id, role: 'anonymous_user' };
  const groups = readGroups(claims.app_metadata, admitted);
  const agent = client && oauthClients?.[client.name]?.agent;
  if (client && agent)
    return { ...viewer, ...readActing(known, client, agent), kind: 'agent', client, actsFor: id, groups };
  if (client) return { ...viewer, kind: 'oauthClient', client, actsFor: id, groups, role: clientRole(client.name) };
  return { ...viewer, kind: 'user', id, groups, role: 'authenticated' };
}

/** Those that the doctrine has. Where it has none, whatever an application of yours keeps there is not asked. */
function readGroups(metadata: unknown, { groups = {} }: Admitted): readonly string[] {
  const isAsked = Object.keys(groups).length > 0 && objectSchema.safeParse(metadata).success;
  if (!isAsked) return [];
  const { data } = groupsSchema.safeParse(metadata);
  if (data === undefined) throw refused('its "app_metadata.groups" is not a list of names');
  return [...new Set(data.groups)].filter((name) => Object.hasOwn(groups, name)).sort();
}

/** The client of the company that the token is of: not the OAuth client, which is `client_id` itself. */
function readTenant(metadata: unknown): string | null {
  if (!objectSchema.safeParse(metadata).success) return null;
  const { data } = tenantSchema.safeParse(metadata);
  if (data === undefined) throw refused('its "app_metadata.client_id" is not a name of 1 to 200 characters');
  return data.client_id ?? null;
}

/**
 * An OAuth client as the agent that the doctrine names for it. The database is told the same as by the agent's own token for
 * that user, and the client besides; a tenant (`app_metadata.client_id`) stays where it is.
 */
function readActing(
  payload: JWTPayload,
  client: NonNullable<Viewer['client']>,
  agent: string,
): Pick<Viewer, 'agent' | 'role' | 'claims'> {
  const role = agentRole(agent);
  const { success, data: metadata } = objectSchema.safeParse(payload.app_metadata);
  const claims = JSON.stringify({
    ...payload,
    role,
    client_id: client.id,
    act: { sub: payload.sub },
    app_metadata: { ...(success && metadata), agent },
  });
  return { agent, role, claims };
}

function readAgent(payload: JWTPayload, { role, aal, app_metadata }: Claims, { agents = {} }: Admitted): Viewer {
  const { data: metadata } = metadataSchema.safeParse(app_metadata);
  const agent = metadata?.agent;
  if (agent === undefined || !Object.hasOwn(agents, agent) || role !== agentRole(agent))
    throw refused('its role is unknown');
  const actsFor = payload.act === undefined ? null : readActsFor(payload.act, agents[agent]?.actsFor ?? []);
  // The database takes `sub` for the user. For an agent that is the user it acts for, whatever `sub` the token has.
  const { sub: _own, ...rest } = payload;
  const claims = JSON.stringify({ ...rest, ...(actsFor !== null && { sub: actsFor }) });
  const tenant = readTenant(app_metadata);
  if (tenant !== null && actsFor === null && agents[agent]?.rows !== 'tenant')
    throw refused('its agent is of no tenant: leave "app_metadata.client_id" out');
  return { ...ANONYMOUS, kind: 'agent', agent, actsFor, hasSecondFactor: aal === 'aal2', tenant, role, claims };
}

function readActsFor(act: unknown, may: readonly string[]): string {
  if (!may.includes('user')) throw refused('its agent acts for nobody');
  const parsed = actSchema.safeParse(act);
  if (!parsed.success) throw refused('"act" is not { "sub": "<uuid of a user>" }');
  return parsed.data.sub;
}

/** The error of a token that is present and not valid. */
export function refused(why: string, cause?: unknown): GatewayError {
  return new GatewayError('UNAUTHENTICATED', `The token is refused: ${why}`, { cause });
}

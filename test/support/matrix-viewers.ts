/** Who asks in the matrix: every viewer kind and agent, and of users each role in a space. */
import { randomUUID } from 'node:crypto';
import { SignJWT } from 'jose';
import { issueToken, type TokenFor } from '../../src/auth/issue.ts';
import { createVerify } from '../../src/auth/verify.ts';
import type { Viewer } from '../../src/auth/viewer.ts';
import type { OdooStanding } from '../../src/context.ts';
import type { Doctrine } from '../../src/doctrine/load.ts';
import { JWT_SECRET } from './stack.ts';

/** A user's role in the space and project that are its own in the matrix. */
export type SpaceRole = 'admin' | 'editor' | 'member';

/** One line of the matrix. */
export interface MatrixViewer {
  readonly name: string;
  /** Null for nobody's. */
  readonly token: string | null;
  readonly viewer: Viewer;
  /** The user whose memberships count: the viewer, or whom an agent acts for. */
  readonly user: string | null;
  /** That user's role in the space that is its own; null for a stranger, and for whom memberships mean nothing. */
  readonly role: SpaceRole | null;
  /** By whose rights it reads Odoo. */
  readonly standing: OdooStanding;
}

/** The users of the matrix. `mapped` is a stranger too, who has connected an account of Odoo. */
export const USERS = {
  ...{ admin: randomUUID(), editor: randomUUID(), member: randomUUID() },
  ...{ stranger: randomUUID(), mapped: randomUUID() },
};

/**
 * Every viewer kind, each role, every agent of the doctrine, one that may act for users also for a
 * member and a stranger, every OAuth client, and every group.
 */
export async function createViewers(doctrine: Doctrine): Promise<readonly MatrixViewer[]> {
  const verify = createVerify(
    { jwtSecret: JWT_SECRET, jwksUrl: null, issuer: null, audience: 'authenticated' },
    doctrine,
  );
  const make = async (name: string, subject: TokenFor | string | null, user: keyof typeof USERS | null = null) => {
    const token = subject && (typeof subject === 'string' ? subject : await issueToken(subject, SIGNING));
    const viewer = await verify(token === null ? undefined : `Bearer ${token}`);
    const role = user === null || user === 'stranger' || user === 'mapped' ? null : user;
    const standing = user === 'mapped' ? ('mapped' as const) : ('reader' as const);
    return { name, token, viewer, user: user && USERS[user], role, standing };
  };
  const users = (Object.keys(USERS) as (keyof typeof USERS)[]).map((user) => make(user, { user: USERS[user] }, user));
  const agents = Object.entries(doctrine.agents).flatMap(([agent, { actsFor }]) => [
    make(agent, { agent }),
    ...(actsFor.includes('user')
      ? (['member', 'stranger'] as const).map((user) =>
          make(`${agent} for a ${user}`, { agent, act: USERS[user] }, user),
        )
      : []),
  ]);
  const clients = Object.entries(doctrine.oauthClients).flatMap(([client, { clientId }]) =>
    (['editor', 'stranger'] as const).map(async (user) =>
      make(`${client} for a ${user}`, await sign(USERS[user], { client_id: clientId }), user),
    ),
  );
  // Who is a member of nothing: whatever is shown, the group shows.
  const groups = Object.keys(doctrine.groups).map((group) =>
    make(`a stranger of ${group}`, { user: USERS.stranger, groups: [group] }, 'stranger'),
  );
  const anonymous = make(
    'anonymous user',
    await sign(USERS.member, { is_anonymous: true, app_metadata: { groups: Object.keys(doctrine.groups) } }),
    'member',
  );
  return Promise.all([
    make('anonymous', null),
    anonymous,
    ...users,
    make('service', { service: true }),
    ...agents,
    ...clients,
    ...groups,
  ]);
}

/** A user's token that makes less of him: by an anonymous sign-in, made a member here, or by an OAuth client. */
function sign(user: string, less: object): Promise<string> {
  const claims = { role: 'authenticated', aud: 'authenticated', sub: user, ...less };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer('supabase')
    .setExpirationTime('1h')
    .sign(new TextEncoder().encode(JWT_SECRET));
}

const SIGNING = { jwtSecret: JWT_SECRET, issuer: null, audience: 'authenticated', lifetimeSeconds: 3_600 };

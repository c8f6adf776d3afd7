/** Issues tokens, for development and for `tripoint token`: HS256 by a secret, ES256 or RS256 by a private key. */
import { SignJWT } from 'jose/jwt/sign';
import { GatewayError } from '../errors.ts';
import { isUuid } from '../plan/id.ts';
import type { SigningKey } from './signing-key.ts';
import { agentRole } from './viewer.ts';

/** The viewer that a token is for. */
export type TokenFor =
  /** @param groups Groups of the doctrine that the token names. */
  | { readonly user: string; readonly groups?: readonly string[]; readonly tenant?: string | undefined }
  | { readonly service: true }
  /** @param act The user that the agent acts for. */
  | { readonly agent: string; readonly act?: string; readonly tenant?: string | undefined };

/** Demo users by name: their uuids are fixed, so that a token needs no database. */
export const DEMO_USERS: Readonly<Record<string, string>> = {
  ana: 'a0a00000-0000-4000-8000-000000000001',
  ben: 'b0b00000-0000-4000-8000-000000000002',
  carla: 'c0c00000-0000-4000-8000-000000000003',
};

/** Who signs: by a secret (HS256), or by a private key (ES256, RS256). */
export type Signer = {
  /** `iss`; of HS256 the gateway also takes `supabase`. */
  readonly issuer: string | null;
  readonly audience: string;
} & ({ readonly jwtSecret: string } | { readonly key: SigningKey });

/** How a token is signed. */
export type Signing = Signer & {
  /** Seconds until the token expires. */
  readonly lifetimeSeconds: number;
};

/** @throws GatewayError `BAD_USER_INPUT` for a user that is neither a demo name nor a uuid. */
export async function issueToken(subject: TokenFor, signing: Signing): Promise<string> {
  const now = Math.floor(Date.now() / 1_000);
  return new SignJWT(claimsOf(subject, signing.audience))
    .setProtectedHeader({
      typ: 'JWT',
      ...('key' in signing ? { alg: signing.key.alg, kid: signing.key.kid } : { alg: 'HS256' }),
    })
    .setIssuer(signing.issuer ?? 'supabase')
    .setIssuedAt(now)
    .setExpirationTime(now + signing.lifetimeSeconds)
    .sign('key' in signing ? signing.key.key : new TextEncoder().encode(signing.jwtSecret));
}

function claimsOf(subject: TokenFor, audience: string): Record<string, unknown> {
  if ('service' in subject) return { role: 'service_role' };
  if ('agent' in subject)
    return {
      role: agentRole(subject.agent),
      aud: audience,
      app_metadata: { agent: subject.agent, ...tenantOf(subject) },
      ...(subject.act !== undefined && { act: { sub: readUser(subject.act) } }),
    };
  const { user, groups = [] } = subject;
  const metadata = { ...(groups.length > 0 && { groups }), ...tenantOf(subject) };
  return {
    role: 'authenticated',
    aud: audience,
    sub: readUser(user),
    ...(Object.keys(metadata).length > 0 && { app_metadata: metadata }),
  };
}

/** Below `app_metadata`: the claim `client_id` itself is the OAuth client. */
function tenantOf({ tenant }: { readonly tenant?: string | undefined }) {
  return tenant === undefined ? {} : { client_id: tenant };
}

function readUser(user: string): string {
  const id = DEMO_USERS[user] ?? user;
  if (isUuid(id)) return id.toLowerCase();
  throw new GatewayError(
    'BAD_USER_INPUT',
    `No demo user "${user}": use ${Object.keys(DEMO_USERS).join(', ')}, or a uuid`,
  );
}

/** Bearer token → viewer: fixed algorithms, issuer and audience, and a closed set of roles. */
import type { webcrypto } from 'node:crypto';
import {
  createRemoteJWKSet,
  decodeProtectedHeader,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import { z } from 'zod';
import { GatewayError } from '../errors.ts';
import { isUuid } from '../plan/id.ts';
import { ANONYMOUS, agentRole, type Viewer } from './viewer.ts';

/** How tokens are verified; read from the environment by `readConfig`. */
export interface AuthConfig {
  /** HS256 secret; null refuses HS256. */
  readonly jwtSecret: string | null;
  /** Where the public keys are; null refuses ES256 and RS256. */
  readonly jwksUrl: string | null;
  /** Accepted `iss` of tokens signed with a public key. */
  readonly issuer: string | null;
  /** Accepted `aud` of user tokens. */
  readonly audience: string;
}

/** Verifies the `Authorization` header of a request; anonymous where there is none. */
export type Verify = (authorization: string | undefined) => Promise<Viewer>;

const ASYMMETRIC = ['ES256', 'RS256'];
/** Seconds by which clocks may differ. */
const CLOCK_TOLERANCE_SECONDS = 5;

const claimsSchema = z.object({
  role: z.string(),
  sub: z.string().optional(),
  aud: z.union([z.string(), z.array(z.string())]).optional(),
  app_metadata: z.object({ agent: z.string().optional() }).optional(),
  act: z.unknown().optional(),
});

/** Of one user, and of nobody that acts for it in turn. */
const actSchema = z.strictObject({ sub: z.string().refine(isUuid).toLowerCase() });

/** Which agents there are, and which of them may act for a user. */
export type Agents = Readonly<Record<string, { readonly actsFor: readonly 'user'[] }>>;

/**
 * @param agents The doctrine's agents: a token of any other is refused.
 * @returns A function that throws GatewayError `UNAUTHENTICATED` for every token that is present and not valid,
 *   and `UPSTREAM_UNAVAILABLE` where the keys cannot be fetched.
 */
export function createVerify(config: AuthConfig, agents: Agents): Verify {
  const secret = config.jwtSecret === null ? null : importSecret(config.jwtSecret);
  const jwks =
    config.jwksUrl === null ? null : createRemoteJWKSet(new URL(config.jwksUrl), { cooldownDuration: 1_000 });
  return async (authorization) => {
    if (authorization === undefined) return ANONYMOUS;
    const token = /^Bearer +([^\s]+)$/i.exec(authorization)?.[1];
    if (!token) throw refused('send "Authorization: Bearer <JWT>"');
    const payload = await verifySignature(token, { config, secret, jwks });
    return readViewer(payload, config, agents);
  };
}

interface Keys {
  readonly config: AuthConfig;
  readonly secret: Promise<webcrypto.CryptoKey> | null;
  readonly jwks: JWTVerifyGetKey | null;
}

/** Once, not for each token. */
function importSecret(secret: string): Promise<webcrypto.CryptoKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', new TextEncoder().encode(secret), algorithm, false, ['verify']);
}

async function verifySignature(token: string, { config, secret, jwks }: Keys): Promise<JWTPayload> {
  const common = { clockTolerance: CLOCK_TOLERANCE_SECONDS, requiredClaims: ['exp'] };
  const alg = readAlgorithm(token);
  try {
    if (alg === 'HS256' && secret) {
      const issuer = config.issuer === null ? ['supabase'] : [config.issuer, 'supabase'];
      return (await jwtVerify(token, await secret, { ...common, algorithms: ['HS256'], issuer })).payload;
    }
    if (alg && ASYMMETRIC.includes(alg) && jwks && config.issuer !== null) {
      return (await jwtVerify(token, jwks, { ...common, algorithms: ASYMMETRIC, issuer: config.issuer })).payload;
    }
  } catch (error) {
    throw signatureError(error);
  }
  throw refused('its algorithm is not accepted here');
}

function readAlgorithm(token: string): string | undefined {
  try {
    return decodeProtectedHeader(token).alg;
  } catch (error) {
    throw refused('it is not a JWT', error);
  }
}

/** Of the key set, not of the token: jose's generic error stands for an answer that is not 200 or not JSON. */
const KEY_SET_ERRORS = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC']);

function signatureError(error: unknown): GatewayError {
  if (error instanceof errors.JWTExpired) return refused('it has expired');
  if (!(error instanceof errors.JOSEError) || KEY_SET_ERRORS.has(error.code)) {
    return new GatewayError('UPSTREAM_UNAVAILABLE', 'The keys that verify tokens cannot be fetched', { cause: error });
  }
  return refused('it is not valid', error);
}

function readViewer(payload: JWTPayload, config: AuthConfig, agents: Agents): Viewer {
  const parsed = claimsSchema.safeParse(payload);
  if (!parsed.success) throw refused('it names no role');
  const { role, sub, aud, app_metadata: metadata, act } = parsed.data;
  const claims = JSON.stringify(payload);
  if (act !== undefined && !role.startsWith('agent_')) throw refused('only an agent acts for a user');
  if (role === 'service_role') return { kind: 'service', id: null, agent: null, actsFor: null, role, claims };
  if (![aud].flat().includes(config.audience)) throw refused('it is meant for another audience');
  if (role === 'authenticated') {
    if (sub === undefined || !isUuid(sub)) throw refused('its subject is not a uuid');
    return { kind: 'user', id: sub, agent: null, actsFor: null, role, claims };
  }
  const agent = metadata?.agent;
  if (agent === undefined || !Object.hasOwn(agents, agent) || role !== agentRole(agent))
    throw refused('its role is unknown');
  const actsFor = act === undefined ? null : readActsFor(act, agents[agent]);
  // The database asks `sub` who somebody is: of an agent it says whom it acts for, and never what the token says beside.
  const { sub: _own, ...rest } = payload;
  const identity = JSON.stringify({ ...rest, ...(actsFor !== null && { sub: actsFor }) });
  return { kind: 'agent', id: null, agent, actsFor, role, claims: identity };
}

function readActsFor(act: unknown, agent: Agents[string] | undefined): string {
  if (!agent?.actsFor.includes('user')) throw refused('its agent acts for nobody');
  const parsed = actSchema.safeParse(act);
  if (!parsed.success) throw refused('"act" is not { "sub": "<uuid of a user>" }');
  return parsed.data.sub;
}

function refused(why: string, cause?: unknown): GatewayError {
  return new GatewayError('UNAUTHENTICATED', `The token is refused: ${why}`, { cause });
}

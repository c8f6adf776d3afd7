/** Bearer token → viewer: fixed algorithms, issuer and audience, and a closed set of roles. */
import type { webcrypto } from 'node:crypto';
import { decodeProtectedHeader, errors, type JWTPayload, jwtVerify } from 'jose';
import { GatewayError } from '../errors.ts';
import { type Admitted, readViewer, refused } from './claims.ts';
import { createKeptTokens } from './kept-tokens.ts';
import { createKeySet, type KeySet, type KeySetOptions } from './key-set.ts';
import type { Stand } from './standings.ts';
import { ANONYMOUS, type Viewer } from './viewer.ts';

/** How tokens are verified; read from the environment by `readConfig`. */
export interface AuthConfig {
  /** HS256 secret; null refuses HS256. */
  readonly jwtSecret: string | null;
  /** Where the public keys are; null refuses ES256 and RS256. */
  readonly jwksUrl: string | null;
  /** Seconds that keys once fetched hold while they cannot be fetched again; default 86 400. */
  readonly jwksMaxAgeSeconds?: number;
  /** Accepted `iss` of tokens signed with a public key. */
  readonly issuer: string | null;
  /** Accepted `aud` of user tokens. */
  readonly audience: string;
  /** Whether tokens of sessions that have ended are refused; they hold until they expire where it is absent. */
  readonly checkSessions?: boolean;
}

/** Verifies the `Authorization` header of a request; anonymous where there is none. */
export type Verify = (authorization: string | undefined) => Promise<Viewer>;

const ASYMMETRIC = ['ES256', 'RS256'];
/** Seconds by which clocks may differ. */
const CLOCK_TOLERANCE_SECONDS = 5;

/**
 * @param admitted The doctrine's agents and OAuth clients: a token of any other is refused.
 * @param options `stand`: asks what the ledger says of the viewer, with every request; the token says all where it is absent.
 * @returns A function that throws GatewayError `UNAUTHENTICATED` for every token that is present and not valid,
 *   and `UPSTREAM_UNAVAILABLE` where its key is not known and none can be fetched.
 */
export function createVerify(
  config: AuthConfig,
  admitted: Admitted,
  options: Pick<KeySetOptions, 'log' | 'now' | 'caches'> & { readonly stand?: Stand } = {},
): Verify {
  const { jwtSecret, jwksUrl: url, jwksMaxAgeSeconds: maxAgeSeconds } = config;
  const secret = jwtSecret === null ? null : importSecret(jwtSecret);
  const jwks = url === null ? null : createKeySet({ url, maxAgeSeconds, ...options });
  const { now = () => performance.now(), caches, stand = async (viewer) => viewer } = options;
  const kept = createKeptTokens(now, caches);
  return async (authorization) => {
    if (authorization === undefined) return ANONYMOUS;
    const token = /^Bearer +([^\s]+)$/i.exec(authorization)?.[1];
    if (!token) throw refused('send "Authorization: Bearer <JWT>"');
    // Those that were known when the verification began: what comes meanwhile may lack the token's.
    const keys = jwks?.current() ?? null;
    const known = kept.find(token, keys);
    if (known) return stand(known);
    const { payload, bySecret } = await verifySignature(token, { config, secret, jwks });
    const viewer = Object.freeze(readViewer(payload, config.audience, admitted));
    const { exp: expiresAt = 0, nbf: notBefore } = payload;
    if (bySecret || keys !== null) kept.keep(token, { viewer, expiresAt, notBefore, keys: bySecret ? null : keys });
    return stand(viewer);
  };
}

interface Keys {
  readonly config: AuthConfig;
  readonly secret: Promise<webcrypto.CryptoKey> | null;
  readonly jwks: KeySet | null;
}

/** Once, not for each token. */
function importSecret(secret: string): Promise<webcrypto.CryptoKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', new TextEncoder().encode(secret), algorithm, false, ['verify']);
}

async function verifySignature(
  token: string,
  { config, secret, jwks }: Keys,
): Promise<{ readonly payload: JWTPayload; readonly bySecret: boolean }> {
  const common = { clockTolerance: CLOCK_TOLERANCE_SECONDS, requiredClaims: ['exp'] };
  const alg = readAlgorithm(token);
  try {
    if (alg === 'HS256' && secret) {
      const issuer = config.issuer === null ? ['supabase'] : [config.issuer, 'supabase'];
      const { payload } = await jwtVerify(token, await secret, { ...common, algorithms: ['HS256'], issuer });
      return { payload, bySecret: true };
    }
    if (alg && ASYMMETRIC.includes(alg) && jwks && config.issuer !== null) {
      const options = { ...common, algorithms: ASYMMETRIC, issuer: config.issuer };
      return { payload: (await jwtVerify(token, jwks.find, options)).payload, bySecret: false };
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

function signatureError(error: unknown): GatewayError {
  if (error instanceof errors.JWTExpired) return refused('it has expired');
  if (error instanceof GatewayError) return error;
  if (error instanceof errors.JWKSNoMatchingKey) return refused('the identity provider lists no such key', error);
  return refused('it is not valid', error);
}

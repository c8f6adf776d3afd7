/** Private keys as they are kept in files: a JWK, several of them, or PEM → what signs ES256 or RS256. */
import { createPrivateKey, createPublicKey, type JsonWebKey, type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';
import { GatewayError } from '../errors.ts';

/** A private key, and how its signatures are made and known. */
export interface SigningKey {
  readonly alg: 'ES256' | 'RS256';
  /** The name by which verifiers find its public half in the key set. */
  readonly kid: string;
  readonly key: KeyObject;
}

const UNREADABLE = 'The key cannot be read: give a JWK, or PEM without a passphrase, of a private key';
const PUBLIC = 'The key is a public one: to sign takes the private one';
/** Bits of an RSA key at least: RFC 7518, 3.3. */
const MIN_RSA_BITS = 2_048;

const jwkSchema = z.looseObject({ kty: z.string(), kid: z.string().min(1).optional(), d: z.string().optional() });
type Jwk = z.infer<typeof jwkSchema>;
const fileSchema = z.union([z.object({ keys: z.array(jwkSchema) }), z.array(jwkSchema), jwkSchema]);

/**
 * @param text A JWK as `supabase gen signing-key` prints it, a list or set of them, or PEM.
 * @param kid Which one of several; of PEM, which does not say it, the name in the key set.
 * @throws GatewayError `BAD_USER_INPUT` that says what is wrong, and holds nothing of the key.
 */
export function readSigningKey(text: string, kid: string | undefined): SigningKey {
  const isPem = text.trimStart().startsWith('-----BEGIN');
  if (isPem) refusePem(text);
  const jwk = isPem ? null : chooseJwk(readJwks(text), kid);
  const name = kid ?? jwk?.kid;
  if (name === undefined) throw bad('The key has no "kid", by which it is found in the key set: give it as --kid');
  const key = importKey(jwk === null ? text : { key: jwk as JsonWebKey, format: 'jwk' });
  const alg = algorithmOf(key);
  if (!isWhole(key)) throw bad(UNREADABLE);
  if (jwk?.alg !== undefined && jwk.alg !== alg)
    throw bad(`The key is for ${alg}, and says that it is for another algorithm`);
  return { alg, kid: name, key };
}

function readJwks(text: string): readonly Jwk[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw bad('The key is neither a JWK nor PEM');
  }
  const { data } = fileSchema.safeParse(json);
  if (data === undefined) throw bad('The key is JSON, and neither a JWK nor a list of them');
  return Array.isArray(data) ? data : 'keys' in data && Array.isArray(data.keys) ? (data.keys as Jwk[]) : [data as Jwk];
}

function chooseJwk(jwks: readonly Jwk[], kid: string | undefined): Jwk {
  // One key alone may be named anew, as PEM is.
  const named = jwks.length === 1 ? jwks : jwks.filter((jwk) => kid === undefined || jwk.kid === kid);
  const [jwk] = named;
  const kids = jwks.map((known) => known.kid ?? 'one without').join(', ');
  if (!jwk) throw bad(`There is no key of that "kid": there are ${kids}`);
  if (named.length > 1) throw bad(`There are several keys: choose one by --kid of ${kids}`);
  if (jwk.kid !== undefined && kid !== undefined && jwk.kid !== kid)
    throw bad(`There is no key of that "kid": there are ${kids}`);
  if (jwk.kty === 'oct') throw bad('The key is a shared secret (HS256): set SUPABASE_JWT_SECRET to it instead');
  if (jwk.d === undefined) throw bad(PUBLIC);
  return jwk;
}

/** What Node would only call unreadable. Older forms say in a line of their own that they are encrypted. */
function refusePem(text: string): void {
  if (/^-----BEGIN ENCRYPTED|^Proc-Type: 4,ENCRYPTED/m.test(text))
    throw bad('The key has a passphrase: give it without one, e.g. as `openssl pkcs8 -topk8 -nocrypt` writes it');
  if (/^\s*-----BEGIN ([A-Z]+ )?PUBLIC KEY/.test(text)) throw bad(PUBLIC);
  if (/^\s*-----BEGIN CERTIFICATE/.test(text))
    throw bad(`The file is a certificate, which holds no more than a public key. ${PUBLIC}`);
}

function importKey(given: Parameters<typeof createPrivateKey>[0]): KeyObject {
  try {
    return createPrivateKey(given);
  } catch {
    // Node's own message might quote the key.
  }
  throw bad(UNREADABLE);
}

/** A JWK holds both halves, and nobody has looked yet whether they belong together. */
function isWhole(key: KeyObject): boolean {
  const probe = Buffer.from('probe');
  try {
    return verify('sha256', probe, createPublicKey(key), sign('sha256', probe, key));
  } catch {
    return false;
  }
}

function algorithmOf({ asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject): SigningKey['alg'] {
  if (type === 'ec' && details?.namedCurve === 'prime256v1') return 'ES256';
  if (type === 'rsa' && (details?.modulusLength ?? 0) >= MIN_RSA_BITS) return 'RS256';
  throw bad(`The key must be of the curve P-256 (ES256), or RSA with ${MIN_RSA_BITS} bits or more (RS256)`);
}

function bad(message: string): GatewayError {
  return new GatewayError('BAD_USER_INPUT', message);
}

/** Who signs the tokens of a run: a secret that all contestants know, or a key whose public half they verify by. */
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { issueToken, type Signer, type TokenFor } from '../src/auth/issue.ts';
import type { PeerSigning } from './contestants/viewer.ts';

/** The algorithms of a run. */
export const ALGORITHMS = ['HS256', 'ES256'] as const;

/** One of them. */
export type Algorithm = (typeof ALGORITHMS)[number];

/** Makes tokens, and tells contestants how they are verified. */
export interface Tokens extends AsyncDisposable {
  issue(subject: TokenFor): Promise<string>;
  /** For the gateway. */
  readonly env: Readonly<Record<string, string>>;
  /** For the peers. */
  readonly signing: PeerSigning;
}

/** Seconds that a token of the bench is good for. */
const LIFETIME_SECONDS = 4 * 3_600;
const AUDIENCE = 'authenticated';
const KID = 'bench';

/** New ones for each run. */
export function createTokens(algorithm: Algorithm): Promise<Tokens> | Tokens {
  return algorithm === 'ES256' ? createKeyTokens() : createSecretTokens();
}

function issueBy(signer: Signer): Tokens['issue'] {
  return (subject) => issueToken(subject, { ...signer, lifetimeSeconds: LIFETIME_SECONDS });
}

function createSecretTokens(): Tokens {
  const secret = randomBytes(32).toString('hex');
  return {
    issue: issueBy({ jwtSecret: secret, issuer: null, audience: AUDIENCE }),
    env: { SUPABASE_JWT_SECRET: secret },
    signing: { issuer: 'supabase', secret },
    [Symbol.asyncDispose]: async () => {},
  };
}

/** An identity provider of the bench publishes the key, as Supabase does. */
async function createKeyTokens(): Promise<Tokens> {
  const { privateKey: key, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: KID, alg: 'ES256', use: 'sig' };
  const provider = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: [jwk] }));
  });
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  return {
    issue: issueBy({ key: { alg: 'ES256', kid: KID, key }, issuer, audience: AUDIENCE }),
    env: { SUPABASE_JWKS_URL: `${issuer}/jwks.json`, SUPABASE_JWT_ISSUER: issuer },
    signing: { issuer, publicKey: jwk },
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        provider.close(() => resolve());
        provider.closeAllConnections();
      }),
  };
}

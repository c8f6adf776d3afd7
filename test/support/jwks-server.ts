/** An identity provider of our own: signs with keys that it publishes as a JWKS, and can rotate them or fail. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type CryptoKey, exportJWK, exportSPKI, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';

/** A listening identity provider. */
export interface IdentityProvider extends AsyncDisposable {
  /** What stands in `SUPABASE_URL`. */
  readonly url: string;
  /** Signs with the newest key of the algorithm. */
  sign(alg: 'ES256' | 'RS256', claims: JWTPayload): Promise<string>;
  /** Publishes a new key for the algorithm instead of the old one. */
  rotate(alg: 'ES256' | 'RS256'): Promise<void>;
  /** Lists one more public key, as a standby key of Supabase is. */
  publish(jwk: JWK): void;
  /** The public key as a text that a confused verifier might take for a secret. */
  publicPem(alg: 'ES256' | 'RS256'): Promise<string>;
  /** Answers with this instead of the keys; null heals. */
  fail(status: number | null, body?: string): void;
  /** Requests for the keys so far. */
  readonly requests: { count: number };
}

interface Key {
  readonly kid: string;
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly jwk: JWK;
}

/** Listens on a free port of 127.0.0.1. */
export async function createIdentityProvider(): Promise<IdentityProvider> {
  const keys = new Map<string, Key>();
  const more: JWK[] = [];
  const requests = { count: 0 };
  let failure: { status: number; body: string } | null = null;
  let serial = 0;
  const rotate = async (alg: string) => {
    serial += 1;
    keys.set(alg, await createKey(alg, `key-${serial}`));
  };
  await rotate('ES256');
  await rotate('RS256');
  const server = createServer((_request, response) => {
    requests.count += 1;
    const body = failure?.body ?? JSON.stringify({ keys: [...[...keys.values()].map(({ jwk }) => jwk), ...more] });
    response.writeHead(failure?.status ?? 200, { 'content-type': 'application/json' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    requests,
    rotate,
    publish: (jwk) => more.push(jwk),
    sign: (alg, claims) => {
      const { kid, privateKey } = keys.get(alg) as Key;
      return new SignJWT(claims).setProtectedHeader({ alg, kid }).sign(privateKey);
    },
    publicPem: (alg) => exportSPKI((keys.get(alg) as Key).publicKey),
    fail: (status, body = 'out of order') => {
      failure = status === null ? null : { status, body };
    },
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function createKey(alg: string, kid: string): Promise<Key> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { kid, privateKey, publicKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

/** The JWT check of the peers: the same signature, claims and roles as the gateway checks. */
import type { webcrypto } from 'node:crypto';
import { importJWK, type JWK, jwtVerify } from 'jose';

/** Whom a request is run as. */
export interface PeerViewer {
  readonly role: 'authenticated' | 'service_role';
  /** The verified payload as JSON. */
  readonly claims: string;
}

/** By what tokens are verified: a secret (HS256), or a public key (ES256). */
export type PeerSigning = { readonly issuer: string } & ({ readonly secret: string } | { readonly publicKey: JWK });

/** Verifies the `Authorization` header. */
export type VerifyPeer = (authorization: string | undefined) => Promise<PeerViewer>;

/** The key is imported once; the signature is verified for each request. */
export async function createPeerVerify(signing: PeerSigning): Promise<VerifyPeer> {
  const key = await importKey(signing);
  const algorithms = ['secret' in signing ? 'HS256' : 'ES256'];
  const options = { algorithms, issuer: signing.issuer, requiredClaims: ['exp'], clockTolerance: 5 };
  return async (authorization = '') => {
    const { payload } = await jwtVerify(authorization.slice('Bearer '.length), key, options);
    const { role, aud, sub } = payload;
    const isUser = role === 'authenticated' && aud === 'authenticated' && typeof sub === 'string';
    if (!isUser && role !== 'service_role') throw new Error('the role is unknown');
    return { role: role as PeerViewer['role'], claims: JSON.stringify(payload) };
  };
}

async function importKey(signing: PeerSigning): Promise<webcrypto.CryptoKey> {
  if ('publicKey' in signing) return (await importJWK(signing.publicKey, 'ES256')) as webcrypto.CryptoKey;
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', new TextEncoder().encode(signing.secret), algorithm, false, ['verify']);
}

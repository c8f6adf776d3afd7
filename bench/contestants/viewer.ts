/** The JWT check of the peers: the same signature, claims and roles as the gateway checks. */
import { jwtVerify } from 'jose';

/** Whom a request is run as. */
export interface PeerViewer {
  readonly role: 'authenticated' | 'service_role';
  /** The verified payload as JSON. */
  readonly claims: string;
}

/** Verifies the `Authorization` header. */
export type VerifyPeer = (authorization: string | undefined) => Promise<PeerViewer>;

/** The key is imported once; the signature is verified for each request. */
export async function createPeerVerify(secret: string): Promise<VerifyPeer> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(secret), algorithm, false, ['verify']);
  const options = { algorithms: ['HS256'], issuer: 'supabase', requiredClaims: ['exp'], clockTolerance: 5 };
  return async (authorization = '') => {
    const { payload } = await jwtVerify(authorization.slice('Bearer '.length), key, options);
    const { role, aud, sub } = payload;
    const isUser = role === 'authenticated' && aud === 'authenticated' && typeof sub === 'string';
    if (!isUser && role !== 'service_role') throw new Error('the role is unknown');
    return { role: role as PeerViewer['role'], claims: JSON.stringify(payload) };
  };
}

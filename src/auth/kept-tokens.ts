/**
 * Viewers of tokens that were verified, for a minute at most: to verify a signature costs more than a small answer does.
 *
 * By a hash: the text of a token is a secret, and stands in no collection that somebody could print.
 */
import { hash } from 'node:crypto';
import { type Caches, createCaches } from '../caches.ts';
import type { Viewer } from './viewer.ts';

/** When a token was verified, and what of. */
export interface VerifiedToken {
  readonly viewer: Viewer;
  /** Seconds since 1970, as the token says them. */
  readonly expiresAt: number;
  /** The same; absent where it is good from the beginning. */
  readonly notBefore?: number | undefined;
  /** Tells the published keys that it was verified by from those that come later; null where it was by the secret. */
  readonly keys: number | null;
}

/** Verified tokens of one configuration. */
export interface KeptTokens {
  /** Null where it has to be verified. @param keys The published keys that are known now; null where none hold. */
  find(token: string, keys: number | null): Viewer | null;
  keep(token: string, verified: VerifiedToken): void;
}

interface Kept extends VerifiedToken {
  /** By the clock that does not go back. */
  readonly untilMs: number;
}

/** Milliseconds that a token is kept at most. */
const KEPT_MS = 60_000;
/** Tokens of a busy gateway within a minute. */
const MAX_KEPT = 10_000;
/** Characters of the claims of all of them. */
const MAX_CLAIMS = 16_000_000;

/** @param now Milliseconds of a clock that does not go back. */
export function createKeptTokens(now: () => number, caches: Caches = createCaches()): KeptTokens {
  const kept = caches.create<Kept>('verified tokens', {
    maxEntries: MAX_KEPT,
    maxWeight: MAX_CLAIMS,
    weigh: ({ viewer }) => viewer.claims.length + 1,
  });
  return {
    find: (token, keys) => {
      const key = keyOf(token);
      const found = kept.get(key);
      if (!found) return null;
      const isKnown = found.keys === null || found.keys === keys;
      if (isKnown && now() < found.untilMs && isGood(found)) return found.viewer;
      kept.delete(key);
      return null;
    },
    keep: (token, verified) => kept.set(keyOf(token), { ...verified, untilMs: now() + KEPT_MS }),
  };
}

/** By the clock that tokens go by, which may be set; without the tolerance that a verification has. */
function isGood({ expiresAt, notBefore = 0 }: VerifiedToken): boolean {
  const seconds = Date.now() / 1_000;
  return notBefore <= seconds && seconds < expiresAt;
}

function keyOf(token: string): string {
  return hash('sha256', token, 'base64');
}

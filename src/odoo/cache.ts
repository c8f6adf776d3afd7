/** The cache of reads: what Odoo said at most so many seconds ago, and a little longer while it is down. */
import { isOutage } from './faults.ts';

/** Where answers are kept; it may forget any of them at any time. */
export interface CacheStore {
  /** Null for what is not there, and where the store is out of order. Never throws. */
  get(key: string): Promise<string | null>;
  /** Never throws. */
  set(key: string, text: string, ttlMs: number): Promise<void>;
  close(): Promise<void>;
}

/** How old an answer may be. */
export interface OdooCacheLimits {
  /** Seconds that an answer is as good as a new one. */
  readonly maxAgeSeconds: number;
  /** Seconds after that in which it still answers where Odoo is down; 0 for never. */
  readonly staleIfErrorSeconds: number;
}

/** Answers from the store, or asks. @param onCached Told when Odoo was asked, where the store answered. */
export type CachedRead = (
  key: string,
  ask: () => Promise<unknown>,
  onCached?: (asOf: Date) => void,
) => Promise<unknown>;

interface Kept {
  /** Milliseconds since 1970 when Odoo was asked. */
  readonly asOf: number;
  readonly answer: unknown;
}

/** Errors are not kept. */
export function createCache(
  store: CacheStore,
  { maxAgeSeconds, staleIfErrorSeconds }: OdooCacheLimits,
  observe: (result: 'fresh' | 'stale' | 'miss') => void = () => {},
): CachedRead {
  const maxAgeMs = maxAgeSeconds * 1_000;
  const lifetimeMs = maxAgeMs + staleIfErrorSeconds * 1_000;
  return async (key, ask, onCached) => {
    const kept = readKept(await store.get(key));
    const use = ({ asOf, answer }: Kept, result: 'fresh' | 'stale') => {
      observe(result);
      onCached?.(new Date(asOf));
      return answer;
    };
    if (kept && ageOf(kept) < maxAgeMs) return use(kept, 'fresh');
    const asOf = Date.now();
    try {
      const answer = await ask();
      observe('miss');
      void store.set(key, JSON.stringify({ asOf, answer } satisfies Kept), lifetimeMs);
      return answer;
    } catch (error) {
      if (kept && ageOf(kept) < lifetimeMs && isOutage(error)) return use(kept, 'stale');
      throw error;
    }
  };
}

/** Infinite where a clock went backwards: an answer from the future is not to be trusted. */
function ageOf({ asOf }: Kept): number {
  const age = Date.now() - asOf;
  return age < 0 ? Number.POSITIVE_INFINITY : age;
}

function readKept(text: string | null): Kept | null {
  if (text === null) return null;
  try {
    const kept = JSON.parse(text) as Kept | null;
    return typeof kept?.asOf === 'number' ? kept : null;
  } catch {
    return null;
  }
}

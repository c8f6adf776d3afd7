/** Answers in the memory of the process, the least recently used out first. */
import { type Caches, createCaches } from '../caches.ts';
import type { CacheStore } from './cache.ts';

/** What the store may hold. */
export interface MemoryLimits {
  readonly maxEntries: number;
  /** Bytes of all texts together. */
  readonly maxBytes: number;
}

/** Little enough for a small container. */
const LIMITS: MemoryLimits = { maxEntries: 1_000, maxBytes: 32 * 1_048_576 };

interface Entry {
  readonly text: string;
  readonly expiresAt: number;
}

/** An entry larger than the whole store is not kept. */
export function createMemoryStore(
  { maxEntries, maxBytes }: MemoryLimits = LIMITS,
  caches: Caches = createCaches(),
): CacheStore {
  const entries = caches.create<Entry>('odoo answers', {
    maxEntries,
    maxWeight: maxBytes,
    weigh: ({ text }) => Buffer.byteLength(text) || 1,
  });
  return {
    get: async (key) => {
      const entry = entries.get(key);
      if (entry && entry.expiresAt > Date.now()) return entry.text;
      entries.delete(key);
      return null;
    },
    set: async (key, text, ttlMs) => void entries.set(key, { text, expiresAt: Date.now() + ttlMs }),
    close: async () => entries.clear(),
  };
}

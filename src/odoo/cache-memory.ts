/** Answers in the memory of the process, the least recently used out first. */
import type { Caches } from '../caches.ts';
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
  readonly bytes: number;
  readonly expiresAt: number;
}

/** An entry larger than the whole store is not kept. */
export function createMemoryStore({ maxEntries, maxBytes }: MemoryLimits = LIMITS, caches?: Caches): CacheStore {
  // A Map keeps the order of insertion, so its first entry is the least recently used one.
  const entries = new Map<string, Entry>();
  caches?.watch('odoo answers', maxEntries, () => entries.size);
  let total = 0;
  const remove = (key: string) => {
    total -= entries.get(key)?.bytes ?? 0;
    entries.delete(key);
  };
  return {
    get: async (key) => {
      const entry = entries.get(key);
      if (!entry) return null;
      entries.delete(key);
      entries.set(key, entry);
      if (entry.expiresAt > Date.now()) return entry.text;
      remove(key);
      return null;
    },
    set: async (key, text, ttlMs) => {
      remove(key);
      const bytes = Buffer.byteLength(text);
      if (bytes > maxBytes) return;
      entries.set(key, { text, bytes, expiresAt: Date.now() + ttlMs });
      total += bytes;
      for (const oldest of entries.keys()) {
        if (entries.size <= maxEntries && total <= maxBytes) break;
        remove(oldest);
      }
    },
    close: async () => entries.clear(),
  };
}

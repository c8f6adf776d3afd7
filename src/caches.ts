/** The caches of a process: each has a bound, and `/metrics` shows how full it is. */
import { LRUCache } from 'lru-cache';

/** How full a cache is. */
export interface CacheState {
  readonly name: string;
  readonly entries: number;
  /** Entries that it keeps at most. */
  readonly maxEntries: number;
}

/** What a cache may hold. */
export interface CacheLimits<V> {
  readonly maxEntries: number;
  /** The most that all entries together may weigh; one that weighs more by itself is not kept. */
  readonly maxWeight: number;
  /** A whole number from 1 on. */
  readonly weigh: (value: V, key: string) => number;
}

/** A cache that forgets what was not asked for the longest. */
export type Cache<V extends object> = Pick<LRUCache<string, V>, 'get' | 'set' | 'delete' | 'clear'>;

/** Makes the caches of a process, and knows them. */
export interface Caches {
  create<V extends object>(name: string, limits: CacheLimits<V>): Cache<V>;
  /** Makes one known that keeps to its bound by itself, such as work under way. */
  watch(name: string, maxEntries: number, entries: () => number): void;
  /** By name. */
  states(): readonly CacheState[];
}

/** Starts with none. */
export function createCaches(): Caches {
  const known = new Map<string, { readonly maxEntries: number; readonly entries: () => number }>();
  const watch: Caches['watch'] = (name, maxEntries, entries) => void known.set(name, { maxEntries, entries });
  return {
    create: <V extends object>(name: string, { maxEntries, maxWeight, weigh }: CacheLimits<V>) => {
      const cache = new LRUCache<string, V>({ max: maxEntries, maxSize: maxWeight, sizeCalculation: weigh });
      watch(name, maxEntries, () => cache.size);
      return cache;
    },
    watch,
    states: () =>
      [...known]
        .map(([name, { maxEntries, entries }]) => ({ name, maxEntries, entries: entries() }))
        .sort((a, b) => a.name.localeCompare(b.name)),
  };
}

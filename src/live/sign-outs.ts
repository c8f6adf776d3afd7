/**
 * Sessions that end while something of them is open: every few seconds one question asks for all of them together whether
 * their users have signed out.
 */
import type { Caches } from '../caches.ts';
import type { Log } from '../log.ts';

/** Open sessions of a gateway. */
export interface SignOuts {
  /** Calls `ended` once, when the session has ended; never for null. @returns What gives up waiting. */
  watch(session: string | null, ended: () => void): () => void;
  /** Asks nothing more. */
  close(): void;
}

interface SignOutOptions {
  /** Which of the sessions have ended; null where nobody can tell. */
  readonly ask: ((sessions: readonly string[]) => Promise<readonly string[]>) | null;
  /** Milliseconds between two questions. */
  readonly everyMs: number;
  readonly log: Log;
  readonly caches: Caches;
  /** Watches at most: as many as there is room for connections and subscriptions. */
  readonly maxWatches: number;
}

/** Asks nothing while nothing is watched. */
export function createSignOuts({ ask, everyMs, log, caches, maxWatches }: SignOutOptions): SignOuts {
  const watches = new Map<string, Set<() => void>>();
  caches.watch('watched sessions', maxWatches, () => watches.size);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    if (ask && watches.size > 0) timer ??= setTimeout(look, everyMs, ask).unref();
  };
  const look = async (question: NonNullable<typeof ask>) => {
    try {
      const sessions = await question([...watches.keys()]);
      for (const ended of sessions.flatMap((session) => [...(watches.get(session) ?? [])])) ended();
    } catch (err) {
      // Asked again: that the database is away, the reads of what is open say.
      log.warn({ err }, 'the database does not say which sessions have ended');
    }
    timer = undefined;
    wait();
  };
  return {
    watch: (session, ended) => {
      if (session === null) return () => {};
      const watch = () => {
        forget(watches, session, watch);
        ended();
      };
      watches.set(session, (watches.get(session) ?? new Set()).add(watch));
      wait();
      return () => forget(watches, session, watch);
    },
    close: () => {
      watches.clear();
      clearTimeout(timer);
    },
  };
}

function forget(watches: Map<string, Set<() => void>>, session: string, watch: () => void): void {
  const of = watches.get(session);
  of?.delete(watch);
  if (of?.size === 0) watches.delete(session);
}

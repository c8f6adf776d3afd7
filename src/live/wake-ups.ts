/**
 * Wake-ups: tells who follows something that there may be something to read.
 *
 * A wake-up carries no data and may be lost, doubled or late: a woken follower reads past its own cursor. Notices of the
 * database come over one connection, however many follow; a timer stands behind them, so that a lost notice costs
 * latency and nothing else.
 */
import type { Log } from '../log.ts';

/** One thing that may change, e.g. one run, as one follower waits for it. */
export interface Channel {
  /** Rises with each wake-up: read it before a read, and wait for the next one after it. */
  readonly generation: () => number;
  /** Resolves when there was a wake-up after the `seen`th, after `withinMs` at the latest, or when `signal` aborts. */
  changed(seen: number, signal: AbortSignal, withinMs?: number): Promise<void>;
  close(): void;
}

/** All channels of a gateway. */
export interface WakeUps {
  /** @param key What is followed, as `Hearing.wake` names it. */
  open(key: string): Channel;
  /** What is followed now. */
  readonly count: () => number;
  /** Whether notices come in; without them all goes by the timer. */
  readonly isListening: () => boolean;
  /** Ends the waiting of all, for good. */
  close(): Promise<void>;
}

/** What the connection tells. */
interface Hearing {
  /** @param key Names what has changed; where it ends in `*`, all that begin so. */
  wake(key: string): void;
  /** Notices come in from now on; some may have been missed. */
  connected(): void;
  lost(): void;
}

interface WakeUpsOptions {
  /** Starts to listen; null where the database passes no notices on. */
  readonly listen: ((hearing: Hearing) => { close(): Promise<void> }) | null;
  /** Milliseconds after which a channel is woken without a notice, about. */
  readonly pollMs: number;
  readonly log: Log;
}

interface Shared {
  readonly tick: () => number;
  generation: number;
  followers: number;
  readonly waiting: Set<() => void>;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** Opens the connection for the first follower, and no sooner. */
export function createWakeUps({ listen, pollMs, log }: WakeUpsOptions): WakeUps {
  const channels = new Map<string, Shared>();
  let connection: { close(): Promise<void> } | null = null;
  let listening = false;
  let isClosed = false;
  let ticks = 0;
  const tick = () => {
    ticks += 1;
    return ticks;
  };
  const hearing: Hearing = {
    wake: (key) => {
      if (!key.endsWith('*')) return wakeShared(channels.get(key));
      for (const [known, shared] of channels) if (known.startsWith(key.slice(0, -1))) wakeShared(shared);
    },
    connected: () => {
      listening = true;
      for (const shared of channels.values()) wakeShared(shared);
    },
    lost: () => {
      listening = false;
      log.warn('notices of the database are lost: reading goes by the timer until they are back');
    },
  };
  return {
    open: (key) => {
      if (!isClosed) connection ??= listen?.(hearing) ?? null;
      const shared = channels.get(key) ?? createShared(tick);
      channels.set(key, shared);
      shared.followers += 1;
      shared.timer ??= startPolling(shared, pollMs);
      return createChannel(shared, () => {
        if (shared.followers > 0 || channels.get(key) !== shared) return;
        clearTimeout(shared.timer);
        channels.delete(key);
      });
    },
    count: () => channels.size,
    isListening: () => listening,
    close: async () => {
      isClosed = true;
      for (const shared of channels.values()) {
        clearTimeout(shared.timer);
        wakeShared(shared);
      }
      await connection?.close();
    },
  };
}

/** One clock for all channels: where one is closed and opened again, its earlier reads may be under way still. */
function createShared(tick: () => number): Shared {
  return { tick, generation: tick(), followers: 0, waiting: new Set(), timer: undefined };
}

function createChannel(shared: Shared, onEmpty: () => void): Channel {
  let isOpen = true;
  return {
    generation: () => shared.generation,
    changed: (seen, signal, withinMs) =>
      new Promise((resolve) => {
        if (shared.generation !== seen || signal.aborted) return resolve();
        const timer = withinMs === undefined ? undefined : setTimeout(done, withinMs);
        function done() {
          clearTimeout(timer);
          signal.removeEventListener('abort', done);
          shared.waiting.delete(done);
          resolve();
        }
        signal.addEventListener('abort', done, { once: true });
        shared.waiting.add(done);
      }),
    close: () => {
      if (!isOpen) return;
      isOpen = false;
      shared.followers -= 1;
      onEmpty();
    },
  };
}

function wakeShared(shared: Shared | undefined): void {
  if (!shared) return;
  shared.generation = shared.tick();
  for (const resume of [...shared.waiting]) resume();
}

/** One timer for all followers of a channel: woken together, they share their reads. */
function startPolling(shared: Shared, pollMs: number): ReturnType<typeof setTimeout> {
  // Spread by a quarter each way: channels opened together would ask together for ever.
  const delay = pollMs * (0.75 + Math.random() / 2);
  return setTimeout(() => {
    wakeShared(shared);
    shared.timer = startPolling(shared, pollMs);
  }, delay).unref();
}

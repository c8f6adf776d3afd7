/** A bulkhead: so many calls at once, so many waiting for a place, and no more. */
import { cancelledFault, sparedFault } from './faults.ts';

/** A bulkhead and what is in it. */
export interface Places {
  /** Runs the work when a place is free. @throws GatewayError `UPSTREAM_UNAVAILABLE` where the queue is full. */
  run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T>;
  readonly executing: number;
  readonly queued: number;
}

/** Milliseconds that a call is taken to last before one was seen. */
const FIRST_GUESS_MS = 100;

/**
 * First come, first served. Not cockatiel's: there a call that is aborted while it waits keeps its place in the queue,
 * and can stall those behind it.
 */
export function createPlaces(maxConcurrency: number, maxQueue: number): Places {
  const queue = new Set<() => void>();
  let executing = 0;
  let usualMs = FIRST_GUESS_MS;

  const wait = (signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const enter = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        queue.delete(enter);
        reject(cancelledFault(signal.reason));
      };
      queue.add(enter);
      signal.addEventListener('abort', leave, { once: true });
    });

  const free = () => {
    const [next] = queue;
    // A place passes on to the next one; it is not free in between.
    if (!next) executing -= 1;
    else {
      queue.delete(next);
      next();
    }
  };

  return {
    run: async (work, signal) => {
      if (signal.aborted) throw cancelledFault(signal.reason);
      if (executing < maxConcurrency) executing += 1;
      else if (queue.size < maxQueue) await wait(signal);
      else throw sparedFault('Odoo is busy: try again shortly', Math.ceil((queue.size / maxConcurrency) * usualMs));
      const start = performance.now();
      try {
        return await work();
      } finally {
        usualMs += (performance.now() - start - usualMs) / 8;
        free();
      }
    },
    get executing() {
      return executing;
    },
    get queued() {
      return queue.size;
    },
  };
}

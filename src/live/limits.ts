/** What live connections may cost the gateway. */

/** Read from the environment by `readConfig`. */
export interface LiveLimits {
  /** Milliseconds after which a subscription reads without a notice, about: what a lost one costs at most. */
  readonly pollMs: number;
  /** WebSockets and event streams of the gateway at most; 0 for none. */
  readonly maxConnections: number;
  /** Bytes that may wait for one client to take them; one that lets more wait for `stallMs` is cut off. */
  readonly maxBufferBytes: number;
  /** Milliseconds that a client has to take what waits, once it is too much. */
  readonly stallMs: number;
  /** Origins, besides the gateway's own, whose pages may open a WebSocket, e.g. `https://app.example.com`. */
  readonly allowedOrigins: readonly string[];
}

/** Where the configuration says nothing. */
export const LIVE_LIMITS: LiveLimits = Object.freeze({
  pollMs: 5_000,
  maxConnections: 2_000,
  maxBufferBytes: 1_048_576,
  stallMs: 5_000,
  allowedOrigins: Object.freeze([]),
});

/** Room for so many; `take` gives the place's return, or null where none is left. */
export interface Places {
  take(): (() => void) | null;
}

/** Counts connections against their limit. */
export function createPlaces(max: number): Places {
  let taken = 0;
  return {
    take: () => {
      if (taken >= max) return null;
      taken += 1;
      let isHeld = true;
      return () => {
        if (isHeld) taken -= 1;
        isHeld = false;
      };
    },
  };
}

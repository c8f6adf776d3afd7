/** What live connections may cost the gateway. */
import { GatewayError } from '../errors.ts';

/** Read from the environment by `readConfig`. */
export interface LiveLimits {
  /** About how many milliseconds a subscription waits for a notice before it reads: a lost notice costs no more. */
  readonly pollMs: number;
  /** WebSockets and event streams of the gateway at most; 0 for none. */
  readonly maxConnections: number;
  /** WebSockets and event streams of one viewer at most; without a token there are none. */
  readonly maxPerViewer: number;
  /** Bytes that may wait for one client to take them; one that lets more wait for `stallMs` is cut off. */
  readonly maxBufferBytes: number;
  /** Milliseconds that a client has to take what waits, once it is too much. */
  readonly stallMs: number;
}

/** Operations of one connection at a time. */
export const OPERATIONS_PER_CONNECTION = 100;

/** The defaults. */
export const LIVE_LIMITS: LiveLimits = Object.freeze({
  pollMs: 5_000,
  maxConnections: 2_000,
  maxPerViewer: 100,
  maxBufferBytes: 1_048_576,
  stallMs: 5_000,
});

/** Places for connections: so many in all, and fewer for each viewer. */
export interface ConnectionPlaces {
  /** Whether none is left. */
  areTaken(): boolean;
  /**
   * Takes a place. Returns the function that gives it back, or why there is none.
   *
   * @param viewer Names whose connection it is, as `connectionHolder` does; null without a token: then there is no place.
   */
  take(viewer: string | null): (() => void) | GatewayError;
}

/** Counts connections against their limits. */
export function createConnectionPlaces({
  maxConnections,
  maxPerViewer,
}: Pick<LiveLimits, 'maxConnections' | 'maxPerViewer'>): ConnectionPlaces {
  const held = new Map<string, number>();
  let taken = 0;
  const give = (viewer: string) => {
    taken -= 1;
    const rest = (held.get(viewer) ?? 1) - 1;
    if (rest > 0) held.set(viewer, rest);
    else held.delete(viewer);
  };
  return {
    areTaken: () => taken >= maxConnections,
    take: (viewer) => {
      if (viewer === null)
        return new GatewayError('UNAUTHENTICATED', 'A connection that stays open wants a token: send "authorization"');
      if (taken >= maxConnections)
        return new GatewayError('UPSTREAM_UNAVAILABLE', 'The gateway has no place for another connection: later');
      const own = held.get(viewer) ?? 0;
      if (own >= maxPerViewer)
        return new GatewayError('LIMIT_EXCEEDED', `A viewer has at most ${maxPerViewer} connections: close another`);
      taken += 1;
      held.set(viewer, own + 1);
      let isHeld = true;
      return () => {
        if (isHeld) give(viewer);
        isHeld = false;
      };
    },
  };
}

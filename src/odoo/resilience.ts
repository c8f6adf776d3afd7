/** A transport that spares Odoo: retries, a bulkhead and a circuit breaker around each call. */
import {
  BrokenCircuitError,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleWhen,
  retry,
} from 'cockatiel';
import { type ErrorCode, GatewayError } from '../errors.ts';
import type { OdooCall } from './call.ts';
import { cancelledFault, isTransient, sparedFault } from './faults.ts';
import { createOutages } from './outages.ts';
import { createPlaces } from './places.ts';

/** How hard to lean on an Odoo. */
export interface Pressure {
  /** Calls under way at once: Odoo has 4 to 8 workers, and people use it too. */
  readonly maxConcurrency: number;
  /** Calls of one viewer that may wait for a place; default 100. */
  readonly maxQueue?: number | undefined;
  /** Milliseconds that the breaker stays open before it lets one call try; default 2 000. */
  readonly breakerRestMs?: number | undefined;
}

/** `open` makes no call; `half-open` tries one. */
export type BreakerState = 'closed' | 'open' | 'half-open';

/** The way to Odoo at this moment. */
export interface OdooStatus {
  readonly breaker: BreakerState;
  /** Calls that may be under way at once. */
  readonly places: number;
  readonly executing: number;
  readonly queued: number;
}

/** Told of each HTTP call's end: `ok` or the code of its error, and whether it was the reader's or a mapped user's. */
export type ObserveCall = (outcome: 'ok' | ErrorCode, as: 'reader' | 'mapped') => void;

/** A call made resilient, and its state. */
export interface Resilient {
  readonly call: (...args: [...Parameters<OdooCall>]) => Promise<unknown>;
  status(): OdooStatus;
}

const MAX_QUEUE = 100;
const BREAKER_REST_MS = 2_000;
/** Outages in a row that open the breaker. */
const MAX_OUTAGES = 5;
const MAX_RETRIES = 2;
/** Milliseconds before a retry: jittered around the first, at most the second. */
const BACKOFF = { initialDelay: 100, maxDelay: 1_000 };

const STATES: Readonly<Record<CircuitState, BreakerState>> = {
  [CircuitState.Closed]: 'closed',
  [CircuitState.Open]: 'open',
  [CircuitState.Isolated]: 'open',
  [CircuitState.HalfOpen]: 'half-open',
};

/**
 * Every method of `call` is a read, so every call may be repeated.
 *
 * The layers, outermost first, and why in this order:
 * 1. retry: what waits for its next try holds no place;
 * 2. bulkhead: its refusal is no fault of Odoo's, so it lies outside of the breaker, and is not retried; places are
 *    shared by viewers;
 * 3. breaker: looked at when a call gets its place, so that a queue is empty at once where Odoo went down meanwhile;
 * 4. the transport's timeout: it measures Odoo, not the time in the queue, which the operation's deadline bounds.
 */
export function createResilience(call: OdooCall, pressure: Pressure, observe: ObserveCall = () => {}): Resilient {
  const { maxConcurrency, maxQueue = MAX_QUEUE, breakerRestMs = BREAKER_REST_MS } = pressure;
  const again = retry(handleWhen(isTransient), { maxAttempts: MAX_RETRIES, backoff: new ExponentialBackoff(BACKOFF) });
  const places = createPlaces(maxConcurrency, maxQueue);
  const outages = createOutages();
  const breaker = circuitBreaker(handleWhen(outages.counts), {
    halfOpenAfter: breakerRestMs,
    breaker: new ConsecutiveBreaker(MAX_OUTAGES),
  });
  let openedAt = 0;
  breaker.onBreak(() => {
    openedAt = Date.now();
    outages.reset();
  });
  breaker.onSuccess(outages.reset);
  const spare = (error: unknown) => {
    if (!(error instanceof BrokenCircuitError)) return error;
    return sparedFault('Odoo is not available', Math.max(0, openedAt + breakerRestMs - Date.now()));
  };
  const observed: OdooCall = (model, method, args, options) => {
    const as = options?.as ? 'mapped' : 'reader';
    return call(model, method, args, options).then(
      (answer) => {
        observe('ok', as);
        return answer;
      },
      (error: unknown) => {
        observe(error instanceof GatewayError ? error.code : 'INTERNAL_SERVER_ERROR', as);
        throw error;
      },
    );
  };
  return {
    call: async (model, method, args, options = {}) => {
      const { holder = null, signal = new AbortController().signal, as } = options;
      const attempt = async () => {
        // A turn that comes after the last one left is given up.
        if (signal.aborted) throw cancelledFault(signal.reason);
        try {
          return await observed(model, method, args, { signal, as });
        } catch (error) {
          outages.note(error, holder);
          throw error;
        }
      };
      return again
        .execute(() => places.run(() => breaker.execute(attempt), { holder, signal }))
        .catch((error: unknown) => {
          throw spare(error);
        });
    },
    status: () => ({
      ...{ breaker: STATES[breaker.state], places: maxConcurrency },
      ...{ executing: places.executing, queued: places.queued },
    }),
  };
}

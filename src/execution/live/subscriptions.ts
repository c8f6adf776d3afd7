/** Subscriptions: their results for as long as the client and its token last. */
import type { Stand } from '../../auth/standings.ts';
import { expiresAtMs, holderOf, type Viewer, viewerScope } from '../../auth/viewer.ts';
import type { Caches } from '../../caches.ts';
import type { RunMeter } from '../../context.ts';
import { GatewayError } from '../../errors.ts';
import { atTime } from '../../live/at-time.ts';
import { follow } from '../../live/follow.ts';
import type { HeldUp } from '../../live/held-up.ts';
import { createSharedReads, type ShareRead } from '../../live/shared-reads.ts';
import type { SignOuts } from '../../live/sign-outs.ts';
import type { WakeUps } from '../../live/wake-ups.ts';
import type { Streams } from '../../postgres/reading.ts';
import { type BatchReading, type LiveText, readFeedBatch } from './batch.ts';
import { createReadSubscription, type OperationParams } from './document.ts';
import {
  type AskedSubscription,
  type BoundSubscription,
  bindSubscription,
  locateAt,
  type PlannedSubscription,
  planSubscription,
  type SubscriptionPlanning,
} from './plan.ts';
import { followStream } from './stream.ts';

/** Results one by one; ends with a GraphQLError, or an AggregateError of several. */
export interface LiveStream extends AsyncIterableIterator<LiveText> {
  /** Ends it at once, also while a result is awaited. */
  return(): Promise<IteratorResult<LiveText>>;
}

/** How a subscription is asked for, beside what it says. */
export interface SubscribeOptions {
  /** Where it is asked from, as the rates count it. */
  readonly address?: string | null;
  /** The place after which to go on where its argument `after` is not given; ignored where it has no such argument. */
  readonly lastPlace?: string | null;
  /** The run that what it uses is counted to. */
  readonly runId?: string | null;
}

/** Subscriptions of a gateway. */
export interface Subscriptions {
  /** Whether the request holds a valid subscription. */
  has(params: OperationParams): boolean;
  /** Null where it holds none: it is then answered as any operation is. */
  open(params: OperationParams, viewer: Viewer, options?: SubscribeOptions): LiveStream | null;
  /** Ends all of them. */
  close(): void;
}

interface SubscriptionsOptions extends BatchReading, SubscriptionPlanning {
  readonly wakeUps: WakeUps;
  readonly heldUp: HeldUp;
  /** The root fields that make their events themselves; the others follow records. */
  readonly streams: Streams;
  /** Asks anew what the ledger says of the viewer: a connection may be older than that. */
  readonly stand: Stand;
  /** @throws GatewayError where requests of the viewer may not be counted to the run. */
  readonly enterRun: (viewer: Viewer, runId: string) => Promise<RunMeter>;
  /** Tells when a session ends. */
  readonly signOuts: Pick<SignOuts, 'watch'>;
  readonly caches: Caches;
  /** Tokens of one document at most. */
  readonly maxTokens: number;
  /** Subscriptions at a time: as many as connections have room for. */
  readonly maxOpen: number;
}

/** A subscription, and the run that it names. */
type Opening = Omit<AskedSubscription, 'meter'> & { readonly runId: string | null };

interface Running extends SubscriptionsOptions {
  readonly share: ShareRead;
}

/** Reads under way at most: a follower can wait a little, a query should not. */
const MAX_READS = 4;

/** Opens nothing before somebody subscribes. */
export function createSubscriptions(options: SubscriptionsOptions): Subscriptions {
  const { maxOpen, caches, wakeUps } = options;
  const read = createReadSubscription(options);
  // Each follows one thing, and has one read under way.
  const share = createSharedReads(MAX_READS, (reads) => caches.watch('shared reads', maxOpen, reads));
  const running: Running = { ...options, share };
  const open = new Set<AbortController>();
  caches.watch('subscriptions', maxOpen, () => open.size);
  caches.watch('wake-up channels', maxOpen, wakeUps.count);
  return {
    has: (params) => read(params) !== null,
    open: (params, viewer, { address = null, lastPlace = null, runId = null } = {}) => {
      const found = read(params);
      if (!found) return null;
      const controller = new AbortController();
      open.add(controller);
      const results = run(running, { ...found, params, viewer, address, lastPlace, runId }, controller);
      return endable(results, controller, () => open.delete(controller));
    },
    close: () => {
      for (const controller of open) controller.abort();
    },
  };
}

async function* run(running: Running, given: Opening, controller: AbortController): AsyncGenerator<LiveText> {
  const viewer = await running.stand(given.viewer);
  const meter = given.runId === null ? null : await running.enterRun(viewer, given.runId);
  const asked = { ...given, viewer, meter };
  const bound = await begin(running, asked);
  const stream = running.streams[bound.root.name];
  const stopTimer = endAtExpiry(viewer, controller);
  const stopWatch = running.signOuts.watch(viewer.session, () => controller.abort(signedOut()));
  try {
    if (stream) yield* followStream(running, { ...asked, asked: bound, stream, signal: controller.signal });
    else yield* followFeed(running, asked, bound, controller.signal);
  } finally {
    stopTimer();
    stopWatch();
  }
}

/** @throws what `bindSubscription` throws; GatewayError `RATE_LIMITED` where nothing is left of the viewer's minute. */
async function begin(running: Running, asked: AskedSubscription): Promise<BoundSubscription> {
  const { limits, log, charges } = running;
  const charged = { ...asked, limits, log, exceeded: [], metered: { cost: null, rates: [] } };
  charges.refuseSpent(charged);
  try {
    return bindSubscription(running, asked);
  } catch (error) {
    await charges.chargeMistake(charged);
    throw error;
  }
}

async function* followFeed(
  running: Running,
  asked: AskedSubscription,
  bound: BoundSubscription,
  signal: AbortSignal,
): AsyncGenerator<LiveText> {
  const planned = await planSubscription(running, asked, bound);
  const { feed } = planned;
  const shape = shapeOf(asked, planned);
  const channel = running.wakeUps.open(feed.key);
  const state = running.heldUp.open();
  const follower = { holder: holderOf(asked.viewer), signal };
  const read = (position: unknown, generation: number) =>
    running.share(JSON.stringify([shape, position, generation]), follower, (shared) =>
      readFeedBatch(running, planned, position, shared),
    );
  try {
    yield* follow({ start: feed.start, read, channel, signal, isTemporary, onHeld: state.set });
  } catch (error) {
    throw locateAt(planned.root, error);
  } finally {
    channel.close();
    state.close();
  }
}

/** Two subscriptions with the same shape may share their reads, whatever cursors they began from. */
function shapeOf(
  { viewer, meter, params, operation }: AskedSubscription,
  planned: PlannedSubscription<unknown>,
): string {
  const { feed, objects, bound } = planned;
  const { text, values } = feed.compile(objects, feed.origin, { bound, lane: 'passthrough' });
  // What is read for a run is counted to it, and to no other.
  return JSON.stringify([viewerScope(viewer), meter?.id, params.query, operation.name?.value, text, values]);
}

/** Ends at once. A generator's own `return` would first wait for the read under way. */
function endable(results: AsyncGenerator<LiveText>, controller: AbortController, onEnd: () => void): LiveStream {
  return {
    next: async () => {
      try {
        const result = await results.next();
        if (result.done) onEnd();
        return result;
      } catch (error) {
        onEnd();
        throw error;
      }
    },
    return: async () => {
      controller.abort();
      onEnd();
      return results.return(undefined);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** A failover, a database that is busy, or a viewer whose own queue is full. */
function isTemporary(error: unknown): boolean {
  return (
    error instanceof GatewayError && ['UPSTREAM_UNAVAILABLE', 'UPSTREAM_TIMEOUT', 'RATE_LIMITED'].includes(error.code)
  );
}

function signedOut(): GatewayError {
  const problem = 'The session has ended: sign in, and subscribe again with a new token, from where you are';
  return new GatewayError('UNAUTHENTICATED', problem);
}

function endAtExpiry(viewer: Viewer, controller: AbortController): () => void {
  return atTime(expiresAtMs(viewer), () => {
    const problem = 'The token has expired: subscribe again with a new one, from where you are';
    controller.abort(new GatewayError('UNAUTHENTICATED', problem));
  });
}

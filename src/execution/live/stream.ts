/** Subscriptions whose root field makes its events itself, such as an answer that is being written. */
import type { Viewer } from '../../auth/viewer.ts';
import { createContext, type RunMeter } from '../../context.ts';
import { GatewayError, type Surface } from '../../errors.ts';
import type { Stream } from '../../postgres/reading.ts';
import { readSurface } from '../../sdl/directives.ts';
import { createAsking } from '../resolvers/read.ts';
import { type BatchReading, executeEvent, type LiveText } from './batch.ts';
import { admitSubscription, type BoundSubscription, locateAt, type SubscriptionPlanning } from './plan.ts';

/** What one stream is made of. */
export interface Streaming {
  readonly viewer: Viewer;
  readonly address: string | null;
  /** The run that what it uses is counted to; null where it names none. */
  readonly meter: RunMeter | null;
  readonly asked: BoundSubscription;
  readonly stream: Stream;
  /** Aborted to end it. */
  readonly signal: AbortSignal;
}

/** Yields the results of its events, within the time of an operation. @throws GraphQLError at the root field, or the signal's reason. */
export async function* followStream(
  running: BatchReading & SubscriptionPlanning,
  { viewer, address, meter, asked, stream, signal }: Streaming,
): AsyncGenerator<LiveText, void, void> {
  const { log, seal, sources, limits } = running;
  const context = createContext({
    viewer,
    address,
    run: meter,
    log,
    seal,
    signal,
    limits,
    identities: sources.identities,
  });
  const { root, bound } = asked;
  const { key, name, asks } = root;
  try {
    const surface = readSurface(asks?.field.astNode, 'reads', 'from') as Surface;
    const asking = createAsking(sources, context, { surface, what: `read ${name}`, field: key });
    // The objects below are entered one by one, as they come.
    await admitSubscription(running, asked, context, root);
    for await (const value of stream(asks ? bound.read(asks.args) : {}, asking)) {
      yield { text: await executeEvent(running, asked, context, { value, found: new Map() }), place: null };
      if (signal.aborted) break;
    }
  } catch (error) {
    if (!signal.aborted) throw locateAt(root, error);
  } finally {
    context.end();
    running.observe?.(context);
  }
  // The client is told that its token has expired; one that went away is told nothing.
  if (signal.reason instanceof GatewayError) throw locateAt(root, signal.reason);
}

/** Subscriptions whose root field makes its events itself, such as an answer that is being written. */
import type { FieldNode, GraphQLField, GraphQLObjectType } from 'graphql';
import { createContext } from '../context.ts';
import { GatewayError, type Surface } from '../errors.ts';
import { readArguments } from '../plan/arguments.ts';
import { findStoredBelow, refuseRows, type StoredBelow } from '../plan/rows.ts';
import type { Stream } from '../postgres/mutation.ts';
import { readListArgument } from '../sdl/directives.ts';
import type { Constrain } from './constrain.ts';
import { createAsking } from './read.ts';
import { executeEvent, type PageReading } from './subscribe-page.ts';
import { type AskedSubscription, locateAt, type Root, type SubscriptionPlanning } from './subscribe-plan.ts';

/** Milliseconds that a stream may take from its beginning to its end. */
const STREAM_TIMEOUT_MS = 120_000;

/** What the arguments of a root field are held to; null where nobody's are. */
export interface Constraining {
  readonly constrainOf: (coordinate: string) => Constrain | null;
}

/** What one stream is made of. */
export interface Streaming {
  readonly asked: AskedSubscription;
  readonly root: Root;
  readonly stream: Stream;
  /** Aborted to end it. */
  readonly signal: AbortSignal;
}

/** Yields the results of its events as JSON texts. @throws GraphQLError at the root field, or the signal's reason. */
export async function* followStream(
  running: PageReading & SubscriptionPlanning & Constraining,
  { asked, root, stream, signal }: Streaming,
): AsyncGenerator<string, void, void> {
  const limits = { ...running.limits, timeoutMs: STREAM_TIMEOUT_MS };
  const context = createContext({ viewer: asked.viewer, log: running.log, signal, limits });
  const { variables } = root.selecting;
  const executed = { ...asked, variables, given: asked.params.variables ?? undefined, selecting: root.selecting };
  try {
    const allowed = await running.guard(`Subscription.${root.name}`, context, () => true);
    if (allowed !== true) throw allowed;
    const field = running.schema.getSubscriptionType()?.getFields()[root.name] as GraphQLField<unknown, unknown>;
    const [table = ''] = readListArgument(field.astNode, 'reads', 'from') ?? [];
    const [surface] = table.split('.') as [Surface];
    const asking = createAsking(running.sources, context, { surface, what: `read ${root.name}`, field: root.key });
    const args = readArguments(field, root.nodes[0] as FieldNode, variables);
    const refusal = await running.constrainOf(`Subscription.${root.name}`)?.(
      asked.viewer,
      args,
      running.sources.postgres,
    );
    if (refusal) throw refusal;
    refuseRows([{ key: root.key, plan: null, below: findBelow(running, root) }], variables, running.limits.maxRows);
    for await (const value of stream(args, asking)) {
      yield await executeEvent(running, executed, context, { value, found: new Map() });
      if (signal.aborted) break;
    }
  } catch (error) {
    if (!signal.aborted) throw locateAt(root, error);
  } finally {
    context.end();
    running.observe?.(context.calls);
  }
  // Of a token that has expired; a client that went away is told nothing.
  if (signal.reason instanceof GatewayError) throw locateAt(root, signal.reason);
}

function findBelow({ schema, catalog }: SubscriptionPlanning, { key, nodes, selecting }: Root): StoredBelow[] {
  const type = schema.getSubscriptionType() as GraphQLObjectType;
  return findStoredBelow({ ...selecting, catalog }, type, new Map([[key, nodes]]));
}

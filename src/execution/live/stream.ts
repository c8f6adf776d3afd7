/** Subscriptions whose root field makes its events itself, such as an answer that is being written. */
import type { FieldNode, GraphQLField, GraphQLObjectType } from 'graphql';
import { createContext } from '../../context.ts';
import { GatewayError, type Surface } from '../../errors.ts';
import { readArguments } from '../../plan/arguments.ts';
import { findStoredBelow, refuseRows, type StoredBelow } from '../../plan/rows.ts';
import { NO_WAYS } from '../../plan/ways.ts';
import type { Stream } from '../../postgres/mutation.ts';
import { readListArgument } from '../../sdl/directives.ts';
import { createAsking } from '../resolvers/read.ts';
import { executeEvent, type PageReading } from './page.ts';
import { type AskedSubscription, locateAt, type Root, type SubscriptionPlanning } from './plan.ts';

/** Milliseconds that a stream may take from its beginning to its end. */
const STREAM_TIMEOUT_MS = 120_000;

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
  running: PageReading & SubscriptionPlanning,
  { asked, root, stream, signal }: Streaming,
): AsyncGenerator<string, void, void> {
  const { log, seal, sources } = running;
  const limits = { ...running.limits, timeoutMs: STREAM_TIMEOUT_MS };
  const context = createContext({ viewer: asked.viewer, log, seal, signal, limits });
  const { planning } = root;
  const { variables } = planning;
  const executed = { ...asked, planning, given: asked.params.variables ?? undefined };
  try {
    const field = running.schema.getSubscriptionType()?.getFields()[root.name] as GraphQLField<unknown, unknown>;
    const [table = ''] = readListArgument(field.astNode, 'reads', 'from') ?? [];
    const [surface] = table.split('.') as [Surface];
    const asking = createAsking(sources, context, { surface, what: `read ${root.name}`, field: root.key });
    const args = () => readArguments(field, root.nodes[0] as FieldNode, variables);
    const plan = () => {
      refuseRows([{ key: root.key, plan: null, below: findBelow(root) }], variables, limits.maxRows);
      // The objects below are entered one by one, as they come.
      return NO_WAYS;
    };
    const coordinate = `Subscription.${root.name}`;
    await running.admit({ context, coordinate, variables, sources, args, plan });
    for await (const value of stream(args(), asking)) {
      yield await executeEvent(running, executed, context, { value, found: new Map() });
      if (signal.aborted) break;
    }
  } catch (error) {
    if (!signal.aborted) throw locateAt(root, error);
  } finally {
    context.end();
    running.observe?.(context.calls);
  }
  // The client is told that its token has expired; one that went away is told nothing.
  if (signal.reason instanceof GatewayError) throw locateAt(root, signal.reason);
}

function findBelow({ key, nodes, planning }: Root): StoredBelow[] {
  const type = planning.schema.getSubscriptionType() as GraphQLObjectType;
  return findStoredBelow(planning, type, new Map([[key, nodes]]));
}

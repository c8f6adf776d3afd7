/** Subscriptions of which is told when they end: a line in the log, and a span. */
import { GraphQLError } from 'graphql';
import type { Viewer } from './auth/viewer.ts';
import { GatewayError, toGraphQLError } from './errors.ts';
import type { LiveStream } from './execution/live/subscriptions.ts';
import type { LoggedOperation, LogOperation } from './operation-log.ts';
import { endOperationSpan, openOperationSpan } from './operation-span.ts';
import type { SentOperation } from './operations/documents.ts';
import { idOf } from './operations/request.ts';
import { outsideOfTraces } from './tracing/span.ts';
import { traceIdOf } from './tracing/traceparent.ts';
import type { TrustedSubscribeOptions, TrustedSubscriptions } from './trusted-subscriptions.ts';

/** Opens a subscription; null where what is sent is none. */
type Subscribe = (sent: SentOperation, viewer: Viewer, options?: TrustedSubscribeOptions) => LiveStream | null;

/** The same subscriptions, told of. */
export function createSubscribe(open: TrustedSubscriptions['open'], logOperation: LogOperation): Subscribe {
  return (sent, viewer, options) => {
    const stream = outsideOfTraces(() => open(sent, viewer, options));
    if (!stream) return null;
    const span = openOperationSpan(options?.trace);
    const start = performance.now();
    return followEnd(stream, ({ results, bytes, codes }) => {
      const ended: LoggedOperation = {
        ...{ requestId: options?.requestId ?? null, traceId: traceIdOf(span.trace), ...namesOf(sent) },
        ...{ operationType: 'subscription', results, bytes, codes },
        context: { viewer, calls: [], metered: { cost: null, rates: [] } },
        ms: performance.now() - start,
      };
      endOperationSpan(span, () => ended);
      // Its life is no answer's time: it is never slow.
      logOperation(() => ended, 0);
    });
  };
}

/** What a subscription threw, as GraphQL has it. */
export function formatThrown(thrown: unknown): GraphQLError[] {
  if (thrown instanceof AggregateError) return thrown.errors.flatMap(formatThrown);
  if (thrown instanceof GraphQLError) return [thrown];
  if (thrown instanceof GatewayError) return [toGraphQLError(thrown)];
  return [
    new GraphQLError('unexpected', { originalError: thrown instanceof Error ? thrown : new Error(String(thrown)) }),
  ];
}

interface End {
  readonly results: number;
  /** Of all results. */
  readonly bytes: number;
  readonly codes: readonly string[];
}

/** The same results. @param tell Told once. */
function followEnd(stream: LiveStream, tell: (end: End) => void): LiveStream {
  let [results, bytes, isOver] = [0, 0, false];
  const end = (codes: readonly string[]) => {
    if (!isOver) tell({ results, bytes, codes });
    isOver = true;
  };
  return {
    next: async () => {
      try {
        const next = await outsideOfTraces(() => stream.next());
        if (next.done) end([]);
        else {
          results += 1;
          bytes += Buffer.byteLength(next.value.text);
        }
        return next;
      } catch (thrown) {
        end(codesOf(thrown));
        throw thrown;
      }
    },
    return: () => {
      end([]);
      return stream.return();
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

function namesOf(sent: SentOperation): { readonly operationName: string | null; readonly documentId: string | null } {
  const { operationName } = sent;
  const documentId = idOf({ method: 'POST', search: '', body: sent });
  return { operationName: typeof operationName === 'string' ? operationName : null, documentId };
}

function codesOf(thrown: unknown): readonly string[] {
  return formatThrown(thrown).map(({ extensions }) => String(extensions.code ?? 'INTERNAL_SERVER_ERROR'));
}

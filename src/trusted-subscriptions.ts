/** Subscriptions that are asked by text or by id, as far as the viewer is trusted with them. */
import type { Viewer } from './auth/viewer.ts';
import { GatewayError } from './errors.ts';
import type { OperationParams } from './execution/live/document.ts';
import type { LiveStream, SubscribeOptions, Subscriptions } from './execution/live/subscriptions.ts';
import type { SentOperation, TrustedDocuments } from './operations/documents.ts';
import type { Trust } from './operations/trust.ts';
import type { Trace } from './tracing/traceparent.ts';

/** How a subscription is asked for, beside what it says. */
export interface TrustedSubscribeOptions extends SubscribeOptions {
  /** Whether GraphiQL asks, by its own word. */
  readonly isExploring?: boolean;
  /** The id of the request or the connection, for the log. */
  readonly requestId?: string | null;
  /** What it is a part of; what is under way where absent. */
  readonly trace?: Trace | undefined;
}

/** The same as those that ask by text. */
export interface TrustedSubscriptions {
  has(sent: SentOperation): boolean;
  /** Null where it holds no subscription that can be read: it is then answered as any operation is. */
  open(sent: SentOperation, viewer: Viewer, options?: TrustedSubscribeOptions): LiveStream | null;
}

interface Given {
  readonly subscriptions: Pick<Subscriptions, 'has' | 'open'>;
  readonly trusted: Pick<TrustedDocuments, 'resolve'>;
  readonly trust: Pick<Trust, 'require'>;
}

/** Adds nothing to what subscriptions do. */
export function createTrustedSubscriptions({ subscriptions, trusted, trust }: Given): TrustedSubscriptions {
  const read = (sent: SentOperation): OperationParams | null => {
    try {
      const resolved = trusted.resolve(sent);
      return typeof resolved.query === 'string' ? (resolved as OperationParams) : null;
    } catch (error) {
      // What is wrong with an id is said as to any other request.
      if (error instanceof GatewayError) return null;
      throw error;
    }
  };
  return {
    has: (sent) => {
      const params = read(sent);
      return params !== null && subscriptions.has(params);
    },
    open: (sent, viewer, { isExploring = false, requestId: _, trace: __, ...options } = {}) => {
      const params = read(sent);
      if (!params || !subscriptions.has(params)) return null;
      try {
        trust.require(viewer, params.query, isExploring);
      } catch (error) {
        return failing(error);
      }
      return subscriptions.open(params, viewer, options);
    },
  };
}

/** Ends with the error. */
function failing(error: unknown): LiveStream {
  return {
    next: () => Promise.reject(error),
    return: async () => ({ done: true, value: undefined }),
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

/** Subscriptions as a client of another program makes them: over WebSocket by `graphql-ws`, as event streams by `graphql-sse`. */
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { type As, pick, type TestGateway, testToken } from './gateway.ts';

/** One result of a subscription. */
export interface LiveResult {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    message: string;
    path?: (string | number)[];
    extensions: Record<string, unknown> & { code: string };
  }[];
}

/** A subscription under way. */
export interface LiveSubscription {
  /** The next result. @throws Error where it ends instead. */
  next(): Promise<LiveResult>;
  /** The value at a path of each of the next `count` results. */
  take(count: number, path: string): Promise<unknown[]>;
  /** The rest of its results, once it has ended. */
  rest(): Promise<LiveResult[]>;
  /** Ends it. */
  end(): Promise<void>;
}

/** How to ask. */
export interface LiveOptions {
  readonly as?: As;
  readonly token?: string;
  readonly variables?: Record<string, unknown>;
  /** The run that it is counted to. */
  readonly runId?: string;
}

/** How the connection is made. */
export type Door = 'websocket' | 'event stream';

/** Both doors, for tests of what holds at each. */
export const DOORS: readonly Door[] = ['websocket', 'event stream'];

/** Subscribes to a gateway that listens at `url`. */
export async function subscribe(
  url: string,
  door: Door,
  query: string,
  { as = null, token, variables, runId }: LiveOptions = {},
): Promise<LiveSubscription> {
  const bearer = token ?? (as === null ? null : await testToken(as));
  const authorization: Record<string, string> = {
    ...(bearer && { authorization: `Bearer ${bearer}` }),
    ...(runId && { 'x-run-id': runId }),
  };
  const request = { query, ...(variables && { variables }) };
  if (door === 'websocket') {
    const client = createWsClient({
      url: `${url.replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: authorization,
      retryAttempts: 0,
    });
    return read(client.iterate(request) as AsyncIterableIterator<LiveResult>, () => void client.dispose());
  }
  const client = createSseClient({ url: `${url}/graphql`, headers: authorization, retryAttempts: 0 });
  return read(client.iterate(request) as AsyncIterableIterator<LiveResult>, () => client.dispose());
}

function read(results: AsyncIterableIterator<LiveResult>, dispose: () => void): LiveSubscription {
  const next = async () => {
    const { done, value } = await results.next();
    if (done) throw new Error('the subscription has ended');
    return value;
  };
  return {
    next,
    take: async (count, path) => {
      const values: unknown[] = [];
      while (values.length < count) values.push(pick((await next()).data, path));
      return values;
    },
    rest: async () => {
      const rest: LiveResult[] = [];
      for await (const result of results) rest.push(result);
      dispose();
      return rest;
    },
    end: async () => {
      await results.return?.();
      dispose();
    },
  };
}

/** The ledger as its owner: runs and events for subscriptions to see. */
export function createLedger({ owner }: Pick<TestGateway, 'owner'>) {
  const call = async (text: string, values: readonly unknown[]) =>
    (await owner((client) => client.query(text, values)))[0] as Record<string, unknown>;
  return {
    /** A new run's id. */
    enqueue: async (kind = 'test.live', agent = 'sync-odoo-agent') =>
      String((await call('select run_id from ops.enqueue($1, $2)', [agent, kind])).run_id),
    /** Appends events of type `step`, all in one transaction. */
    append: (runId: string, count = 1) =>
      call(
        `select count(*) from generate_series(1, $2::int) n
         cross join lateral ops.append_event($1, 'step', jsonb_build_object('n', n))`,
        [runId, count],
      ),
    cancel: (runId: string) => call('select id from ops.cancel($1)', [runId]),
    sql: call,
  };
}

/** The errors that the client of WebSockets throws for the protocol's message `error`, as the result that they are elsewhere. */
export function errorsOf(thrown: unknown): LiveResult[] {
  // A gateway that lets nobody in closes the socket, and says why.
  if (isClosing(thrown)) return [{ errors: [{ message: thrown.reason, extensions: { code: 'UNAUTHENTICATED' } }] }];
  if (!Array.isArray(thrown)) throw thrown;
  return [{ errors: thrown as NonNullable<LiveResult['errors']> }];
}

function isClosing(thrown: unknown): thrown is { readonly reason: string } {
  const { code, reason } = thrown as { code?: unknown; reason?: unknown };
  return code === 4403 && typeof reason === 'string';
}

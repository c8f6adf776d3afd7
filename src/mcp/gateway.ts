/** What the tools need of the gateway: the same doors and rules that everybody else goes by. */
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { Permissions } from '../doctrine/permit.ts';
import type { Answer } from './result.ts';
import type { Asking } from './tool.ts';

/** One operation. */
export interface Params {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName?: string | null;
}

/** A result as JSON text, with its place where it has one; errors come without either, and last. */
export type Message =
  | { readonly kind: 'next'; readonly text: string; readonly place: string | null }
  | { readonly kind: 'errors'; readonly errors: readonly GraphQLFormattedError[] };

/** Ends by itself, or by `return`. */
export interface Messages extends AsyncIterableIterator<Message> {
  return(): Promise<IteratorResult<Message>>;
}

/** The gateway as tools ask it. */
export interface McpGateway {
  readonly schema: GraphQLSchema;
  readonly permissions: Permissions;
  /** Opens an operation of any kind: by the rules, rates and limits of every door. @param lastPlace Where a subscription goes on. */
  readonly open: (params: Params, asking: Asking, lastPlace?: string | null) => Promise<Messages>;
  /** Counts points that no operation counts. @throws GatewayError `RATE_LIMITED`. */
  readonly charge: (asking: Pick<Asking, 'viewer' | 'address'>, points: number) => Promise<void>;
}

/** Answers a query or mutation; never throws what a client may not see. @param signal Ends it. */
export async function ask(gateway: McpGateway, params: Params, asking: Asking, signal: AbortSignal): Promise<Answer> {
  const messages = await gateway.open(params, asking);
  const leave = () => void messages.return();
  signal.addEventListener('abort', leave, { once: true });
  try {
    const { value } = await messages.next();
    return value === undefined ? { data: null, errors: [] } : readAnswer(value as Message);
  } finally {
    signal.removeEventListener('abort', leave);
    leave();
  }
}

/** As JSON has it. */
export function readAnswer(message: Message): Answer {
  if (message.kind === 'errors') return { data: null, errors: message.errors };
  const { data = null, errors = [] } = JSON.parse(message.text) as Partial<Answer>;
  return { data, errors };
}

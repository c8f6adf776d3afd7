/** The text of a request → its subscription: parsed and validated once a text. */
import {
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';

/** What a client sends to subscribe; also over a WebSocket. */
export interface OperationParams {
  readonly query: string;
  readonly operationName?: string | null | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
}

/** A valid subscription. */
export interface SubscriptionDocument {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** Null for anything else: a query, a mutation, or a text with a mistake, which Apollo Server reports as it does over HTTP. */
export type ReadSubscription = (params: OperationParams) => SubscriptionDocument | null;

/** Texts that are kept, and how long one may be to be kept. */
const MAX_KEPT = 500;
const MAX_KEPT_LENGTH = 20_000;

/** @param maxTokens Tokens of one document at most. */
export function createReadSubscription(schema: GraphQLSchema, maxTokens: number): ReadSubscription {
  const kept = new Map<string, DocumentNode | null>();
  const read = (query: string): DocumentNode | null => {
    const known = kept.get(query);
    if (known !== undefined) return known;
    const document = parseValid(schema, query, maxTokens);
    if (kept.size >= MAX_KEPT) kept.delete(kept.keys().next().value as string);
    if (query.length <= MAX_KEPT_LENGTH) kept.set(query, document);
    return document;
  };
  return ({ query, operationName }) => {
    // Most of what is no subscription need not be parsed twice.
    if (!query.includes('subscription')) return null;
    const document = read(query);
    const operation = document && getOperationAST(document, operationName || undefined);
    return document && operation?.operation === 'subscription' ? { document, operation } : null;
  };
}

function parseValid(schema: GraphQLSchema, query: string, maxTokens: number): DocumentNode | null {
  try {
    const document = parse(query, { maxTokens });
    return validate(schema, document).length === 0 ? document : null;
  } catch {
    return null;
  }
}

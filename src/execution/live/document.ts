/** The text of a request → its subscription: parsed and validated once a text. */
import {
  type DocumentNode,
  type GraphQLSchema,
  getOperationAST,
  type OperationDefinitionNode,
  parse,
  specifiedRules,
  type ValidationRule,
  validate,
} from 'graphql';
import type { Caches } from '../../caches.ts';
import type { OperationLimits } from '../../limits.ts';
import { exactNumbersRule } from '../exact-numbers-rule.ts';
import { createSizeRule } from '../size-rule.ts';

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

/** Null for a query, a mutation or a text with a mistake: Apollo Server answers those, as it does over HTTP. */
export type ReadSubscription = (params: OperationParams) => SubscriptionDocument | null;

/** Texts that are kept, and their length together: a document takes some hundred times as many bytes. */
const LIMITS = { maxEntries: 500, maxWeight: 200_000, weigh: (_read: object, text: string) => text.length + 1 };

interface Reading {
  readonly schema: GraphQLSchema;
  /** Tokens of one document at most. */
  readonly maxTokens: number;
  readonly limits: OperationLimits;
  readonly caches: Caches;
}

/** Keeps what it has read, mistakes too. */
export function createReadSubscription({ schema, maxTokens, limits, caches }: Reading): ReadSubscription {
  const rules = [...specifiedRules, exactNumbersRule, createSizeRule(limits)];
  const kept = caches.create<{ readonly document: DocumentNode | null }>('subscription documents', LIMITS);
  const read = (query: string): DocumentNode | null => {
    const found = kept.get(query) ?? { document: parseValid(schema, query, { maxTokens, rules }) };
    kept.set(query, found);
    return found.document;
  };
  return ({ query, operationName }) => {
    // Without the word it is no subscription, and Apollo Server parses it anyway.
    if (!query.includes('subscription')) return null;
    const document = read(query);
    const operation = document && getOperationAST(document, operationName || undefined);
    return document && operation?.operation === 'subscription' ? { document, operation } : null;
  };
}

interface Validating {
  readonly maxTokens: number;
  readonly rules: readonly ValidationRule[];
}

function parseValid(schema: GraphQLSchema, query: string, { maxTokens, rules }: Validating): DocumentNode | null {
  try {
    const document = parse(query, { maxTokens });
    // Apollo Server tells the mistakes.
    return validate(schema, document, rules, { maxErrors: 1 }).length === 0 ? document : null;
  } catch {
    return null;
  }
}

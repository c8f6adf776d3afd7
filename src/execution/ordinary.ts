/** The ordinary lane: graphql-js over the same plans. Root fields and links fetch; everything below reads a property. */
import {
  type DocumentNode,
  type ExecutionResult,
  execute,
  type GraphQLError,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getOperationAST,
  OperationTypeNode,
} from 'graphql';
import type { Context } from '../context.ts';
import { type GatewayError, toGraphQLError } from '../errors.ts';
import type { Planning } from '../plan/plan.ts';
import type { AdmittedRoot, Refused } from './admit.ts';
import type { Fetching } from './fetch.ts';
import { createMaking, type Making } from './making.ts';

/** One event of a subscription: its root field's value, and the joins that were refused. */
export interface LiveEvent {
  readonly value: unknown;
  readonly found: Refused;
}

/** The root value of an execution: what was let in, and what was refused below the root so far. */
export interface OrdinaryRoot {
  /** Empty for an event of a subscription, which was admitted when it began. */
  readonly admitted: readonly AdmittedRoot[];
  /** What a subscription's root field resolves to; absent elsewhere. */
  readonly event?: LiveEvent;
  readonly planning: Planning;
  /** The document as it was asked. */
  readonly document: DocumentNode;
  readonly fetching: Fetching;
  readonly refused: Map<string, GatewayError>;
  readonly making: Making;
}

/** Executes an operation with graphql-js. @param coerced As `takeCoerced` gives the document. */
export async function executeOrdinary(
  schema: GraphQLSchema,
  coerced: DocumentNode,
  fetching: Fetching,
  operation: Pick<OrdinaryRoot, 'admitted' | 'planning' | 'event' | 'document'>,
): Promise<ExecutionResult> {
  const making = createMaking(fetching.context, isMutation(coerced));
  const rootValue: OrdinaryRoot = { ...operation, fetching, refused: new Map(), making };
  const result = await execute({
    schema,
    document: coerced,
    variableValues: fetching.bound.variables,
    contextValue: fetching.context,
    rootValue,
    fieldResolver: readProperty,
  });
  const reason = making.reason();
  if (reason) return { data: null, errors: [toGraphQLError(reason)] };
  return result.errors ? { ...result, errors: inOrderOfRoots(result.errors, operation) } : result;
}

function isMutation(document: DocumentNode): boolean {
  return getOperationAST(document)?.operation === OperationTypeNode.MUTATION;
}

/** graphql-js lists errors as they happen; the answer must not depend on which upstream was faster. */
function inOrderOfRoots(
  errors: readonly GraphQLError[],
  { admitted }: Pick<OrdinaryRoot, 'admitted'>,
): readonly GraphQLError[] {
  const keys = admitted.map(({ root }) => root.key);
  const place = ({ path }: GraphQLError) => keys.indexOf(String(path?.[0]));
  return [...errors].sort((a, b) => place(a) - place(b));
}

/** What a resolver runs for. */
export function rootOf(info: GraphQLResolveInfo): OrdinaryRoot {
  return info.rootValue as OrdinaryRoot;
}

/** The answers of a surface are keyed by response key, so that an alias is the same property read. */
const readProperty: GraphQLFieldResolver<unknown, Context> = (source, _args, _context, info) => {
  const { making, refused } = rootOf(info);
  const value = (source as Record<string, unknown>)[info.path.key];
  if (!making.note(info, value)) return null;
  if (value instanceof Error) return making.fail(info, value);
  if (value !== null && value !== undefined) return value;
  const refusal = refused.get(`${info.parentType.name}.${info.fieldName}`);
  return refusal ? making.fail(info, refusal) : null;
};

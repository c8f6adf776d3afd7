/** One operation, from its door to its answer: compiled, bound to its variables, admitted, fetched in one of two lanes. */
import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import type { Caches } from '../caches.ts';
import type { Context } from '../context.ts';
import { GatewayError, toGraphQLError } from '../errors.ts';
import { readOdooContext } from '../odoo/context.ts';
import { watchOdoo } from '../odoo/watch.ts';
import { type Bound, bind } from '../plan/bind.ts';
import { withSpan } from '../tracing/span.ts';
import type { Admit } from './admit.ts';
import { createCompileStatement, type Fetching, type Sources } from './fetch.ts';
import { type CompileOperation, canPassThrough } from './operation.ts';
import { executeOrdinary } from './ordinary.ts';
import { executePassthrough, type PassthroughResult } from './passthrough.ts';

/** A validated operation of a request. */
export interface OperationRequest {
  readonly document: DocumentNode;
  /** Undefined where the document has none of the name that was asked for, whatever Apollo's type says. */
  readonly operation: OperationDefinitionNode | undefined;
  readonly variables: Record<string, unknown> | undefined;
  readonly context: Context;
}

/** Executes one operation; never throws for what a client can cause. */
export type Executor = (request: OperationRequest) => Promise<ExecutionResult | PassthroughResult>;

interface Executing {
  readonly schema: GraphQLSchema;
  readonly compile: CompileOperation;
  readonly admit: Admit;
  readonly sources: Sources;
  /** `ordinary` sends every operation through the ordinary lane, to compare the two. */
  readonly lanes: 'both' | 'ordinary';
  readonly caches: Caches;
}

/** Variables wrong in this many places are reported; the rest is noise. */
const MAX_COERCION_ERRORS = 20;

export function createExecutor({ schema, compile, admit, sources, lanes, caches }: Executing): Executor {
  if (sources.odoo) watchOdoo(sources.odoo, caches);
  const compileStatement = createCompileStatement(caches);
  const run = async (operation: OperationDefinitionNode, bound: Bound, { document, context }: OperationRequest) => {
    if (operation.operation === 'mutation') context.telling.secret = true;
    const odooContext = readOdooContext(schema, operation, bound.variables);
    const fetching: Fetching = { sources, context, bound, odooContext, field: '', compileStatement };
    context.noted.operationType = operation.operation;
    const { compiled, admitted } = await withSpan('plan', {}, async (span) => {
      const compiled = compile(document, operation, bound.variables);
      const admitted = await admit(fetching, compiled);
      span.set({ 'tripoint.cost': context.metered.cost?.estimated ?? 0 });
      return { compiled, admitted };
    });
    const isPassthrough =
      lanes === 'both' &&
      operation.operation === 'query' &&
      admitted.every(({ root, planned }) => canPassThrough(root, planned));
    const passed = isPassthrough ? await executePassthrough(fetching, admitted) : null;
    const { planning } = compiled;
    return passed ?? executeOrdinary(schema, compiled.document, fetching, { admitted, planning, document });
  };
  return async (request) => {
    const { operation } = request;
    if (!operation)
      return refuse('The document has several operations, or none of that name: say which by operationName');
    if (operation.operation === 'subscription')
      return refuse('A subscription goes over a WebSocket, or as a POST with "accept: text/event-stream"');
    if (!schema.getRootType(operation.operation)) return refuse(`The schema has no ${operation.operation}`);
    const bound = bindVariables(schema, operation, request.variables);
    // Without `data`: Apollo Server then answers 400.
    if ('errors' in bound) return bound;
    try {
      return await run(operation, bound, request);
    } catch (error) {
      // An operation that cannot be planned has no data at all, such as one that is too deep.
      if (error instanceof GatewayError) return { errors: [toGraphQLError(error)] };
      throw error;
    }
  };
}

/** Coerces the variables of a request, once; or says what is wrong with them. */
export function bindVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>> | null | undefined,
): Bound | { readonly errors: readonly GraphQLError[] } {
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {}, {
    maxErrors: MAX_COERCION_ERRORS,
  });
  return coerced ? bind(coerced) : { errors: errors.map(toTold) };
}

/** The last of too many has no place in the document. */
function toTold(error: GraphQLError): GraphQLError {
  if (error.nodes) return error;
  const problem = `There are more mistakes in the variables than the ${MAX_COERCION_ERRORS} that are told`;
  return toGraphQLError(new GatewayError('BAD_USER_INPUT', problem));
}

function refuse(problem: string): ExecutionResult {
  return { errors: [toGraphQLError(new GatewayError('BAD_USER_INPUT', problem))] };
}

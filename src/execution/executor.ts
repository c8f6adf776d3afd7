/** Chooses the lane of each operation. */
import {
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import type { Context } from '../context.ts';
import type { Guard } from '../doctrine/permissions.ts';
import { GatewayError, toGraphQLError } from '../errors.ts';
import type { Introspection } from '../limits.ts';
import { readOdooContext } from '../odoo/context.ts';
import type { Catalog } from '../plan/catalog.ts';
import { refuseRows } from '../plan/rows.ts';
import type { ChargeOperation } from './charge.ts';
import type { Sources } from './fetch.ts';
import { createPlanOperation, type OperationPlan } from './operation.ts';
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
  readonly catalog: Catalog;
  readonly guard: Guard;
  readonly sources: Sources;
  /** `ordinary` sends every operation through the ordinary lane, to compare the two. */
  readonly lanes: 'both' | 'ordinary';
  readonly charge: ChargeOperation;
  readonly introspection: Introspection;
}

/** Variables wrong in this many places are reported; the rest is noise. */
const MAX_COERCION_ERRORS = 20;

/** Plans are kept as long as their documents. */
export function createExecutor({ schema, catalog, guard, sources, lanes, charge, introspection }: Executing): Executor {
  const planOperation = createPlanOperation(schema, catalog);
  return async ({ document, operation, variables, context }) => {
    if (!operation)
      return refuse('The document has several operations, or none of that name: say which by operationName');
    if (operation.operation === 'subscription')
      return refuse('A subscription goes over a WebSocket, or as a POST with "accept: text/event-stream"');
    if (!schema.getRootType(operation.operation)) return refuse(`The schema has no ${operation.operation}`);
    const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], variables ?? {}, {
      maxErrors: MAX_COERCION_ERRORS,
    });
    // Without `data`: Apollo Server then answers 400.
    if (!coerced.coerced) return { errors: coerced.errors };
    try {
      const odooContext = readOdooContext(schema, operation, coerced.coerced);
      const fetching = { sources, context, variables: coerced.coerced, odooContext, field: '' };
      const plan = planOperation(document, operation, coerced.coerced);
      if (plan.introspects) refuseIntrospection(introspection, context);
      refuseRows(plan.roots.values(), coerced.coerced, context.limits.maxRows);
      if (context.viewer.agent !== null) await charge(context.viewer, rootsOf(operation, plan));
      const passed = plan.isPassthrough && lanes === 'both' ? await executePassthrough(guard, fetching, plan) : null;
      const request = { document, operationName: operation.name?.value, variables };
      return passed ?? (await executeOrdinary(schema, request, fetching, plan));
    } catch (error) {
      // An operation that cannot be planned has no data at all, such as one that is too deep.
      if (error instanceof GatewayError) return { errors: [toGraphQLError(error)] };
      throw error;
    }
  };
}

/** E.g. `Mutation.enqueueRun`, as often as the operation asks for it: each alias counts. */
function rootsOf({ operation }: OperationDefinitionNode, { roots }: OperationPlan): string[] {
  const root = operation === 'mutation' ? 'Mutation' : 'Query';
  return [...roots.values()].map(({ name }) => `${root}.${name}`);
}

/** @throws GatewayError `FORBIDDEN`. */
function refuseIntrospection(introspection: Introspection, { viewer }: Context): void {
  if (introspection === 'on' || (introspection === 'signed-in' && viewer.kind !== 'anonymous')) return;
  const who = introspection === 'off' ? 'nobody' : 'signed-in viewers only';
  throw new GatewayError(
    'FORBIDDEN',
    `This gateway shows its schema to ${who} (INTROSPECTION): read it in schema.graphql`,
  );
}

function refuse(problem: string): ExecutionResult {
  return { errors: [toGraphQLError(new GatewayError('BAD_USER_INPUT', problem))] };
}

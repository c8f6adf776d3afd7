/** Lets each operation in, root by root, and chooses its lane. */
import {
  type DocumentNode,
  type ExecutionResult,
  type FieldNode,
  type GraphQLSchema,
  getVariableValues,
  type OperationDefinitionNode,
} from 'graphql';
import type { Caches } from '../caches.ts';
import type { Context } from '../context.ts';
import { GatewayError, toGraphQLError } from '../errors.ts';
import type { Introspection } from '../limits.ts';
import { readOdooContext } from '../odoo/context.ts';
import { watchOdoo } from '../odoo/watch.ts';
import { readArguments } from '../plan/arguments.ts';
import type { Catalog } from '../plan/catalog.ts';
import { refuseRows } from '../plan/rows.ts';
import type { Seal } from '../plan/seal.ts';
import type { Admit, AdmittedRoot } from './admit.ts';
import type { ChargeOperation } from './charge.ts';
import { createCompileRoot, type Fetching, type Sources } from './fetch.ts';
import { canPassThrough, createReadOperation, type RootField } from './operation.ts';
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
  readonly admit: Admit;
  readonly sources: Sources;
  /** `ordinary` sends every operation through the ordinary lane, to compare the two. */
  readonly lanes: 'both' | 'ordinary';
  readonly charge: ChargeOperation;
  readonly introspection: Introspection;
  /** What cursors are sealed by. */
  readonly seal: Seal;
  readonly caches: Caches;
}

/** Variables wrong in this many places are reported; the rest is noise. */
const MAX_COERCION_ERRORS = 20;

export function createExecutor({
  schema,
  catalog,
  admit,
  sources,
  lanes,
  charge,
  seal,
  caches,
  introspection,
}: Executing): Executor {
  if (sources.odoo) watchOdoo(sources.odoo, caches);
  const readOperation = createReadOperation({ schema, catalog, seal }, caches);
  const compile = createCompileRoot(caches);
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
      const fetching: Fetching = { sources, context, variables: coerced.coerced, odooContext, field: '', compile };
      const { roots, planning, introspects } = readOperation(document, operation, coerced.coerced);
      if (introspects) refuseIntrospection(introspection, context);
      await charge(
        context.viewer,
        roots.map(({ coordinate }) => coordinate),
      );
      const admitted = await admitRoots(admit, fetching, roots);
      const planned = admitted.flatMap((root) => root.planned ?? []);
      refuseRows(planned, coerced.coerced, context.limits.maxRows);
      const isPassthrough =
        lanes === 'both' &&
        operation.operation === 'query' &&
        admitted.every((one) => canPassThrough(one.root, one.planned));
      const passed = isPassthrough ? await executePassthrough(fetching, admitted) : null;
      const request = { document, operationName: operation.name?.value, variables };
      return passed ?? (await executeOrdinary(schema, request, fetching, { admitted, planning }));
    } catch (error) {
      // An operation that cannot be planned has no data at all, such as one that is too deep.
      if (error instanceof GatewayError) return { errors: [toGraphQLError(error)] };
      throw error;
    }
  };
}

/** All of them before anything is fetched or written. @throws GatewayError where one that may be entered cannot be planned. */
async function admitRoots(admit: Admit, fetching: Fetching, roots: readonly RootField[]): Promise<AdmittedRoot[]> {
  const unplanned: unknown[] = [];
  const admitted = await Promise.all(
    roots.map(async (root): Promise<AdmittedRoot> => {
      const { coordinate, field, nodes } = root;
      const plan = () => {
        try {
          return root.plan().ways;
        } catch (error) {
          unplanned.push(error);
          throw error;
        }
      };
      // `__typename` and introspection, which the schema answers itself.
      if (!field) return { root, planned: root.plan(), refusal: null, refused: new Map() };
      const args = () => readArguments(field, nodes[0] as FieldNode, fetching.variables);
      try {
        const refused = await admit({ ...fetching, coordinate, args, plan });
        return { root, planned: root.plan(), refusal: null, refused };
      } catch (refusal) {
        return { root, planned: null, refusal, refused: new Map() };
      }
    }),
  );
  if (unplanned.length > 0) throw unplanned[0];
  return admitted;
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

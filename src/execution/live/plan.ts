/** A valid subscription → its rules and its plan. */
import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  locatedError,
} from 'graphql';
import type { Viewer } from '../../auth/viewer.ts';
import { createContext } from '../../context.ts';
import { GatewayError, toGraphQLError } from '../../errors.ts';
import type { OperationLimits } from '../../limits.ts';
import type { Log } from '../../log.ts';
import { readArguments } from '../../plan/arguments.ts';
import type { Catalog } from '../../plan/catalog.ts';
import { collectFields } from '../../plan/collect.ts';
import type { Planning } from '../../plan/plan.ts';
import { refuseRows } from '../../plan/rows.ts';
import type { Seal } from '../../plan/seal.ts';
import { refuseSelection } from '../../plan/selection.ts';
import { waysOf } from '../../plan/ways.ts';
import { FOLLOW_LIMIT } from '../../postgres/follow.ts';
import type { Admit } from '../admit.ts';
import type { Sources } from '../fetch.ts';
import { pruneObject } from '../prune.ts';
import { planPageChanges, planRunChanges } from './changes.ts';
import type { OperationParams, SubscriptionDocument } from './document.ts';
import { type Feed, type FeedField, planRunEvents } from './feed.ts';
import type { PlannedSubscription } from './page.ts';

/** Who asks for what. */
export interface AskedSubscription extends SubscriptionDocument {
  readonly params: OperationParams;
  readonly viewer: Viewer;
}

/** What subscriptions are planned with. */
export interface SubscriptionPlanning {
  readonly schema: GraphQLSchema;
  readonly catalog: Catalog;
  readonly admit: Admit;
  readonly sources: Sources;
  readonly log: Log;
  /** What cursors are sealed by. */
  readonly seal: Seal;
  /** `ordinary` sends every answer through graphql-js, to compare the two. */
  readonly lanes: 'both' | 'ordinary';
  /** Limits of each read; its time is its own. */
  readonly limits: OperationLimits;
}

type AnyFeed = Feed<unknown>;

/** How each root field is followed. */
export const FEEDS: Readonly<Record<string, (field: FeedField) => AnyFeed>> = {
  runEvents: planRunEvents as (field: FeedField) => AnyFeed,
  runs: planRunChanges as (field: FeedField) => AnyFeed,
  pageChanged: planPageChanges as (field: FeedField) => AnyFeed,
};

/** Variables wrong in this many places are reported; the rest is noise. */
const MAX_COERCION_ERRORS = 20;
/** Milliseconds that the rules may take. */
const RULES_TIMEOUT_MS = 5_000;

/** The root field of a subscription. */
export interface Root {
  /** Its response key. */
  readonly key: string;
  readonly name: string;
  readonly nodes: readonly FieldNode[];
  readonly planning: Planning;
}

/** @throws GraphQLError at the root field. */
export async function planSubscription(
  planning: SubscriptionPlanning,
  asked: AskedSubscription,
  root: Root,
): Promise<PlannedSubscription<unknown>> {
  try {
    return await planRootField(planning, asked, root);
  } catch (error) {
    throw locateAt(root, error);
  }
}

/** The error with its place in the document and in the answer. */
export function locateAt({ nodes, key }: Pick<Root, 'nodes' | 'key'>, error: unknown): Error {
  return locatedError(error, nodes, [key]);
}

async function planRootField(
  { schema, admit, sources, log, seal, lanes, limits }: SubscriptionPlanning,
  { document, operation, params, viewer }: AskedSubscription,
  { key, name, nodes, planning }: Root,
): Promise<PlannedSubscription<unknown>> {
  const context = createContext({
    viewer,
    log,
    seal,
    signal: new AbortController().signal,
    limits: { ...limits, timeoutMs: RULES_TIMEOUT_MS },
  });
  const { variables } = planning;
  const field = schema.getSubscriptionType()?.getFields()[name] as GraphQLField<unknown, unknown>;
  const args = once(() => readArguments(field, nodes[0] as FieldNode, variables));
  const feedOf = once(() => FEEDS[name]?.({ planning, context, field, nodes, args: args() }) as AnyFeed);
  const plan = () => {
    const { objects, filter } = feedOf();
    const below = objects.map((object) => ({ path: [key], times: FOLLOW_LIMIT, object }));
    refuseRows([{ key, plan: null, below }], variables, limits.maxRows);
    return waysOf(...objects, ...(filter ? [filter] : []));
  };
  const coordinate = `Subscription.${name}`;
  const refused = await admit({ context, coordinate, variables, sources, args, plan });
  const feed = feedOf();
  const objects = feed.objects.map((object) => pruneObject(object, refused));
  const isOrdinary = lanes === 'ordinary' || refused.size > 0 || waysOf(...feed.objects).hasLink;
  const given = params.variables ?? undefined;
  return { document, operation, feed, viewer, key, nodes, given, planning, objects, refused, isOrdinary };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** @throws AggregateError of what is wrong with the variables. */
export function findRoot(
  { schema, catalog, seal }: Pick<SubscriptionPlanning, 'schema' | 'catalog' | 'seal'>,
  { document, operation, params }: AskedSubscription,
): Root {
  const given = getVariableValues(schema, operation.variableDefinitions ?? [], params.variables ?? {}, {
    maxErrors: MAX_COERCION_ERRORS,
  });
  if (!given.coerced)
    throw new AggregateError(
      given.errors.map(({ message }) => toGraphQLError(new GatewayError('BAD_USER_INPUT', message))),
    );
  const fragments = Object.fromEntries(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  refuseSelection(operation, fragments);
  const planning: Planning = { schema, catalog, seal, fragments, variables: given.coerced };
  const type = schema.getSubscriptionType() as GraphQLObjectType;
  const [root] = collectFields(planning, type.name, [operation.selectionSet]);
  if (!root)
    throw new AggregateError([
      toGraphQLError(
        new GatewayError('BAD_USER_INPUT', 'The subscription selects nothing: its condition leaves it out'),
      ),
    ]);
  const [key, nodes] = root;
  return { key, name: nodes[0]?.name.value ?? '', nodes, planning };
}

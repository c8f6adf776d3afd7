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
import type { Viewer } from '../auth/viewer.ts';
import { type Context, createContext } from '../context.ts';
import type { Guard } from '../doctrine/permissions.ts';
import { GatewayError, toGraphQLError } from '../errors.ts';
import type { OperationLimits } from '../limits.ts';
import type { Log } from '../log.ts';
import { readArguments } from '../plan/arguments.ts';
import type { Catalog } from '../plan/catalog.ts';
import { collectFields, type Selecting } from '../plan/collect.ts';
import type { ObjectPlan, RootPlan, Variables } from '../plan/plan.ts';
import { refuseRows } from '../plan/rows.ts';
import { refuseSelection } from '../plan/selection.ts';
import { FOLLOW_LIMIT } from '../postgres/follow.ts';
import { enteredFields, hasLink } from './operation.ts';
import { findRefused, pruneObject, refuseFilters } from './refuse.ts';
import { planPageChanges, planRunChanges } from './subscribe-changes.ts';
import type { OperationParams, SubscriptionDocument } from './subscribe-document.ts';
import { type Feed, type FeedField, planRunEvents } from './subscribe-feed.ts';
import type { PlannedSubscription } from './subscribe-page.ts';

/** Who asks for what. */
export interface AskedSubscription extends SubscriptionDocument {
  readonly params: OperationParams;
  readonly viewer: Viewer;
}

/** What subscriptions are planned with. */
export interface SubscriptionPlanning {
  readonly schema: GraphQLSchema;
  readonly catalog: Catalog;
  readonly guard: Guard;
  readonly log: Log;
  /** `ordinary` sends every answer through graphql-js, to compare the two. */
  readonly lanes: 'both' | 'ordinary';
  /** Of each read; its time is its own. */
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
  readonly selecting: Selecting;
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
  { schema, catalog, guard, log, lanes, limits }: SubscriptionPlanning,
  { document, operation, params, viewer }: AskedSubscription,
  { key, name, nodes, selecting }: Root,
): Promise<PlannedSubscription<unknown>> {
  const context = createContext({
    viewer,
    log,
    signal: new AbortController().signal,
    limits: { ...limits, timeoutMs: RULES_TIMEOUT_MS },
  });
  const allowed = await guard(`Subscription.${name}`, context, () => true);
  if (allowed !== true) throw allowed;
  const field = schema.getSubscriptionType()?.getFields()[name] as GraphQLField<unknown, unknown>;
  const args = readArguments(field, nodes[0] as FieldNode, selecting.variables);
  const feed = FEEDS[name]?.({ planning: { ...selecting, catalog }, field, nodes, args }) as AnyFeed;
  const below = feed.objects.map((object) => ({ path: [key], times: FOLLOW_LIMIT, object }));
  refuseRows([{ key, plan: null, below }], selecting.variables, limits.maxRows);
  const { objects, refused } = await applyRules(guard, context, feed, selecting.variables);
  const isOrdinary = lanes === 'ordinary' || refused.size > 0 || feed.objects.some((object) => hasLink(rootOf(object)));
  const { variables } = selecting;
  const given = params.variables ?? undefined;
  return { document, operation, feed, viewer, key, nodes, given, variables, selecting, objects, refused, isOrdinary };
}

/** The rules of all that the feed's records and filters enter. */
async function applyRules(guard: Guard, context: Context, feed: AnyFeed, variables: Variables) {
  const { objects, filter } = feed;
  for (const plan of [...objects.map(rootOf), ...(filter ? [filter] : [])])
    await refuseFilters(guard, context, plan, variables);
  const refused = await findRefused(guard, context, enteredFields(objects));
  return { objects: objects.map((object) => pruneObject(object, refused)), refused };
}

/** As the root of a query would hold it. */
function rootOf(object: ObjectPlan): RootPlan {
  return { kind: 'lookup', type: object.type, object, isStatic: false, readId: () => '' };
}

/** @throws AggregateError of what is wrong with the variables. */
export function findRoot(schema: GraphQLSchema, { document, operation, params }: AskedSubscription): Root {
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
  const selecting = { schema, fragments, variables: given.coerced };
  const type = schema.getSubscriptionType() as GraphQLObjectType;
  const [root] = collectFields(selecting, type.name, [operation.selectionSet]);
  if (!root)
    throw new AggregateError([
      toGraphQLError(
        new GatewayError('BAD_USER_INPUT', 'The subscription selects nothing: its condition leaves it out'),
      ),
    ]);
  const [key, nodes] = root;
  return { key, name: nodes[0]?.name.value ?? '', nodes, selecting };
}

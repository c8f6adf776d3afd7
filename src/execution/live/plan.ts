/** A valid subscription → compiled, bound to its variables, admitted by its rules and planned. */
import { type DocumentNode, type GraphQLSchema, locatedError } from 'graphql';
import type { Viewer } from '../../auth/viewer.ts';
import { type Context, createContext, type OdooStanding, type RunMeter } from '../../context.ts';
import { GatewayError, toGraphQLError } from '../../errors.ts';
import type { OperationLimits } from '../../limits.ts';
import type { Log } from '../../log.ts';
import type { Bound } from '../../plan/bind.ts';
import type { Follows } from '../../plan/follows.ts';
import type { ObjectPlan, Planning } from '../../plan/plan.ts';
import type { Seal } from '../../plan/seal.ts';
import type { DocumentSize } from '../../plan/selection.ts';
import { waysOf } from '../../plan/ways.ts';
import type { ChangePosition } from '../../postgres/changes.ts';
import { FOLLOW_LIMIT } from '../../postgres/follow.ts';
import { POINTS } from '../../sdl/costs.ts';
import type { Admit, AdmittedRoot, Refused } from '../admit.ts';
import type { Charges } from '../charge.ts';
import { bindVariables } from '../executor.ts';
import type { Sources } from '../fetch.ts';
import type { CompileOperation, PlannedRoot, RootField } from '../operation.ts';
import { pruneObject } from '../prune.ts';
import { planChanges } from './changes.ts';
import type { OperationParams, SubscriptionDocument } from './document.ts';
import type { Feed, FeedField } from './feed.ts';
import { withLastPlace } from './last-place.ts';
import { planLog } from './log.ts';
import { standingOf } from './told.ts';

/** Who asks for what. */
export interface AskedSubscription extends SubscriptionDocument {
  readonly params: OperationParams;
  readonly viewer: Viewer;
  /** Where it is asked from, as the rates count it. */
  readonly address: string | null;
  /** The place after which to go on, where the operation does not say it. */
  readonly lastPlace: string | null;
  /** The run that what it uses is counted to; null where it names none. */
  readonly meter: RunMeter | null;
}

type Asker = Pick<AskedSubscription, 'viewer' | 'address' | 'lastPlace' | 'meter'>;

/** What subscriptions are planned with. */
export interface SubscriptionPlanning {
  readonly schema: GraphQLSchema;
  /** What its root fields follow. */
  readonly follows: Follows;
  readonly compile: CompileOperation;
  readonly admit: Admit;
  readonly charges: Pick<Charges, 'chargeMistake' | 'refuseSpent'>;
  readonly sources: Sources;
  readonly log: Log;
  /** What cursors are sealed by. */
  readonly seal: Seal;
  /** `ordinary` sends every answer through graphql-js, to compare the two. */
  readonly lanes: 'both' | 'ordinary';
  /** Limits of each read; its time is its own. */
  readonly limits: OperationLimits;
  readonly observe: ((context: Pick<Context, 'calls' | 'exceeded'>) => void) | undefined;
}

/** Milliseconds that the rules may take. */
const RULES_TIMEOUT_MS = 5_000;

/** A subscription's operation for the variables of its client. */
export interface BoundSubscription {
  readonly root: RootField;
  readonly size: DocumentSize;
  readonly planning: Planning;
  readonly bound: Bound;
  /** For graphql-js, with the variables as they are coerced. */
  readonly document: DocumentNode;
}

/** One subscription that follows records, planned. */
export interface PlannedSubscription<Position> extends BoundSubscription {
  readonly feed: Feed<Position>;
  readonly viewer: Viewer;
  readonly meter: RunMeter | null;
  /** By whose rights its person is told of records of Odoo; null where none is, or nobody is told of such. */
  readonly standing: OdooStanding | null;
  /** The feed's objects without what is refused. */
  readonly objects: readonly ObjectPlan[];
  readonly refused: Refused;
  /** Whether graphql-js has to see every answer: something is refused, or leads to another surface. */
  readonly isOrdinary: boolean;
}

/** @throws AggregateError of what is wrong with the variables; GatewayError `LIMIT_EXCEEDED` for a selection that is too large. */
export function bindSubscription(
  { schema, compile }: Pick<SubscriptionPlanning, 'schema' | 'compile'>,
  { document, operation, params }: AskedSubscription,
): BoundSubscription {
  const bound = bindVariables(schema, operation, params.variables);
  if ('errors' in bound)
    throw new AggregateError(
      bound.errors.map(({ message }) => toGraphQLError(new GatewayError('BAD_USER_INPUT', message))),
    );
  const compiled = compile(document, operation, bound.variables);
  const [root] = compiled.roots;
  if (!root)
    throw new AggregateError([
      toGraphQLError(
        new GatewayError('BAD_USER_INPUT', 'The subscription selects nothing: its condition leaves it out'),
      ),
    ]);
  return { root, bound, size: compiled.size, planning: compiled.planning, document: compiled.document };
}

/** The error with its place in the document and in the answer. */
export function locateAt({ nodes, key }: Pick<RootField, 'nodes' | 'key'>, error: unknown): Error {
  return locatedError(error, nodes, [key]);
}

/** Asks at the way in that every door asks at. @throws GatewayError where the viewer is refused. */
export async function admitSubscription(
  { admit, charges, sources }: Pick<SubscriptionPlanning, 'admit' | 'charges' | 'sources'>,
  { bound, size }: Pick<BoundSubscription, 'bound' | 'size'>,
  context: Context,
  root: RootField,
): Promise<Refused> {
  const asked = { roots: [root], introspects: false, size };
  const [admitted] = (await admit({ context, bound, sources }, asked).catch(async (error: unknown) => {
    if (context.metered.cost === null) await charges.chargeMistake(context);
    throw error;
  })) as [AdmittedRoot];
  if (!admitted.planned) throw admitted.refusal;
  return admitted.refused;
}

/** Plans one that follows records. @throws GraphQLError at the root field. */
export async function planSubscription(
  planning: SubscriptionPlanning,
  asker: Asker,
  asked: BoundSubscription,
): Promise<PlannedSubscription<unknown>> {
  try {
    return await planFeed(planning, asker, asked);
  } catch (error) {
    throw locateAt(asked.root, error);
  }
}

async function planFeed(
  subscribing: SubscriptionPlanning,
  { viewer, address, lastPlace, meter }: Asker,
  asked: BoundSubscription,
): Promise<PlannedSubscription<unknown>> {
  const { log, seal, lanes, sources } = subscribing;
  const limits = { ...subscribing.limits, timeoutMs: RULES_TIMEOUT_MS };
  const asking = { viewer, address, run: meter, signal: new AbortController().signal };
  const context = createContext({ ...asking, log, seal, limits, identities: sources.identities });
  const { root, planning, bound } = asked;
  const { key, name, nodes, asks } = root;
  const followed = subscribing.follows.get(name);
  if (!asks || !followed) throw new TypeError(`Subscription.${name} follows nothing`);
  const feedOf = once((): Feed<number> | Feed<ChangePosition | null> => {
    const { field } = asks;
    const args = withLastPlace({ field, nodes, args: bound.read(asks.args), variables: bound.variables, lastPlace });
    const asked: FeedField = { planning, context, field, nodes, args };
    return followed.kind === 'log' ? planLog(followed, asked) : planChanges(followed, asked);
  }) as () => Feed<unknown>;
  const plan = (): PlannedRoot => {
    const { objects, filter, told } = feedOf();
    const below = objects.map((object) => ({ path: [key], times: FOLLOW_LIMIT, object }));
    const ways = waysOf(...objects, ...(filter ? [filter] : []));
    const joins = [...ways.joins, ...(told?.entered ?? [])];
    return { key, plan: null, below, weight: POINTS.field, ways: { ...ways, joins } };
  };
  const refused = await admitSubscription(subscribing, asked, context, { ...root, plan }).finally(() =>
    subscribing.observe?.(context),
  );
  const feed = feedOf();
  for (const coordinate of feed.told?.entered ?? []) {
    const refusal = refused.get(coordinate);
    if (refusal) throw refusal;
  }
  const standing = feed.told ? await standingOf(context) : null;
  const objects = feed.objects.map((object) => pruneObject(object, refused));
  const isOrdinary = lanes === 'ordinary' || refused.size > 0 || waysOf(...feed.objects).hasLink;
  return { ...asked, feed, viewer, meter, standing, objects, refused, isOrdinary };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

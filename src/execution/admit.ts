/**
 * The one place that says yes or no, before anything is fetched or written. Every door asks here: a query in either lane,
 * a mutation, a subscription that follows records or makes its events itself. What is entered below a root field when it
 * is resolved, such as a link, a node or what a mutation answers with, asks by `enter`, which the root fields ask by too.
 */
import { cursorScope } from '../auth/viewer.ts';
import type { Context } from '../context.ts';
import type { Doctrine } from '../doctrine/load.ts';
import type { RunRule } from '../doctrine/permissions.ts';
import { GatewayError } from '../errors.ts';
import { exceed, type Introspection } from '../limits.ts';
import type { Bound } from '../plan/bind.ts';
import { countCost, estimate } from '../plan/cost.ts';
import { requireScope } from '../plan/cursor.ts';
import { refuseSelection } from '../plan/selection.ts';
import { NO_WAYS, type Ways } from '../plan/ways.ts';
import type { PostgresSource } from '../postgres/source.ts';
import { POINTS } from '../sdl/costs.ts';
import type { ChargeOperation } from './charge.ts';
import { type Constrain, createConstrain, type Ownerships } from './constrain.ts';
import { judgeEstimate, judgeSize } from './judge.ts';
import type { Operation, PlannedRoot, RootField } from './operation.ts';
import { readConfirmation } from './writes/confirmation.ts';

/** Who asks, with which variables. */
export interface Asking {
  readonly context: Context;
  readonly bound: Bound;
  /** Where the constraints of agents are looked up. */
  readonly sources: { readonly postgres: PostgresSource | null };
}

/** What is entered. */
export interface Entry extends Asking {
  /** A root field, a link, or a field of an object that is stored nowhere: `Query.run`, `Page.partner`. */
  readonly coordinate: string;
  /** The coerced arguments of a root field. */
  readonly args?: () => unknown;
  /** Plans what is fetched, for who may enter. */
  readonly plan?: () => Ways;
  /** Whether the rule of the coordinate was passed already. */
  readonly isLetIn?: boolean;
}

/** Coordinates such as `Move.partner` that the viewer may not enter, each with its error. */
export type Refused = ReadonlyMap<string, GatewayError>;

/** A root field, and whether its viewer was let in. */
export interface AdmittedRoot {
  readonly root: RootField;
  /** Null where the viewer is refused. */
  readonly planned: PlannedRoot | null;
  /** Why it is refused; null where it is not. */
  readonly refusal: unknown;
  /** What it may not enter below. */
  readonly refused: Refused;
}

/**
 * The rule of the coordinate, what the doctrine holds an agent's arguments to, whether a mutation is confirmed that has to be,
 * and the rules of all that filters, orders, groups and joins enter; each distinct rule once a request.
 *
 * @returns The joins that the viewer may not enter: their fields are null, and `prune` takes them out of the plan.
 * @throws GatewayError `FORBIDDEN` or `BOUNDARY_VIOLATION` naming what is refused, `BAD_USER_INPUT` or `LIMIT_EXCEEDED`
 *   naming the argument at fault, `CONFIRMATION_…` as `readConfirmation` says.
 */
export interface Enter {
  (entry: Entry): Promise<Refused>;
  /** The rule of the coordinate alone. @throws GatewayError `FORBIDDEN` or `BOUNDARY_VIOLATION`. */
  readonly pass: (context: Context, coordinate: string) => Promise<void>;
}

/**
 * Whether an operation may begin: the schema's own rule, its size, the rules of its root fields, what it may cost
 * together, the rates of who asks; and only then what has to be looked up upstream.
 *
 * @returns Each root field; one that is refused stands beside those that are not.
 * @throws GatewayError where all of it is refused: `RATE_LIMITED`, `FORBIDDEN`, or `LIMIT_EXCEEDED` for what is too large.
 */
export type Admit = (
  asking: Asking,
  operation: Pick<Operation, 'roots' | 'introspects' | 'size'>,
) => Promise<readonly AdmittedRoot[]>;

interface Admitting {
  readonly enter: Enter;
  readonly charge: ChargeOperation;
  readonly introspection: Introspection;
}

/** Makes the way in to the fields of one schema. */
export function createEnter(runRule: RunRule, doctrine: Doctrine, owned: Ownerships): Enter {
  const constraints = new Map<string, Constrain | null>();
  const constrainOf = (coordinate: string) => {
    const known = constraints.get(coordinate);
    if (known !== undefined) return known;
    const made = createConstrain(doctrine, owned, coordinate);
    constraints.set(coordinate, made);
    return made;
  };
  const enter = async ({ context, coordinate, bound, sources, args, plan, isLetIn }: Entry) => {
    if (!isLetIn) await pass(runRule, context, coordinate);
    const refusal = args && (await constrainOf(coordinate)?.(context.viewer, args(), sources.postgres));
    if (refusal) throw refusal;
    if (args && coordinate.startsWith('Mutation.'))
      readConfirmation(doctrine, { context, coordinate, args: args() as Readonly<Record<string, unknown>> });
    const ways = plan ? plan() : NO_WAYS;
    await passTerms(runRule, context, ways, bound);
    return findRefused(runRule, context, ways.joins);
  };
  return Object.assign(enter, { pass: (context: Context, coordinate: string) => pass(runRule, context, coordinate) });
}

/** Makes the way in of one gateway. */
export function createAdmit({ enter, charge, introspection }: Admitting): Admit {
  return async (asking, { roots, introspects, size }) => {
    const { context, bound } = asking;
    if (introspects) refuseIntrospection(introspection, context);
    for (const excess of judgeSize(context.limits, size)) exceed(context, excess);
    refuseSelection(size);
    const known = await planRoots(enter, context, roots);
    const planned = known.flatMap((root) => root.planned ?? []);
    const estimated = estimate(planned, bound);
    for (const excess of judgeEstimate(context.limits, estimated)) exceed(context, excess);
    const cost = Math.max(1, estimated.cost + (introspects ? POINTS.introspection : 0));
    context.metered.cost = { estimated: cost, count: (data) => countCost(planned, bound, data) };
    await charge(
      context,
      roots.map(({ coordinate }) => coordinate),
      cost,
    );
    return Promise.all(known.map((root) => enterRoot(enter, asking, root)));
  };
}

/** Each under its own rule, which asks nothing upstream. @throws GatewayError where one that may be entered cannot be planned. */
function planRoots(enter: Enter, context: Context, roots: readonly RootField[]): Promise<AdmittedRoot[]> {
  return Promise.all(
    roots.map(async (root): Promise<AdmittedRoot> => {
      // `__typename` and introspection have no rule: the schema answers them itself.
      if (root.asks) {
        try {
          await enter.pass(context, root.coordinate);
        } catch (refusal) {
          return { root, planned: null, refusal, refused: new Map() };
        }
      }
      return { root, planned: root.plan(), refusal: null, refused: new Map() };
    }),
  );
}

/** All of them before anything is fetched or written. */
async function enterRoot(enter: Enter, asking: Asking, known: AdmittedRoot): Promise<AdmittedRoot> {
  const { root, planned } = known;
  const { coordinate, asks } = root;
  // What is refused, and what the schema answers itself.
  if (!asks || !planned) return known;
  const args = () => asking.bound.read(asks.args);
  try {
    return { ...known, refused: await enter({ ...asking, coordinate, args, plan: () => planned.ways, isLetIn: true }) };
  } catch (refusal) {
    return { root, planned: null, refusal, refused: new Map() };
  }
}

/** @throws GatewayError `FORBIDDEN`. */
function refuseIntrospection(introspection: Introspection, { viewer }: Context): void {
  // Whoever signs in anonymously has shown nothing of himself.
  const isSignedIn = viewer.kind !== 'anonymous' && viewer.kind !== 'anonymousUser';
  if (introspection === 'on' || (introspection === 'signed-in' && isSignedIn)) return;
  const who = introspection === 'off' ? 'nobody' : 'signed-in viewers only';
  throw new GatewayError(
    'FORBIDDEN',
    `This gateway shows its schema to ${who} (INTROSPECTION): read it in schema.graphql`,
  );
}

async function pass(runRule: RunRule, context: Context, coordinate: string): Promise<void> {
  const outcome = await runRule(coordinate, context, () => true);
  if (outcome !== true) throw outcome;
}

/**
 * A filter, an order and a group through a relation show what they go by: who may not enter the relation may not ask for
 * them. A cursor is good for the kind of viewer that it was given to.
 *
 * An order that a type has of itself is no question of the viewer's: its cursors are sealed, and hold what they hold.
 */
async function passTerms(runRule: RunRule, context: Context, { lists, groups }: Ways, bound: Bound) {
  for (const { grouping } of groups) await passAll(runRule, context, bound.read(grouping).entered);
  for (const { page } of lists) {
    const { entered, backward, cursorScope: scope } = bound.read(page);
    await passAll(runRule, context, entered);
    if (scope !== null) requireScope(scope, cursorScope(context.viewer), backward ? 'before' : 'after');
  }
}

async function passAll(runRule: RunRule, context: Context, coordinates: readonly string[]): Promise<void> {
  for (const coordinate of coordinates) await pass(runRule, context, coordinate);
}

async function findRefused(runRule: RunRule, context: Context, coordinates: readonly string[]): Promise<Refused> {
  const refused = new Map<string, GatewayError>();
  await Promise.all(
    coordinates.map(async (coordinate) => {
      const outcome = await runRule(coordinate, context, () => true);
      if (outcome instanceof GatewayError) refused.set(coordinate, outcome);
    }),
  );
  return refused;
}

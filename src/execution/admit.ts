/**
 * The one way in: every door asks here before anything is fetched or written, a query in either lane, a mutation and what
 * it answers with, a subscription of either kind, a link.
 *
 * How often an agent asks is counted before that, for the operation as a whole: `charge.ts`.
 */
import { cursorScope } from '../auth/viewer.ts';
import type { Context } from '../context.ts';
import type { Doctrine } from '../doctrine/load.ts';
import type { Guard } from '../doctrine/permissions.ts';
import { GatewayError } from '../errors.ts';
import { requireScope } from '../plan/cursor.ts';
import type { Variables } from '../plan/plan.ts';
import { NO_WAYS, type Ways } from '../plan/ways.ts';
import type { PostgresSource } from '../postgres/source.ts';
import { type Constrain, createConstrain } from './constrain.ts';
import type { PlannedRoot, RootField } from './operation.ts';

/** What a door wants to be let in to. */
export interface Entry {
  readonly context: Context;
  /** A root field, a link, or a field of an object that is stored nowhere: `Query.run`, `Page.partner`. */
  readonly coordinate: string;
  readonly variables: Variables;
  /** Where the constraints of agents are looked up. */
  readonly sources: { readonly postgres: PostgresSource | null };
  /** The coerced arguments of a root field. */
  readonly args?: () => unknown;
  /** Plans what is fetched, for who may enter. */
  readonly plan?: () => Ways;
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
 * The rule of the coordinate, what the doctrine holds an agent's arguments to, and the rules of all that filters, orders,
 * groups and joins enter; each distinct rule once a request.
 *
 * @returns The joins that the viewer may not enter: their fields are null, and `prune` takes them out of the plan.
 * @throws GatewayError `FORBIDDEN` or `BOUNDARY_VIOLATION` naming what is refused, `BAD_USER_INPUT` or `LIMIT_EXCEEDED`
 *   naming the argument at fault.
 */
export type Admit = (entry: Entry) => Promise<Refused>;

/** Makes the way in of one schema. */
export function createAdmit(guard: Guard, doctrine: Doctrine): Admit {
  const constraints = new Map<string, Constrain | null>();
  const constrainOf = (coordinate: string) => {
    const known = constraints.get(coordinate);
    if (known !== undefined) return known;
    const made = createConstrain(doctrine, coordinate);
    constraints.set(coordinate, made);
    return made;
  };
  return async ({ context, coordinate, variables, sources, args, plan }) => {
    await enter(guard, context, coordinate);
    const refusal = args && (await constrainOf(coordinate)?.(context.viewer, args(), sources.postgres));
    if (refusal) throw refusal;
    const ways = plan ? plan() : NO_WAYS;
    await enterTerms(guard, context, ways, variables);
    return findRefused(guard, context, ways.joins);
  };
}

async function enter(guard: Guard, context: Context, coordinate: string): Promise<void> {
  const outcome = await guard(coordinate, context, () => true);
  if (outcome !== true) throw outcome;
}

/**
 * A filter, an order and a group through a relation show what they go by: who may not enter the relation may not ask for
 * them. A cursor is good for the kind of viewer that it was given to.
 *
 * An order that a type has of itself is no question of the viewer's: its cursors are sealed, and hold what they hold.
 */
async function enterTerms(guard: Guard, context: Context, { lists, groups }: Ways, variables: Variables) {
  for (const { readGrouping } of groups) await enterAll(guard, context, readGrouping(variables).entered);
  for (const { readPage } of lists) {
    const { entered, backward, cursorScope: scope } = readPage(variables);
    await enterAll(guard, context, entered);
    if (scope !== null) requireScope(scope, cursorScope(context.viewer), backward ? 'before' : 'after');
  }
}

async function enterAll(guard: Guard, context: Context, coordinates: readonly string[]): Promise<void> {
  for (const coordinate of coordinates) await enter(guard, context, coordinate);
}

async function findRefused(guard: Guard, context: Context, coordinates: readonly string[]): Promise<Refused> {
  const refused = new Map<string, GatewayError>();
  await Promise.all(
    coordinates.map(async (coordinate) => {
      const outcome = await guard(coordinate, context, () => true);
      if (outcome instanceof GatewayError) refused.set(coordinate, outcome);
    }),
  );
  return refused;
}

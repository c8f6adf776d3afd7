/** The rules of everything that a field touches, run before it is fetched; what they refuse is taken out of its plan. */
import type { Context } from '../context.ts';
import type { Guard } from '../doctrine/permissions.ts';
import { GatewayError } from '../errors.ts';
import type { Condition } from '../plan/condition.ts';
import { type GroupSlot, type GroupsPlan, mapGroupSlots } from '../plan/groups.ts';
import {
  type ConnectionSlot,
  type ListPlan,
  type ObjectPlan,
  objectsOf,
  type RootPlan,
  type Slot,
  type Variables,
} from '../plan/plan.ts';
import { rootObjects } from './operation.ts';

/** Coordinates such as `Move.partner` that the viewer may not enter, each with its error. */
export type Refused = ReadonlyMap<string, GatewayError>;

/** Runs the rules of the coordinates; each distinct rule once a request. */
export async function findRefused(guard: Guard, context: Context, coordinates: readonly string[]): Promise<Refused> {
  const refused = new Map<string, GatewayError>();
  await Promise.all(
    coordinates.map(async (coordinate) => {
      const outcome = await guard(coordinate, context, () => true);
      if (outcome instanceof GatewayError) refused.set(coordinate, outcome);
    }),
  );
  return refused;
}

/** A filter through a relation reads what it compares: who may not enter the relation may not filter by it. */
export async function refuseFilters(
  guard: Guard,
  context: Context,
  plan: RootPlan,
  variables: Variables,
): Promise<void> {
  if (plan.kind === 'groups') await refuseGrouping(guard, context, plan, variables);
  const lists = plan.kind === 'list' ? [plan.list] : [];
  await refuseListFilters(guard, context, [...lists, ...rootObjects(plan).flatMap(listsBelow)], variables);
}

/** The same of what a link leads to: its own list, where it has one, and all lists below. */
export async function refuseLinkFilters(
  guard: Guard,
  context: Context,
  plan: ObjectPlan | ListPlan,
  variables: Variables,
): Promise<void> {
  const lists = 'readPage' in plan ? [plan, ...objectsOf(plan).flatMap(listsBelow)] : listsBelow(plan);
  await refuseListFilters(guard, context, lists, variables);
}

async function refuseListFilters(
  guard: Guard,
  context: Context,
  lists: readonly ListPlan[],
  variables: Variables,
): Promise<void> {
  for (const list of lists) {
    const { condition } = list.readPage(variables);
    for (const coordinate of condition ? enteredBy(condition, list.type.name) : []) {
      const outcome = await guard(coordinate, context, () => true);
      if (outcome instanceof GatewayError) throw outcome;
    }
  }
}

/** A group by a relation names the records that it leads to. */
async function refuseGrouping(guard: Guard, context: Context, plan: GroupsPlan, variables: Variables): Promise<void> {
  const { condition, keys } = plan.readGrouping(variables);
  const grouped = keys.flatMap(({ field }) => (field.kind === 'leaf' ? [] : [`${plan.type.name}.${field.name}`]));
  for (const coordinate of [...grouped, ...(condition ? enteredBy(condition, plan.type.name) : [])]) {
    const outcome = await guard(coordinate, context, () => true);
    if (outcome instanceof GatewayError) throw outcome;
  }
}

function listsBelow(object: ObjectPlan): ListPlan[] {
  return object.slots.flatMap((slot) => {
    if (slot.kind === 'one') return listsBelow(slot.object);
    return slot.kind === 'many' ? [slot.list, ...objectsOf(slot.list).flatMap(listsBelow)] : [];
  });
}

function enteredBy(condition: Condition, type: string): string[] {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.conditions.flatMap((nested) => enteredBy(nested, type));
    case 'not':
      return enteredBy(condition.condition, type);
    case 'compare':
      return [];
    case 'search':
      return [...condition.entered];
    default:
      return [`${type}.${condition.field.name}`, ...enteredBy(condition.condition, condition.target.name)];
  }
}

/** The plan without the refused fields; the same plan where there are none. */
export function prune(plan: RootPlan, refused: Refused): RootPlan {
  if (refused.size === 0) return plan;
  if (plan.kind === 'groups') return mapGroupSlots(plan, (slot) => pruneKeys(slot, refused));
  // Compiled anew: a compiled statement is kept by its plan.
  if (plan.kind === 'list') return { ...plan, list: pruneList(plan.list, refused) };
  return { ...plan, object: pruneObject(plan.object, refused) };
}

function pruneKeys(slot: GroupSlot, refused: Refused): GroupSlot {
  if (slot.kind !== 'keys') return slot;
  const slots = slot.slots.map((key) =>
    key.kind === 'record' ? { ...key, object: pruneObject(key.object, refused) } : key,
  );
  return { ...slot, slots };
}

/** The list without the refused fields. */
export function pruneList(list: ListPlan, refused: Refused): ListPlan {
  const slots = list.slots.map((slot): ConnectionSlot => {
    if (slot.kind === 'nodes') return { ...slot, object: pruneObject(slot.object, refused) };
    if (slot.kind !== 'edges') return slot;
    return {
      ...slot,
      slots: slot.slots.map((edge) =>
        edge.kind === 'node' ? { ...edge, object: pruneObject(edge.object, refused) } : edge,
      ),
    };
  });
  return { ...list, slots };
}

/** The object without the refused fields. */
export function pruneObject(object: ObjectPlan, refused: Refused): ObjectPlan {
  const slots = object.slots.map((slot): Slot => {
    if (slot.kind !== 'one' && slot.kind !== 'many') return slot;
    if (refused.has(`${object.type.name}.${slot.field.name}`)) return { kind: 'refused', key: slot.key };
    return slot.kind === 'one'
      ? { ...slot, object: pruneObject(slot.object, refused) }
      : { ...slot, list: pruneList(slot.list, refused) };
  });
  return { ...object, slots };
}

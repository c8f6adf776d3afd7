/** All that a plan enters beyond the records it begins with; each has a rule. Pure; found once a plan. */
import { type GroupsPlan, groupSlots } from './groups.ts';
import { type ListPlan, type ObjectPlan, objectsOf } from './plan.ts';
import type { RootPlan } from './root.ts';

/** What is planned at a root, at a link's other end, or for an object of an event. */
export type Planned = RootPlan | ListPlan | ObjectPlan;

/** The ways of plans that are fetched together. */
export interface Ways {
  /** Coordinates of the joins, e.g. `Move.partner`: who may not enter one gets the rest. */
  readonly joins: readonly string[];
  /** Its lists, whose filters, orders and cursors are read with the variables. */
  readonly lists: readonly ListPlan[];
  readonly groups: readonly GroupsPlan[];
  /** Whether anything leads to another surface. */
  readonly hasLink: boolean;
  /** How many fields are selected. */
  readonly fields: number;
}

/** Where there is nothing to fetch. */
export const NO_WAYS: Ways = { joins: [], lists: [], groups: [], hasLink: false, fields: 0 };

/** Finds them. */
export function waysOf(...plans: readonly Planned[]): Ways {
  const joins = new Set<string>();
  const lists: ListPlan[] = [];
  const groups: GroupsPlan[] = [];
  let hasLink = false;
  let fields = 0;
  const visitList = (list: ListPlan): void => {
    lists.push(list);
    fields += list.slots.length;
    objectsOf(list).forEach(visit);
  };
  const visit = ({ type, slots }: ObjectPlan): void => {
    fields += slots.length;
    for (const slot of slots) {
      if (slot.kind === 'one' || slot.kind === 'many') joins.add(`${type.name}.${slot.field.name}`);
      if (slot.kind === 'one') visit(slot.object);
      if (slot.kind === 'many') visitList(slot.list);
      hasLink ||= slot.kind === 'link' || slot.kind === 'file' || slot.kind === 'odooRecord';
    }
  };
  for (const plan of plans) {
    if ('page' in plan) visitList(plan);
    else if (!('kind' in plan)) visit(plan);
    else if (plan.kind === 'groups') {
      groups.push(plan);
      keyObjects(plan).forEach(visit);
    } else if (plan.kind === 'list') visitList(plan.list);
    else visit(plan.object);
  }
  return { joins: [...joins], lists, groups, hasLink, fields };
}

/** The records that groups are of. */
function keyObjects(plan: GroupsPlan): ObjectPlan[] {
  return groupSlots(plan).flatMap((slot) =>
    slot.kind === 'keys' ? slot.slots.flatMap((key) => (key.kind === 'record' ? [key.object] : [])) : [],
  );
}

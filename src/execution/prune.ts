/** Takes out of a plan what the rules refuse, so that it is not even fetched. */
import { type GroupSlot, mapGroupSlots } from '../plan/groups.ts';
import type { ConnectionSlot, ListPlan, ObjectPlan, Slot } from '../plan/plan.ts';
import type { RootPlan } from '../plan/root.ts';
import type { Refused } from './admit.ts';

/** The plan without the refused fields; the same plan where there are none. */
export function prune(plan: RootPlan, refused: Refused): RootPlan {
  if (refused.size === 0) return plan;
  const pruned = { isPruned: true };
  if (plan.kind === 'groups')
    return { ...mapGroupSlots(plan, (slot) => pruneKeys(slot, refused)), inOdoo: plan.inOdoo };
  if (plan.kind === 'list') return { ...plan, ...pruned, list: pruneList(plan.list, refused) };
  return { ...plan, ...pruned, object: pruneObject(plan.object, refused) };
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

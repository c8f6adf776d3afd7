/** A root field → its plan: all that one upstream call fetches. */
import { type FieldNode, type GraphQLField, type GraphQLObjectType, getNamedType, isObjectType } from 'graphql';
import type { ListArguments } from './arguments.ts';
import { type Asked, ask } from './bind.ts';
import type { StoredType } from './catalog.ts';
import { type GroupsPlan, planGroups } from './groups.ts';
import { askInOdoo, type ListPlan, type ObjectPlan, objectsOf, type Planning, planList, planObject } from './plan.ts';

/** What one root field fetches in one upstream call, and what its argument `inOdoo` says of the context. */
export type RootPlan = FetchedPlan & { readonly inOdoo: Asked<unknown> };

type FetchedPlan = {
  /** Whether something was taken out that its viewer may not read. */
  readonly isPruned?: boolean;
} & (
  | { readonly kind: 'list'; readonly type: StoredType; readonly list: ListPlan; readonly isStatic: boolean }
  | {
      readonly kind: 'lookup';
      readonly type: StoredType;
      readonly object: ObjectPlan;
      readonly isStatic: boolean;
      /** As text. */
      readonly id: Asked<string>;
      /** The argument that it was given by. */
      readonly key: string;
    }
  | GroupsPlan
);

/** A root field, the merged nodes of its response key, and its arguments. */
export interface RootNodes {
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
  readonly args: Asked<ListArguments>;
}

/** Plans a root field of a stored type; null for a field that is resolved otherwise. */
export function planRoot(planning: Planning, root: RootNodes): RootPlan | null {
  const target = namedObject(root.field);
  const plan = target && planFetched(planning, target, root);
  return plan && { ...plan, inOdoo: askInOdoo(root.field, root.args) };
}

function planFetched(
  planning: Planning,
  target: GraphQLObjectType,
  { field, nodes, args }: RootNodes,
): FetchedPlan | null {
  const type = planning.catalog.get(target.name);
  if (type) {
    const key = keyOf(field);
    const id = ask(args.isStatic, (bound) => String((bound.read(args) as Record<string, unknown>)[key]));
    const object = planObject(planning, type, nodes, 1);
    return { kind: 'lookup', type, object, isStatic: args.isStatic && isObjectStatic(object), id, key };
  }
  const element = planning.catalog.get(target.name.replace(/(Connection|Group|GroupPage)$/, ''));
  if (!element) return null;
  if (!target.name.endsWith('Connection')) {
    const planRecord = (of: StoredType, below: readonly FieldNode[]) => planObject(planning, of, below, 2);
    return planGroups(planning, element, { field, nodes, args, planRecord });
  }
  const list = planList(planning, element, { field, nodes, depth: 1, args });
  return { kind: 'list', type: element, list, isStatic: isListStatic(list) };
}

/** The argument that says which record: `id`, or of a type that is found by another key, as its function reads it, the first. */
function keyOf({ args }: GraphQLField<unknown, unknown>): string {
  return args.some(({ name }) => name === 'id') ? 'id' : (args[0]?.name ?? 'id');
}

function namedObject(field: GraphQLField<unknown, unknown>): GraphQLObjectType | null {
  const named = getNamedType(field.type);
  return isObjectType(named) ? named : null;
}

/** Whether a whole list, with all lists below it, is the same for every request. */
function isListStatic(list: ListPlan): boolean {
  return list.page.isStatic && objectsOf(list).every(isObjectStatic);
}

function isObjectStatic(object: ObjectPlan): boolean {
  return object.slots.every((slot) => {
    if (slot.kind === 'one') return isObjectStatic(slot.object);
    return slot.kind !== 'many' || isListStatic(slot.list);
  });
}

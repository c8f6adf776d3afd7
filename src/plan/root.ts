/** A root field → its plan: all that one upstream call fetches. */
import { type FieldNode, type GraphQLField, type GraphQLObjectType, getNamedType, isObjectType } from 'graphql';
import { readArguments } from './arguments.ts';
import type { StoredType } from './catalog.ts';
import { type GroupsPlan, planGroups } from './groups.ts';
import {
  isStatic,
  type ListPlan,
  type ObjectPlan,
  objectsOf,
  type Planning,
  planList,
  planObject,
  readInOdoo,
  type Variables,
} from './plan.ts';

/** What one root field fetches in one upstream call, and what its argument `inOdoo` says of the context. */
export type RootPlan = FetchedPlan & { readonly readInOdoo?: (variables: Variables) => unknown };

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
      /** The asked id as text. */
      readonly readId: (variables: Variables) => string;
    }
  | GroupsPlan
);

/**
 * Plans a root field of a stored type; null for a field that is resolved otherwise.
 *
 * @param nodes The merged nodes of the field's response key.
 */
export function planRoot(planning: Planning, parent: GraphQLObjectType, nodes: readonly FieldNode[]): RootPlan | null {
  const [node] = nodes;
  const field = node && parent.getFields()[node.name.value];
  const target = field && namedObject(field);
  if (!node || !field || !target) return null;
  const plan = planFetched(planning, { field, target, nodes, node });
  return plan && { ...plan, readInOdoo: (variables) => readInOdoo(field, node, variables) };
}

interface RootNodes {
  readonly field: GraphQLField<unknown, unknown>;
  readonly target: GraphQLObjectType;
  readonly nodes: readonly FieldNode[];
  readonly node: FieldNode;
}

function planFetched(planning: Planning, { field, target, nodes, node }: RootNodes): FetchedPlan | null {
  const type = planning.catalog.get(target.name);
  if (type) {
    const readId = (variables: Variables) => String(readArguments(field, node, variables).id);
    const object = planObject(planning, type, nodes, 1);
    return { kind: 'lookup', type, object, isStatic: isStatic(node) && isObjectStatic(object), readId };
  }
  const element = planning.catalog.get(target.name.replace(/(Connection|Group|GroupPage)$/, ''));
  if (!element) return null;
  if (!target.name.endsWith('Connection')) {
    const planRecord = (of: StoredType, below: readonly FieldNode[]) => planObject(planning, of, below, 2);
    return planGroups(planning, element, { field, nodes, planRecord });
  }
  const list = planList(planning, element, { field, nodes, depth: 1 });
  return { kind: 'list', type: element, list, isStatic: isListStatic(list) };
}

function namedObject(field: GraphQLField<unknown, unknown>): GraphQLObjectType | null {
  const named = getNamedType(field.type);
  return isObjectType(named) ? named : null;
}

/** Whether a whole list, with all lists below it, is the same for every request. */
function isListStatic(list: ListPlan): boolean {
  return list.isStatic && objectsOf(list).every(isObjectStatic);
}

function isObjectStatic(object: ObjectPlan): boolean {
  return object.slots.every((slot) => {
    if (slot.kind === 'one') return isObjectStatic(slot.object);
    return slot.kind !== 'many' || isListStatic(slot.list);
  });
}

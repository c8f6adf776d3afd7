/** An operation → its lane and the plans of its root fields; compiled once per document and outcome of its conditions. */
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { Catalog } from '../plan/catalog.ts';
import { collectFields, conditionVariables, type Selecting } from '../plan/collect.ts';
import { type GroupsPlan, groupSlots } from '../plan/groups.ts';
import { readIntrospection } from '../plan/introspection.ts';
import { type ObjectPlan, objectsOf, planRoot, type RootPlan, type Variables } from '../plan/plan.ts';
import { type CountedRoot, findStoredBelow } from '../plan/rows.ts';
import { refuseRoots, refuseSelection } from '../plan/selection.ts';

/** One response key of the operation. */
export interface RootField extends CountedRoot {
  readonly name: string;
  readonly nodes: readonly FieldNode[];
  /** Null for a field that is resolved otherwise, `__typename` among them. */
  readonly plan: RootPlan | null;
  /** Fields below it that enter another stored type, e.g. `Move.partner`: their rules run before the fetch. */
  readonly entered: readonly string[];
}

/** What the executor needs to know of an operation. */
export interface OperationPlan {
  readonly roots: ReadonlyMap<string, RootField>;
  /** Whether the statements' bytes can be the answer: every root field on `ops` or `work`, and no link. */
  readonly isPassthrough: boolean;
  /** Whether it asks for the schema itself. */
  readonly introspects: boolean;
  readonly selecting: Selecting;
}

/** Plans an operation for the coerced variables of a request. */
export type PlanOperation = (
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
) => OperationPlan;

interface Known {
  readonly fragments: Selecting['fragments'];
  readonly conditions: readonly string[];
  readonly introspects: boolean;
  readonly plans: Map<string, OperationPlan>;
}

/** Keeps plans as long as Apollo Server keeps the parsed document. */
export function createPlanOperation(schema: GraphQLSchema, catalog: Catalog): PlanOperation {
  const cache = new WeakMap<OperationDefinitionNode, Known>();
  return (document, operation, variables) => {
    let known = cache.get(operation);
    if (!known) {
      const fragments = Object.fromEntries(
        document.definitions.flatMap((node) =>
          node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [],
        ),
      );
      refuseSelection(operation, fragments);
      const introspects = readIntrospection(operation, fragments);
      known = { fragments, conditions: conditionVariables(operation, fragments), introspects, plans: new Map() };
      cache.set(operation, known);
    }
    const shape = known.conditions.map((name) => (variables[name] === true ? '1' : '0')).join('');
    let plan = known.plans.get(shape);
    if (!plan) {
      const { fragments, introspects } = known;
      plan = { ...planOperation({ schema, catalog, fragments, variables }, operation), introspects };
      known.plans.set(shape, plan);
    }
    return plan;
  };
}

function planOperation(
  planning: Selecting & { catalog: Catalog },
  operation: OperationDefinitionNode,
): Omit<OperationPlan, 'introspects'> {
  const root = planning.schema.getRootType(operation.operation) as GraphQLObjectType;
  const collected = collectFields(planning, root.name, [operation.selectionSet]);
  refuseRoots(collected);
  const roots = new Map(
    [...collected].map(([key, nodes]): [string, RootField] => {
      const name = (nodes[0] as FieldNode).name.value;
      const plan = planRoot(planning, root, nodes);
      const below = plan ? [] : findStoredBelow(planning, root, new Map([[key, nodes]]));
      return [key, { key, name, nodes, plan, below, entered: plan ? enteredFields(rootObjects(plan)) : [] }];
    }),
  );
  const isPassthrough =
    operation.operation === 'query' &&
    [...roots.values()].every(({ name, plan }) =>
      plan ? plan.type.surface !== 'odoo' && !hasLink(plan) : name === '__typename',
    );
  return { roots, isPassthrough, selecting: planning };
}

/** The objects that a root plan answers with. */
export function rootObjects(plan: RootPlan): readonly ObjectPlan[] {
  if (plan.kind === 'groups') return keyObjects(plan);
  return plan.kind === 'list' ? objectsOf(plan.list) : [plan.object];
}

/** The records that groups are of. */
function keyObjects(plan: GroupsPlan): ObjectPlan[] {
  return groupSlots(plan).flatMap((slot) =>
    slot.kind === 'keys' ? slot.slots.flatMap((key) => (key.kind === 'record' ? [key.object] : [])) : [],
  );
}

/** Coordinates of the joins of the objects and of all below them. */
export function enteredFields(objects: readonly ObjectPlan[]): string[] {
  const entered = new Set<string>();
  visitObjects(objects, (object) => {
    for (const slot of object.slots)
      if (slot.kind === 'one' || slot.kind === 'many') entered.add(`${object.type.name}.${slot.field.name}`);
  });
  return [...entered];
}

/** Whether anything below the root leads to another surface. */
export function hasLink(plan: RootPlan): boolean {
  let found = false;
  visitObjects(rootObjects(plan), ({ slots }) => {
    found ||= slots.some(({ kind }) => kind === 'link');
  });
  return found;
}

function visitObjects(objects: readonly ObjectPlan[], see: (object: ObjectPlan) => void): void {
  for (const object of objects) {
    see(object);
    for (const slot of object.slots) {
      if (slot.kind === 'one') visitObjects([slot.object], see);
      if (slot.kind === 'many') visitObjects(objectsOf(slot.list), see);
    }
  }
}

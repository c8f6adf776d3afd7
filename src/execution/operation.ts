/** An operation → its root fields; each is planned only for who may enter it, once per document and outcome of its conditions. */
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { Caches } from '../caches.ts';
import { collectFields, conditionVariables, type Selecting } from '../plan/collect.ts';
import { groupSlots } from '../plan/groups.ts';
import { readIntrospection } from '../plan/introspection.ts';
import type { Planning, Variables } from '../plan/plan.ts';
import { planRoot } from '../plan/root.ts';
import { type CountedRoot, findStoredBelow } from '../plan/rows.ts';
import { refuseRoots, refuseSelection } from '../plan/selection.ts';
import { NO_WAYS, type Ways, waysOf } from '../plan/ways.ts';

/** One response key of the operation. */
export interface RootField {
  readonly key: string;
  readonly name: string;
  /** E.g. `Query.moves`. */
  readonly coordinate: string;
  readonly nodes: readonly FieldNode[];
  /** Undefined for `__typename`. */
  readonly field: GraphQLField<unknown, unknown> | undefined;
  /** What it fetches, compiled anew or kept. @throws GatewayError `LIMIT_EXCEEDED` for a selection that is too deep. */
  readonly plan: () => PlannedRoot;
}

/** What a root field fetches. */
export interface PlannedRoot extends CountedRoot {
  /** What its plan enters; of a field that is resolved otherwise nothing, the objects below it are entered one by one. */
  readonly ways: Ways;
}

/** What the executor needs to know of an operation. */
export interface Operation {
  readonly roots: readonly RootField[];
  readonly planning: Planning;
  /** Whether it asks for the schema itself. */
  readonly introspects: boolean;
}

/** Reads an operation for the coerced variables of a request. @throws GatewayError `LIMIT_EXCEEDED` where it is too large. */
export type ReadOperation = (
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
) => Operation;

/** What is known of a document once it was read. */
interface Known {
  readonly fragments: Selecting['fragments'];
  /** Names of the variables whose values decide what is planned. */
  readonly conditions: readonly string[];
  readonly introspects: boolean;
  /** Tells its plans from those of other documents. */
  readonly id: number;
  /** Keys of the plans that are kept of each root field, the oldest first. */
  readonly kept: Map<string, string[]>;
}

/** Outcomes of its conditions that a root field is kept planned for: a screen has few, and 18 variables have 262,144. */
const MAX_OUTCOMES = 4;
/** Fields that all kept documents select together, each some hundred bytes. */
const MAX_PLANNED_FIELDS = 100_000;
const MAX_PLANS = 5_000;

/** Keeps the plans that are asked for again. */
export function createReadOperation(reading: Omit<Planning, 'fragments' | 'variables'>, caches: Caches): ReadOperation {
  // As long as Apollo Server keeps the parsed document.
  const known = new WeakMap<OperationDefinitionNode, Known>();
  const limits = { maxEntries: MAX_PLANS, maxWeight: MAX_PLANNED_FIELDS, weigh: weighPlan };
  const plans = caches.create<PlannedRoot>('plans', limits);
  const keep = ({ kept }: Known, root: string, key: string, planned: PlannedRoot) => {
    const outcomes = [...(kept.get(root) ?? []).filter((one) => one !== key), key];
    if (outcomes.length > MAX_OUTCOMES) plans.delete(outcomes.shift() as string);
    kept.set(root, outcomes);
    plans.set(key, planned);
    return planned;
  };
  let documents = 0;
  return (document, operation, variables) => {
    const found = known.get(operation) ?? { ...readDocument(document, operation), id: documents++, kept: new Map() };
    known.set(operation, found);
    const planning: Planning = { ...reading, fragments: found.fragments, variables };
    const parent = planning.schema.getRootType(operation.operation) as GraphQLObjectType;
    const collected = collectFields(planning, parent.name, [operation.selectionSet]);
    refuseRoots(collected);
    const shape = found.conditions.map((name) => (variables[name] === true ? '1' : '0')).join('');
    const roots = [...collected].map(([key, nodes]): RootField => {
      const name = (nodes[0] as FieldNode).name.value;
      let planned: PlannedRoot | undefined;
      const plan = () => {
        const place = `${found.id} ${key} ${shape}`;
        planned ??= plans.get(place) ?? keep(found, key, place, planField(planning, parent, key, nodes));
        return planned;
      };
      return { key, name, coordinate: `${parent.name}.${name}`, nodes, field: parent.getFields()[name], plan };
    });
    return { roots, planning, introspects: found.introspects };
  };
}

function readDocument(
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Pick<Known, 'fragments' | 'conditions' | 'introspects'> {
  const fragments = Object.fromEntries(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  refuseSelection(operation, fragments);
  const introspects = readIntrospection(operation, fragments);
  return { fragments, conditions: conditionVariables(operation, fragments), introspects };
}

function planField(
  planning: Planning,
  parent: GraphQLObjectType,
  key: string,
  nodes: readonly FieldNode[],
): PlannedRoot {
  const plan = planRoot(planning, parent, nodes);
  const below = plan ? [] : findStoredBelow(planning, parent, new Map([[key, nodes]]));
  return { key, plan, below, ways: plan ? waysOf(plan) : NO_WAYS };
}

function weighPlan({ plan, below, ways }: PlannedRoot): number {
  const own = plan?.kind === 'groups' ? groupSlots(plan).length : 0;
  return 1 + own + ways.fields + below.reduce((sum, { object }) => sum + waysOf(object).fields, 0);
}

/**
 * Whether the statements' bytes can be the answer of a root field: it is on `ops` or `work`, and has no link.
 *
 * @param planned Null where it is refused: its answer is null then.
 */
export function canPassThrough({ name, field }: RootField, planned: PlannedRoot | null): boolean {
  if (!planned) return field !== undefined && !isNonNullType(field.type);
  const { plan, ways } = planned;
  return plan ? plan.type.surface !== 'odoo' && !ways.hasLink : name === '__typename';
}

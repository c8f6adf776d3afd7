/** Compiles operations: the root fields once per document and outcome of its conditions, and each plan when it is first asked for. */
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isAbstractType,
  isNonNullType,
  type OperationDefinitionNode,
} from 'graphql';
import type { Caches } from '../caches.ts';
import { askArguments, type ListArguments } from '../plan/arguments.ts';
import type { Asked, Variables } from '../plan/bind.ts';
import { collectFields, conditionVariables, type Selecting } from '../plan/collect.ts';
import { groupSlots } from '../plan/groups.ts';
import { readIntrospection } from '../plan/introspection.ts';
import type { Planning } from '../plan/plan.ts';
import { planRoot } from '../plan/root.ts';
import { type CountedRoot, findMixed, findStoredBelow, type StoredBelow } from '../plan/rows.ts';
import { type DocumentSize, fragmentsOf, measureDocument } from '../plan/selection.ts';
import { NO_WAYS, type Ways, waysOf } from '../plan/ways.ts';
import { POINTS, readCost } from '../sdl/costs.ts';
import { takeCoerced } from './coerced.ts';

/** One response key of an operation. */
export interface CompiledRoot {
  readonly key: string;
  readonly name: string;
  /** E.g. `Query.moves`. */
  readonly coordinate: string;
  readonly nodes: readonly FieldNode[];
  /** Null for `__typename`. */
  readonly asks: { readonly field: GraphQLField<unknown, unknown>; readonly args: Asked<ListArguments> } | null;
}

/** The same, with the way to its plan. */
export interface RootField extends CompiledRoot {
  /** What it fetches, compiled anew or kept. @throws GatewayError `LIMIT_EXCEEDED` for a selection that is too deep. */
  readonly plan: () => PlannedRoot;
}

/** What a root field fetches. */
export interface PlannedRoot extends CountedRoot {
  /** What its plan enters. A field without a plan enters nothing here: the objects below it are entered one by one. */
  readonly ways: Ways;
}

/** What the executor needs to know of an operation. */
export interface Operation {
  readonly size: DocumentSize;
  readonly roots: readonly RootField[];
  readonly planning: Planning;
  /** Whether it asks for the schema itself. */
  readonly introspects: boolean;
  /** The document for graphql-js, which takes the variables as they are coerced. */
  readonly document: DocumentNode;
}

/** Reads an operation for the coerced variables of a request. @throws GatewayError `LIMIT_EXCEEDED` where it is too large. */
export type CompileOperation = (
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
  readonly size: DocumentSize;
  readonly document: DocumentNode;
  /** Tells its plans from those of other documents. */
  readonly id: number;
  /** Its root fields by the outcome of its conditions, the oldest first. */
  readonly roots: Map<string, readonly CompiledRoot[]>;
  /** Keys of the plans that are kept of each root field, the oldest first. */
  readonly kept: Map<string, string[]>;
}

/** Outcomes of its conditions that a root field is kept planned for: a screen has few, and 18 variables have 262,144. */
const MAX_OUTCOMES = 4;
/** Fields that all kept documents select together, each some hundred bytes. */
const MAX_PLANNED_FIELDS = 100_000;
const MAX_PLANS = 5_000;

/** Keeps what is asked for again. */
export function createCompileOperation(
  reading: Omit<Planning, 'fragments' | 'variables'>,
  caches: Caches,
): CompileOperation {
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
    let found = known.get(operation);
    if (!found) {
      found = readDocument(document, operation, documents++);
      known.set(operation, found);
    }
    const of = found;
    const planning: Planning = { ...reading, fragments: found.fragments, variables };
    const parent = planning.schema.getRootType(operation.operation) as GraphQLObjectType;
    const shape = found.conditions.map((name) => (variables[name] === true ? '1' : '0')).join('');
    const compiled = found.roots.get(shape) ?? compileRoots(planning, parent, operation);
    // Most documents have one shape.
    if (found.conditions.length > 0 || found.roots.size === 0) keepNewest(found.roots, shape, compiled);
    const roots = compiled.map((root): RootField => {
      let planned: PlannedRoot | undefined;
      const plan = () => {
        if (planned) return planned;
        const place = `${of.id} ${root.key} ${shape}`;
        planned = plans.get(place) ?? keep(of, root.key, place, planField(planning, parent, root));
        return planned;
      };
      return { ...root, plan };
    });
    return { roots, planning, size: found.size, introspects: found.introspects, document: found.document };
  };
}

function readDocument(document: DocumentNode, operation: OperationDefinitionNode, id: number): Known {
  const fragments = fragmentsOf(document);
  const size = measureDocument(document, operation, fragments);
  return {
    id,
    size,
    fragments,
    conditions: conditionVariables(operation, fragments),
    introspects: readIntrospection(operation, fragments),
    document: takeCoerced(document, operation),
    roots: new Map(),
    kept: new Map(),
  };
}

function compileRoots(
  planning: Planning,
  parent: GraphQLObjectType,
  operation: OperationDefinitionNode,
): readonly CompiledRoot[] {
  const collected = collectFields(planning, parent.name, [operation.selectionSet]);
  return [...collected].map(([key, nodes]) => compileRoot(parent, key, nodes));
}

/** @param nodes The merged nodes of the response key. */
export function compileRoot(parent: GraphQLObjectType, key: string, nodes: readonly FieldNode[]): CompiledRoot {
  const node = nodes[0] as FieldNode;
  const name = node.name.value;
  const field = parent.getFields()[name];
  const asks = field ? { field, args: askArguments(field, node) } : null;
  return { key, name, coordinate: `${parent.name}.${name}`, nodes, asks };
}

function keepNewest<T>(kept: Map<string, T>, key: string, value: T): void {
  kept.delete(key);
  kept.set(key, value);
  const [oldest] = kept.keys();
  if (kept.size > MAX_OUTCOMES && oldest !== undefined) kept.delete(oldest);
}

function planField(planning: Planning, parent: GraphQLObjectType, { key, nodes, asks }: CompiledRoot): PlannedRoot {
  const plan = asks && planRoot(planning, { ...asks, nodes });
  const below = plan ? [] : findBelow(planning, parent, { key, nodes, asks });
  const weight = readCost(asks?.field.astNode) ?? (plan ? 0 : POINTS.field);
  return { key, plan, below, weight, ways: plan ? waysOf(plan) : NO_WAYS };
}

function findBelow(
  planning: Planning,
  parent: GraphQLObjectType,
  { key, nodes, asks }: Pick<CompiledRoot, 'key' | 'nodes' | 'asks'>,
): StoredBelow[] {
  const type = asks && getNamedType(asks.field.type);
  if (asks && isAbstractType(type)) return findMixed(planning, type, { key, nodes, args: asks.args });
  return findStoredBelow(planning, parent, new Map([[key, nodes]]));
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
export function canPassThrough({ name, asks }: RootField, planned: PlannedRoot | null): boolean {
  if (!planned) return asks !== null && !isNonNullType(asks.field.type);
  const { plan, ways } = planned;
  return plan ? plan.type.surface !== 'odoo' && !ways.hasLink : name === '__typename';
}

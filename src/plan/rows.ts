/** How many records an operation may bring back: the product of its page sizes, counted from its plan before anything is asked. */
import {
  type FieldNode,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
} from 'graphql';
import { GatewayError, type Surface } from '../errors.ts';
import type { Bound } from './bind.ts';
import { type Collected, collectSubfields } from './collect.ts';
import type { GroupsPlan } from './groups.ts';
import { type ListPlan, type ObjectPlan, objectsOf, type Planning, planObject } from './plan.ts';
import type { RootPlan } from './root.ts';

/** What a root field answers with: its plan, or the stored objects below a type that is stored nowhere. */
export interface CountedRoot {
  /** Its response key. */
  readonly key: string;
  readonly plan: RootPlan | null;
  readonly below: readonly StoredBelow[];
}

/** Objects of a stored type below one that is stored nowhere, e.g. `Passage.page`. */
export interface StoredBelow {
  /** Response keys from the root field on. */
  readonly path: readonly string[];
  /** How many there may be. */
  readonly times: number;
  readonly object: ObjectPlan;
}

/** The longest list of a type that is stored nowhere; such a list does not say its size. */
const MAX_UNSTORED = 100;

/** What is stored below the merged `nodes` of a root field that answers with no stored type. */
export function findStoredBelow(planning: Planning, parent: GraphQLObjectType, root: Collected): StoredBelow[] {
  return findBelow(planning, parent, { fields: root, path: [], times: 1 });
}

interface At {
  readonly fields: Collected;
  readonly path: readonly string[];
  readonly times: number;
}

function findBelow(planning: Planning, parent: GraphQLObjectType, at: At): StoredBelow[] {
  return [...at.fields].flatMap(([key, nodes]): StoredBelow[] => {
    const field = parent.getFields()[nodes[0]?.name.value ?? ''];
    const type = field && getNamedType(field.type);
    if (isInterfaceType(type))
      return findNodes(planning, type, { nodes, path: [...at.path, key], times: at.times * timesOf(field) });
    if (!field || !isObjectType(type)) return [];
    const path = [...at.path, key];
    const times = at.times * timesOf(field);
    const stored = planning.catalog.get(type.name);
    if (stored) return [{ path, times, object: planObject(planning, stored, nodes, 1) }];
    return findBelow(planning, type, { fields: collectSubfields(planning, type.name, nodes), path, times });
  });
}

function timesOf(field: GraphQLField<unknown, unknown> | undefined): number {
  return field && isListType(getNullableType(field.type)) ? MAX_UNSTORED : 1;
}

/** Each type counts for which something is selected: only its id will tell of which one a record is. */
function findNodes(
  planning: Planning,
  type: GraphQLInterfaceType,
  { nodes, path, times }: Pick<StoredBelow, 'path' | 'times'> & { readonly nodes: readonly FieldNode[] },
): StoredBelow[] {
  return planning.schema.getPossibleTypes(type).flatMap(({ name }) => {
    const stored = planning.catalog.get(name);
    const object = stored && planObject(planning, stored, nodes, 1);
    const leads = object?.slots.some(({ kind }) => kind === 'one' || kind === 'many' || kind === 'link');
    return object && leads ? [{ path, times, object }] : [];
  });
}

/** Records of one surface. */
interface Rows {
  total: number;
  /** The place that brings most of them by itself. */
  most: { readonly path: readonly string[]; readonly rows: number };
}

type Count = Map<Surface, Rows>;

/**
 * Refuses an operation that may bring back more than `maxRows` records of one surface: those of each list, of each
 * relation and of each link's other end, as often as they stand in the answer.
 *
 * @throws GatewayError `LIMIT_EXCEEDED` that names the limit, the number and the field that brings most.
 */
export function refuseRows(roots: Iterable<CountedRoot>, bound: Bound, maxRows: number): void {
  const count: Count = new Map();
  for (const root of roots) countRoot({ count, bound }, root);
  for (const [surface, { total, most }] of count) {
    if (total <= maxRows) continue;
    const field = most.path.join('.');
    throw new GatewayError(
      'LIMIT_EXCEEDED',
      `The operation may bring back ${total} records of ${surface}, and ${maxRows} are the most (OPERATION_MAX_ROWS): "${field}" alone brings ${most.rows}. Ask for smaller pages, or in several operations`,
      { surface, details: { limit: 'OPERATION_MAX_ROWS', most: maxRows, asked: total, field } },
    );
  }
}

interface Counting {
  readonly count: Count;
  readonly bound: Bound;
}

interface Place {
  readonly path: readonly string[];
  /** How often it stands in the answer. */
  readonly times: number;
}

function countRoot(counting: Counting, { key, plan, below }: CountedRoot): void {
  const at = { path: [key], times: 1 };
  for (const { path, times, object } of below) countObject(counting, object, { path, times });
  if (plan?.kind === 'list') countList(counting, plan.list, at);
  if (plan?.kind === 'lookup') countObject(counting, plan.object, at);
  if (plan?.kind === 'groups') {
    const groups = { ...at, times: orNothing(() => counting.bound.read(plan.grouping).limit) };
    add(counting, plan.type.surface, groups);
    for (const { path, object } of keyRecords(plan))
      countObject(counting, object, { path: [...at.path, ...path], times: groups.times });
  }
}

/** The records that groups are of, with their response keys below the root field: there is one of each in every group. */
function keyRecords({ answer }: GroupsPlan): { readonly path: readonly string[]; readonly object: ObjectPlan }[] {
  const selected =
    'page' in answer
      ? answer.page.flatMap((slot) => (slot.kind === 'groups' ? [{ path: [slot.key], slots: slot.slots }] : []))
      : [{ path: [], slots: answer }];
  return selected.flatMap(({ path, slots }) =>
    slots.flatMap((slot) =>
      slot.kind === 'keys'
        ? slot.slots.flatMap((key) =>
            key.kind === 'record' ? [{ path: [...path, slot.key, key.key], object: key.object }] : [],
          )
        : [],
    ),
  );
}

function countList(counting: Counting, list: ListPlan, { path, times }: Place): void {
  const objects = objectsOf(list);
  // One that shows no record is asked for all the same.
  if (objects.length === 0) add(counting, list.type.surface, { path, times });
  const limit = orNothing(() => counting.bound.read(list.page).limit);
  for (const object of objects) countObject(counting, object, { path, times: times * limit });
}

function countObject(counting: Counting, object: ObjectPlan, at: Place): void {
  add(counting, object.type.surface, at);
  for (const slot of object.slots) {
    const below = { path: [...at.path, slot.key], times: at.times };
    if (slot.kind === 'one') countObject(counting, slot.object, below);
    if (slot.kind === 'many') countList(counting, slot.list, below);
    if (slot.kind !== 'link') continue;
    if ('page' in slot.far) countList(counting, slot.far, below);
    else countObject(counting, slot.far, below);
  }
}

function add({ count }: Counting, surface: Surface, { path, times }: Place): void {
  const rows = count.get(surface) ?? { total: 0, most: { path, rows: 0 } };
  count.set(surface, rows);
  rows.total += times;
  if (times > rows.most.rows) rows.most = { path, rows: times };
}

/** Arguments that are wrong count nothing here: the field itself says what is wrong. */
function orNothing(read: () => number): number {
  try {
    return read();
  } catch (error) {
    if (error instanceof GatewayError) return 0;
    throw error;
  }
}

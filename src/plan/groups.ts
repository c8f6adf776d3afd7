/** The plan of a groups field such as `moveGroups`: which keys and aggregates one grouped read has to give. */
import { type FieldNode, type GraphQLField, getNamedType } from 'graphql';
import { badInput, limitExceeded } from '../errors.ts';
import { toEnumName } from '../sdl/derive.ts';
import type { ListArguments } from './arguments.ts';
import { type Asked, ask } from './bind.ts';
import type { LeafField, ManyField, OneField, StoredType } from './catalog.ts';
import { collectSubfields, type Selecting } from './collect.ts';
import { type Condition, enteredBy, readConditions } from './condition.ts';
import type { ObjectPlan, Planning } from './plan.ts';

/** How much of a day or time makes one group. */
export type GroupInterval = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';

/** One key of a grouping. */
export interface GroupKey {
  /** A record counts in the group of each record that its list holds. */
  readonly field: LeafField | OneField | ManyField;
  /** Null for what is neither a day nor a time. */
  readonly interval: GroupInterval | null;
}

/** Functions over the records of a group. */
export type AggregateFunction = 'sum' | 'avg' | 'min' | 'max';

/** One response key of a group. */
export type GroupSlot =
  | { readonly kind: 'typename'; readonly key: string; readonly value: string }
  | { readonly kind: 'count'; readonly key: string }
  | { readonly kind: 'keys'; readonly key: string; readonly slots: readonly KeySlot[] }
  | {
      readonly kind: 'aggregate';
      readonly key: string;
      readonly function: AggregateFunction;
      readonly slots: readonly AggregateSlot[];
    };

/** One response key of a group's keys. */
export type KeySlot =
  | { readonly kind: 'typename'; readonly key: string; readonly value: string }
  | { readonly kind: 'leaf'; readonly key: string; readonly field: LeafField }
  /** The record that the group is of. */
  | {
      readonly kind: 'record';
      readonly key: string;
      readonly field: OneField | ManyField;
      readonly object: ObjectPlan;
    };

/** One response key of an aggregate. */
export type AggregateSlot =
  | { readonly kind: 'typename'; readonly key: string; readonly value: string }
  | { readonly kind: 'leaf'; readonly key: string; readonly field: LeafField };

/** One key of an order of groups. */
export interface GroupOrder {
  readonly by:
    | { readonly kind: 'count' }
    | { readonly kind: 'key'; readonly key: GroupKey }
    | { readonly kind: 'aggregate'; readonly function: AggregateFunction; readonly field: LeafField };
  readonly descending: boolean;
}

/** What one request asks to be grouped. */
export interface Grouping {
  readonly condition: Condition | null;
  readonly keys: readonly GroupKey[];
  /** Ends with all keys, so that no two groups are equal by it; empty for the order of the keys. */
  readonly order: readonly GroupOrder[];
  readonly offset: number;
  readonly limit: number;
  /** Coordinates of the relations that the filter goes through and that it is grouped by, e.g. `Move.partner`. */
  readonly entered: readonly string[];
}

/** One response key of a page of groups. */
export type GroupPageSlot =
  | { readonly kind: 'typename'; readonly key: string; readonly value: string }
  | { readonly kind: 'hasMore'; readonly key: string }
  | { readonly kind: 'groups'; readonly key: string; readonly slots: readonly GroupSlot[] };

/** What a groups root field fetches in one call. */
export interface GroupsPlan {
  readonly kind: 'groups';
  readonly type: StoredType;
  /** Lists of groups, or pages of them: one and the same read answers all. */
  readonly answer: readonly GroupSlot[] | { readonly page: readonly GroupPageSlot[] };
  readonly isStatic: false;
  readonly grouping: Asked<Grouping>;
}

const MAX_GROUPS = 1_000;
const MAX_OFFSET = 100_000;
const TIMES = new Set(['Date', 'DateTime']);

/** A groups field of the answer: its definition, its merged nodes, and how what they select on a key's record is planned. */
export interface GroupsField {
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
  readonly args: Asked<ListArguments>;
  readonly planRecord: PlanRecord;
}

type PlanRecord = (type: StoredType, nodes: readonly FieldNode[]) => ObjectPlan;

/** What a level of the selection is planned from. */
type Selected = Pick<GroupsField, 'nodes' | 'planRecord'>;

/** Plans a field that answers groups of `type`, or a page of them. */
export function planGroups(planning: Planning, type: StoredType, given: GroupsField): GroupsPlan {
  const { field, args } = given;
  const isPage = getNamedType(field.type).name === `${type.name}GroupPage`;
  const answer = isPage ? { page: planPage(planning, type, given) } : planGroup(planning, type, given);
  const grouping = ask(args.isStatic, (bound) => toGrouping(planning.catalog, type, bound.read(args)));
  return { kind: 'groups', type, answer, isStatic: false, grouping };
}

function planPage(planning: Planning, type: StoredType, { nodes, planRecord }: Selected): GroupPageSlot[] {
  const name = `${type.name}GroupPage`;
  return [...collectSubfields(planning, name, nodes)].map(([key, merged]): GroupPageSlot => {
    const selected = nameOf(merged);
    if (selected === '__typename') return { kind: 'typename', key, value: name };
    if (selected === 'hasMore') return { kind: 'hasMore', key };
    return { kind: 'groups', key, slots: planGroup(planning, type, { nodes: merged, planRecord }) };
  });
}

function planGroup(planning: Planning, type: StoredType, { nodes, planRecord }: Selected): GroupSlot[] {
  const name = `${type.name}Group`;
  return [...collectSubfields(planning, name, nodes)].map(([key, merged]): GroupSlot => {
    const selected = nameOf(merged);
    if (selected === '__typename') return { kind: 'typename', key, value: name };
    if (selected === 'count') return { kind: 'count', key };
    if (selected === 'keys')
      return { kind: 'keys', key, slots: planKeys(planning, type, { nodes: merged, planRecord }) };
    const aggregate = selected as AggregateFunction;
    return { kind: 'aggregate', key, function: aggregate, slots: planAggregate(planning, type, aggregate, merged) };
  });
}

/** Every group selection of the plan: the list's own, or each of the page's. */
export function groupSlots({ answer }: GroupsPlan): readonly GroupSlot[] {
  return 'page' in answer ? answer.page.flatMap((slot) => (slot.kind === 'groups' ? slot.slots : [])) : answer;
}

/** The plan with each slot of its groups replaced. */
export function mapGroupSlots(plan: GroupsPlan, replace: (slot: GroupSlot) => GroupSlot): GroupsPlan {
  const { answer } = plan;
  if (!('page' in answer)) return { ...plan, answer: answer.map(replace) };
  const page = answer.page.map((slot) => (slot.kind === 'groups' ? { ...slot, slots: slot.slots.map(replace) } : slot));
  return { ...plan, answer: { page } };
}

function nameOf(nodes: readonly FieldNode[]): string {
  return (nodes[0] as FieldNode).name.value;
}

function planKeys(planning: Planning, type: StoredType, { nodes, planRecord }: Selected): KeySlot[] {
  const name = `${type.name}GroupKeys`;
  return [...collectSubfields(planning, name, nodes)].map(([key, merged]): KeySlot => {
    const field = type.fields.get(nameOf(merged));
    if (field?.kind === 'leaf') return { kind: 'leaf', key, field };
    if (field?.kind !== 'one' && field?.kind !== 'many') return { kind: 'typename', key, value: name };
    const target = planning.catalog.get(field.target) as StoredType;
    return { kind: 'record', key, field, object: planRecord(target, merged) };
  });
}

function planAggregate(
  selecting: Selecting,
  type: StoredType,
  aggregate: AggregateFunction,
  nodes: readonly FieldNode[],
): AggregateSlot[] {
  const name = `${type.name}${aggregate.charAt(0).toUpperCase()}${aggregate.slice(1)}`;
  return [...collectSubfields(selecting, name, nodes)].map(([key, merged]): AggregateSlot => {
    const field = type.fields.get(nameOf(merged));
    return field?.kind === 'leaf' ? { kind: 'leaf', key, field } : { kind: 'typename', key, value: name };
  });
}

function toGrouping(catalog: Planning['catalog'], type: StoredType, args: Readonly<Record<string, unknown>>): Grouping {
  const limit = args.first as number;
  if (limit < 1) throw badInput('first', 'must be at least 1');
  if (limit > MAX_GROUPS)
    throw limitExceeded('first', `is ${limit}; at most ${MAX_GROUPS} groups are answered: filter more`);
  const offset = args.offset as number;
  if (offset < 0) throw badInput('offset', 'must not be negative');
  if (offset > MAX_OFFSET)
    throw limitExceeded('offset', `is ${offset}; at most ${MAX_OFFSET} groups are left out: filter more`);
  const asked = args.groupBy as readonly { field: string; by?: GroupInterval | null }[];
  const keys = asked.map(({ field, by }) => readKey(type, field, by ?? null));
  if (keys.length === 0) throw badInput('groupBy', 'is empty: name at least one field');
  if (new Set(keys.map(({ field }) => field)).size < keys.length) throw badInput('groupBy', 'names a field twice');
  const order = readOrder(type, keys, (args.orderBy ?? []) as readonly OrderInput[]);
  const condition = readConditions(catalog, type, args);
  const grouped = keys.flatMap(({ field }) => (field.kind === 'leaf' ? [] : [`${type.name}.${field.name}`]));
  const entered = [...grouped, ...(condition ? enteredBy(condition, type.name) : [])];
  return { keys, order, offset, limit, condition, entered };
}

function readKey(type: StoredType, enumName: string, by: GroupInterval | null): GroupKey {
  const field = [...type.fields.values()].find(({ name }) => toEnumName(name) === enumName);
  if (field?.kind === 'one' || (field?.kind === 'many' && field.isGroupable)) {
    if (by) throw badInput('groupBy.by', `goes with a day or time, which ${enumName} is not`);
    return { field, interval: null };
  }
  if (field?.kind !== 'leaf') throw badInput('groupBy.field', `cannot group ${type.name} by ${enumName}`);
  if (!TIMES.has(field.scalar)) {
    if (by) throw badInput('groupBy.by', `goes with a day or time, which ${enumName} is not`);
    return { field, interval: null };
  }
  return { field, interval: by ?? 'MONTH' };
}

interface OrderInput {
  readonly field: string;
  readonly direction: 'ASC' | 'DESC';
}

function readOrder(type: StoredType, keys: readonly GroupKey[], asked: readonly OrderInput[]): GroupOrder[] {
  const given = asked.map(({ field, direction }): GroupOrder => {
    return { by: readOrderField(type, keys, field), descending: direction === 'DESC' };
  });
  if (given.length === 0) return [];
  const named = given.flatMap(({ by }) => (by.kind === 'key' ? [by.key] : []));
  const rest = keys.filter((key) => !named.includes(key));
  return [...given, ...rest.map((key): GroupOrder => ({ by: { kind: 'key', key }, descending: false }))];
}

function readOrderField(type: StoredType, keys: readonly GroupKey[], enumName: string): GroupOrder['by'] {
  if (enumName === 'COUNT') return { kind: 'count' };
  const key = keys.find(({ field }) => toEnumName(field.name) === enumName);
  if (key) return { kind: 'key', key };
  const [, name = '', rest] = /^(SUM|AVG|MIN|MAX)_(.+)$/.exec(enumName) ?? [];
  const field = [...type.fields.values()].find((candidate) => toEnumName(candidate.name) === rest);
  if (field?.kind !== 'leaf') throw badInput('orderBy', `goes by ${enumName}, which "groupBy" does not name`);
  return { kind: 'aggregate', function: name.toLowerCase() as AggregateFunction, field };
}

/** The plan of a groups field such as `moveGroups`: which keys and aggregates one grouped read has to give. */
import type { FieldNode, GraphQLField } from 'graphql';
import { badInput, limitExceeded } from '../errors.ts';
import { toEnumName } from '../sdl/derive.ts';
import { readArguments } from './arguments.ts';
import type { LeafField, OneField, StoredType } from './catalog.ts';
import { collectSubfields, type Selecting } from './collect.ts';
import { type Condition, readCondition } from './condition.ts';
import type { ObjectPlan, Planning, Variables } from './plan.ts';

/** How much of a day or time makes one group. */
export type GroupInterval = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';

/** One key of a grouping. */
export interface GroupKey {
  readonly field: LeafField | OneField;
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
  | { readonly kind: 'record'; readonly key: string; readonly field: OneField; readonly object: ObjectPlan };

/** One response key of an aggregate. */
export type AggregateSlot =
  | { readonly kind: 'typename'; readonly key: string; readonly value: string }
  | { readonly kind: 'leaf'; readonly key: string; readonly field: LeafField };

/** What one request asks to be grouped. */
export interface Grouping {
  readonly condition: Condition | null;
  readonly keys: readonly GroupKey[];
  readonly limit: number;
}

/** What a groups root field fetches in one call. */
export interface GroupsPlan {
  readonly kind: 'groups';
  readonly type: StoredType;
  readonly slots: readonly GroupSlot[];
  readonly isStatic: false;
  /** @throws GatewayError `BAD_USER_INPUT` or `LIMIT_EXCEEDED` naming the argument at fault. */
  readonly readGrouping: (variables: Variables) => Grouping;
}

const MAX_GROUPS = 1_000;
const TIMES = new Set(['Date', 'DateTime']);

/** A groups field of the answer: its definition, its merged nodes, and how what they select on a key's record is planned. */
export interface GroupsField {
  readonly field: GraphQLField<unknown, unknown>;
  readonly nodes: readonly FieldNode[];
  readonly planRecord: PlanRecord;
}

type PlanRecord = (type: StoredType, nodes: readonly FieldNode[]) => ObjectPlan;

/** Plans a field that answers groups of `type`. */
export function planGroups(
  planning: Planning,
  type: StoredType,
  { field, nodes, planRecord }: GroupsField,
): GroupsPlan {
  const name = `${type.name}Group`;
  const slots = [...collectSubfields(planning, name, nodes)].map(([key, merged]): GroupSlot => {
    const selected = nameOf(merged);
    if (selected === '__typename') return { kind: 'typename', key, value: name };
    if (selected === 'count') return { kind: 'count', key };
    if (selected === 'keys')
      return { kind: 'keys', key, slots: planKeys(planning, type, { nodes: merged, planRecord }) };
    const aggregate = selected as AggregateFunction;
    return { kind: 'aggregate', key, function: aggregate, slots: planAggregate(planning, type, aggregate, merged) };
  });
  const readGrouping = (variables: Variables) =>
    toGrouping(planning.catalog, type, readArguments(field, nodes[0] as FieldNode, variables));
  return { kind: 'groups', type, slots, isStatic: false, readGrouping };
}

function nameOf(nodes: readonly FieldNode[]): string {
  return (nodes[0] as FieldNode).name.value;
}

function planKeys(
  planning: Planning,
  type: StoredType,
  { nodes, planRecord }: Pick<GroupsField, 'nodes' | 'planRecord'>,
): KeySlot[] {
  const name = `${type.name}GroupKeys`;
  return [...collectSubfields(planning, name, nodes)].map(([key, merged]): KeySlot => {
    const field = type.fields.get(nameOf(merged));
    if (field?.kind === 'leaf') return { kind: 'leaf', key, field };
    const target = field?.kind === 'one' ? planning.catalog.get(field.target) : undefined;
    if (field?.kind !== 'one' || !target) return { kind: 'typename', key, value: name };
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

function toGrouping(
  catalog: Planning['catalog'],
  type: StoredType,
  args: Readonly<Record<string, unknown>>,
): Grouping {
  const limit = args.first as number;
  if (limit < 1) throw badInput('first', 'must be at least 1');
  if (limit > MAX_GROUPS)
    throw limitExceeded('first', `is ${limit}; at most ${MAX_GROUPS} groups are answered: filter more`);
  const asked = args.groupBy as readonly { field: string; by?: GroupInterval | null }[];
  const keys = asked.map(({ field, by }) => readKey(type, field, by ?? null));
  if (keys.length === 0) throw badInput('groupBy', 'is empty: name at least one field');
  if (new Set(keys.map(({ field }) => field)).size < keys.length) throw badInput('groupBy', 'names a field twice');
  const filter = args.filter as Readonly<Record<string, unknown>> | null | undefined;
  return { keys, limit, condition: filter ? readCondition(catalog, type, filter) : null };
}

function readKey(type: StoredType, enumName: string, by: GroupInterval | null): GroupKey {
  const field = [...type.fields.values()].find(({ name }) => toEnumName(name) === enumName);
  if (field?.kind === 'one') {
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

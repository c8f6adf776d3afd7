/** Reads groups: one `formatted_read_group`, and one read more for each key that is a record of which more than its name is asked. */
import type { LeafField } from '../plan/catalog.ts';
import type { AggregateFunction, AggregateSlot, GroupKey, GroupSlot, GroupsPlan, KeySlot } from '../plan/groups.ts';
import { compileDomain, withHaving } from './domain.ts';
import { type NamedRecord, type ReadByIds, type RecordKey, readKeyRecords } from './group-records.ts';
import type { OdooReading } from './read.ts';
import type { Answer } from './shape.ts';
import { toAnswer, toDecimal } from './values.ts';

/** A group as Odoo sends it: values by `field`, `field:interval` and `field:function`. */
type OdooGroup = Readonly<Record<string, unknown>>;

/** What the groups are shaped by. */
interface Shaping {
  /** Names a group for what is said of it. */
  readonly of: string;
  readonly keys: readonly GroupKey[];
  readonly records: ReadonlyMap<RecordKey, ReadonlyMap<number, Answer>>;
}

/** Reads a groups field; the groups come in the order of their keys. */
export async function readGroups(reading: OdooReading, plan: GroupsPlan, readByIds: ReadByIds): Promise<Answer[]> {
  const { condition, keys, limit } = plan.readGrouping(reading.variables);
  const groups = (await reading.call(plan.type.source, 'formatted_read_group', {
    domain: withHaving(plan.type, compileDomain([condition])),
    groupby: keys.map(groupName),
    aggregates: [...new Set(plan.slots.flatMap(aggregateNames))],
    limit,
  })) as readonly OdooGroup[];
  const records = await Promise.all(
    recordKeys(plan).map(async (slot): Promise<[RecordKey, ReadonlyMap<number, Answer>]> => {
      const named = groups.flatMap((group) => namedRecord(slot, group, keys) ?? []);
      return [slot, await readKeyRecords(reading, slot, named, readByIds)];
    }),
  );
  const shaping = { of: `a group of ${plan.type.source}`, keys, records: new Map(records) };
  return groups.map((group) =>
    Object.fromEntries(plan.slots.map((slot) => [slot.key, shapeSlot(slot, group, shaping)])),
  );
}

function recordKeys({ slots }: GroupsPlan): RecordKey[] {
  return slots.flatMap((slot) =>
    slot.kind === 'keys' ? slot.slots.flatMap((key) => (key.kind === 'record' ? [key] : [])) : [],
  );
}

/** In a list, for `flatMap`; null where the group has no record, or was not grouped by it. */
function namedRecord(slot: RecordKey, group: OdooGroup, keys: readonly GroupKey[]): [NamedRecord] | null {
  const key = keys.find(({ field }) => field === slot.field);
  const value = key && group[groupName(key)];
  return value ? [value as NamedRecord] : null;
}

function groupName({ field, interval }: GroupKey): string {
  return interval === null ? field.column : `${field.column}:${interval.toLowerCase()}`;
}

function aggregateNames(slot: GroupSlot): string[] {
  if (slot.kind === 'count') return ['__count'];
  if (slot.kind !== 'aggregate') return [];
  return slot.slots.flatMap((inner) => (inner.kind === 'leaf' ? [aggregateName(inner.field, slot.function)] : []));
}

function aggregateName(field: LeafField, aggregate: AggregateFunction): string {
  return `${field.column}:${aggregate}`;
}

function shapeSlot(slot: GroupSlot, group: OdooGroup, shaping: Shaping): unknown {
  switch (slot.kind) {
    case 'typename':
      return slot.value;
    case 'count':
      return group.__count;
    case 'keys':
      return Object.fromEntries(slot.slots.map((inner) => [inner.key, shapeKey(inner, group, shaping)]));
    case 'aggregate':
      return Object.fromEntries(slot.slots.map((inner) => [inner.key, shapeAggregate(inner, group, slot.function, shaping)]));
  }
}

function shapeAggregate(
  slot: AggregateSlot,
  group: OdooGroup,
  aggregate: AggregateFunction,
  { of }: Shaping,
): unknown {
  if (slot.kind === 'typename') return slot.value;
  const value = group[aggregateName(slot.field, aggregate)];
  if (typeof value !== 'number') return toAnswer(slot.field, value, { of: `the ${aggregate} of ${of}` });
  const isCounted = slot.field.scalar === 'Int' && (aggregate === 'min' || aggregate === 'max');
  return isCounted ? value : toDecimal(roundNoise(value));
}

/** A sum of floats carries the noise of its last bits: 15 significant digits are what a double holds. */
function roundNoise(value: number): number {
  return Number(value.toPrecision(15));
}

function shapeKey(slot: KeySlot, group: OdooGroup, { of, keys, records }: Shaping): unknown {
  if (slot.kind === 'typename') return slot.value;
  if (slot.kind === 'record') {
    const [named] = namedRecord(slot, group, keys) ?? [];
    return named ? records.get(slot)?.get(named[0]) : null;
  }
  const key = keys.find(({ field }) => field === slot.field);
  const value = key && group[groupName(key)];
  return key ? toAnswer(slot.field, key.interval === null ? value : startOf(slot.field, value), { of }) : null;
}

/** An interval comes as `[start, label]`; in Odoo's form of a day or time, of which a day is the first part. */
function startOf({ scalar }: LeafField, value: unknown): unknown {
  const start = Array.isArray(value) ? value[0] : value;
  if (typeof start !== 'string') return false;
  return scalar === 'DateTime' ? start : start.split(' ')[0];
}

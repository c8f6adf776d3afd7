/** Reads groups: one `formatted_read_group`, and one more call for each record key of which more than the name is asked. */
import type { GatewayError } from '../errors.ts';
import type { LeafField } from '../plan/catalog.ts';
import {
  type AggregateFunction,
  type AggregateSlot,
  type GroupKey,
  type GroupOrder,
  type GroupSlot,
  type GroupsPlan,
  groupSlots,
  type KeySlot,
} from '../plan/groups.ts';
import { compileDomain, withHaving } from './domain.ts';
import { type NamedRecord, type ReadByIds, type RecordKey, readKeyRecords } from './group-records.ts';
import type { OdooReading } from './reading.ts';
import type { Answer } from './shape.ts';
import { padPlaces, toAnswer } from './values.ts';

/** A group as Odoo sends it: values by `field`, `field:interval` and `field:function`. */
type OdooGroup = Readonly<Record<string, unknown>>;

/** What groups are shaped by. */
interface Shaping {
  readonly plan: GroupsPlan;
  readonly keys: readonly GroupKey[];
  /** Decimal places of the currencies, by id. */
  readonly places: ReadonlyMap<number, number>;
  readonly records: ReadonlyMap<RecordKey, ReadonlyMap<number, Answer | GatewayError>>;
}

/** Reads a groups field. Where it sums money, the currencies' decimal places are read at the same time. */
export async function readGroups(
  reading: OdooReading,
  plan: GroupsPlan,
  readByIds: ReadByIds,
): Promise<Answer[] | Answer> {
  const { condition, keys, order, offset, limit } = reading.bound.read(plan.grouping);
  const slots = groupSlots(plan);
  const looksAhead = 'page' in plan.answer && plan.answer.page.some(({ kind }) => kind === 'hasMore');
  const [found, places] = await Promise.all([
    reading.call(plan.type.source, 'formatted_read_group', {
      domain: withHaving(plan.type, compileDomain([condition])),
      groupby: keys.map(groupName),
      aggregates: [...new Set(slots.flatMap(aggregateNames))],
      ...(order.length > 0 && { order: order.map(orderText).join(', ') }),
      ...(offset > 0 && { offset }),
      limit: looksAhead ? limit + 1 : limit,
    }) as Promise<readonly OdooGroup[]>,
    slots.some(isMoney) ? readPlaces(reading) : new Map<number, number>(),
  ]);
  const groups = found.slice(0, limit);
  const records = await Promise.all(
    recordKeys(slots).map(async (slot): Promise<[RecordKey, ReadonlyMap<number, Answer | GatewayError>]> => {
      const named = groups.flatMap((group) => namedRecord(slot, group, keys) ?? []);
      return [slot, await readKeyRecords(reading, slot, named, readByIds)];
    }),
  );
  const shaping: Shaping = { plan, keys, places, records: new Map(records) };
  const shape = (shown: readonly GroupSlot[]) =>
    groups.map((group) => Object.fromEntries(shown.map((slot) => [slot.key, shapeSlot(shaping, slot, group)])));
  if (!('page' in plan.answer)) return shape(plan.answer);
  const entries = plan.answer.page.map((slot): [string, unknown] => {
    if (slot.kind === 'typename') return [slot.key, slot.value];
    return [slot.key, slot.kind === 'hasMore' ? found.length > limit : shape(slot.slots)];
  });
  return Object.fromEntries(entries);
}

function recordKeys(slots: readonly GroupSlot[]): RecordKey[] {
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

/** Groups without the value come last in either direction: whoever asks for the greatest does not mean those. */
function orderText({ by, descending }: GroupOrder): string {
  const direction = descending ? ' desc' : '';
  if (by.kind === 'count') return `__count${direction}`;
  if (by.kind === 'key') return `${groupName(by.key)}${direction}`;
  return `${aggregateName(by.field, by.function)}${direction} nulls last`;
}

function isMoney(slot: GroupSlot): boolean {
  return (
    slot.kind === 'aggregate' && slot.slots.some((inner) => inner.kind === 'leaf' && inner.field.currency !== null)
  );
}

/** Decimal places of every currency, archived ones too. */
async function readPlaces(reading: OdooReading): Promise<Map<number, number>> {
  const { records } = (await reading.call('res.currency', 'web_search_read', {
    domain: [['active', 'in', [true, false]]],
    specification: { decimal_places: {} },
  })) as { readonly records: readonly { readonly id: number; readonly decimal_places: number }[] };
  return new Map(records.map(({ id, decimal_places: places }) => [id, places]));
}

function groupName({ field, interval }: GroupKey): string {
  return interval === null ? `${field.column}` : `${field.column}:${interval.toLowerCase()}`;
}

function aggregateNames(slot: GroupSlot): string[] {
  if (slot.kind === 'count') return ['__count'];
  if (slot.kind !== 'aggregate') return [];
  return slot.slots.flatMap((inner) => {
    if (inner.kind !== 'leaf') return [];
    const { currency } = inner.field;
    return [aggregateName(inner.field, slot.function), ...(currency === null ? [] : [currenciesName(currency)])];
  });
}

/** The currencies of a group's records. */
function currenciesName(currency: string): string {
  return `${currency}:array_agg_distinct`;
}

function aggregateName(field: LeafField, aggregate: AggregateFunction): string {
  return `${field.column}:${aggregate}`;
}

function shapeSlot(shaping: Shaping, slot: GroupSlot, group: OdooGroup): unknown {
  switch (slot.kind) {
    case 'typename':
      return slot.value;
    case 'count':
      return group.__count;
    case 'keys':
      return Object.fromEntries(slot.slots.map((inner) => [inner.key, shapeKey(shaping, inner, group)]));
    case 'aggregate':
      return Object.fromEntries(
        slot.slots.map((inner) => [inner.key, shapeAggregate(shaping, inner, group, slot.function)]),
      );
  }
}

function shapeAggregate(
  { plan, places }: Shaping,
  slot: AggregateSlot,
  group: OdooGroup,
  aggregate: AggregateFunction,
): unknown {
  if (slot.kind === 'typename') return slot.value;
  const { field } = slot;
  const value = group[aggregateName(field, aggregate)];
  const isTotal = aggregate === 'sum' || aggregate === 'avg';
  // The sum of whole numbers may be too great for an Int, and their average is no whole number.
  const shown: LeafField = isTotal ? { ...field, scalar: 'Decimal' } : field;
  const of = `the ${aggregate} of a group of ${plan.type.source}`;
  const known = placesOf(field, group, places);
  if (aggregate !== 'avg') return toAnswer(shown, value, { places: known, of });
  // An average is no amount: it has the currency's places at least, and is not rounded to them.
  const average = toAnswer(shown, value, { of });
  return typeof average === 'string' ? padPlaces(average, known ?? 0) : average;
}

/** Decimal places of an amount: the most that a currency of the group has; null for what is no money, or has none. */
function placesOf({ currency }: LeafField, group: OdooGroup, places: ReadonlyMap<number, number>): number | null {
  const ids = currency === null ? [] : ((group[currenciesName(currency)] || []) as readonly unknown[]);
  const known = ids.flatMap((id) => places.get(Number(id)) ?? []);
  return known.length === 0 ? null : Math.max(...known);
}

function shapeKey({ plan, keys, records }: Shaping, slot: KeySlot, group: OdooGroup): unknown {
  if (slot.kind === 'typename') return slot.value;
  if (slot.kind === 'record') {
    const [named] = namedRecord(slot, group, keys) ?? [];
    return named ? records.get(slot)?.get(named[0]) : null;
  }
  const key = keys.find(({ field }) => field === slot.field);
  const value = key && group[groupName(key)];
  const of = `a group of ${plan.type.source}`;
  return key ? toAnswer(slot.field, key.interval === null ? value : startOf(slot.field, value), { of }) : null;
}

/** An interval comes as `[start, label]`; the start is a time in Odoo's form, of which the day is the first part. */
function startOf({ scalar }: LeafField, value: unknown): unknown {
  const start = Array.isArray(value) ? value[0] : value;
  if (typeof start !== 'string') return false;
  return scalar === 'DateTime' ? start : start.split(' ')[0];
}

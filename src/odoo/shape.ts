/** Odoo's records → objects in the shape of the answer, keyed by response key. */
import type { Page } from '../plan/arguments.ts';
import type { LeafField } from '../plan/catalog.ts';
import { encodeCursor } from '../plan/cursor.ts';
import type { ConnectionSlot, EdgeSlot, ListPlan, ObjectPlan, PageInfoSlot, Slot } from '../plan/plan.ts';
import type { OdooRecord } from './call.ts';
import { isDetached, type Reading } from './specification.ts';
import { toAnswer, toCursorValue } from './values.ts';

/** An object of the answer. */
export type Answer = Record<string, unknown>;

/** One record as each pass read it. */
export type Passes = readonly (OdooRecord | undefined)[];

/** A list that its parent could not read whole: its ids, and where its connection goes once it is read. */
export interface DetachedList {
  readonly list: ListPlan;
  readonly ids: readonly number[];
  readonly put: (connection: Answer) => void;
}

/** What is shaped together, and what is left to fetch. */
export interface Shaping {
  readonly reading: Reading;
  readonly detached: DetachedList[];
}

/** Order key → ids of the records that store no number in it, where Odoo shows 0. */
export type Unset = ReadonlyMap<string, ReadonlySet<number>>;

/** Where nobody asked: a 0 is a 0. */
export const NOTHING_UNSET: Unset = new Map();

/** One page of records and what is known about the list around it. */
export interface PageOfRecords {
  readonly page: Page;
  /** In the order of the answer. */
  readonly records: readonly Passes[];
  readonly hasMore: boolean;
  /** Length of the whole list. */
  readonly total: number;
  /** The pass in which the records' own fields are. */
  readonly pass: number;
  /** Which 0 of a cursor stands for a number that is not stored. */
  readonly unset: Unset;
}

/** The object of a record; `pass` is the pass that holds its own fields. */
export function shapeObject(shaping: Shaping, object: ObjectPlan, records: Passes, pass: number): Answer {
  const answer: Answer = {};
  for (const slot of object.slots) answer[slot.key] = shapeSlot(shaping, slot, records, { pass, answer });
  return answer;
}

/** The connection of a page of records. */
export function shapeConnection(shaping: Shaping, list: ListPlan, found: PageOfRecords): Answer {
  const entries = list.slots.map((slot) => [slot.key, shapeConnectionSlot(shaping, slot, found)]);
  return Object.fromEntries(entries);
}

function shapeSlot(shaping: Shaping, slot: Slot, records: Passes, at: { pass: number; answer: Answer }): unknown {
  const record = records[at.pass];
  switch (slot.kind) {
    case 'typename':
      return slot.value;
    case 'refused':
      return null;
    case 'leaf':
      return toAnswer(slot.field, record?.[slot.field.column], decimalPlaces(slot.field, record));
    case 'link':
      return record?.[slot.field.column] || null;
    case 'one': {
      const below = records.map((passed) => asRecord(passed?.[slot.field.column]));
      return below[at.pass] ? shapeObject(shaping, slot.object, below, at.pass) : null;
    }
    case 'many':
      return shapeMany(shaping, slot, records, at.answer);
  }
}

function shapeMany(shaping: Shaping, slot: Slot & { kind: 'many' }, records: Passes, answer: Answer): Answer | null {
  const { list } = slot;
  const pass = shaping.reading.listPass.get(list) ?? 0;
  const page = list.readPage(shaping.reading.variables);
  const column = slot.field.column as string;
  const items = asList(records[pass]?.[column]);
  if (isDetached(page)) {
    const put = (connection: Answer) => {
      answer[slot.key] = connection;
    };
    shaping.detached.push({ list, ids: items.map(({ id }) => id), put });
    return null;
  }
  // A nested limit leaves the later records in the list, as `{id}` only: their count is free.
  const kept = items.slice(0, page.limit);
  const passes = records.map((passed) => new Map(asList(passed?.[column]).map((item) => [item.id, item])));
  const ordered = page.backward ? kept.reverse() : kept;
  return shapeConnection(shaping, list, {
    page,
    records: ordered.map(({ id }) => passes.map((byId) => byId.get(id))),
    hasMore: items.length > page.limit,
    total: items.length,
    pass,
    unset: NOTHING_UNSET,
  });
}

function shapeConnectionSlot(shaping: Shaping, slot: ConnectionSlot, found: PageOfRecords): unknown {
  switch (slot.kind) {
    case 'typename':
      return slot.value;
    case 'totalCount':
      return found.total;
    case 'nodes':
      return found.records.map((records) => shapeObject(shaping, slot.object, records, found.pass));
    case 'edges':
      return found.records.map((records) => shapeEdge(shaping, slot.slots, records, found));
    case 'pageInfo':
      return Object.fromEntries(slot.slots.map((info) => [info.key, shapePageInfo(info, found)]));
  }
}

function shapeEdge(shaping: Shaping, slots: readonly EdgeSlot[], records: Passes, found: PageOfRecords): Answer {
  const entries = slots.map((slot): [string, unknown] => {
    if (slot.kind === 'typename') return [slot.key, slot.value];
    if (slot.kind === 'cursor') return [slot.key, cursorOf(found, records)];
    return [slot.key, shapeObject(shaping, slot.object, records, found.pass)];
  });
  return Object.fromEntries(entries);
}

function shapePageInfo(slot: PageInfoSlot, found: PageOfRecords): unknown {
  const { page, records, hasMore } = found;
  const behind = page.cursor !== null;
  const first = records[0];
  const last = records.at(-1);
  switch (slot.kind) {
    case 'typename':
      return slot.value;
    case 'hasNextPage':
      return page.backward ? behind : hasMore;
    case 'hasPreviousPage':
      return page.backward ? hasMore : behind;
    case 'startCursor':
      return first ? cursorOf(found, first) : null;
    case 'endCursor':
      return last ? cursorOf(found, last) : null;
  }
}

function cursorOf({ page, pass, unset }: PageOfRecords, records: Passes): string {
  const record = records[pass];
  return encodeCursor(
    page.order,
    page.order.map(({ field }) =>
      record && unset.get(field.column)?.has(record.id) ? null : toCursorValue(field, readPath(record, field.column)),
    ),
  );
}

function asRecord(value: unknown): OdooRecord | undefined {
  return typeof value === 'object' && value !== null ? (value as OdooRecord) : undefined;
}

/** An x2many comes as records, or as bare ids where nothing of them was asked. */
function asList(value: unknown): OdooRecord[] {
  if (!Array.isArray(value)) return [];
  return value.map((item: OdooRecord | number) => (typeof item === 'number' ? { id: item } : item));
}

/** The value at a column, or at a dotted column through its relation; false where the relation is empty. */
export function readPath(record: OdooRecord | undefined, column: string): unknown {
  return column.split('.').reduce<unknown>((at, key) => asRecord(at)?.[key] ?? false, record);
}

/** Decimal places of an amount's currency; null for what is no money, or has no currency. */
function decimalPlaces({ currency }: LeafField, record: OdooRecord | undefined): number | null {
  const places = currency === null ? null : readPath(record, `${currency}.decimal_places`);
  return typeof places === 'number' ? places : null;
}

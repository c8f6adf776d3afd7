/** Odoo's records → objects in the shape of the answer, keyed by response key. */
import { GatewayError } from '../errors.ts';
import type { ListPage } from '../plan/arguments.ts';
import type { LeafField, ManyField } from '../plan/catalog.ts';
import type { ConnectionSlot, EdgeSlot, ListPlan, ObjectPlan, PageInfoSlot, Slot } from '../plan/plan.ts';
import type { OdooRecord } from './call.ts';
import { HIDDEN } from './narrow.ts';
import { ownValue } from './per-company.ts';
import { isDetached, type Specified } from './specification.ts';
import { toAnswer } from './values.ts';

/** An object of the answer. */
export type Answer = Record<string, unknown>;

/** One record as each pass read it. */
export type Passes = readonly (OdooRecord | undefined)[];

/** A list that was not read with its parent, and where its connection goes once it is read. */
export interface DetachedList {
  readonly list: ListPlan;
  readonly field: ManyField;
  /** The parent's model. */
  readonly model: string;
  /** The parent's id. */
  readonly parent: number;
  /** Ids of its records; null where they were not read, because the list is found by the field's inverse. */
  readonly ids: readonly number[] | null;
  readonly put: (connection: Answer | GatewayError) => void;
}

/** A record's cursor, which waits for what the record does not show of its order keys. */
export interface PendingCursor {
  readonly list: ListPlan;
  readonly page: ListPage;
  readonly record: OdooRecord;
  readonly put: (cursor: string | GatewayError) => void;
}

/** What is shaped together, and what is left to fetch. */
export interface Shaping {
  readonly specified: Specified;
  readonly detached: DetachedList[];
  readonly cursors: PendingCursor[];
}

/** Nothing is shaped yet. */
export function startShaping(specified: Specified): Shaping {
  return { specified, detached: [], cursors: [] };
}

/** One page of records and what is known about the list around it. */
export interface PageOfRecords {
  readonly page: ListPage;
  /** In the order of the answer. */
  readonly records: readonly Passes[];
  readonly hasMore: boolean;
  /** Length of the whole list. */
  readonly total: number;
  /** The pass in which the records' own fields are. */
  readonly pass: number;
}

/** The object of a record; `pass` is the pass that holds its own fields. */
export function shapeObject(shaping: Shaping, object: ObjectPlan, records: Passes, pass: number): Answer {
  const answer: Answer = {};
  const model = object.type.source;
  const at: At = { pass, answer, model, of: `${model} ${records[pass]?.id}` };
  for (const slot of object.slots) answer[slot.key] = shapeSlot(shaping, slot, records, at);
  return answer;
}

/** The connection of a page of records. */
export function shapeConnection(shaping: Shaping, list: ListPlan, found: PageOfRecords): Answer {
  const entries = list.slots.map((slot) => [slot.key, shapeConnectionSlot({ shaping, list, found }, slot)]);
  return Object.fromEntries(entries);
}

interface At {
  readonly pass: number;
  readonly answer: Answer;
  readonly model: string;
  /** Names the record. */
  readonly of: string;
}

function shapeSlot(shaping: Shaping, slot: Slot, records: Passes, at: At): unknown {
  const record = records[at.pass];
  const closed = closedValue(slot, record);
  if (closed) return closed;
  switch (slot.kind) {
    case 'typename':
      return slot.value;
    case 'asOf':
    case 'refused':
    case 'file':
    case 'odooRecord':
      return null;
    case 'leaf':
      return toAnswer(slot.field, ownValue(record, slot.field.column), {
        places: decimalPlaces(slot.field, record),
        of: at.of,
      });
    case 'link':
      return record?.[slot.field.column] || null;
    case 'one': {
      const below = records.map((passed) => asRecord(ownValue(passed, slot.field.column)));
      return below[at.pass] ? shapeObject(shaping, slot.object, below, at.pass) : null;
    }
    case 'many':
      return shapeMany(shaping, slot, records, at);
  }
}

/** The error in the place of a value that the reader may not read. A hidden record still shows its id and title. */
function closedValue(slot: Slot, record: OdooRecord | undefined): GatewayError | null {
  if (!('field' in slot) || slot.field.column === null) return null;
  const value = ownValue(record, slot.field.column);
  if (value instanceof GatewayError) return value;
  if (slot.kind !== 'one' || isTitle(slot.object)) return null;
  return (value as { readonly [HIDDEN]?: GatewayError } | undefined)?.[HIDDEN] ?? null;
}

/** Whether nothing but the id and the display name is asked, which Odoo shows of every record. */
function isTitle({ slots }: ObjectPlan): boolean {
  return slots.every(
    (slot) =>
      slot.kind === 'typename' ||
      (slot.kind === 'leaf' && (slot.field.column === 'id' || slot.field.column === 'display_name')),
  );
}

function shapeMany(shaping: Shaping, slot: Slot & { kind: 'many' }, records: Passes, at: At): Answer | null {
  const { key, list, field } = slot;
  const { listPass, apart, bound } = shaping.specified;
  const pass = listPass.get(list) ?? 0;
  const page = bound.read(list.page);
  const column = field.column as string;
  const items = asList(records[pass]?.[column]);
  if (apart.has(list) || isDetached(page)) {
    const put = (connection: Answer | GatewayError) => {
      at.answer[key] = connection;
    };
    const ids = apart.has(list) ? null : items.map(({ id }) => id);
    shaping.detached.push({ list, field, model: at.model, parent: records[at.pass]?.id as number, ids, put });
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
  });
}

/** A connection in the making. */
interface Connecting {
  readonly shaping: Shaping;
  readonly list: ListPlan;
  readonly found: PageOfRecords;
}

function shapeConnectionSlot(connecting: Connecting, slot: ConnectionSlot): unknown {
  const { shaping, found } = connecting;
  switch (slot.kind) {
    case 'typename':
      return slot.value;
    case 'totalCount':
      return found.total;
    case 'nodes':
      return found.records.map((records) => shapeObject(shaping, slot.object, records, found.pass));
    case 'edges':
      return found.records.map((records) => shapeEdge(connecting, slot.slots, records));
    case 'pageInfo':
      return shapePageInfo(connecting, slot.slots);
  }
}

function shapeEdge(connecting: Connecting, slots: readonly EdgeSlot[], records: Passes): Answer {
  const { shaping, found } = connecting;
  const edge: Answer = {};
  for (const slot of slots) {
    if (slot.kind === 'typename') edge[slot.key] = slot.value;
    else if (slot.kind === 'node') edge[slot.key] = shapeObject(shaping, slot.object, records, found.pass);
    else awaitCursor(connecting, records, { answer: edge, key: slot.key });
  }
  return edge;
}

function shapePageInfo(connecting: Connecting, slots: readonly PageInfoSlot[]): Answer {
  const { page, records, hasMore } = connecting.found;
  const behind = page.cursor !== null;
  const info: Answer = {};
  for (const slot of slots) {
    if (slot.kind === 'typename') info[slot.key] = slot.value;
    else if (slot.kind === 'hasNextPage') info[slot.key] = page.backward ? behind : hasMore;
    else if (slot.kind === 'hasPreviousPage') info[slot.key] = page.backward ? hasMore : behind;
    else
      awaitCursor(connecting, slot.kind === 'startCursor' ? records[0] : records.at(-1), {
        answer: info,
        key: slot.key,
      });
  }
  return info;
}

/** Leaves null in the place of the cursor until it is known; it stays null where the page has no record. */
function awaitCursor(
  { shaping, list, found }: Connecting,
  records: Passes | undefined,
  { answer, key }: { answer: Answer; key: string },
): void {
  answer[key] = null;
  const record = records?.[found.pass];
  const put = (cursor: string | GatewayError) => {
    answer[key] = cursor;
  };
  if (record) shaping.cursors.push({ list, page: found.page, record, put });
}

/** The error, as a value, where the reader may not read a relation on the way to the order key; null where it may. */
export function closedPath(record: OdooRecord | undefined, column: string): GatewayError | null {
  const [first = '', ...rest] = column.split('.');
  const value = record?.[first];
  if (value instanceof GatewayError) return value;
  const hidden = (value as { readonly [HIDDEN]?: GatewayError } | undefined)?.[HIDDEN];
  if (rest.length === 0) return null;
  return hidden ?? closedPath(asRecord(value), rest.join('.'));
}

function asRecord(value: unknown): OdooRecord | undefined {
  return typeof value === 'object' && value !== null && !(value instanceof Error) ? (value as OdooRecord) : undefined;
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
  const places = currency === null ? null : asRecord(ownValue(record, currency))?.decimal_places;
  return typeof places === 'number' ? places : null;
}

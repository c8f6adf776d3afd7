/**
 * Plan → the specifications of `web_search_read`.
 *
 * One specification holds everything, but Odoo takes an x2many field once: an alias of it with another window
 * goes into the specification of a second pass over the same records.
 */
import type { ListPage } from '../plan/arguments.ts';
import type { Bound } from '../plan/bind.ts';
import type { LeafField, ManyField, OrderTerm } from '../plan/catalog.ts';
import { type ListPlan, type ObjectPlan, objectsOf } from '../plan/plan.ts';
import { comparesActive } from './domain.ts';

/** Odoo's nested description of what to read. */
export interface Specification {
  [field: string]: {
    fields?: Specification;
    limit?: number;
    order?: string;
    context?: Readonly<Record<string, unknown>>;
  };
}

/** What to read, pass by pass, and in which pass each list is found. */
export interface Specified {
  readonly passes: readonly Specification[];
  readonly listPass: ReadonlyMap<ListPlan, number>;
  /** Lists that no pass reads: each is a call of its own. */
  readonly apart: ReadonlySet<ListPlan>;
  readonly bound: Bound;
}

/** What is read beside the selected fields, and for how many records. */
export interface SpecifyOptions {
  /** More stored names to read, for cursors. */
  readonly columns?: readonly string[];
  /** Whether one record is read, so that its long lists can be read apart. */
  readonly isSingle?: boolean;
  /** Whether the long lists of all records are read apart: with them the answer was too long. */
  readonly allApart?: boolean;
}

/** A record in the making: its specification in each pass, or null where that pass reads it through another window. */
type Place = (pass: number) => Specification | null;

/** @param objects What to read of one and the same record. */
export function specify(
  objects: readonly ObjectPlan[],
  bound: Bound,
  { columns = [], isSingle = false, allApart = false }: SpecifyOptions = {},
): Specified {
  const passes: Specification[] = [];
  const building: Building = { passes, listPass: new Map(), apart: new Set(), bound, allApart };
  const root: Place = (pass) => {
    passes[pass] ??= {};
    return passes[pass];
  };
  addColumns(root, 0, columns);
  for (const object of objects) addObject(building, object, { place: root, pass: 0, isSingle });
  return building;
}

/** `invoice_date desc, id desc`, the other way round where the page is counted from the end. */
export function orderText({ order, backward }: ListPage): string {
  const parts = order.map(({ field, descending, via }) => {
    if (via) return `${via.column}${via.descending !== backward ? ' desc' : ''}`;
    const down = descending !== backward;
    return `${field.column}${down ? ' desc' : ''}${NULL_IS_ZERO.has(field.scalar) ? ` nulls ${down ? 'last' : 'first'}` : ''}`;
  });
  // All keys of one relation are one word to Odoo.
  return parts.filter((part, index) => !order[index]?.via || part !== parts[index - 1]).join(', ');
}

/** Odoo shows a null of these as 0 or false. Nulls are ordered so that a page ends where its cursor says. */
const NULL_IS_ZERO = new Set(['Int', 'Decimal', 'Boolean']);

/** Stored names that the cursors of a list are made of; none where it answers no cursor. */
export function cursorColumns(list: ListPlan, order: readonly OrderTerm[]): string[] {
  const needed = list.slots.some(
    (slot) =>
      (slot.kind === 'edges' && slot.slots.some(({ kind }) => kind === 'cursor')) ||
      (slot.kind === 'pageInfo' && slot.slots.some(({ kind }) => kind.endsWith('Cursor'))),
  );
  return needed ? order.map(({ field }) => field.column).filter((column) => column !== 'id') : [];
}

/**
 * Whether a list below a record cannot be said in its parent's specification, which knows neither filter nor
 * keyset: then the parent gives the ids, and one call more reads the lists of all parents.
 */
export function isDetached(page: ListPage): boolean {
  return page.condition !== null || page.cursor !== null;
}

interface At {
  readonly place: Place;
  readonly pass: number;
  readonly isSingle: boolean;
}

interface Building extends Specified {
  readonly listPass: Map<ListPlan, number>;
  readonly apart: Set<ListPlan>;
  readonly allApart: boolean;
}

/** A dotted column is read through its relation. */
function addColumns(place: Place, pass: number, columns: readonly string[]): void {
  for (const column of columns) {
    const [relation = '', ...rest] = column.split('.');
    if (rest.length > 0) {
      addColumns(enterOne(place, relation), pass, [rest.join('.')]);
      continue;
    }
    const specification = place(pass);
    if (specification && column !== 'id') specification[column] ??= {};
  }
}

function addObject(building: Building, object: ObjectPlan, at: At): void {
  for (const slot of object.slots) {
    if (slot.kind === 'leaf') addLeaf(slot.field, at);
    if (slot.kind === 'link') addColumns(at.place, at.pass, [slot.field.column]);
    if (slot.kind === 'one') addObject(building, slot.object, { ...at, place: enterOne(at.place, slot.field.column) });
    if (slot.kind === 'many') addList(building, slot.list, slot.field, at);
  }
}

function addLeaf({ column, currency }: LeafField, at: At): void {
  addColumns(at.place, at.pass, [column, ...(currency === null ? [] : [`${currency}.decimal_places`])]);
}

function addList(building: Building, list: ListPlan, field: ManyField, at: At): void {
  const page = building.bound.read(list.page);
  const column = field.column as string;
  if ((at.isSingle || building.allApart) && field.inverse !== null) {
    // A record on the way needs its id alone.
    at.place(at.pass);
    building.apart.add(list);
    return;
  }
  if (isDetached(page)) {
    building.listPass.set(list, addIds(at, column, comparesActive(page.condition)));
    return;
  }
  const window = { limit: Math.max(page.limit, 1), order: orderText(page) };
  const place = enterMany(at.place, column, window);
  let pass = at.pass;
  while (place(pass) === null) pass += 1;
  building.listPass.set(list, pass);
  addColumns(place, pass, cursorColumns(list, page.order));
  const isSingle = at.isSingle && page.limit === 1;
  for (const object of objectsOf(list)) addObject(building, object, { place, pass, isSingle });
}

/** The pass in which the ids of a list are read. A filter by `active` finds archived records too, as it does in a root list. */
function addIds({ place, pass: first }: At, column: string, isArchived: boolean): number {
  for (let pass = first; ; pass += 1) {
    const specification = place(pass);
    if (!specification) continue;
    const isNew = specification[column] === undefined;
    const entry = entryOf(specification, column);
    if (isNew && isArchived) entry.context = { active_test: false };
    if ((entry.context !== undefined) === isArchived) return pass;
  }
}

function enterOne(parent: Place, column: string): Place {
  return (pass) => {
    const specification = parent(pass);
    if (!specification) return null;
    const entry = entryOf(specification, column);
    entry.fields ??= {};
    return entry.fields;
  };
}

function enterMany(parent: Place, column: string, window: { limit: number; order: string }): Place {
  return (pass) => {
    const specification = parent(pass);
    if (!specification) return null;
    const entry = entryOf(specification, column);
    if (!entry.fields && !entry.context) Object.assign(entry, { fields: {}, ...window });
    const isSame = entry.limit === window.limit && entry.order === window.order && entry.context === undefined;
    return isSame ? (entry.fields as Specification) : null;
  };
}

function entryOf(specification: Specification, column: string): Specification[string] {
  specification[column] ??= {};
  return specification[column];
}

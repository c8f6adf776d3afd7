/** Lists below records that were not read with their parents: filtered ones, those with a cursor, and long ones. */
import { isDeepStrictEqual } from 'node:util';
import { type GatewayError, limitExceeded } from '../errors.ts';
import type { ListPage } from '../plan/arguments.ts';
import { countBelow } from '../plan/cost.ts';
import { type ListPlan, objectsOf } from '../plan/plan.ts';
import { comparesActive, compileDomain, type Domain, withHaving } from './domain.ts';
import { findProblem } from './known-fields.ts';
import type { OdooReading } from './reading.ts';
import { afterCursor, both, searchInPieces, searchRead } from './search.ts';
import {
  type Answer,
  type DetachedList,
  type PageOfRecords,
  type Passes,
  type Shaping,
  shapeConnection,
  startShaping,
} from './shape.ts';
import { orderText, specify } from './specification.ts';

/** How a page of a list is read, and what its shape leaves open. */
export interface Pages {
  readonly readLists: (reading: OdooReading, lists: readonly ListPlan[], within: Domain) => Promise<readonly Answer[]>;
  readonly finishShaping: (reading: OdooReading, shaping: Shaping) => Promise<void>;
}

/** At most so many records below one level are filtered in memory. */
const MAX_DETACHED = 5_000;
/** Long lists of one level that are read one by one, each by a call of its own. */
const MAX_APART = 10;

/** Reads the lists that parents left out: those of one list of the document together, and those of its equals under other aliases. */
export async function readDetached(
  reading: OdooReading,
  detached: readonly DetachedList[],
  pages: Pages,
): Promise<void> {
  const asked = [...groupBy(detached, ({ list }) => list)].map(([list, parents]) => ({
    lists: [list],
    parents: mergeParents(parents),
  }));
  await Promise.all(mergeEquals(reading, asked).map((same) => readDetachedLists(reading, same, pages)));
}

/** What is missing of one parent: a connection for each of the lists that are read together. */
interface Parent extends Omit<DetachedList, 'list' | 'put'> {
  readonly put: (connections: readonly (Answer | GatewayError)[]) => void;
}

/** Lists of one field whose arguments agree, so that one read answers all, and the parents that they are missing of. */
interface SameLists {
  readonly lists: readonly ListPlan[];
  readonly parents: readonly Parent[];
}

/** The same parent may stand in several places of the answer: its list is read once. */
function mergeParents(parents: readonly DetachedList[]): Parent[] {
  return [...groupBy(parents, ({ parent }) => parent).values()].map((same) => ({
    ...(same[0] as DetachedList),
    put: ([connection]) => {
      for (const { put } of same) put(connection as Answer | GatewayError);
    },
  }));
}

function mergeEquals(reading: OdooReading, asked: readonly SameLists[]): readonly SameLists[] {
  const merged: SameLists[] = [];
  for (const one of asked) {
    const at = merged.findIndex((other) => areEqual(reading, one, other));
    if (at < 0) merged.push(one);
    else merged[at] = merge(merged[at] as SameLists, one);
  }
  return merged;
}

/** Only where the parents are the same: more of them could be more than is read together. */
function areEqual({ bound }: OdooReading, left: SameLists, right: SameLists): boolean {
  const [[list], [other]] = [left.lists, right.lists] as [[ListPlan], [ListPlan]];
  const [[{ field, model }], [{ field: otherField, model: otherModel }]] = [left.parents, right.parents] as [
    [Parent],
    [Parent],
  ];
  return (
    field === otherField &&
    model === otherModel &&
    left.parents.length === right.parents.length &&
    left.parents.every(
      ({ parent, ids }, nth) =>
        parent === right.parents[nth]?.parent && (ids === null) === (right.parents[nth]?.ids === null),
    ) &&
    isDeepStrictEqual(bound.read(list.page), bound.read(other.page))
  );
}

function merge(left: SameLists, right: SameLists): SameLists {
  const { length } = left.lists;
  return {
    lists: [...left.lists, ...right.lists],
    parents: left.parents.map((parent, nth) => ({
      ...parent,
      put: (connections) => {
        parent.put(connections.slice(0, length));
        right.parents[nth]?.put(connections.slice(length));
      },
    })),
  };
}

/** The list of one parent is read page by page, like any other. The short lists of many parents are read whole, by one call. */
async function readDetachedLists(reading: OdooReading, { lists, parents }: SameLists, pages: Pages): Promise<void> {
  const fail = ({ put }: Parent, error: GatewayError) => put(lists.map(() => error));
  const closed = await findClosed(reading, parents);
  if (closed) {
    for (const parent of parents) fail(parent, closed);
    return;
  }
  const { together, apart, refused } = divide(await learnIds(reading, lists, parents));
  for (const parent of refused)
    fail(
      parent,
      limitExceeded(
        'first',
        `of a list above "${parent.field.name}" is too much: more than ${MAX_APART} of its records have lists that hold more than ${MAX_DETACHED} records together; ask for fewer of them, or leave out its filter and cursor`,
      ),
    );
  await Promise.all([
    ...apart.map(async (parent) => parent.put(await pages.readLists(reading, lists, withinParent(parent)))),
    ...(together.length > 0 ? [readTogether(reading, { lists, parents: together }, pages)] : []),
  ]);
}

/** Why a field may not be read whose list is found by its inverse. Odoo cannot say so itself, as the field is not asked for. */
async function findClosed({ known }: OdooReading, [first]: readonly Parent[]): Promise<GatewayError | null> {
  const column = first?.field.column ?? null;
  return first?.ids === null && column !== null ? findProblem(known, { model: first.model, column }) : null;
}

/** Learns by one call which records each of several parents has, where their lists were not read with them. */
async function learnIds(
  { call, bound }: OdooReading,
  [list]: readonly ListPlan[],
  parents: readonly Parent[],
): Promise<readonly Parent[]> {
  const inverse = parents[0]?.field.inverse ?? null;
  if (!list || parents.length === 1 || inverse === null || parents.every(({ ids }) => ids !== null)) return parents;
  const groups = (await call(list.type.source, 'formatted_read_group', {
    domain: [[inverse, 'in', parents.map(({ parent }) => parent)]],
    groupby: [inverse],
    aggregates: ['id:array_agg'],
    ...(comparesActive(bound.read(list.page).condition) && { context: { active_test: false } }),
  })) as readonly Readonly<Record<string, unknown>>[];
  const idsOf = new Map(
    groups.flatMap((group) =>
      group[inverse] ? [[(group[inverse] as [number])[0], group['id:array_agg'] as number[]] as const] : [],
    ),
  );
  return parents.map((each) => ({ ...each, ids: idsOf.get(each.parent) ?? [] }));
}

function divide(parents: readonly Parent[]) {
  if (parents.length === 1) return { together: [], apart: parents, refused: [] };
  const together: Parent[] = [];
  const long: Parent[] = [];
  let records = 0;
  for (const parent of parents.toSorted((left, right) => lengthOf(left) - lengthOf(right))) {
    records += lengthOf(parent);
    (records <= MAX_DETACHED ? together : long).push(parent);
  }
  return { together, apart: long.slice(0, MAX_APART), refused: long.slice(MAX_APART) };
}

function lengthOf({ ids }: Parent): number {
  return ids?.length ?? Number.POSITIVE_INFINITY;
}

function withinParent({ field, parent, ids }: Parent): Domain {
  return field.inverse === null ? [['id', 'in', ids ?? []]] : [[field.inverse, 'in', [parent]]];
}

async function readTogether(reading: OdooReading, { lists, parents }: SameLists, pages: Pages): Promise<void> {
  const [list] = lists as readonly [ListPlan];
  const objects = lists.flatMap(objectsOf);
  const page = reading.bound.read(list.page);
  const ids = [...new Set(parents.flatMap((parent) => parent.ids ?? []))];
  const specified = specify(objects, reading.bound, { columns: cursorKeys(page) });
  const domain = withHaving(list.type, compileDomain([page.condition]));
  const query = { domain: ids.length > 0 ? withIds(domain, ids) : [[0, '=', 1]], order: orderText(page) };
  const reads = { specifications: specified.passes, below: countBelow(objects, reading.bound) };
  const { passes } =
    ids.length > 0 ? await searchInPieces(reading, list.type, { query, most: ids.length }, reads) : { passes: [] };
  const found = parents.map((parent) => {
    const own = new Set(parent.ids);
    return { parent, matching: passes.filter(([record]) => record && own.has(record.id)) };
  });
  const after = found.some(({ matching }) => isAstray(page, matching))
    ? await readAfter(reading, list, page, ids)
    : null;
  const shaping = startShaping(specified);
  for (const { parent, matching } of found) {
    const cut = cutPage(page, matching, after ?? new Set());
    parent.put(lists.map((one) => shapeConnection(shaping, one, cut)));
  }
  await pages.finishShaping(reading, shaping);
}

/** Cuts one parent's page out of its matching records: those that follow the cursor's record, or where it is gone those in `after`. */
function cutPage(page: ListPage, matching: readonly Passes[], after: ReadonlySet<number>): PageOfRecords {
  const at = placeOfCursor(page, matching);
  const rest = isAstray(page, matching)
    ? matching.filter(([record]) => record && after.has(record.id))
    : matching.slice(at + 1);
  const kept = rest.slice(0, page.limit);
  return {
    page,
    records: page.backward ? [...kept].reverse() : kept,
    hasMore: rest.length > page.limit,
    total: matching.length,
    pass: 0,
  };
}

/** Whether the cursor's record is not in the list: it is gone, or another parent's. */
function isAstray(page: ListPage, matching: readonly Passes[]): boolean {
  return page.cursor !== null && matching.length > 0 && placeOfCursor(page, matching) < 0;
}

function placeOfCursor({ order, cursor }: ListPage, matching: readonly Passes[]): number {
  const id = cursor?.[order.findIndex(({ field }) => field.column === 'id')];
  return matching.findIndex(([record]) => record?.id === id);
}

/** Which of the records come after the cursor: only Odoo knows how it compares texts. */
async function readAfter(
  reading: OdooReading,
  list: ListPlan,
  page: ListPage,
  ids: readonly number[],
): Promise<ReadonlySet<number>> {
  const domain = withIds(both(withHaving(list.type, compileDomain([page.condition])), afterCursor(page)), ids);
  const { records } = await searchRead(reading, list.type.source, { domain, specification: {} });
  return new Set(records.map(({ id }) => id));
}

function cursorKeys(page: ListPage): string[] {
  return page.order.map(({ field }) => field.column).filter((column) => column !== 'id');
}

function withIds(domain: Domain, ids: readonly number[]): Domain {
  return domain.length === 0 ? [['id', 'in', ids]] : ['&', ['id', 'in', ids], ...domain];
}

function groupBy<K, T>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

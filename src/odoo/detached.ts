/** Lists below records that were not read with their parents: filtered ones, those with a cursor, and long ones. */
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
  readonly readList: (reading: OdooReading, list: ListPlan, within: Domain) => Promise<Answer>;
  readonly finishShaping: (reading: OdooReading, shaping: Shaping) => Promise<void>;
}

/** At most so many records below one level are filtered in memory. */
const MAX_DETACHED = 5_000;
/** Long lists of one level that are read one by one, each by a call of its own. */
const MAX_APART = 10;

/** Reads the lists that parents left out, those of one list of the document together. */
export async function readDetached(
  reading: OdooReading,
  detached: readonly DetachedList[],
  pages: Pages,
): Promise<void> {
  const byList = groupBy(detached, ({ list }) => list);
  await Promise.all(
    [...byList].map(([list, parents]) => readDetachedList(reading, list, { parents: mergeParents(parents), pages })),
  );
}

/** The same parent may stand in several places of the answer: its list is read once. */
function mergeParents(parents: readonly DetachedList[]): DetachedList[] {
  return [...groupBy(parents, ({ parent }) => parent).values()].map((same) => ({
    ...(same[0] as DetachedList),
    put: (connection) => {
      for (const { put } of same) put(connection);
    },
  }));
}

/** The list of one parent is read page by page, like any other. The short lists of many parents are read whole, by one call. */
async function readDetachedList(
  reading: OdooReading,
  list: ListPlan,
  { parents, pages }: { parents: readonly DetachedList[]; pages: Pages },
): Promise<void> {
  const closed = await findClosed(reading, parents);
  if (closed) {
    for (const { put } of parents) put(closed);
    return;
  }
  const { together, apart, refused } = divide(await learnIds(reading, list, parents));
  for (const { field, put } of refused)
    put(
      limitExceeded(
        'first',
        `of a list above "${field.name}" is too much: more than ${MAX_APART} of its records have lists that hold more than ${MAX_DETACHED} records together; ask for fewer of them, or leave out its filter and cursor`,
      ),
    );
  await Promise.all([
    ...apart.map(async (parent) => parent.put(await pages.readList(reading, list, withinParent(parent)))),
    ...(together.length > 0 ? [readTogether(reading, list, { parents: together, pages })] : []),
  ]);
}

/** Why a field may not be read whose list is found by its inverse. Odoo cannot say so itself, as the field is not asked for. */
async function findClosed({ known }: OdooReading, [first]: readonly DetachedList[]): Promise<GatewayError | null> {
  const column = first?.field.column ?? null;
  return first?.ids === null && column !== null ? findProblem(known, { model: first.model, column }) : null;
}

/** Learns by one call which records each of several parents has, where their lists were not read with them. */
async function learnIds(
  { call, bound }: OdooReading,
  list: ListPlan,
  parents: readonly DetachedList[],
): Promise<readonly DetachedList[]> {
  const inverse = parents[0]?.field.inverse ?? null;
  if (parents.length === 1 || inverse === null || parents.every(({ ids }) => ids !== null)) return parents;
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

function divide(parents: readonly DetachedList[]) {
  if (parents.length === 1) return { together: [], apart: parents, refused: [] };
  const together: DetachedList[] = [];
  const long: DetachedList[] = [];
  let records = 0;
  for (const parent of parents.toSorted((left, right) => lengthOf(left) - lengthOf(right))) {
    records += lengthOf(parent);
    (records <= MAX_DETACHED ? together : long).push(parent);
  }
  return { together, apart: long.slice(0, MAX_APART), refused: long.slice(MAX_APART) };
}

function lengthOf({ ids }: DetachedList): number {
  return ids?.length ?? Number.POSITIVE_INFINITY;
}

function withinParent({ field, parent, ids }: DetachedList): Domain {
  return field.inverse === null ? [['id', 'in', ids ?? []]] : [[field.inverse, 'in', [parent]]];
}

async function readTogether(
  reading: OdooReading,
  list: ListPlan,
  { parents, pages }: { parents: readonly DetachedList[]; pages: Pages },
): Promise<void> {
  const page = reading.bound.read(list.page);
  const ids = [...new Set(parents.flatMap((parent) => parent.ids ?? []))];
  const specified = specify(objectsOf(list), reading.bound, { columns: cursorKeys(page) });
  const domain = withHaving(list.type, compileDomain([page.condition]));
  const query = { domain: ids.length > 0 ? withIds(domain, ids) : [[0, '=', 1]], order: orderText(page) };
  const reads = { specifications: specified.passes, below: countBelow(objectsOf(list), reading.bound) };
  const { passes } =
    ids.length > 0 ? await searchInPieces(reading, list.type, { query, most: ids.length }, reads) : { passes: [] };
  const lists = parents.map((parent) => {
    const own = new Set(parent.ids);
    return { parent, matching: passes.filter(([record]) => record && own.has(record.id)) };
  });
  const after = lists.some(({ matching }) => isAstray(page, matching))
    ? await readAfter(reading, list, page, ids)
    : null;
  const shaping = startShaping(specified);
  for (const { parent, matching } of lists)
    parent.put(shapeConnection(shaping, list, cutPage(page, matching, after ?? new Set())));
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

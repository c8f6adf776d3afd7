/** Reads a plan from Odoo: one call, and one more only for what one specification cannot say. */
import { limitExceeded } from '../errors.ts';
import type { Page } from '../plan/arguments.ts';
import type { StoredType } from '../plan/catalog.ts';
import { readStoredId } from '../plan/id.ts';
import { keysetCondition } from '../plan/keyset.ts';
import { type ListPlan, type ObjectPlan, objectsOf, type RootPlan, type Variables } from '../plan/plan.ts';
import type { OdooArguments, OdooRecord } from './call.ts';
import { compileDomain, type Domain, withHaving, withinIds } from './domain.ts';
import { readGroups } from './groups.ts';
import {
  type Answer,
  type DetachedList,
  NOTHING_UNSET,
  type PageOfRecords,
  type Passes,
  type Shaping,
  shapeConnection,
  shapeObject,
} from './shape.ts';
import { cursorColumns, orderText, specify } from './specification.ts';
import { readUnset, storedPage } from './unset.ts';

/** A call bound to one request: its signal, its counters, its language. */
export type ReadCall = (model: string, method: string, args: OdooArguments) => Promise<unknown>;

/** One request's reads. */
export interface OdooReading {
  readonly call: ReadCall;
  readonly variables: Variables;
}

/** More records than this below one level are not filtered in memory. */
const MAX_DETACHED = 5_000;

/** Reads a root field: a connection, groups, a record or null. */
export async function readRoot(reading: OdooReading, plan: RootPlan): Promise<Answer | Answer[] | null> {
  if (plan.kind === 'groups') return readGroups(reading, plan, readByIds);
  if (plan.kind === 'list') return readList(reading, plan.list);
  const id = readStoredId('odoo', plan.readId(reading.variables), 'id') as number;
  const found = await readByIds(reading, plan.object, [id]);
  return found.get(id) ?? null;
}

/** Reads records by id, for a lookup or a link; those that are gone or hidden by a record rule are absent. */
export async function readByIds(
  reading: OdooReading,
  object: ObjectPlan,
  ids: readonly number[],
): Promise<Map<number, Answer>> {
  const specified = specify([object], reading.variables);
  // A domain, not `read`: it skips ids that are gone or hidden by a record rule.
  const { passes } = await search(
    reading,
    object.type,
    { domain: withHaving(object.type, withinIds(object.type, ids)), order: 'id' },
    specified.passes,
  );
  const shaping: Shaping = { reading: specified, detached: [] };
  const answers = passes.map((records): [number, Answer] => [
    records[0]?.id as number,
    shapeObject(shaping, object, records, 0),
  ]);
  await readDetached(reading, shaping.detached);
  return new Map(answers);
}

async function readList(reading: OdooReading, list: ListPlan): Promise<Answer> {
  const page = list.readPage(reading.variables);
  const specified = specify(objectsOf(list), reading.variables, cursorColumns(list, page.order));
  const found = await readPageOfRecords(reading, list, page, specified.passes);
  const shaping: Shaping = { reading: specified, detached: [] };
  const answer = shapeConnection(shaping, list, found);
  await readDetached(reading, shaping.detached);
  return answer;
}

async function readPageOfRecords(
  reading: OdooReading,
  list: ListPlan,
  page: Page,
  specifications: readonly object[],
): Promise<PageOfRecords> {
  const model = list.type.source;
  const all = withHaving(list.type, compileDomain([page.condition]));
  const domain = both(all, afterCursor(page));
  const counts = list.slots.some(({ kind }) => kind === 'totalCount');
  // The length that comes with the page is the list's own only where no cursor cuts it.
  const separate = counts && page.cursor !== null ? reading.call(model, 'search_count', { domain: all }) : null;
  const query = {
    domain,
    order: orderText(page),
    limit: Math.max(page.limit, 1),
    ...(!(counts && page.cursor === null) && { count_limit: page.limit + 1 }),
  };
  const [{ length, passes }, total] = await Promise.all([search(reading, list.type, query, specifications), separate]);
  const kept = passes.slice(0, page.limit);
  const records = page.backward ? kept.reverse() : kept;
  return {
    page,
    records,
    hasMore: length > page.limit,
    total: (total as number | null) ?? length,
    pass: 0,
    unset: await readUnset(reading.call, list, page, records),
  };
}

interface Found {
  readonly length: number;
  readonly passes: readonly Passes[];
}

/** `web_search_read`, once for each specification; passes after the first read the same records by id. */
async function search(
  reading: OdooReading,
  type: StoredType,
  query: OdooArguments,
  specifications: readonly object[],
): Promise<Found> {
  const [specification = {}, ...others] = specifications;
  const model = type.source;
  const first = await searchRead(reading, model, { ...query, specification });
  const found = first.records.map(({ id }) => id);
  const domain = withinIds(type, found);
  const more = await Promise.all(
    others.map((other) =>
      first.records.length > 0 ? searchRead(reading, model, { domain, specification: other }) : first,
    ),
  );
  const byId = more.map(({ records }) => new Map(records.map((record) => [record.id, record])));
  return {
    length: first.length,
    passes: first.records.map((record) => [record, ...byId.map((pass) => pass.get(record.id))]),
  };
}

interface SearchRead {
  readonly length: number;
  readonly records: readonly OdooRecord[];
}

async function searchRead({ call }: OdooReading, model: string, args: OdooArguments): Promise<SearchRead> {
  return (await call(model, 'web_search_read', args)) as SearchRead;
}

/** Reads the lists of all parents of a level together, one call for each list of the document. */
async function readDetached(reading: OdooReading, detached: readonly DetachedList[]): Promise<void> {
  const byList = groupByList(detached);
  await Promise.all([...byList].map(([list, parents]) => readDetachedList(reading, list, parents)));
}

async function readDetachedList(reading: OdooReading, list: ListPlan, parents: readonly DetachedList[]): Promise<void> {
  const page = list.readPage(reading.variables);
  const ids = [...new Set(parents.flatMap((parent) => parent.ids))];
  if (ids.length > MAX_DETACHED)
    throw limitExceeded('first', `of the list above lets more than ${MAX_DETACHED} records be filtered below it`);
  const specified = specify(objectsOf(list), reading.variables, cursorKeys(page));
  const domain = withHaving(list.type, compileDomain([page.condition]));
  const query = { domain: ids.length > 0 ? withIds(domain, ids) : [[0, '=', 1]], order: orderText(page) };
  const { passes } = ids.length > 0 ? await search(reading, list.type, query, specified.passes) : { passes: [] };
  const lists = parents.map((parent) => {
    const own = new Set(parent.ids);
    return { parent, matching: passes.filter(([record]) => record && own.has(record.id)) };
  });
  const after = lists.some(({ matching }) => isAstray(page, matching))
    ? await readAfter(reading, list, page, ids)
    : null;
  const shaping: Shaping = { reading: specified, detached: [] };
  for (const { parent, matching } of lists)
    parent.put(shapeConnection(shaping, list, cutPage(page, matching, after ?? new Set())));
  await readDetached(reading, shaping.detached);
}

/** The page of one parent, out of all of its records that match: what follows the cursor's record, else what is in `after`. */
function cutPage(page: Page, matching: readonly Passes[], after: ReadonlySet<number>): PageOfRecords {
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
    unset: NOTHING_UNSET,
  };
}

/** Whether the cursor's record is not in the list: it is gone, or another parent's. */
function isAstray(page: Page, matching: readonly Passes[]): boolean {
  return page.cursor !== null && matching.length > 0 && placeOfCursor(page, matching) < 0;
}

function placeOfCursor({ order, cursor }: Page, matching: readonly Passes[]): number {
  const id = cursor?.[order.findIndex(({ field }) => field.column === 'id')];
  return matching.findIndex(([record]) => record?.id === id);
}

/** Which of the records come after the cursor: only Odoo knows how it compares texts. */
async function readAfter(
  reading: OdooReading,
  list: ListPlan,
  page: Page,
  ids: readonly number[],
): Promise<ReadonlySet<number>> {
  const domain = withIds(both(withHaving(list.type, compileDomain([page.condition])), afterCursor(page)), ids);
  const { records } = await searchRead(reading, list.type.source, { domain, specification: {} });
  return new Set(records.map(({ id }) => id));
}

function cursorKeys(page: Page): string[] {
  return page.order.map(({ field }) => field.column).filter((column) => column !== 'id');
}

/** What comes after the page's cursor; empty without one. */
function afterCursor(page: Page): Domain {
  if (page.cursor === null) return [];
  const domain = compileDomain([keysetCondition(storedPage(page), page.cursor)]);
  // A domain that names `active` shows archived records, which the first page left out; within `any` it does not.
  return page.order.some(({ field }) => field.column === 'active') ? [['id', 'any', domain]] : domain;
}

function both(left: Domain, right: Domain): Domain {
  if (left.length === 0 || right.length === 0) return [...left, ...right];
  return ['&', ...left, ...right];
}

function withIds(domain: Domain, ids: readonly number[]): Domain {
  return domain.length === 0 ? [['id', 'in', ids]] : ['&', ['id', 'in', ids], ...domain];
}

function groupByList(detached: readonly DetachedList[]): Map<ListPlan, DetachedList[]> {
  const groups = new Map<ListPlan, DetachedList[]>();
  for (const parent of detached) groups.set(parent.list, [...(groups.get(parent.list) ?? []), parent]);
  return groups;
}

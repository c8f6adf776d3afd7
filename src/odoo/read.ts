/** Reads a plan from Odoo: one call, and one more only for what one specification cannot say. */
import { limitExceeded } from '../errors.ts';
import type { Page } from '../plan/arguments.ts';
import { readStoredId } from '../plan/id.ts';
import { keysetCondition } from '../plan/keyset.ts';
import { type ListPlan, type ObjectPlan, objectsOf, type RootPlan, type Variables } from '../plan/plan.ts';
import type { OdooArguments, OdooRecord } from './call.ts';
import { compileDomain, type Domain, withHaving } from './domain.ts';
import { readGroups } from './groups.ts';
import {
  type Answer,
  type DetachedList,
  type PageOfRecords,
  type Passes,
  readPath,
  type Shaping,
  shapeConnection,
  shapeObject,
} from './shape.ts';
import { cursorColumns, orderText, specify } from './specification.ts';
import { toCursorValue } from './values.ts';

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
  if (plan.kind === 'groups') return readGroups(reading, plan);
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
    object.type.source,
    { domain: withHaving(object.type, [['id', 'in', ids]]), order: 'id' },
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
  const domain = withHaving(
    list.type,
    compileDomain([page.condition, page.cursor && keysetCondition(page, page.cursor)]),
  );
  const counts = list.slots.some(({ kind }) => kind === 'totalCount');
  // The length that comes with the page is the list's own only where no cursor cuts it.
  const separate = counts && page.cursor !== null ? reading.call(model, 'search_count', { domain: all }) : null;
  const query = {
    domain,
    order: orderText(page),
    limit: Math.max(page.limit, 1),
    ...(!(counts && page.cursor === null) && { count_limit: page.limit + 1 }),
  };
  const [{ length, passes }, total] = await Promise.all([search(reading, model, query, specifications), separate]);
  const kept = passes.slice(0, page.limit);
  return {
    page,
    records: page.backward ? kept.reverse() : kept,
    hasMore: length > page.limit,
    total: (total as number | null) ?? length,
    pass: 0,
  };
}

interface Found {
  readonly length: number;
  readonly passes: readonly Passes[];
}

/** `web_search_read`, once for each specification; passes after the first read the same records by id. */
async function search(
  reading: OdooReading,
  model: string,
  query: OdooArguments,
  specifications: readonly object[],
): Promise<Found> {
  const [specification = {}, ...others] = specifications;
  const first = await searchRead(reading, model, { ...query, specification });
  const domain = [['id', 'in', first.records.map(({ id }) => id)]];
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
  const { passes } = ids.length > 0 ? await search(reading, list.type.source, query, specified.passes) : { passes: [] };
  const shaping: Shaping = { reading: specified, detached: [] };
  for (const parent of parents) {
    const own = new Set(parent.ids);
    const matching = passes.filter(([record]) => record && own.has(record.id));
    parent.put(shapeConnection(shaping, list, cutPage(page, matching)));
  }
  await readDetached(reading, shaping.detached);
}

/** The page of one parent, out of all of its records that match. */
function cutPage(page: Page, matching: readonly Passes[]): PageOfRecords {
  const after = page.cursor ? matching.slice(countThrough(page, matching)) : matching;
  const kept = after.slice(0, page.limit);
  return {
    page,
    records: page.backward ? [...kept].reverse() : kept,
    hasMore: after.length > page.limit,
    total: matching.length,
    pass: 0,
  };
}

/** How many records come up to the cursor, in fetch order: by its id, or by its keys where that record is gone. */
function countThrough(page: Page, matching: readonly Passes[]): number {
  const cursor = page.cursor ?? [];
  const idIndex = page.order.findIndex(({ field }) => field.column === 'id');
  const found = matching.findIndex(([record]) => record?.id === cursor[idIndex]);
  if (found >= 0) return found + 1;
  const isAfter = ([record]: Passes): boolean => {
    for (const [index, { field, descending }] of page.order.entries()) {
      const order = compareKeys(toCursorValue(field, readPath(record, field.column)), cursor[index] ?? null);
      if (order !== 0) return order > 0 === (descending === page.backward);
    }
    return false;
  };
  const next = matching.findIndex(isAfter);
  return next < 0 ? matching.length : next;
}

function compareKeys(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return (a as string) < (b as string) ? -1 : 1;
}

function cursorKeys(page: Page): string[] {
  return page.order.map(({ field }) => field.column).filter((column) => column !== 'id');
}

function withIds(domain: Domain, ids: readonly number[]): Domain {
  return domain.length === 0 ? [['id', 'in', ids]] : ['&', ['id', 'in', ids], ...domain];
}

function groupByList(detached: readonly DetachedList[]): Map<ListPlan, DetachedList[]> {
  const groups = new Map<ListPlan, DetachedList[]>();
  for (const parent of detached) groups.set(parent.list, [...(groups.get(parent.list) ?? []), parent]);
  return groups;
}

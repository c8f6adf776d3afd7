/** Reads a plan from Odoo: one call, and one more only for what one specification cannot say. */
import { GatewayError } from '../errors.ts';
import type { ListPage } from '../plan/arguments.ts';
import type { StoredType } from '../plan/catalog.ts';
import { countBelow } from '../plan/cost.ts';
import { readStoredId } from '../plan/id.ts';
import { type ListPlan, type ObjectPlan, objectsOf } from '../plan/plan.ts';
import type { RootPlan } from '../plan/root.ts';
import { putCursors } from './cursors.ts';
import { readDetached } from './detached.ts';
import { compileDomain, type Domain, withHaving, withinIds } from './domain.ts';
import { readGroups } from './groups.ts';
import { findHidden } from './hidden-records.ts';
import { hiddenRecord } from './known-fields.ts';
import type { OdooReading } from './reading.ts';
import { afterCursor, both, type Reads, searchInPieces } from './search.ts';
import { type Answer, type PageOfRecords, type Shaping, shapeConnection, shapeObject, startShaping } from './shape.ts';
import { cursorColumns, orderText, type Specified, type SpecifyOptions, specify } from './specification.ts';

/** Reads a root field: a connection, groups, a record or null. */
export async function readRoot(reading: OdooReading, plan: RootPlan): Promise<Answer | Answer[] | null> {
  if (plan.kind === 'groups') return readGroups(reading, plan, readByIds);
  if (plan.kind === 'list') return readList(reading, plan.list);
  const id = readStoredId('odoo', reading.bound.read(plan.id), 'id') as number;
  const found = await readByIds(reading, plan.object, [id]);
  const answer = found.get(id) ?? null;
  if (answer instanceof GatewayError) throw answer;
  return answer;
}

/** How records are read by id. */
export interface ReadByIdsOptions {
  readonly tellsHidden?: boolean | undefined;
}

/**
 * Reads records by id, for a lookup or a link: absent are those that are gone, an error those that a record rule hides.
 *
 * @param options.tellsHidden False where those are absent too: to tell them takes a call more, and many where some are hidden.
 */
export async function readByIds(
  reading: OdooReading,
  object: ObjectPlan,
  ids: readonly number[],
  { tellsHidden = true }: ReadByIdsOptions = {},
): Promise<Map<number, Answer | GatewayError>> {
  // A domain, not `read`: it skips ids that are gone or hidden by a record rule.
  const query = { domain: withHaving(object.type, withinIds(object.type, ids)), order: 'id' };
  const below = countBelow([object], reading.bound);
  const { specified, found } = await readWithin(
    (options) => specify([object], reading.bound, { isSingle: ids.length === 1, ...options }),
    ({ passes: specifications }) =>
      searchInPieces(reading, object.type, { query, most: ids.length }, { specifications, below }),
  );
  const { passes } = found;
  const shaping = startShaping(specified);
  const answers = new Map(
    passes.map((records): [number, Answer] => [records[0]?.id as number, shapeObject(shaping, object, records, 0)]),
  );
  const absent = tellsHidden ? ids.filter((id) => !answers.has(id)) : [];
  const [hidden] = await Promise.all([
    findHidden(reading.call, object.type.source, absent),
    finishShaping(reading, shaping),
  ]);
  const closed = hidden.map((id) => [id, hiddenRecord(reading.known.who, object.type.source)] as const);
  return new Map<number, Answer | GatewayError>([...answers, ...closed]);
}

async function readList(reading: OdooReading, list: ListPlan): Promise<Answer | null> {
  const [answer = null] = await readLists(reading, [list], []);
  return answer;
}

/**
 * One page, as each of several lists shows it whose arguments agree.
 *
 * @param within What the records of the list have in common, beside what its filter asks.
 */
async function readLists(reading: OdooReading, lists: readonly ListPlan[], within: Domain): Promise<readonly Answer[]> {
  const [list] = lists as readonly [ListPlan];
  const page = reading.bound.read(list.page);
  const columns = [...new Set(lists.flatMap((one) => cursorColumns(one, page.order)))];
  const options = { columns, isSingle: page.limit === 1 };
  const objects = lists.flatMap(objectsOf);
  const below = countBelow(objects, reading.bound);
  const counts = lists.some(({ slots }) => slots.some(({ kind }) => kind === 'totalCount'));
  const { specified, found } = await readWithin(
    (more) => specify(objects, reading.bound, { ...options, ...more }),
    ({ passes: specifications }) =>
      readPageOfRecords(reading, list.type, { page, counts, within, specifications, below }),
  );
  const shaping = startShaping(specified);
  const answers = lists.map((one) => shapeConnection(shaping, one, found));
  await finishShaping(reading, shaping);
  return answers;
}

/**
 * Odoo tells all ids of a list, and once more for each record that leads to its parent: where that makes its answer too
 * long, the long lists are left out of it and read apart.
 */
async function readWithin<T>(
  specifyBy: (options: SpecifyOptions) => Specified,
  read: (specified: Specified) => Promise<T>,
): Promise<{ readonly specified: Specified; readonly found: T }> {
  const specified = specifyBy({});
  try {
    return { specified, found: await read(specified) };
  } catch (error) {
    const shorter = specifyBy({ allApart: true });
    const isTooLong = error instanceof GatewayError && error.code === 'LIMIT_EXCEEDED';
    if (!isTooLong || shorter.apart.size === specified.apart.size) throw error;
    return { specified: shorter, found: await read(shorter) };
  }
}

/** Fetches what shaping left open. */
async function finishShaping(reading: OdooReading, { detached, cursors }: Shaping): Promise<void> {
  await Promise.all([readDetached(reading, detached, { readLists, finishShaping }), putCursors(reading, cursors)]);
}

interface PageReads extends Reads {
  readonly page: ListPage;
  /** Whether the length of the whole list is asked. */
  readonly counts: boolean;
  readonly within: Domain;
}

async function readPageOfRecords(
  reading: OdooReading,
  type: StoredType,
  { page, counts, within, ...reads }: PageReads,
): Promise<PageOfRecords> {
  const model = type.source;
  const all = both(within, withHaving(type, compileDomain([page.condition])));
  const domain = both(all, afterCursor(page));
  // The length that comes with the page is the list's own only where no cursor cuts it.
  const separate = counts && page.cursor !== null ? reading.call(model, 'search_count', { domain: all }) : null;
  const most = Math.max(page.limit, 1);
  const query = {
    domain,
    order: orderText(page),
    limit: most,
    ...(!(counts && page.cursor === null) && { count_limit: page.limit + 1 }),
  };
  const [{ length, passes }, total] = await Promise.all([
    searchInPieces(reading, type, { query, most }, reads),
    separate,
  ]);
  const kept = passes.slice(0, page.limit);
  const records = page.backward ? kept.reverse() : kept;
  return {
    page,
    records,
    hasMore: length > page.limit,
    total: (total as number | null) ?? length,
    pass: 0,
  };
}

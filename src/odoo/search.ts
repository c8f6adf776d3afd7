/** `web_search_read`, and the domains of its pages. */
import type { ListPage } from '../plan/arguments.ts';
import type { StoredType } from '../plan/catalog.ts';
import { keysetCondition } from '../plan/keyset.ts';
import type { OdooArguments, OdooRecord } from './call.ts';
import { storedPage } from './cursors.ts';
import { compileDomain, type Domain, withinIds } from './domain.ts';
import { mapInTurn } from './in-turn.ts';
import type { OdooReading } from './reading.ts';
import type { Passes } from './shape.ts';

/** Records as each specification read them, and how many there are. */
export interface Found {
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

/** Records that one call may bring back with all that is below them: about a second of Odoo's. */
const MAX_RECORDS = 10_000;

/** What is read of each record. */
export interface Reads {
  readonly specifications: readonly object[];
  /** Records that each brings back with what is below it, as `countBelow` counts them. */
  readonly below: number;
}

/**
 * The same as `search`, in calls that Odoo can finish: nobody can end one that is under way. Where the records and what is
 * below them are too many for one call, it finds them first, and each further call reads some of them.
 *
 * @param most Records that are found at most.
 */
export async function searchInPieces(
  reading: OdooReading,
  type: StoredType,
  { query, most }: { readonly query: OdooArguments; readonly most: number },
  { specifications, below }: Reads,
): Promise<Found> {
  const piece = Math.max(1, Math.floor(MAX_RECORDS / Math.max(1, below)));
  if (most <= piece) return search(reading, type, query, specifications);
  const { length, records } = await searchRead(reading, type.source, { ...query, specification: {} });
  const ids = records.map(({ id }) => id);
  const pieces = Array.from({ length: Math.ceil(ids.length / piece) }, (_, nth) =>
    ids.slice(nth * piece, (nth + 1) * piece),
  );
  const found = await mapInTurn(pieces, (some) =>
    search(reading, type, { domain: withinIds(type, some) }, specifications),
  );
  const byId = new Map(found.flatMap(({ passes }) => passes.map((records) => [records[0]?.id, records] as const)));
  return { length, passes: ids.map((id) => byId.get(id) ?? []).filter((records) => records.length > 0) };
}

/** What `web_search_read` answers. */
export interface SearchRead {
  readonly length: number;
  readonly records: readonly OdooRecord[];
}

/** One call. */
export async function searchRead({ call }: OdooReading, model: string, args: OdooArguments): Promise<SearchRead> {
  return (await call(model, 'web_search_read', args)) as SearchRead;
}

/** The domain of the records after the page's cursor; empty without one. */
export function afterCursor(page: ListPage): Domain {
  if (page.cursor === null) return [];
  const domain = compileDomain([keysetCondition(storedPage(page), page.cursor)]);
  // A domain that names `active` shows archived records, which the first page left out; within `any` it does not.
  return page.order.some(({ field }) => field.column === 'active') ? [['id', 'any', domain]] : domain;
}

/** Records of both domains. */
export function both(left: Domain, right: Domain): Domain {
  if (left.length === 0 || right.length === 0) return [...left, ...right];
  return ['&', ...left, ...right];
}

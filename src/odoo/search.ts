/** `web_search_read`, and the domains of its pages. */
import type { ListPage } from '../plan/arguments.ts';
import type { StoredType } from '../plan/catalog.ts';
import { keysetCondition } from '../plan/keyset.ts';
import type { OdooArguments, OdooRecord } from './call.ts';
import { storedPage } from './cursors.ts';
import { compileDomain, type Domain, withinIds } from './domain.ts';
import type { OdooReading } from './reading.ts';
import type { Passes } from './shape.ts';

/** Records as each specification read them, and how many there are. */
export interface Found {
  readonly length: number;
  readonly passes: readonly Passes[];
}

/** `web_search_read`, once for each specification; passes after the first read the same records by id. */
export async function search(
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

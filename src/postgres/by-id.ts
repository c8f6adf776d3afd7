/** Where the row of one id is read from: the table by its key, or the function that the type names for it. */
import type { StoredType } from '../plan/catalog.ts';
import { readStoredId } from '../plan/id.ts';

/**
 * `from … where …` for the row `alias` whose id is `id`.
 *
 * @param id A SQL expression; as text where the type has a function, which finds nothing for what is no id.
 */
export function fromById({ source, lookup }: StoredType, alias: string, id: string): string {
  return lookup
    ? `from ${lookup}((${id})::text) ${alias} where true`
    : `from ${source} ${alias} where ${alias}.id = ${id}`;
}

/** `from … where …` for the rows `alias` whose ids are in `ids`, a SQL expression of an array. */
export function fromByIds({ source, lookup }: StoredType, alias: string, ids: string): string {
  if (!lookup) return `from ${source} ${alias} where ${alias}.id = any(${ids})`;
  return `from unnest(${ids}) as asked_ (id) cross join lateral ${lookup}(asked_.id::text) ${alias}`;
}

/** What a record is looked up by, as the statement takes it: another key than the id is for the type's own function to read. */
export function readKey({ type, key }: { readonly type: StoredType; readonly key: string }, given: string): unknown {
  return key === 'id' ? readStoredId(type.surface, given, 'id') : given;
}

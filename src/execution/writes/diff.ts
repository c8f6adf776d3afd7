/** What two readings of the same rows differ in. Pure. */
import { isDeepStrictEqual } from 'node:util';
import type { Change } from '../../postgres/mutation.ts';
import type { Images } from './images.ts';

/** Changes that are shown: more than that nobody reads, and a client's memory is not to be filled by a dry run. */
const MAX_CHANGES = 500;

/**
 * @param order Rows by type and id, as in `Images`, in the order in which they are told.
 * @param names What a row is called in a path, where that is not its type and id: `page` for that of the payload.
 */
export function diffImages(
  { before, after }: { readonly before: Images; readonly after: Images },
  order: readonly string[],
  names: ReadonlyMap<string, string>,
): { readonly changes: Change[]; readonly unknown: string[] } {
  const told = [...order].sort((one, other) => Number(names.has(other)) - Number(names.has(one)));
  const changes = told.flatMap((row) =>
    diffRow(names.get(row) ?? row.replace(' ', '.'), before.get(row), after.get(row)),
  );
  const more = changes.length - MAX_CHANGES;
  const unknown = more > 0 ? [`${more} more changes are not shown: the first ${MAX_CHANGES} are`] : [];
  return { changes: changes.slice(0, MAX_CHANGES), unknown };
}

type Row = Readonly<Record<string, unknown>> | undefined;

function diffRow(place: string, before: Row, after: Row): Change[] {
  const fields = Object.keys(after ?? before ?? {});
  return fields.flatMap((field) => {
    const [was, is] = [before?.[field] ?? null, after?.[field] ?? null];
    return isDeepStrictEqual(was, is) ? [] : [{ path: `${place}.${field}`, before: was, after: is }];
  });
}

/** What the SDL shows of Odoo, so that the recording has all of it. */
import { packagePaths } from '../../paths.ts';
import type { StoredType } from '../../plan/catalog.ts';
import { readCatalog } from '../../plan/read-catalog.ts';
import { buildSchema } from '../../sdl/build.ts';
import { readSdl } from '../../sdl/load.ts';

/** Models that a real Odoo 19 without custom modules does not have. */
const CUSTOM_MODELS = new Set(['ipai.bir.filing']);

/** Model → stored names that its type shows, is ordered by, or counts its records by. */
export function readShownFields(): Map<string, Set<string>> {
  const schema = buildSchema(readSdl(packagePaths().schema));
  const types = [...readCatalog(schema).values()].filter(
    ({ surface, source }) => surface === 'odoo' && !CUSTOM_MODELS.has(source),
  );
  return new Map(types.map((type) => [type.source, columnsOf(type)]));
}

function columnsOf({ fields, having }: StoredType): Set<string> {
  const columns = [...fields.values()].flatMap((field) => [
    field.column ?? [],
    field.kind === 'leaf' ? (field.currency ?? []) : [],
  ]);
  return new Set([...columns.flat(), ...(having === null ? [] : [having])]);
}

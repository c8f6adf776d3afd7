/** The SDL as the gateway reads it, for tests that are driven by what it holds. */
import type { GraphQLSchema } from 'graphql';
import { packagePaths } from '../../src/paths.ts';
import type { Catalog, StoredField, StoredType } from '../../src/plan/catalog.ts';
import { readCatalog } from '../../src/plan/read-catalog.ts';
import { buildSchema } from '../../src/sdl/build.ts';
import { readSdl } from '../../src/sdl/load.ts';

/** The schema of `folder`, the own one where absent, and what its directives say. */
export function readOwnSdl(folder: string = packagePaths().schema): { schema: GraphQLSchema; catalog: Catalog } {
  const schema = buildSchema(readSdl(folder));
  return { schema, catalog: readCatalog(schema) };
}

/** A selection of all that a type of Odoo has: its scalars, the ids of its relations, two records of its lists. */
export function selectAll(type: StoredType): string {
  return [...type.fields.values()].map(selectField).join(' ');
}

function selectField(field: StoredField): string {
  if (field.kind === 'leaf') return field.name;
  const isList = field.kind === 'many' || (field.kind === 'link' && field.foreign !== null);
  return isList ? `${field.name}(first: 2) { totalCount nodes { id } }` : `${field.name} { id }`;
}

/** What the schema and the doctrine each name and the other does not know. */
import type { GraphQLSchema } from 'graphql';
import type { Surface } from '../errors.ts';
import type { Catalog, StoredType } from '../plan/catalog.ts';
import type { Doctrine } from './load.ts';

/** One sentence for each name; none where the two agree. */
export function findDisagreements(schema: GraphQLSchema, catalog: Catalog, doctrine: Doctrine): string[] {
  const roots = [schema.getQueryType(), schema.getSubscriptionType()];
  const opened = doctrine.open
    .filter((name) => !roots.some((root) => root?.getFields()[name]))
    .map((name) => `the doctrine opens ${name}, which is no root field`);
  return [...opened, ...[...catalog.values()].flatMap((type) => findStranger(doctrine, type))];
}

/** The surface that owns a model or table; undefined where the doctrine names it nowhere. */
export function ownerOf(doctrine: Doctrine, source: string): Surface | undefined {
  return (Object.keys(doctrine.surfaces) as Surface[]).find((surface) =>
    doctrine.surfaces[surface].owns.includes(source),
  );
}

function findStranger(doctrine: Doctrine, { name, surface, source }: StoredType): string[] {
  const owner = ownerOf(doctrine, source);
  if (owner === surface) return [];
  if (owner) return [`${name} lives on ${surface} in ${source}, which ${owner} owns`];
  return [`${name} lives on ${surface} in ${source}, which no surface owns: list it under surfaces.${surface}.owns`];
}

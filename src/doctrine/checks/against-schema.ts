/** Finds what the schema names and the doctrine does not know, and the reverse. */
import type { GraphQLSchema } from 'graphql';
import type { Catalog, StoredType } from '../../plan/catalog.ts';
import { secondFactorMutations } from '../assurance.ts';
import { ownerOf } from '../owner.ts';
import type { Doctrine } from '../shape.ts';
import { findRoot, findUnheldArguments } from './held-arguments.ts';

/** One sentence for each name; none where the two agree. */
export function findDisagreements(schema: GraphQLSchema, catalog: Catalog, doctrine: Doctrine): string[] {
  const roots = [schema.getQueryType(), schema.getSubscriptionType()];
  const opened = doctrine.open
    .filter((name) => !roots.some((root) => root?.getFields()[name]))
    .map((name) => `the doctrine opens ${name}, which is no root field`);
  return [
    ...opened,
    ...[...catalog.values()].flatMap((type) => findStranger(doctrine, type)),
    ...findUnknownRoots(schema, doctrine),
    ...secondFactorMutations(doctrine)
      .filter((coordinate) => !findRoot(schema, coordinate))
      .map((coordinate) => `the doctrine wants a second factor for ${coordinate}, which is no mutation`),
    ...Object.keys(doctrine.confirm)
      .filter((coordinate) => !findRoot(schema, coordinate))
      .map((coordinate) => `the doctrine has ${coordinate} confirmed, which is no mutation`),
    ...findUnheldArguments(schema, catalog, doctrine),
  ];
}

function findStranger(doctrine: Doctrine, { name, surface, source }: StoredType): string[] {
  const owner = ownerOf(doctrine, source);
  if (owner === surface) return [];
  if (owner) return [`${name} lives on ${surface} in ${source}, which ${owner} owns`];
  return [`${name} lives on ${surface} in ${source}, which no surface owns: list it under surfaces.${surface}.owns`];
}

/** Root fields that an agent's limits name, and that are not there. */
function findUnknownRoots(schema: GraphQLSchema, { agents, templates }: Doctrine): string[] {
  return Object.entries({ ...templates, ...agents }).flatMap(([name, { limits }]) =>
    [...Object.keys(limits.perMinute), ...Object.keys(limits.perDay)]
      .filter((coordinate) => coordinate.includes('.') && !findRoot(schema, coordinate))
      .map((coordinate) => `the doctrine limits how often ${name} asks ${coordinate}, which is no root field`),
  );
}

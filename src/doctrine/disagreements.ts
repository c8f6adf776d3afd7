/** What the schema and the doctrine each name and the other does not know. */
import { type GraphQLArgument, type GraphQLField, type GraphQLSchema, getNamedType, isInputObjectType } from 'graphql';
import type { Surface } from '../errors.ts';
import type { Catalog, StoredType } from '../plan/catalog.ts';
import type { Doctrine } from './load.ts';

/** One sentence for each name; none where the two agree. */
export function findDisagreements(schema: GraphQLSchema, catalog: Catalog, doctrine: Doctrine): string[] {
  const roots = [schema.getQueryType(), schema.getSubscriptionType()];
  const opened = doctrine.open
    .filter((name) => !roots.some((root) => root?.getFields()[name]))
    .map((name) => `the doctrine opens ${name}, which is no root field`);
  return [
    ...opened,
    ...[...catalog.values()].flatMap((type) => findStranger(doctrine, type)),
    ...findUnknownArguments(schema, doctrine),
  ];
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

/** Root fields that an agent's limits name, and arguments that its constraints name, and that are not there. */
function findUnknownArguments(schema: GraphQLSchema, { agents, templates }: Doctrine): string[] {
  return Object.entries({ ...templates, ...agents }).flatMap(([name, { limits, constraints }]) => {
    const limited = [...Object.keys(limits.perMinute), ...Object.keys(limits.perDay)]
      .filter((coordinate) => coordinate.includes('.') && !findRoot(schema, coordinate))
      .map((coordinate) => `the doctrine limits how often ${name} asks ${coordinate}, which is no root field`);
    const held = Object.keys(constraints)
      .filter((argument) => !hasArgument(schema, argument))
      .map((argument) => `the doctrine holds ${name} to values of ${argument}, which is no argument`);
    return [...limited, ...held];
  });
}

function findRoot(schema: GraphQLSchema, coordinate: string): GraphQLField<unknown, unknown> | undefined {
  const [root, field = ''] = coordinate.split('.');
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return roots.find((type) => type?.name === root)?.getFields()[field];
}

function hasArgument(schema: GraphQLSchema, argument: string): boolean {
  const [root = '', field = '', first, ...rest] = argument.split('.');
  let at: Pick<GraphQLArgument, 'type'> | undefined = findRoot(schema, `${root}.${field}`)?.args.find(
    ({ name }) => name === first,
  );
  for (const step of rest) {
    const type = at && getNamedType(at.type);
    at = isInputObjectType(type) ? type.getFields()[step] : undefined;
  }
  return at !== undefined;
}

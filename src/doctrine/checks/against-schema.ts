/** What the schema and the doctrine each name and the other does not know. */
import { type GraphQLArgument, type GraphQLField, type GraphQLSchema, getNamedType, isInputObjectType } from 'graphql';
import type { Catalog, StoredType } from '../../plan/catalog.ts';
import { ownerOf } from '../owner.ts';
import type { Doctrine } from '../shape.ts';

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
    const evaded = Object.keys(constraints)
      .filter((argument) => isEvadable(schema, argument))
      .map((argument) => `the doctrine holds ${name} to values of ${argument}, which a filter says in other ways too`);
    return [...limited, ...held, ...evaded];
  });
}

function findRoot(schema: GraphQLSchema, coordinate: string): GraphQLField<unknown, unknown> | undefined {
  const [root, field = ''] = coordinate.split('.');
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return roots.find((type) => type?.name === root)?.getFields()[field];
}

function hasArgument(schema: GraphQLSchema, argument: string): boolean {
  return inputsOf(schema, argument).every((input) => input !== undefined);
}

/** Whether an input object on the way holds itself: what is held to in one place, another place could say. */
function isEvadable(schema: GraphQLSchema, argument: string): boolean {
  return inputsOf(schema, argument).some((input) => {
    const type = input && getNamedType(input.type);
    return (
      isInputObjectType(type) && Object.values(type.getFields()).some((field) => getNamedType(field.type) === type)
    );
  });
}

/** The argument and the fields of inputs that a path leads through; undefined where there is none. */
function inputsOf(schema: GraphQLSchema, argument: string): readonly (Pick<GraphQLArgument, 'type'> | undefined)[] {
  const [root = '', field = '', first, ...rest] = argument.split('.');
  const inputs: (Pick<GraphQLArgument, 'type'> | undefined)[] = [
    findRoot(schema, `${root}.${field}`)?.args.find(({ name }) => name === first),
  ];
  for (const step of rest) {
    const type = inputs.at(-1) && getNamedType(inputs.at(-1)?.type);
    inputs.push(isInputObjectType(type) ? type.getFields()[step] : undefined);
  }
  return inputs;
}

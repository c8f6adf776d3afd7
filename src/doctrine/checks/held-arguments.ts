/** Arguments that the doctrine holds agents to, and that no door could hold them to: the gateway does not start with one. */
import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
} from 'graphql';
import type { Catalog } from '../../plan/catalog.ts';
import type { Constraint } from '../constraints.ts';
import type { Doctrine } from '../shape.ts';

type Input = Pick<GraphQLArgument, 'type'> | undefined;

/** The type whose id a constraint looks up. */
const LOOKED_UP: Readonly<Record<Exclude<Constraint['only'], 'self'>, string>> = {
  'own-run': 'ops.runs',
  'own-space': 'work.spaces',
};

/** One sentence for each. */
export function findUnheldArguments(
  schema: GraphQLSchema,
  catalog: Catalog,
  { agents, templates }: Doctrine,
): string[] {
  return Object.entries({ ...templates, ...agents }).flatMap(([name, { constraints }]) =>
    Object.entries(constraints).flatMap(([argument, only]) => {
      const why = whyUnheld(schema, catalog, argument, only);
      return why === null ? [] : [`the doctrine holds ${name} to values of ${argument}, which ${why}`];
    }),
  );
}

/** Null where every door that takes the argument holds it to the constraint. */
function whyUnheld(schema: GraphQLSchema, catalog: Catalog, argument: string, only: Constraint['only']): string | null {
  const inputs = inputsOf(schema, argument);
  if (inputs.includes(undefined)) return 'is no argument of a root field: no door would enforce it';
  if (isEvadable(inputs)) return 'a filter says in other ways too';
  const why = whyUnenforced(schema, catalog, { argument, only, input: inputs.at(-1) });
  return why && `no door would enforce: it is ${why}`;
}

interface Held {
  readonly argument: string;
  readonly only: Constraint['only'];
  readonly input: Input;
}

/** A constraint looks the value up as an id: of any other value it would let all pass. */
function whyUnenforced(schema: GraphQLSchema, catalog: Catalog, { argument, only, input }: Held): string | null {
  const type = input && getNamedType(input.type);
  if (isInputObjectType(type)) return 'an input object: name one of its fields';
  if (only === 'self') return type?.name === 'String' ? null : 'no text, as the name of an agent is';
  if (type?.name !== 'ID') return 'no ID';
  const answered = getNamedType(findRoot(schema, argument)?.type);
  const [root, , last] = argument.split('.');
  if (isInterfaceType(answered)) return 'a nodeId, of a record of any type';
  const stored = answered && catalog.get(answered.name);
  const isLookup = root === 'Query' && stored && (last === 'id' || last === 'ids');
  return isLookup && stored.source !== LOOKED_UP[only] ? `the id of a ${stored.name}` : null;
}

/** The root field of a coordinate such as `Query.run`. */
export function findRoot(schema: GraphQLSchema, coordinate: string): GraphQLField<unknown, unknown> | undefined {
  const [root, field = ''] = coordinate.split('.');
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return roots.find((type) => type?.name === root)?.getFields()[field];
}

/** Whether an input object on the way contains itself: the same argument could then be given in a place that is not checked. */
function isEvadable(inputs: readonly Input[]): boolean {
  return inputs.some((input) => {
    const type = input && getNamedType(input.type);
    return (
      isInputObjectType(type) && Object.values(type.getFields()).some((field) => getNamedType(field.type) === type)
    );
  });
}

/** The argument and the fields of inputs that a path leads through; undefined where there is none. */
function inputsOf(schema: GraphQLSchema, argument: string): readonly Input[] {
  const [root = '', field = '', first, ...rest] = argument.split('.');
  const inputs: Input[] = [findRoot(schema, `${root}.${field}`)?.args.find(({ name }) => name === first)];
  for (const step of rest) {
    const type = inputs.at(-1) && getNamedType(inputs.at(-1)?.type);
    inputs.push(isInputObjectType(type) ? type.getFields()[step] : undefined);
  }
  return inputs;
}

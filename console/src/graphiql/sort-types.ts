/** The documentation's order of types: what the company has first, then what says how to ask for it. */
import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isScalarType,
} from 'graphql';

/** Types that are made of others: pages of them, groups, what a mutation answers. */
const DERIVED = /(Connection|Edge|Group|Groups|GroupPage|GroupKeys|Sum|Avg|Min|Max|Payload|Filter|Order|Input)$/;

/** In place: the explorer lists the map in its own order. Nobody else reads that order. */
export function sortTypes(schema: GraphQLSchema): void {
  const types = schema.getTypeMap();
  const sorted = Object.values(types).sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
  for (const type of sorted) {
    delete types[type.name];
    types[type.name] = type;
  }
}

function rank(type: GraphQLNamedType): number {
  if (type.name.startsWith('__')) return 6;
  if (isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node')) return 0;
  if (DERIVED.test(type.name) || isInputObjectType(type)) return 5;
  if (isObjectType(type)) return 1;
  if (isScalarType(type)) return 3;
  return isEnumType(type) ? 4 : 2;
}

/** The schema's own language without what costs tokens and says nothing: line ends, descriptions, directives of ours. Pure. */
import {
  astFromValue,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  print,
} from 'graphql';

/** What a coordinate such as `Page`, `Query.pages` or `CreatePageInput.title` names in the schema. */
export interface Described {
  readonly sdl: string;
  readonly description: string | null;
  /** Types that it names and does not show. */
  readonly types: readonly GraphQLNamedType[];
}

/** Null where it names nothing that the schema has. */
export function describeCoordinate(schema: GraphQLSchema, coordinate: string): Described | null {
  const [name = '', member, ...more] = coordinate.split('.');
  const type = more.length === 0 ? schema.getType(name) : undefined;
  if (!type) return null;
  if (member === undefined)
    return { sdl: printType(type), description: type.description ?? null, types: typesIn(type) };
  if (isEnumType(type)) {
    const value = type.getValue(member);
    return value ? { sdl: `enum ${name}{${member}}`, description: value.description ?? null, types: [] } : null;
  }
  const fields = isObjectType(type) || isInterfaceType(type) || isInputObjectType(type) ? type.getFields() : {};
  const field = Object.hasOwn(fields, member) ? fields[member] : undefined;
  if (!field) return null;
  const sdl = `${keywordOf(type)} ${name}{${printField(field)}}`;
  return { sdl, description: field.description ?? null, types: typesOfField(field) };
}

/** A type whole. */
export function printType(type: GraphQLNamedType): string {
  if (isEnumType(type))
    return `enum ${type.name}{${type
      .getValues()
      .map(({ name }) => name)
      .join(' ')}}`;
  if (isUnionType(type)) return `union ${type.name}=${type.getTypes().join('|')}`;
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return `scalar ${type.name}`;
  const oneOf = isInputObjectType(type) && type.isOneOf ? '@oneOf' : '';
  const fields = Object.values<Field>(type.getFields()).map(printField);
  return `${keywordOf(type)} ${type.name}${oneOf}{${fields.join(' ')}}`;
}

type Field = GraphQLField<unknown, unknown> | GraphQLInputField;

function keywordOf(type: GraphQLNamedType): string {
  if (isInputObjectType(type)) return 'input';
  return isInterfaceType(type) ? 'interface' : 'type';
}

function printField(field: Field): string {
  const args = 'args' in field && field.args.length > 0 ? `(${field.args.map(printArgument).join(' ')})` : '';
  const given = 'args' in field ? '' : printDefault(field);
  return `${field.name}${args}:${field.type}${given}${field.deprecationReason ? '@deprecated' : ''}`;
}

function printArgument(argument: GraphQLArgument): string {
  return `${argument.name}:${argument.type}${printDefault(argument)}`;
}

function printDefault({ defaultValue, type }: GraphQLArgument | GraphQLInputField): string {
  const value = defaultValue === undefined ? null : astFromValue(defaultValue, type);
  return value ? `=${print(value)}` : '';
}

function typesIn(type: GraphQLNamedType): readonly GraphQLNamedType[] {
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [];
  return Object.values<Field>(type.getFields()).flatMap(typesOfField);
}

function typesOfField(field: Field): readonly GraphQLNamedType[] {
  const args = 'args' in field ? field.args.map(({ type }) => getNamedType(type)) : [];
  return [...args, getNamedType(field.type)];
}

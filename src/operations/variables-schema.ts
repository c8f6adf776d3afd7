/** The variables of an operation as JSON Schema. */
import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  type OperationDefinitionNode,
  typeFromAST,
  type VariableDefinitionNode,
  valueFromASTUntyped,
} from 'graphql';
import type { JsonSchema } from './manifest.ts';
import { leafSchema, orNull } from './scalar-schema.ts';

/** An object with a property for each variable. An input that may hold itself stands once, in `$defs`; others where they are. */
export function variablesSchema(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
): JsonSchema {
  const definitions = new Map<string, JsonSchema>();
  const isRequired = ({ type, defaultValue }: VariableDefinitionNode) => type.kind === 'NonNullType' && !defaultValue;
  const properties = variableDefinitions.map((definition): [string, JsonSchema] => {
    const { variable, type, defaultValue, description } = definition;
    const input = typeFromAST(schema, type as Parameters<typeof typeFromAST>[1]) as GraphQLInputType;
    const given = describe(inputSchema(input, definitions), description?.value);
    return [variable.name.value, { ...given, ...(defaultValue && { default: valueFromASTUntyped(defaultValue) }) }];
  });
  const required = variableDefinitions.filter(isRequired).map(({ variable }) => variable.name.value);
  return {
    ...objectOf(properties, required),
    ...(definitions.size > 0 && { $defs: Object.fromEntries(definitions) }),
  };
}

function inputSchema(type: GraphQLInputType, definitions: Map<string, JsonSchema>): JsonSchema {
  if (isNonNullType(type)) return valueSchema(type.ofType, definitions);
  return orNull(valueSchema(type, definitions));
}

function valueSchema(type: GraphQLInputType, definitions: Map<string, JsonSchema>): JsonSchema {
  if (isListType(type)) return { type: 'array', items: inputSchema(type.ofType, definitions) };
  if (isLeafType(type)) return leafSchema(type);
  if (!isInputObjectType(type)) throw new TypeError(`${type} is no input`);
  if (!holdsItself(type)) return fieldsSchema(type, definitions);
  if (!definitions.has(type.name)) {
    // First, or its own fields would go on without end.
    definitions.set(type.name, {});
    definitions.set(type.name, fieldsSchema(type, definitions));
  }
  return { $ref: `#/$defs/${type.name}` };
}

function fieldsSchema(type: GraphQLInputObjectType, definitions: Map<string, JsonSchema>): JsonSchema {
  const fields = Object.values(type.getFields());
  const properties = fields.map((field): [string, JsonSchema] => {
    // Exactly one of them is given, and then not null.
    const given = type.isOneOf ? valueSchema(field.type, definitions) : inputSchema(field.type, definitions);
    const { defaultValue } = field;
    return [
      field.name,
      { ...describe(given, field.description), ...(defaultValue !== undefined && { default: defaultValue }) },
    ];
  });
  const required = fields.filter((field) => isNonNullType(field.type) && field.defaultValue === undefined);
  const object = objectOf(
    properties,
    required.map(({ name }) => name),
  );
  return type.isOneOf ? { ...object, minProperties: 1, maxProperties: 1 } : object;
}

function objectOf(properties: readonly (readonly [string, JsonSchema])[], required: readonly string[]): JsonSchema {
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

function describe(schema: JsonSchema, description: string | null | undefined): JsonSchema {
  return description ? { description: description.replace(/\s+/g, ' '), ...schema } : schema;
}

function holdsItself(type: GraphQLInputObjectType): boolean {
  const seen = new Set<GraphQLInputObjectType>();
  const reach = (from: GraphQLInputObjectType): boolean =>
    Object.values(from.getFields()).some((field) => {
      const named = getNamedType(field.type);
      if (named === type) return true;
      if (!isInputObjectType(named) || seen.has(named)) return false;
      seen.add(named);
      return reach(named);
    });
  return reach(type);
}

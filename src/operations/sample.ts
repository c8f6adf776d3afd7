/** Values for the variables that an operation wants and has no defaults for, so that it can be planned before anybody asks. */
import {
  type ArgumentNode,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  typeFromAST,
  type VariableNode,
  visit,
} from 'graphql';

/** One plain value for each variable that has to be given: of a list one item, of an input the fields that it must have. */
export function sampleVariables(
  schema: GraphQLSchema,
  document: DocumentNode,
  { variableDefinitions = [] }: OperationDefinitionNode,
): Record<string, unknown> {
  const filtering = variablesOfFilters(document);
  return Object.fromEntries(
    variableDefinitions.flatMap(({ variable, type, defaultValue }) => {
      const isWanted = type.kind === 'NonNullType' || filtering.has(variable.name.value);
      if (!isWanted || defaultValue) return [];
      const input = typeFromAST(schema, type as Parameters<typeof typeFromAST>[1]) as GraphQLInputType;
      return [[variable.name.value, sampleOf(input)]];
    }),
  );
}

/** Variables in a filter that the document writes out: the gateway refuses one where a value was left out. */
function variablesOfFilters(document: DocumentNode): ReadonlySet<string> {
  const found = new Set<string>();
  visit(document, {
    [Kind.ARGUMENT]: ({ name, value }: ArgumentNode) => {
      if (name.value !== 'filter' || value.kind !== Kind.OBJECT) return;
      visit(value, { [Kind.VARIABLE]: (variable: VariableNode) => void found.add(variable.name.value) });
    },
  });
  return found;
}

const SCALARS: Readonly<Record<string, unknown>> = {
  Int: 1,
  Float: 1,
  ByteCount: 1,
  Boolean: true,
  Decimal: '1',
  Date: '2026-01-01',
  DateTime: '2026-01-01T00:00:00Z',
};

function sampleOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sampleOf(type.ofType);
  if (isListType(type)) return [sampleOf(type.ofType)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return SCALARS[type.name] ?? '1';
  const fields = Object.values(type.getFields());
  const given = type.isOneOf
    ? fields.slice(0, 1)
    : fields.filter((field) => isNonNullType(field.type) && field.defaultValue === undefined);
  return Object.fromEntries(given.map((field) => [field.name, sampleOf(field.type)]));
}

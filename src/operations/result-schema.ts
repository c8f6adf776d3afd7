/** The answer of an operation as JSON Schema: what its selection lets come. */
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  TypeNameMetaFieldDef,
} from 'graphql';
import { responseKey } from '../plan/walk.ts';
import type { JsonSchema } from './manifest.ts';
import { leafSchema, orNull } from './scalar-schema.ts';

/** An object: `data`, where it is there at all. */
export function resultSchema(
  schema: GraphQLSchema,
  document: DocumentNode,
  { operation, selectionSet }: OperationDefinitionNode,
): JsonSchema {
  const root = schema.getRootType(operation) as GraphQLObjectType;
  const fragments = new Map(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );
  return objectSchema({ schema, fragments }, root, [selectionSet]);
}

interface Reading {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, Extract<DocumentNode['definitions'][number], { kind: 'FragmentDefinition' }>>;
}

/** The nodes of one response key, and whether one of them is always there. */
interface Selected {
  readonly nodes: FieldNode[];
  isAlways: boolean;
}

function objectSchema(
  reading: Reading,
  type: GraphQLObjectType,
  selectionSets: readonly SelectionSetNode[],
): JsonSchema {
  const selected = new Map<string, Selected>();
  for (const { selections } of selectionSets) collect(reading, type, { selections, isAlways: true }, selected);
  const properties = [...selected].map(([key, { nodes }]) => [key, fieldSchema(reading, type, nodes)] as const);
  const required = [...selected].filter(([, { isAlways }]) => isAlways).map(([key]) => key);
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

interface Selecting {
  readonly selections: SelectionSetNode['selections'];
  readonly isAlways: boolean;
}

/** Adds what a selection brings to an object of the type. */
function collect(reading: Reading, type: GraphQLObjectType, selecting: Selecting, selected: Map<string, Selected>) {
  for (const node of selecting.selections) {
    const isAlways = selecting.isAlways && !isConditional(node);
    if (node.kind === Kind.FIELD) {
      const known = selected.get(responseKey(node)) ?? { nodes: [], isAlways: false };
      known.nodes.push(node);
      known.isAlways ||= isAlways;
      selected.set(responseKey(node), known);
      continue;
    }
    const fragment = node.kind === Kind.FRAGMENT_SPREAD ? reading.fragments.get(node.name.value) : node;
    if (!fragment || !isWithin(reading.schema, type, fragment.typeCondition?.name.value)) continue;
    collect(reading, type, { selections: fragment.selectionSet.selections, isAlways }, selected);
  }
}

function isConditional({ directives = [] }: SelectionSetNode['selections'][number]): boolean {
  return directives.some(({ name }) => name.value === 'skip' || name.value === 'include');
}

function isWithin(schema: GraphQLSchema, type: GraphQLObjectType, condition: string | undefined): boolean {
  const named = condition === undefined ? type : schema.getType(condition);
  return named === type || (isAbstractType(named) && schema.isSubType(named, type));
}

function fieldSchema(reading: Reading, parent: GraphQLObjectType, nodes: readonly FieldNode[]): JsonSchema {
  const name = nodes[0]?.name.value ?? '';
  if (name === TypeNameMetaFieldDef.name) return { type: 'string', const: parent.name };
  const field = parent.getFields()[name];
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  // `__schema` and `__type`: what they answer, the schema's own reader knows.
  return field ? outputSchema(reading, field.type, sets) : {};
}

function outputSchema(reading: Reading, type: GraphQLOutputType, sets: readonly SelectionSetNode[]): JsonSchema {
  if (isNonNullType(type)) return valueSchema(reading, type.ofType, sets);
  return orNull(valueSchema(reading, type, sets));
}

function valueSchema(reading: Reading, type: GraphQLOutputType, sets: readonly SelectionSetNode[]): JsonSchema {
  if (isListType(type)) return { type: 'array', items: outputSchema(reading, type.ofType, sets) };
  if (isLeafType(type)) return leafSchema(type);
  return compositeSchema(reading, type as GraphQLCompositeType, sets);
}

/** For an interface or union, the schemas of the types that may come; those that are alike stand once. */
function compositeSchema(reading: Reading, type: GraphQLCompositeType, sets: readonly SelectionSetNode[]): JsonSchema {
  if (!isAbstractType(type)) return objectSchema(reading, type, sets);
  const each = reading.schema.getPossibleTypes(type).map((possible) => objectSchema(reading, possible, sets));
  const distinct = [...new Map(each.map((one) => [JSON.stringify(one), one])).values()];
  return distinct.length === 1 ? (distinct[0] as JsonSchema) : { anyOf: distinct };
}

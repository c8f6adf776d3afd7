/** What of a schema an operation uses: types, `Type.field`, `Type.field.argument`, `Input.field`, `Enum.VALUE`. */
import {
  type FieldNode,
  type GraphQLEnumType,
  type GraphQLInputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type NamedTypeNode,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Operation } from './operations.ts';

/** The coordinates that one operation uses; all values of an enum that it reads. */
export function coordinatesOf(
  schema: GraphQLSchema,
  { document, variables }: Pick<Operation, 'document' | 'variables'>,
): ReadonlySet<string> {
  const used = new Set<string>();
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      enter: (node) => {
        switch (node.kind) {
          case Kind.FIELD:
            return addField(node, info, used);
          case Kind.NAMED_TYPE:
            return void used.add(node.name.value);
          case Kind.OBJECT_FIELD: {
            const input = getNamedType(info.getParentInputType())?.name;
            return void used.add(`${input}`).add(`${input}.${node.name.value}`);
          }
          case Kind.ENUM:
            return void used.add(`${getNamedType(info.getInputType())?.name}.${node.value}`);
          case Kind.VARIABLE_DEFINITION: {
            const input = typeFromAST(schema, node.type as NamedTypeNode) as GraphQLInputType | undefined;
            if (input) addInput(input, variables[node.variable.name.value], used);
          }
        }
      },
    }),
  );
  return used;
}

function addField({ name, arguments: given = [] }: FieldNode, info: TypeInfo, used: Set<string>): void {
  const parent = info.getParentType()?.name;
  const type = getNamedType(info.getFieldDef()?.type);
  used.add(`${parent}`).add(`${parent}.${name.value}`);
  for (const argument of given) used.add(`${parent}.${name.value}.${argument.name.value}`);
  if (type) used.add(type.name);
  if (isEnumType(type)) addValues(type, used);
}

function addValues(type: GraphQLEnumType, used: Set<string>): void {
  for (const { name } of type.getValues()) used.add(`${type.name}.${name}`);
}

/** What a variable holds uses the schema as a literal would. */
function addInput(type: GraphQLInputType, value: unknown, used: Set<string>): void {
  if (isNonNullType(type) || isListType(type)) {
    for (const item of isListType(type) ? [value].flat() : [value]) addInput(type.ofType, item, used);
    return;
  }
  used.add(type.name);
  if (isEnumType(type) && typeof value === 'string') used.add(`${type.name}.${value}`);
  if (!isInputObjectType(type) || typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    const field = type.getFields()[key];
    used.add(`${type.name}.${key}`);
    if (field) addInput(field.type, item, used);
  }
}

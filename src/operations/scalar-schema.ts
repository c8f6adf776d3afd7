/** The scalars and enums of the schema as JSON Schema; the same for what is sent and what is answered. */
import { type GraphQLEnumType, type GraphQLLeafType, isEnumType } from 'graphql';
import type { JsonSchema } from './manifest.ts';

const SCALARS: Readonly<Record<string, JsonSchema>> = {
  ID: { type: 'string' },
  String: { type: 'string' },
  Int: { type: 'integer' },
  Float: { type: 'number' },
  Boolean: { type: 'boolean' },
  Decimal: { type: 'string', pattern: '^[+-]?\\d+(\\.\\d+)?$' },
  ByteCount: { type: 'integer', minimum: 0 },
  Date: { type: 'string', format: 'date' },
  DateTime: { type: 'string', format: 'date-time' },
};

/** Anything at all for `JSON`, and for a scalar that is not known here. */
export function leafSchema(type: GraphQLLeafType): JsonSchema {
  return isEnumType(type) ? enumSchema(type) : (SCALARS[type.name] ?? {});
}

function enumSchema(type: GraphQLEnumType): JsonSchema {
  return { type: 'string', enum: type.getValues().map(({ name }) => name) };
}

/** The same, or null. */
export function orNull(schema: JsonSchema): JsonSchema {
  const { type, enum: values } = schema;
  if (Object.keys(schema).length === 0) return schema;
  if (typeof type !== 'string') return { anyOf: [schema, { type: 'null' }] };
  return { ...schema, type: [type, 'null'], ...(Array.isArray(values) && { enum: [...values, null] }) };
}

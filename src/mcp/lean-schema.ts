/** JSON Schemas with as few tokens as say the same: every model reads the list of tools before it does anything. Pure. */
import type { JsonSchema } from './tool.ts';

/**
 * The shape of an answer alone: the names and what lies below each. What a value may be, whoever reads it sees; a schema
 * that leaves it open is satisfied by null too.
 */
export function shapeOf({ anyOf, properties, items }: JsonSchema): JsonSchema {
  if (Array.isArray(anyOf)) return { anyOf: anyOf.map(shapeOf) };
  if (properties) return { properties: mapValues(properties as Properties, shapeOf) };
  return items ? { items: shapeOf(items as JsonSchema) } : {};
}

/** All of a schema of arguments but that it takes no other names: the gateway says so of wrong ones anyway. */
export function leanInput(schema: JsonSchema): JsonSchema {
  const { additionalProperties: _, ...rest } = schema;
  return Object.fromEntries(
    Object.entries(rest).map(([key, value]) => {
      if (key === 'properties' || key === '$defs') return [key, mapValues(value as Properties, leanInput)];
      if (key === 'items') return [key, leanInput(value as JsonSchema)];
      if (key === 'anyOf' || key === 'oneOf') return [key, (value as readonly JsonSchema[]).map(leanInput)];
      return [key, value];
    }),
  );
}

type Properties = Readonly<Record<string, JsonSchema>>;

function mapValues(properties: Properties, map: (schema: JsonSchema) => JsonSchema): Properties {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, map(schema)]));
}

/** Limits what an operation asks of the schema itself: no more than the whole schema once. */
import type { FieldNode, OperationDefinitionNode, SelectionSetNode } from 'graphql';
import { GatewayError } from '../errors.ts';
import type { Selecting } from './collect.ts';
import { responseKey, visitFields } from './walk.ts';

/** Root fields that show the schema. */
const SCHEMA_FIELDS = new Set(['__schema', '__type', '_service']);
/** Fields of a type that list what may lead to types again. */
const LISTS = new Set(['fields', 'inputFields', 'interfaces', 'possibleTypes', 'enumValues']);

/**
 * Whether the operation asks for `__schema`, `__type` or `_service`, which is the SDL: once, without aliases, and of a type's fields no further ones. So
 * the answer is no longer than that to the standard query, which every tool sends, whatever the document repeats.
 *
 * @throws GatewayError `LIMIT_EXCEEDED` that says what is too much.
 */
export function readIntrospection(
  { selectionSet }: OperationDefinitionNode,
  fragments: Selecting['fragments'],
): boolean {
  const roots = [...mergeFields([selectionSet], fragments)].filter(([, [node]]) => isIntrospection(node));
  if (roots.length > 1)
    throw tooMuch(`asks for the schema ${roots.length} times, and once is the most: __schema or __type`);
  for (const [, nodes] of roots) checkBelow(nodes, fragments, 0);
  return roots.length > 0;
}

function isIntrospection(node: FieldNode | undefined): boolean {
  return SCHEMA_FIELDS.has(node?.name.value ?? '');
}

function checkBelow(nodes: readonly FieldNode[], fragments: Selecting['fragments'], lists: number): void {
  const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
  for (const [key, merged] of mergeFields(sets, fragments)) {
    const name = merged[0]?.name.value ?? '';
    if (key !== name) throw tooMuch(`gives "${name}" of the schema another name: ask for it without an alias`);
    const depth = lists + (LISTS.has(name) ? 1 : 0);
    if (depth > 1) throw tooMuch(`asks for "${name}" of the types of ${[...LISTS].join(', ')}: ask by __type`);
    checkBelow(merged, fragments, depth);
  }
}

/** By response key, whatever the types and conditions: a field counts that might be answered. */
function mergeFields(sets: readonly SelectionSetNode[], fragments: Selecting['fragments']): Map<string, FieldNode[]> {
  const merged = new Map<string, FieldNode[]>();
  visitFields({ fragments }, sets, (field) => {
    const key = responseKey(field);
    const fields = merged.get(key);
    if (fields) fields.push(field);
    else merged.set(key, [field]);
  });
  return merged;
}

function tooMuch(what: string): GatewayError {
  return new GatewayError('LIMIT_EXCEEDED', `The operation ${what}`, { details: { limit: 'introspection', most: 1 } });
}

/** Adds to each stored type the fields that every record of its system has, so that no file of the SDL repeats them. */
import { type DefinitionNode, type FieldDefinitionNode, Kind, type ObjectTypeDefinitionNode, parse } from 'graphql';
import { readStorage, readSwitch } from './directives.ts';

const NODE_ID = `
  "Names the record among all types, for \`node(id:)\` and stores such as Relay's."
  nodeId: ID! @nodeId`;
const DISPLAY_NAME = `
  "The name by which Odoo shows the record, in the language that is asked for."
  displayName: String @computed`;
const WRITE_DATE = `
  """
  When the transaction began that last wrote the record or created it, cut to whole seconds. What changed since: filter
  by \`gte\` with some minutes of overlap, ordered by it, page by page, and take what comes twice once.
  """
  writeDate: DateTime`;

/** The definition with the fields that it does not give itself. */
export function withRecordFields(node: DefinitionNode): DefinitionNode {
  const storage = node.kind === Kind.OBJECT_TYPE_DEFINITION ? readStorage(node) : null;
  if (node.kind !== Kind.OBJECT_TYPE_DEFINITION || !storage) return node;
  const { surface } = storage;
  const given = new Set(node.fields?.map(({ name }) => name.value));
  // The catalog names a type without a key in its own words.
  const isNode = isNodeType(node) && given.has('id');
  const isOdoo = surface === 'odoo';
  const text = [
    isNode && NODE_ID,
    isOdoo && DISPLAY_NAME,
    isOdoo && readSwitch(node, surface, 'logged', true) && WRITE_DATE,
  ];
  const added = fieldsOf(text.filter((part) => part !== false).join('')).filter(({ name }) => !given.has(name.value));
  const interfaces = isNode ? [{ kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: 'Node' } } as const] : [];
  return {
    ...node,
    interfaces: [...(node.interfaces ?? []), ...interfaces],
    fields: [...(node.fields ?? []), ...added],
  };
}

/** Whether the id of a stored type alone finds a record. */
export function isNodeType(node: ObjectTypeDefinitionNode): boolean {
  const storage = readStorage(node);
  return storage !== null && readSwitch(node, storage.surface, 'node', true);
}

function fieldsOf(text: string): readonly FieldDefinitionNode[] {
  if (text === '') return [];
  const [type] = parse(`type T {${text} }`, { noLocation: true }).definitions;
  return (type as ObjectTypeDefinitionNode).fields ?? [];
}

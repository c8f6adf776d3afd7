/** Adds to each stored type the fields that its system gives every record, so that no file of the SDL repeats them. */
import { type DefinitionNode, type FieldDefinitionNode, Kind, type ObjectTypeDefinitionNode, parse } from 'graphql';
import { readStorage } from './directives.ts';

const DISPLAY_NAME = `
  "The name by which Odoo shows the record, in the language that is asked for: what lists that lead to it are found by."
  displayName: String @computed`;
const WRITE_DATE = `
  """
  When the transaction began that last wrote the record or created it, cut to whole seconds. What changed since: filter
  by \`gte\` with some minutes of overlap, ordered by it, page by page, and take what comes twice once.
  """
  writeDate: DateTime`;

/** The definition with the fields that it does not give itself. */
export function withRecordFields(node: DefinitionNode): DefinitionNode {
  if (node.kind !== Kind.OBJECT_TYPE_DEFINITION || readStorage(node)?.surface !== 'odoo') return node;
  const given = new Set(node.fields?.map(({ name }) => name.value));
  const added = fieldsOf(DISPLAY_NAME + (isLogged(node) ? WRITE_DATE : '')).filter(
    ({ name }) => !given.has(name.value),
  );
  return { ...node, fields: [...(node.fields ?? []), ...added] };
}

/** Whether Odoo keeps when a record was written; it keeps nothing of a view. */
function isLogged(node: ObjectTypeDefinitionNode): boolean {
  const directive = node.directives?.find(({ name }) => name.value === 'odoo');
  const logged = directive?.arguments?.find(({ name }) => name.value === 'logged')?.value;
  return logged?.kind !== Kind.BOOLEAN || logged.value;
}

function fieldsOf(text: string): readonly FieldDefinitionNode[] {
  const [type] = parse(`type T {${text} }`, { noLocation: true }).definitions;
  return (type as ObjectTypeDefinitionNode).fields ?? [];
}

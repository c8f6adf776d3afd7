/** The SDL as a subgraph of Apollo Federation 2: what a router composes with those of others. */
import { getDocumentNodeFromSchema, pruneSchema } from '@graphql-tools/utils';
import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DirectiveNode,
  type DocumentNode,
  Kind,
  lexicographicSortSchema,
  parse,
  print,
  visit,
} from 'graphql';
import { buildSchema } from './build.ts';
import { FEDERATION_DIRECTIVES, readEntities } from './federation.ts';

/** As Federation declares them, so that what the SDL says by them is checked. */
const DECLARED = parse(
  `directive @key(fields: String!, resolvable: Boolean = true) repeatable on OBJECT | INTERFACE
   directive @shareable repeatable on OBJECT | FIELD_DEFINITION
   directive @inaccessible on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION`,
  { noLocation: true },
).definitions;

/** Composition knows no \`@oneOf\` by itself. */
const HEADER = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.3", import: [${[...FEDERATION_DIRECTIVES].map((name) => `"@${name}"`).join(', ')}])

directive @oneOf on INPUT_OBJECT`;

/** What stays of the directives; ours say where things are kept, and one of them is called as Federation's own `@link`. */
const KEPT = new Set([...FEDERATION_DIRECTIVES, 'deprecated', 'specifiedBy', 'oneOf']);

/**
 * Prints it: entities with their keys, without subscriptions and without the directives that map the SDL to its systems.
 *
 * @throws SdlError for a key that finds no record.
 */
export function printSubgraph(document: DocumentNode): string {
  readEntities(document);
  const definitions = [...document.definitions.filter((node) => !isSubscription(node)), ...DECLARED];
  const schema = buildSchema({ ...document, definitions });
  const whole = getDocumentNodeFromSchema(lexicographicSortSchema(pruneSchema(schema)));
  const shown = visit(whole, {
    [Kind.DIRECTIVE_DEFINITION]: () => null,
    [Kind.DIRECTIVE]: (node) => (isKept(node) ? undefined : null),
  });
  return `${HEADER}\n\n${print(shown)}\n`;
}

function isSubscription(node: DefinitionNode): boolean {
  const isObject = node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION;
  return isObject && node.name.value === 'Subscription';
}

function isKept({ name }: DirectiveNode | ConstDirectiveNode): boolean {
  return KEPT.has(name.value);
}

/**
 * What the SDL says to a router of Apollo Federation, by the directives `@key`, `@shareable` and `@inaccessible`.
 *
 * They say nothing to a client: the schema has none of them, and no entity, where no router is served.
 */
import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  GraphQLError,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  parse,
  print,
} from 'graphql';
import { isNodeType } from './derive-record.ts';
import { SdlError, toProblem } from './problem.ts';

/** The union of the entities. */
export const ENTITY = '_Entity';

/** What a router asks for beside the schema's own root fields. */
export const ROUTER_FIELDS: ReadonlySet<string> = new Set(['_entities', '_service']);

/** Names of the directives. */
export const FEDERATION_DIRECTIVES: ReadonlySet<string> = new Set(['key', 'shareable', 'inaccessible']);

/** The one key that a record has. */
const KEY = '@key(fields: "id")';

type ObjectNode = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

/** Names of the types that a router may ask for by their key, sorted. @throws SdlError for a key that finds no record. */
export function readEntities({ definitions }: DocumentNode): string[] {
  const keyed = definitions
    .filter(isObject)
    .flatMap((node) => keysOf(node).map((key) => ({ key, name: node.name.value })));
  const problems = keyed.flatMap(({ key, name }) => {
    const type = definitions.find((node) => node.kind === Kind.OBJECT_TYPE_DEFINITION && node.name.value === name);
    const problem = findProblem(key, name, type as ObjectTypeDefinitionNode | undefined);
    return problem === null ? [] : [toProblem(new GraphQLError(problem, { nodes: [key] }))];
  });
  if (problems.length > 0) throw new SdlError('The SDL does not add up:', problems);
  return [...new Set(keyed.map(({ name }) => name))].sort();
}

function findProblem(key: ConstDirectiveNode, name: string, type: ObjectTypeDefinitionNode | undefined): string | null {
  if (print(key) !== KEY) return `${name}: the key of an entity is its id: ${KEY}`;
  return type && isNodeType(type) ? null : `${name} is no entity: its id finds no record of odoo, ops or work`;
}

/** The document without what it says to a router; as it is where it declares these directives itself. */
export function withoutFederation(document: DocumentNode): DocumentNode {
  const isDeclared = document.definitions.some(
    (node) => node.kind === Kind.DIRECTIVE_DEFINITION && FEDERATION_DIRECTIVES.has(node.name.value),
  );
  return isDeclared ? document : { ...document, definitions: document.definitions.map(withoutDirectives) };
}

function withoutDirectives(node: DefinitionNode): DefinitionNode {
  if (!isObject(node)) return 'directives' in node ? bare(node) : node;
  return { ...bare(node), ...(node.fields && { fields: node.fields.map(bare) }) };
}

function bare<T extends DefinitionNode | FieldDefinitionNode>(node: T): T {
  const { directives } = node as { readonly directives?: readonly ConstDirectiveNode[] };
  if (!directives?.some(isFederation)) return node;
  return { ...node, directives: directives.filter((directive) => !isFederation(directive)) };
}

/** The document of a gateway that serves a router: with the entities, and the root fields that ask for them. */
export function withEntities(document: DocumentNode): DocumentNode {
  const entities = readEntities(document);
  const served = parse(
    `
    "A representation of an entity: an object of its \`__typename\` and its \`id\`; what else it holds is passed over."
    scalar _Any
    "A record that a router may ask for by its key."
    union ${ENTITY} = ${entities.join(' | ')}
    "The gateway as a subgraph."
    type _Service {
      "Its SDL, as \`tripoint schema --federation\` prints it."
      sdl: String
    }
    extend type Query {
      "For routers: the entities that are represented, in their order, one call for each type; null in the place of each that is not there."
      _entities("Up to 1000 of them." representations: [_Any!]!): [${ENTITY}]!
      "For routers: the SDL to compose; only for whom the schema is shown."
      _service: _Service!
    }`,
    { noLocation: true },
  );
  return { ...document, definitions: [...document.definitions, ...served.definitions] };
}

function isObject(node: DefinitionNode): node is ObjectNode {
  return node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION;
}

function keysOf({ directives = [] }: ObjectNode): readonly ConstDirectiveNode[] {
  return directives.filter(({ name }) => name.value === 'key');
}

function isFederation({ name }: ConstDirectiveNode): boolean {
  return FEDERATION_DIRECTIVES.has(name.value);
}

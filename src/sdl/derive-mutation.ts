/** Gives each mutation its dry run: the arguments that ask for one and confirm one, and what payloads say of it. */
import {
  type DefinitionNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
  parse,
  type TypeNode,
} from 'graphql';
import { POINTS } from './costs.ts';
import { directivesIn } from './derive-groups.ts';
import { readDirective } from './directives.ts';

const COST = directivesIn(`@cost(weight: "${POINTS.mutation}")`);

const DERIVED = definitionsOf(`
  "A value that a dry run would change."
  type Change {
    "Where it is: of the payload's own record \`page.title\`, of another one its type and id, \`Block.<uuid>.content\`."
    path: String!
    "The value now; null where there is none."
    before: JSON
    "The value as it would be; null where there would be none."
    after: JSON
  }
  "Where the ledger says what a mutation wrote: \`verifyLedger(runId:)\` checks the chain that it stands in."
  type Receipt {
    "The run in whose chain it stands."
    runId: ID!
    "The event's uuid."
    eventId: ID!
    "Number of the event in the run."
    seq: Int!
  }
  type Payload {
    "What a dry run would change, or a confirmation that is stale; null else."
    diff: [Change!]
    "What a dry run could not find out, a sentence each; null else."
    unknown: [String!]
    "Confirms the dry run, once and within five minutes; null where nothing needs it."
    confirmation: String
    "Where the ledger says what an agent wrote, or who confirmed; null else."
    receipt: Receipt
  }
  type Mutation { field(
    "Whether to keep nothing, and to answer what would be done."
    dryRun: Boolean! = false
    "The \`confirmation\` of a dry run with the same arguments, where the doctrine wants one."
    confirmation: String
  ): Payload }`);
const [CHANGE, RECEIPT, PAYLOAD, FIELD] = DERIVED as readonly ObjectTypeDefinitionNode[];

/** The brand keeps an object of another name what it was, for the compiler. */
type MutationNode = (ObjectTypeDefinitionNode | ObjectTypeExtensionNode) & {
  readonly name: { readonly value: 'Mutation' };
};

/** The definitions with arguments, fields and types added; as they are where there is no mutation. */
export function withDryRuns(definitions: readonly DefinitionNode[]): readonly DefinitionNode[] {
  const mutations = definitions.filter(isMutation).flatMap(({ fields }) => fields ?? []);
  if (mutations.length === 0) return definitions;
  const payloads = new Set(mutations.map(({ type }) => nameOf(type)));
  const given = definitions.map((node) => {
    if (isMutation(node)) return { ...node, ...(node.fields && { fields: node.fields.map(withArguments) }) };
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION || !payloads.has(node.name.value)) return node;
    return { ...node, fields: [...(node.fields ?? []), ...(PAYLOAD?.fields ?? [])] };
  });
  return [...given, ...[CHANGE, RECEIPT].flatMap((type) => type ?? [])];
}

function withArguments(field: FieldDefinitionNode): FieldDefinitionNode {
  return {
    ...field,
    arguments: [...(field.arguments ?? []), ...(FIELD?.fields?.[0]?.arguments ?? [])],
    directives: readDirective(field, 'cost') ? field.directives : [...(field.directives ?? []), ...COST],
  };
}

function isMutation(node: DefinitionNode): node is MutationNode {
  const isObject = node.kind === Kind.OBJECT_TYPE_DEFINITION || node.kind === Kind.OBJECT_TYPE_EXTENSION;
  return isObject && node.name.value === 'Mutation';
}

function nameOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}

function definitionsOf(text: string): readonly DefinitionNode[] {
  return parse(text, { noLocation: true }).definitions;
}

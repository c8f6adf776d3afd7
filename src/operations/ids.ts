/** The names that clients give one operation: each hashes another form of its text. */
import { hash } from 'node:crypto';
import { printExecutableGraphQLDocument } from '@graphql-tools/documents';
import {
  type ASTNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldNode,
  Kind,
  parse,
  print,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { OPERATION_LIMITS } from '../limits.ts';
import { confirmableOf } from './confirmable.ts';

/** The SHA-256 of a text in UTF-8, in hexadecimal. */
export function sha256(text: string): string {
  return hash('sha256', text);
}

/** Tokens of a text that is looked at before its limits are: as many as a gateway reads where it says nothing else. */
const MAX_TOKENS = OPERATION_LIMITS.maxTokens;

/**
 * The text as graphql-js prints it: without comments, and with its own white space.
 *
 * @throws GraphQLError where it cannot be read, or is longer than any document that may be trusted.
 */
export function normalise(text: string): string {
  return print(parse(text, { noLocation: true, maxTokens: MAX_TOKENS }));
}

/**
 * The forms in which clients send an operation, by the SHA-256 of each: normalised, source, codegen's client preset, Apollo
 * Client's, which are answered with `__typename`; a mutation also as it is asked for a dry run and confirmed. @throws GraphQLError where the text cannot be read.
 */
export function formsOf(text: string): ReadonlyMap<string, string> {
  const document = parse(text, { noLocation: true });
  const apollo = withTypenames(document);
  const confirmable = confirmableOf(document);
  const forms = [
    print(document),
    text,
    text.trim(),
    printExecutableGraphQLDocument(document),
    // Apollo Client hashes what it is about to send, and its manifest the same with its definitions in an order of their own.
    print(apollo),
    print(inApolloOrder(apollo)),
    ...(confirmable ? [confirmable.document] : []),
  ];
  return new Map(forms.map((form) => [sha256(form), form]));
}

/** The text in Apollo's manifest: with `__typename`, and its definitions in Apollo's order. @throws GraphQLError where it cannot be read. */
export function apolloForm(text: string): string {
  return print(inApolloOrder(withTypenames(parse(text, { noLocation: true }))));
}

/** Equal for two texts that ask for the same, whatever their order, white space, comments and `__typename`. */
export function essenceOf(document: DocumentNode): string {
  const isTypename = ({ name }: FieldNode) => name.value === TYPENAME.name.value;
  const bare = visit(document, { [Kind.FIELD]: (node: FieldNode) => (isTypename(node) ? null : undefined) });
  return printExecutableGraphQLDocument(bare);
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** In each selection set but the operation's own, last, where no field of introspection stands already: as Apollo Client does. */
function withTypenames(document: DocumentNode): DocumentNode {
  return visit(document, {
    [Kind.SELECTION_SET]: (node: SelectionSetNode, _key: unknown, parent: ASTNode | readonly ASTNode[] | undefined) => {
      const isRoot = parent && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION;
      const isNamed = node.selections.some((one) => one.kind === Kind.FIELD && one.name.value.startsWith('__'));
      return isRoot || isNamed ? undefined : { ...node, selections: [...node.selections, TYPENAME] };
    },
  });
}

/** Operations before fragments, each by its name: as Apollo's manifest has them. */
function inApolloOrder(document: DocumentNode): DocumentNode {
  const nameOf = (one: DefinitionNode) => ('name' in one && one.name?.value) || '';
  const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));
  const definitions = [...document.definitions].sort(
    (a, b) => compare(b.kind, a.kind) || compare(nameOf(a), nameOf(b)),
  );
  return { ...document, definitions };
}

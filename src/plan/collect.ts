/** Field collection as the GraphQL specification says it: fragments, `@skip`, `@include`, merging by response key. */
import {
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  isAbstractType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { responseKey } from './walk.ts';

/** What a selection is read against: one operation of one document, and its coerced variables. */
export interface Selecting {
  readonly schema: GraphQLSchema;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Response key → the field nodes that answer to it, in the order of first appearance. */
export type Collected = ReadonlyMap<string, readonly FieldNode[]>;

/** Collects what `selectionSets` together select on the object type `typeName`. @see GraphQL specification, 6.3.2 */
export function collectFields(
  selecting: Selecting,
  typeName: string,
  selectionSets: readonly SelectionSetNode[],
): Collected {
  const collected = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  const visit = (selections: readonly SelectionNode[]): void => {
    for (const selection of selections) {
      if (!isIncluded(selecting, selection)) continue;
      if (selection.kind === Kind.FIELD) {
        const key = responseKey(selection);
        const nodes = collected.get(key);
        if (nodes) nodes.push(selection);
        else collected.set(key, [selection]);
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : selecting.fragments[selection.name.value];
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        if (visited.has(selection.name.value)) continue;
        visited.add(selection.name.value);
      }
      if (fragment && applies(selecting.schema, fragment.typeCondition?.name.value, typeName))
        visit(fragment.selectionSet.selections);
    }
  };
  for (const selectionSet of selectionSets) visit(selectionSet.selections);
  return collected;
}

/** Collects what the merged `nodes` of one response key select below them. */
export function collectSubfields(selecting: Selecting, typeName: string, nodes: readonly FieldNode[]): Collected {
  return collectFields(
    selecting,
    typeName,
    nodes.flatMap((node) => node.selectionSet ?? []),
  );
}

/** Names of the variables that decide a `@skip` or `@include` of the operation: with their values they give the shape. */
export function conditionVariables(operation: OperationDefinitionNode, fragments: Selecting['fragments']): string[] {
  const found = new Set<string>();
  const visit = (selectionSet: SelectionSetNode): void => {
    for (const selection of selectionSet.selections) {
      for (const directive of selection.directives ?? []) {
        if (directive.name.value !== 'skip' && directive.name.value !== 'include') continue;
        for (const { value } of directive.arguments ?? [])
          if (value.kind === Kind.VARIABLE) found.add(value.name.value);
      }
      if (selection.kind !== Kind.FRAGMENT_SPREAD && selection.selectionSet) visit(selection.selectionSet);
    }
  };
  visit(operation.selectionSet);
  for (const fragment of Object.values(fragments)) visit(fragment.selectionSet);
  return [...found];
}

function isIncluded({ variables }: Selecting, node: SelectionNode): boolean {
  if (!node.directives?.length) return true;
  if (getDirectiveValues(GraphQLSkipDirective, node, variables)?.if === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, variables)?.if !== false;
}

function applies(schema: GraphQLSchema, condition: string | undefined, typeName: string): boolean {
  if (condition === undefined || condition === typeName) return true;
  const abstract = schema.getType(condition);
  const object = schema.getType(typeName);
  return (
    isAbstractType(abstract) && object !== undefined && 'getInterfaces' in object && schema.isSubType(abstract, object)
  );
}

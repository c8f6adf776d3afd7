/** The places of an answer at which anything may stand: values of the scalar `JSON`. */
import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { responseKey } from '../plan/walk.ts';

/** Keys from the root, without indices, e.g. `data.run.input`. */
export function findFreeForm(schema: GraphQLSchema, document: DocumentNode): ReadonlySet<string> {
  const found = new Set<string>();
  const fragments = new Map(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])),
  );
  const visit = (typeName: string | undefined, path: string, { selections }: SelectionSetNode): void => {
    const type = schema.getType(typeName ?? '');
    for (const node of selections) {
      if (node.kind === Kind.INLINE_FRAGMENT)
        visit(node.typeCondition?.name.value ?? typeName, path, node.selectionSet);
      else if (node.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(node.name.value);
        if (fragment) visit(fragment.typeCondition.name.value, path, fragment.selectionSet);
      } else {
        const field = isObjectType(type) ? type.getFields()[node.name.value] : undefined;
        const named = getNamedType(field?.type);
        const at = `${path}.${responseKey(node)}`;
        if (named?.name === 'JSON') found.add(at);
        if (node.selectionSet && isCompositeType(named)) visit(named.name, at, node.selectionSet);
      }
    }
  };
  for (const one of document.definitions)
    if (one.kind === Kind.OPERATION_DEFINITION)
      visit(schema.getRootType(one.operation)?.name, 'data', one.selectionSet);
  return found;
}

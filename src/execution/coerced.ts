/**
 * graphql-js expects the variables of a request as they were sent, and coerces them itself. The rules and the plans needed
 * them earlier, so they are coerced already: graphql-js gets them under a type that takes any value as it is.
 */
import { type DocumentNode, Kind, type NamedTypeNode, type OperationDefinitionNode } from 'graphql';

/** The scalar of the SDL whose inputs are what they are. */
const ANYTHING: NamedTypeNode = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: 'JSON' } };

/** The document with this operation alone, to be executed with coerced variables: defaults are among them. */
export function takeCoerced(document: DocumentNode, operation: OperationDefinitionNode): DocumentNode {
  const variableDefinitions = operation.variableDefinitions?.map(
    ({ variable }) => ({ kind: Kind.VARIABLE_DEFINITION, variable, type: ANYTHING }) as const,
  );
  const fragments = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  return {
    kind: Kind.DOCUMENT,
    definitions: [{ ...operation, variableDefinitions: variableDefinitions ?? [] }, ...fragments],
  };
}

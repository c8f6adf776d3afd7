/** A rule of validation: no number of a document is one that JavaScript would change. */
import {
  type ASTNode,
  type ASTVisitor,
  type FloatValueNode,
  GraphQLError,
  getNamedType,
  type IntValueNode,
  Kind,
  type ValidationContext,
} from 'graphql';
import { inexactProblem, isExactNumber } from '../plan/exact-number.ts';

/** Scalars that take a literal as the text it is, or refuse a great number themselves. */
const EXACT = new Set(['Decimal', 'ID', 'Int']);

type Container = ASTNode | readonly ASTNode[] | undefined;

/** Refuses each such number, and names the argument and the fields down to it. */
export function exactNumbersRule(context: ValidationContext): ASTVisitor {
  const check = (
    node: IntValueNode | FloatValueNode,
    _key: string | number | undefined,
    parent: Container,
    path: readonly (string | number)[],
    ancestors: readonly Container[],
  ): void => {
    const type = context.getInputType();
    if ((type && EXACT.has(getNamedType(type).name)) || isExactNumber(node.value)) return;
    const problem = inexactProblem({ number: node.value, path: namesOf([...ancestors, parent], path) });
    context.reportError(new GraphQLError(problem, { nodes: node }));
  };
  return { IntValue: check, FloatValue: check };
}

/** @param containers What holds the node at each step of `path`, lists of nodes included. */
function namesOf(containers: readonly Container[], path: readonly (string | number)[]): string[] {
  return containers.flatMap((container, index) => {
    if (container === undefined) return [];
    if (!('kind' in container)) return isListValue(containers[index - 1]) ? [String(path[index])] : [];
    if (container.kind === Kind.VARIABLE_DEFINITION) return [`$${container.variable.name.value}`];
    return container.kind === Kind.ARGUMENT || container.kind === Kind.OBJECT_FIELD ? [container.name.value] : [];
  });
}

function isListValue(container: Container): boolean {
  return container !== undefined && 'kind' in container && container.kind === Kind.LIST;
}

/** What fields and arguments cost beside the records that they answer: points, as `@cost` says in the SDL. */
import type { ConstDirectiveNode } from 'graphql';
import { readDirective } from './directives.ts';

/** Points where the SDL says nothing else. */
export const POINTS = {
  /** A root field that answers with no record. */
  field: 1,
  mutation: 10,
  /** Groups: all that they are of is read. */
  groups: 10,
  /** Odoo's search by name, in each list that is asked for. */
  search: 10,
  /** The schema itself, by `__schema` or `__type`. */
  introspection: 100,
} as const;

interface Directed {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
}

/** The points that `@cost` gives a field; null where it does not stand. */
export function readCost(node: Directed | null | undefined): number | null {
  const given = readDirective(node, 'cost');
  return given ? Number(given.weight) : null;
}

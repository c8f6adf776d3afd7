/** How large a selection is once its fragments are spread: a short document can stand for one that no planner would end. */
import { Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import { GatewayError } from '../errors.ts';
import type { Selecting } from './collect.ts';

/** Fields of one operation, fragments spread: no document without fragments has more, since its tokens are counted. */
const MAX_FIELDS = 5_000;
/** Root fields of one operation: each is a call upstream. */
const MAX_ROOTS = 100;

/** @throws GatewayError `LIMIT_EXCEEDED` that names the limit and the number. */
export function refuseSelection({ selectionSet }: OperationDefinitionNode, fragments: Selecting['fragments']): void {
  const fields = countFields(selectionSet, fragments);
  if (fields > MAX_FIELDS)
    throw new GatewayError(
      'LIMIT_EXCEEDED',
      `The operation selects ${fields} fields with its fragments spread, and ${MAX_FIELDS} are the most: ask for less at once`,
      { details: { limit: 'fields', most: MAX_FIELDS, asked: fields } },
    );
}

/** @throws GatewayError `LIMIT_EXCEEDED` that names the limit and the number. */
export function refuseRoots(roots: ReadonlyMap<string, unknown>): void {
  if (roots.size > MAX_ROOTS)
    throw new GatewayError(
      'LIMIT_EXCEEDED',
      `The operation has ${roots.size} root fields, and ${MAX_ROOTS} are the most: ask in several operations`,
      { details: { limit: 'root fields', most: MAX_ROOTS, asked: roots.size } },
    );
}

/** Each fragment is counted once, however often it is spread: the number would take as long as the plan else. */
function countFields(root: SelectionSetNode, fragments: Selecting['fragments']): number {
  const known = new Map<string, number>();
  const ofFragment = (name: string): number => {
    const counted = known.get(name);
    if (counted !== undefined) return counted;
    // A fragment that spreads itself is refused by validation.
    known.set(name, 0);
    const fragment = fragments[name];
    const count = fragment ? ofSet(fragment.selectionSet) : 0;
    known.set(name, count);
    return count;
  };
  const ofSet = ({ selections }: SelectionSetNode): number =>
    selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return sum + ofFragment(selection.name.value);
      const own = selection.kind === Kind.FIELD ? 1 : 0;
      return sum + own + (selection.selectionSet ? ofSet(selection.selectionSet) : 0);
    }, 0);
  return ofSet(root);
}

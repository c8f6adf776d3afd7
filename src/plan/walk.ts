/** Fields of selection sets as a document has them: fragments spread, whatever the conditions. */
import { type FieldNode, type FragmentDefinitionNode, Kind, type SelectionNode, type SelectionSetNode } from 'graphql';

type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** What is walked through, and how far. */
export interface Walk {
  readonly fragments: Fragments;
  /** Selections that may still be read; all of them where absent. */
  readonly budget?: { left: number };
}

/** The name under which a field is answered. */
export function responseKey({ alias, name }: FieldNode): string {
  return (alias ?? name).value;
}

/** Visits the fields of sets that are merged, each with its type condition, '' for none; a named fragment once. */
export function visitFields(
  { fragments, budget = { left: Number.POSITIVE_INFINITY } }: Walk,
  sets: readonly SelectionSetNode[],
  onField: (field: FieldNode, type: string) => void,
): void {
  const spread = new Set<string>();
  const visit = ({ selections }: SelectionSetNode, type: string): void => {
    for (const selection of selections) {
      if (budget.left <= 0) return;
      budget.left -= 1;
      if (selection.kind === Kind.FIELD) onField(selection, type);
      else {
        const fragment = open(selection, fragments, spread);
        if (fragment) visit(fragment.selectionSet, fragment.typeCondition?.name.value ?? type);
      }
    }
  };
  for (const set of sets) visit(set, '');
}

/** Undefined for what is spread already, or defined nowhere. */
function open(selection: Exclude<SelectionNode, FieldNode>, fragments: Fragments, spread: Set<string>) {
  if (selection.kind === Kind.INLINE_FRAGMENT) return selection;
  const name = selection.name.value;
  if (spread.has(name)) return undefined;
  spread.add(name);
  return fragments[name];
}

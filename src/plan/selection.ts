/** How large a document is once its fragments are spread: a short one can stand for one that no planner would end. */
import {
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { GatewayError } from '../errors.ts';
import type { Selecting } from './collect.ts';

/** What a document says of its own size; each number counts a fragment as often as it is spread. */
export interface DocumentSize {
  /** Of the text, comments left out. */
  readonly tokens: number;
  readonly fields: number;
  /** Fields below each other. */
  readonly depth: number;
  /** Times that one response key stands in one selection set: validation compares each with each. */
  readonly repeats: number;
  readonly directives: number;
  readonly variables: number;
}

/** How often an operation asks of its root. */
export interface RootsSize {
  readonly rootFields: number;
  /** The root field that it asks for most often. */
  readonly aliases: { readonly field: string; readonly times: number };
}

/** Fields that are planned, whatever the limit. */
const MAX_PLANNED = 50_000;

/** Measures one operation of a document. */
export function measureDocument(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  fragments: Selecting['fragments'],
): DocumentSize {
  const { fields, depth, repeats, directives } = measureSet(operation.selectionSet, fragments);
  const variables = operation.variableDefinitions ?? [];
  const beside = [operation, ...variables].reduce((sum, node) => sum + (node.directives?.length ?? 0), 0);
  return {
    tokens: (document as { readonly tokenCount?: number }).tokenCount ?? 0,
    fields,
    depth,
    repeats,
    directives: directives + beside,
    variables: variables.length,
  };
}

/** @throws GatewayError `LIMIT_EXCEEDED` for more fields than can be planned, also where limits are measured only. */
export function refuseSelection({ fields }: Pick<DocumentSize, 'fields'>): void {
  if (fields > MAX_PLANNED)
    throw new GatewayError(
      'LIMIT_EXCEEDED',
      `The operation has ${fields} fields with its fragments spread, and ${MAX_PLANNED} can be planned: ask for less, or in several operations`,
      { details: { limit: 'OPERATION_MAX_FIELDS', most: MAX_PLANNED, asked: fields } },
    );
}

/** @param names The fields that the response keys of the root stand for. */
export function measureRoots(names: readonly string[]): RootsSize {
  const times = new Map<string, number>();
  let aliases = { field: '', times: 0 };
  for (const field of names) {
    const count = (times.get(field) ?? 0) + 1;
    times.set(field, count);
    if (count > aliases.times) aliases = { field, times: count };
  }
  return { rootFields: names.length, aliases };
}

type SetSize = Pick<DocumentSize, 'fields' | 'depth' | 'repeats' | 'directives'>;

const NOTHING: SetSize = { fields: 0, depth: 0, repeats: 0, directives: 0 };

/** Each fragment is measured once, however often it is spread: it would take as long as the plan else. */
function measureSet(root: SelectionSetNode, fragments: Selecting['fragments']): SetSize {
  const known = new Map<string, SetSize>();
  const ofFragment = (name: string): SetSize => {
    const measured = known.get(name);
    if (measured) return measured;
    // A fragment that spreads itself is refused by validation.
    known.set(name, NOTHING);
    const fragment = fragments[name];
    const size = fragment ? ofSet(fragment.selectionSet) : NOTHING;
    known.set(name, size);
    return size;
  };
  const ofSelection = (selection: SelectionNode): SetSize => {
    const isSpread = selection.kind === Kind.FRAGMENT_SPREAD;
    const set = isSpread ? undefined : selection.selectionSet;
    const below = isSpread ? ofFragment(selection.name.value) : set ? ofSet(set) : NOTHING;
    const own = selection.kind === Kind.FIELD ? 1 : 0;
    return {
      fields: below.fields + own,
      depth: below.depth + own,
      repeats: below.repeats,
      directives: below.directives + (selection.directives?.length ?? 0),
    };
  };
  const ofSet = ({ selections }: SelectionSetNode): SetSize =>
    selections.reduce(
      (sum, selection) => {
        const { fields, depth, repeats, directives } = ofSelection(selection);
        return {
          fields: sum.fields + fields,
          depth: Math.max(sum.depth, depth),
          repeats: Math.max(sum.repeats, repeats),
          directives: sum.directives + directives,
        };
      },
      { ...NOTHING, repeats: countRepeats(selections) },
    );
  return ofSet(root);
}

function countRepeats(selections: readonly SelectionNode[]): number {
  const times = new Map<string, number>();
  let most = 0;
  for (const selection of selections) {
    if (selection.kind !== Kind.FIELD) continue;
    const key = selection.alias?.value ?? selection.name.value;
    const count = (times.get(key) ?? 0) + 1;
    times.set(key, count);
    most = Math.max(most, count);
  }
  return most;
}

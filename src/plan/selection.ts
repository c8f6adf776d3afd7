/** How large a document is once its fragments are spread: a short one can stand for one that no planner would end. */
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { GatewayError } from '../errors.ts';
import type { Selecting } from './collect.ts';
import { createCountRepeats } from './repeats.ts';
import { responseKey, visitFields } from './walk.ts';

/** What a document says of its own size; each number counts a fragment as often as it is spread. */
export interface DocumentSize {
  /** Of the text, comments left out. */
  readonly tokens: number;
  /** Operations and fragments of the document. */
  readonly definitions: number;
  readonly fields: number;
  /** Fields below each other. */
  readonly depth: number;
  /** Times that one response key stands in one selection set: validation compares each with each. */
  readonly repeats: number;
  readonly rootFields: number;
  /** The root field that is asked for most often. */
  readonly aliases: { readonly field: string; readonly times: number };
  readonly directives: number;
  readonly variables: number;
}

/** Fields that are planned, whatever the limit. */
const MAX_PLANNED = 50_000;

/** Measures one operation of a document, whatever its conditions. */
export function measureDocument(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  fragments: Selecting['fragments'],
): DocumentSize {
  return createMeasure(document, fragments)(operation);
}

/** Measures each definition of a document by itself: validation reads them all, whichever is asked for. */
export function* measureDefinitions(document: DocumentNode): Generator<DocumentSize> {
  const measure = createMeasure(document, fragmentsOf(document));
  for (const node of document.definitions)
    if (node.kind === Kind.OPERATION_DEFINITION || node.kind === Kind.FRAGMENT_DEFINITION) yield measure(node);
}

/** The fragments of a document by name; a document that is not validated may ask for one named `constructor`. */
export function fragmentsOf(document: DocumentNode): Selecting['fragments'] {
  const fragments: Record<string, FragmentDefinitionNode> = Object.create(null);
  for (const node of document.definitions)
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments[node.name.value] = node;
  return fragments;
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

type Definition = OperationDefinitionNode | FragmentDefinitionNode;

/** A definition is measured before its document is validated, and asked for again when it is planned. */
const sizes = new WeakMap<Definition, DocumentSize>();

/** What is known of one definition serves the next. */
function createMeasure(document: DocumentNode, fragments: Selecting['fragments']) {
  const { tokenCount: tokens = 0 } = document as { readonly tokenCount?: number };
  const definitions = document.definitions.length;
  const measureSet = createMeasureSet(fragments);
  const countRepeats = createCountRepeats(fragments);
  return (definition: Definition): DocumentSize => {
    const known = sizes.get(definition);
    if (known) return known;
    const { fields, depth, directives } = measureSet(definition.selectionSet);
    const variables = definition.variableDefinitions ?? [];
    const beside = [definition, ...variables].reduce((sum, node) => sum + (node.directives?.length ?? 0), 0);
    const roots = definition.kind === Kind.OPERATION_DEFINITION ? measureRoots(definition, fragments) : NO_ROOTS;
    const repeats = countRepeats(definition.selectionSet);
    const [counted, declared] = [directives + beside, variables.length];
    const size = { tokens, definitions, fields, depth, repeats, ...roots, directives: counted, variables: declared };
    sizes.set(definition, size);
    return size;
  };
}

type RootsSize = Pick<DocumentSize, 'rootFields' | 'aliases'>;

const NO_ROOTS: RootsSize = { rootFields: 0, aliases: { field: '', times: 0 } };

/** Response keys of the root, and the field that most of them stand for. */
function measureRoots({ selectionSet }: OperationDefinitionNode, fragments: Selecting['fragments']): RootsSize {
  const times = new Map<string, number>();
  let { aliases } = NO_ROOTS;
  const roots = collectRoots(selectionSet, fragments);
  for (const field of roots.values()) {
    const count = (times.get(field) ?? 0) + 1;
    times.set(field, count);
    if (count > aliases.times) aliases = { field, times: count };
  }
  return { rootFields: roots.size, aliases };
}

/** Response key → name of the field. */
function collectRoots(root: SelectionSetNode, fragments: Selecting['fragments']): Map<string, string> {
  const roots = new Map<string, string>();
  visitFields({ fragments }, [root], (field) => roots.set(responseKey(field), field.name.value));
  return roots;
}

type SetSize = Pick<DocumentSize, 'fields' | 'depth' | 'directives'>;

const NOTHING: SetSize = { fields: 0, depth: 0, directives: 0 };

/** Each fragment is measured once, however often it is spread: it would take as long as the plan else. */
function createMeasureSet(fragments: Selecting['fragments']): (set: SelectionSetNode) => SetSize {
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
      directives: below.directives + (selection.directives?.length ?? 0),
    };
  };
  const ofSet = ({ selections }: SelectionSetNode): SetSize =>
    selections.reduce((sum, selection) => {
      const { fields, depth, directives } = ofSelection(selection);
      return {
        fields: sum.fields + fields,
        depth: Math.max(sum.depth, depth),
        directives: sum.directives + directives,
      };
    }, NOTHING);
  return ofSet;
}

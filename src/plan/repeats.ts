/**
 * How often one response key stands in one selection set, once sets are merged and fragments spread: validation compares
 * each of them with each.
 */
import { type FieldNode, Kind, type SelectionNode, type SelectionSetNode } from 'graphql';
import type { Selecting } from './collect.ts';

/** The most that any response key stands in the set, or in one below it. */
export type CountRepeats = (set: SelectionSetNode) => number;

/** Sets that are merged because their fields have one response key and one type. */
type Merged = readonly SelectionSetNode[];

/** Selections of one document that are read: a crafted one merges them in more ways than it has fields. */
const MAX_READ = 100_000;
/** Types that exclude each other may each have the key once: together they have it so many times as often as one. */
const OF_ALL_TYPES = 4;

/** For all definitions of one document: sets that were merged before are not read again. */
export function createCountRepeats(fragments: Selecting['fragments']): CountRepeats {
  const known = new Map<string, number>();
  const numbers = new Map<SelectionSetNode, number>();
  const reading = { fragments, left: MAX_READ };
  const numberOf = (set: SelectionSetNode) => {
    const number = numbers.get(set) ?? numbers.size;
    numbers.set(set, number);
    return number;
  };
  const count = (types: readonly Merged[]): number => {
    const place = types.map((sets) => sets.map(numberOf).join(' ')).join('|');
    const counted = known.get(place);
    if (counted !== undefined) return counted;
    // A fragment that spreads itself is refused by validation.
    known.set(place, 0);
    let most = 0;
    for (const groups of mergeTypes(reading, types)) {
      const below = groups.map((fields) => fields.flatMap(({ selectionSet }) => selectionSet ?? []));
      const merged = below.filter((sets) => sets.length > 0);
      most = Math.max(most, countGroups(groups), merged.length > 0 ? count(merged) : 0);
    }
    known.set(place, most);
    return most;
  };
  return (set) => count([[set]]);
}

/** @param groups Fields of one response key, by type. */
function countGroups(groups: readonly (readonly FieldNode[])[]): number {
  const all = groups.reduce((sum, { length }) => sum + length, 0);
  return Math.max(Math.ceil(all / OF_ALL_TYPES), ...groups.map(({ length }) => length));
}

interface Reading {
  readonly fragments: Selecting['fragments'];
  left: number;
}

/** The fields of each response key, by type. */
function mergeTypes(reading: Reading, types: readonly Merged[]): Iterable<readonly (readonly FieldNode[])[]> {
  const merged = new Map<string, FieldNode[][]>();
  for (const sets of types)
    for (const [key, groups] of mergeFields(reading, sets)) {
      const known = merged.get(key);
      if (known) known.push(...groups.values());
      else merged.set(key, [...groups.values()]);
    }
  return merged.values();
}

/** Response key → type condition → fields; each fragment once. */
function mergeFields(reading: Reading, sets: Merged): Map<string, Map<string, FieldNode[]>> {
  const merged = new Map<string, Map<string, FieldNode[]>>();
  const spread = new Set<string>();
  const visit = ({ selections }: SelectionSetNode, type: string): void => {
    for (const selection of selections) {
      if (reading.left <= 0) return;
      reading.left -= 1;
      if (selection.kind === Kind.FIELD) add(merged, type, selection);
      else {
        const fragment = open(selection, reading.fragments, spread);
        if (fragment) visit(fragment.selectionSet, fragment.typeCondition?.name.value ?? type);
      }
    }
  };
  for (const set of sets) visit(set, '');
  return merged;
}

/** Undefined for what is spread already, or defined nowhere. */
function open(selection: Exclude<SelectionNode, FieldNode>, fragments: Selecting['fragments'], spread: Set<string>) {
  if (selection.kind === Kind.INLINE_FRAGMENT) return selection;
  const name = selection.name.value;
  if (spread.has(name)) return undefined;
  spread.add(name);
  return fragments[name];
}

function add(merged: Map<string, Map<string, FieldNode[]>>, type: string, field: FieldNode): void {
  const key = field.alias?.value ?? field.name.value;
  const groups = merged.get(key) ?? new Map<string, FieldNode[]>();
  merged.set(key, groups);
  const fields = groups.get(type);
  if (fields) fields.push(field);
  else groups.set(type, [field]);
}

/**
 * How often one response key stands in one selection set, once sets are merged and fragments spread: validation compares
 * each of them with each.
 */
import type { FieldNode, SelectionSetNode } from 'graphql';
import type { Selecting } from './collect.ts';
import { responseKey, visitFields, type Walk } from './walk.ts';

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
  const walk = { fragments, budget: { left: MAX_READ } };
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
    for (const groups of mergeTypes(walk, types)) {
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

/** The fields of each response key, by type. */
function mergeTypes(walk: Walk, types: readonly Merged[]): Iterable<readonly (readonly FieldNode[])[]> {
  const merged = new Map<string, FieldNode[][]>();
  for (const sets of types)
    for (const [key, groups] of mergeFields(walk, sets)) {
      const known = merged.get(key);
      if (known) known.push(...groups.values());
      else merged.set(key, [...groups.values()]);
    }
  return merged.values();
}

/** Response key → type condition → fields. */
function mergeFields(walk: Walk, sets: Merged): Map<string, Map<string, FieldNode[]>> {
  const merged = new Map<string, Map<string, FieldNode[]>>();
  visitFields(walk, sets, (field, type) => add(merged, type, field));
  return merged;
}

function add(merged: Map<string, Map<string, FieldNode[]>>, type: string, field: FieldNode): void {
  const key = responseKey(field);
  const groups = merged.get(key) ?? new Map<string, FieldNode[]>();
  merged.set(key, groups);
  const fields = groups.get(type);
  if (fields) fields.push(field);
  else groups.set(type, [field]);
}

/** Who stands in the doctrine's map. */
import type { DataOf } from '../ask.ts';

/** `Query.doctrine`. */
export type Doctrine = NonNullable<DataOf<'Doctrine'>['doctrine']>;

/** A cell of the map. */
export interface Cell {
  readonly actor: string;
  readonly source: string;
}

/** Viewer kinds, groups and agents that read or write anything, in this order. */
export function actorsOf({ surfaces, agents, groups }: Doctrine): readonly string[] {
  const named = new Set([...groups, ...agents].map(({ name }) => name));
  const all = new Set(surfaces.flatMap(({ owns, writers }) => [...owns.flatMap(({ readers }) => readers), ...writers]));
  const kinds = [...all].filter((name) => !named.has(name));
  return [...kinds, ...[...groups, ...agents].map(({ name }) => name).filter((name) => all.has(name))];
}

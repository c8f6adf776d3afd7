/** Arguments of which an agent may give some values only, as the doctrine says. Pure. */
import type { Viewer } from '../auth/viewer.ts';
import type { Doctrine } from './shape.ts';

/** One argument, and the only values that it may have. */
export interface Constraint {
  /** From the field's arguments down, e.g. `['input', 'runId']`. */
  readonly path: readonly string[];
  /** `self`: the agent's own name. `own-run`: ids of its own runs. `own-space`: ids of spaces of the user it acts for. */
  readonly only: 'self' | 'own-run' | 'own-space';
}

/** The constraints of a root field, by agent; null where no agent has any. */
export function constraintsOf(
  doctrine: Doctrine,
  coordinate: string,
): ((viewer: Viewer) => readonly Constraint[]) | null {
  const byAgent = new Map(
    Object.entries(doctrine.agents).flatMap(([name, { constraints }]): [string, Constraint[]][] => {
      const own = Object.entries(constraints).filter(([argument]) => argument.startsWith(`${coordinate}.`));
      const found = own.map(([argument, only]) => ({ path: argument.split('.').slice(2), only }));
      return found.length > 0 ? [[name, found]] : [];
    }),
  );
  return byAgent.size === 0 ? null : ({ agent }) => byAgent.get(agent ?? '') ?? [];
}

/** The values that arguments give at a path: none where it is absent or null, those of each item of a list. */
export function valuesAt(args: unknown, path: readonly string[]): readonly unknown[] {
  const step = (at: readonly unknown[], key: string) =>
    at.flatMap((item) => (item as Readonly<Record<string, unknown>>)[key] ?? []);
  return path.reduce(step, [args]).filter((item) => item !== null);
}

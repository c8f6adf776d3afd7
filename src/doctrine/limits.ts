/** How much an agent may ask, as the doctrine says. Pure. */
import type { Doctrine } from './shape.ts';

/** One limit that an operation counts against, and how often it does. */
export interface Charge {
  /** The root field; or the root, for all of its fields together. */
  readonly coordinate: string;
  /** Times that this operation asks for it. */
  readonly times: number;
  /** Times that are allowed. */
  readonly most: number;
}

/** What an operation is charged. */
export interface Charges {
  readonly perMinute: readonly Charge[];
  readonly perDay: readonly Charge[];
}

/** What the requests of one run may use together, by the kind of the run; without a limit where one is absent. */
export function budgetOf(doctrine: Doctrine, agent: string, kind: string): RunBudget {
  const { kinds = {}, ...budget } = doctrine.agents[agent]?.budget ?? {};
  return { ...budget, ...(Object.hasOwn(kinds, kind) ? kinds[kind] : {}) };
}

type RunBudget = Partial<Record<'calls' | 'rows' | 'ms' | 'tokens', number | undefined>>;

/** @param coordinates Root fields of the operation, each as often as it stands there. */
export function chargesOf(doctrine: Doctrine, agent: string, coordinates: readonly string[]): Charges {
  const { perMinute, perDay } = doctrine.agents[agent]?.limits ?? { perMinute: {}, perDay: {} };
  const charge = (limits: Readonly<Record<string, number>>) =>
    Object.entries(limits).flatMap(([coordinate, most]) => {
      const times = coordinates.filter((asked) => asked === coordinate || asked.startsWith(`${coordinate}.`)).length;
      return times > 0 ? [{ coordinate, times, most }] : [];
    });
  return { perMinute: charge(perMinute), perDay: charge(perDay) };
}

/** Handlers and budgets of the doctrine for runs that there cannot be. */
import type { Doctrine } from '../shape.ts';
import { allAgents, type Problem } from './unknown-names.ts';

/** What an agent's handlers would never be asked for, and what its budget would never hold. */
export function findIdleHandlers(doctrine: Doctrine): Problem[] {
  return allAgents(doctrine).flatMap(([path, name, { handlers, kinds, budget }]): Problem[] => {
    const idle = Object.keys(budget?.kinds ?? {}).filter((kind) => !kinds.includes(kind));
    return [
      ...(handlers !== undefined && kinds.length === 0
        ? [{ path: [...path, 'handlers'], message: `${name} has handlers, and no kinds of runs for them` }]
        : []),
      ...idle.map((kind) => ({
        path: [...path, 'budget', 'kinds', kind],
        message: `${name} has a budget for runs of kind ${kind}, which is none of its kinds`,
      })),
    ];
  });
}

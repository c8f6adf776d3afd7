/** How many records the answer to one call holds at its top, by the plan that was asked for. Pure. */
import type { ListPlan } from './plan.ts';
import type { RootPlan } from './root.ts';

/** @param answer Of a root field, as objects keyed by response key. */
export function countAnswered(plan: RootPlan, answer: unknown): number {
  if (plan.kind === 'list') return countListed(plan.list, answer);
  if (Array.isArray(answer)) return answer.length;
  return answer === null ? 0 : 1;
}

/** The records of a connection, whichever way they are selected. */
export function countListed({ slots }: ListPlan, connection: unknown): number {
  const keyed = (connection ?? {}) as Readonly<Record<string, unknown>>;
  const lists = slots.flatMap(({ kind, key }) => (kind === 'nodes' || kind === 'edges' ? [keyed[key]] : []));
  return Math.max(0, ...lists.map((list) => (Array.isArray(list) ? list.length : 0)));
}

/** The records that stand by their ids. */
export function countValues(byId: unknown): number {
  return Object.values((byId ?? {}) as object).filter((record) => record !== null).length;
}

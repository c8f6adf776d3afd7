/** What agents spend of the day's budgets, counted in the database for all processes. */
import { SERVICE, type Viewer } from '../auth/viewer.ts';
import type { PostgresSource } from '../postgres/source.ts';

/** One limit that an operation counts against: how often it does, and how often a day may. */
interface Charged {
  readonly coordinate: string;
  readonly times: number;
  readonly most: number;
}

const SPEND =
  "select coalesce(ops.spend_budget(agent => $1, coordinate => $2, times => $3, most => $4)::text, 'nothing')";

/**
 * Counts all of them or none, by us and not by the agent: as the service, with the claims of who asks, by which the database
 * knows for whom. In a transaction of its own: operations of one agent would wait for each other else.
 *
 * @param refuse Makes the error where one would be too much.
 */
export async function spendBudget<T extends Charged>(
  postgres: PostgresSource,
  { viewer, charges, refuse }: { viewer: Viewer; charges: readonly T[]; refuse: (charge: T) => Error },
): Promise<void> {
  const { agent, claims } = viewer;
  await postgres.transact({ ...SERVICE, claims }, async (run) => {
    for (const charge of charges) {
      const { coordinate, times, most } = charge;
      const left = await run({ text: SPEND, values: [agent, coordinate, times, most] });
      if (left.toString('utf8') === 'nothing') throw refuse(charge);
    }
  });
}

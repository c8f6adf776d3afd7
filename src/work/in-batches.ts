/** Work on many rows, a bounded number of them in each transaction: run again after a failure, it goes on from there. */
import { inTransaction, type MigrationClient } from '../postgres/migrate.ts';

/** Rows of one transaction. */
export const BATCH_SIZE = 100;

/**
 * Repeats `work` until it finds less than a whole batch.
 *
 * @param client A connection of the owner.
 * @param work Sees to `BATCH_SIZE` rows at most, and says to how many.
 * @returns How many were seen to in all.
 */
export async function inBatches(client: MigrationClient, work: () => Promise<number>): Promise<number> {
  let seen = 0;
  for (;;) {
    const count = await inTransaction(client, work);
    seen += count;
    if (count < BATCH_SIZE) return seen;
  }
}

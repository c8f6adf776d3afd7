/** The lock of retention: one apply at a time, and none while archives are verified. */
import { GatewayError } from '../errors.ts';
import type { MigrationClient } from '../postgres/migrate.ts';

/** The key that `ops.retire` locks too. */
const LOCK_KEY = 7_461_920_333;

/** @throws GatewayError `CONFLICT` where another apply, or a verification, is under way. */
export async function withRetentionLock<T>(
  client: MigrationClient,
  kind: 'exclusive' | 'shared',
  work: () => Promise<T>,
): Promise<T> {
  const suffix = kind === 'shared' ? '_shared' : '';
  const [row] = await client.query(`select pg_try_advisory_lock${suffix}($1) as taken`, [LOCK_KEY]);
  if (row?.taken !== true)
    throw new GatewayError('CONFLICT', 'Another apply is under way, or archives are being verified: wait for its end');
  try {
    return await work();
  } finally {
    await client.query(`select pg_advisory_unlock${suffix}($1)`, [LOCK_KEY]).catch(() => {});
  }
}

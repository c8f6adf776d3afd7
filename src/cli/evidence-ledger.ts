/** The ledger that evidence is told to, where DATABASE_URL names one. */
import { createEvidenceLedger, type EvidenceLedger } from '../delivery/evidence/ledger.ts';
import { createLog } from '../log.ts';
import { withPostgres } from '../postgres/pool.ts';
import { type Io, UsageError } from './io.ts';

/** Nothing but DATABASE_URL is needed of the configuration: evidence is also taken where the rest is broken. */
export async function withEvidenceLedger<T>(
  { env }: Io,
  work: (ledger: EvidenceLedger | null) => Promise<T>,
): Promise<T> {
  const { DATABASE_URL: databaseUrl } = env;
  if (!databaseUrl) return work(null);
  if (!/^postgres(ql)?:\/\//.test(databaseUrl) || !URL.canParse(databaseUrl))
    throw new UsageError(
      'DATABASE_URL is no URL such as postgres://gateway@host:5432/database: set it so, or unset it',
    );
  return withPostgres({ databaseUrl, poolSize: 1 }, createLog('error'), (postgres) =>
    work(createEvidenceLedger(postgres)),
  );
}

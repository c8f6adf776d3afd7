/** A connection whose errors are GatewayErrors, as on every other way into Postgres. */
import { postgresFault } from '../postgres/faults.ts';
import type { MigrationClient } from '../postgres/migrate.ts';

/** The same connection; what it throws says no SQL. */
export function withFaults({ query, script }: MigrationClient): MigrationClient {
  const fail = (error: unknown): never => {
    throw postgresFault(error, 'ops');
  };
  return {
    query: (text, values) => query(text, values).catch(fail),
    script: (text) => script(text).catch(fail),
  };
}

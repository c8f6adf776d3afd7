/** What the bench reads of its environment, and its own database on the server found there. */

/** Connection strings of the bench's own database. */
export interface BenchDatabase {
  /** As the owner, of the database that exists already: from there the bench's own one is created. */
  readonly maintenanceUrl: string;
  /** As the owner. */
  readonly ownerUrl: string;
  /** As the gateway's login: what every contestant connects as. */
  readonly loginUrl: string;
  readonly name: string;
}

const NAME = 'tripoint_bench';

/** @throws Error that names each variable which is absent. */
export function readBenchDatabase(env: NodeJS.ProcessEnv): BenchDatabase {
  const { MIGRATIONS_DATABASE_URL: owner, DATABASE_URL: login } = env;
  if (!owner || !login) {
    const absent = [...(owner ? [] : ['MIGRATIONS_DATABASE_URL']), ...(login ? [] : ['DATABASE_URL'])];
    throw new Error(
      `${absent.join(' and ')} not set: start the real stack first, and source the file that its "up" prints.`,
    );
  }
  return { maintenanceUrl: owner, ownerUrl: withDatabase(owner), loginUrl: withDatabase(login), name: NAME };
}

function withDatabase(text: string): string {
  const url = new URL(text);
  url.pathname = `/${NAME}`;
  return url.href;
}

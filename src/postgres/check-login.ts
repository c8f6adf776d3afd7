/** The gateway's own login must not be able to pass by the locks of the database. */
import { ANONYMOUS } from '../auth/viewer.ts';
import { GatewayError } from '../errors.ts';
import type { Log } from '../log.ts';
import { readConnectionProblem } from './connection-problem.ts';
import type { PostgresSource } from './source.ts';

const QUESTION = `select json_build_object('login', session_user, 'bypasses', rolsuper or rolbypassrls, 'inherits', rolinherit)::text
from pg_catalog.pg_roles where rolname = session_user`;

/** Whose login is checked. */
interface CheckedLogin {
  readonly postgres: PostgresSource;
  /** What DATABASE_URL names. */
  readonly databaseUrl: string;
  readonly log: Log;
  /** Whether to wait for a database that is away; absent means yes. */
  readonly waits?: boolean;
}

/**
 * @throws ConnectionProblem where the DSN is wrong in a way that waiting cannot help, such as a wrong password, and where
 *   nobody waits, for each fault of the connection.
 * @throws GatewayError `BOUNDARY_VIOLATION` where the login is a superuser, bypasses row-level security, or inherits.
 *   A database that does not answer now is only logged: the gateway serves the other surfaces meanwhile.
 */
export async function checkLogin({ postgres, databaseUrl, log, waits = true }: CheckedLogin): Promise<void> {
  let bytes: Buffer;
  try {
    bytes = await postgres.render(ANONYMOUS, { text: QUESTION, values: [] });
  } catch (err) {
    const problem = readConnectionProblem(err, { variable: 'DATABASE_URL', url: databaseUrl });
    if (problem && (problem.isLasting || !waits)) throw problem;
    log.warn({ err: problem ?? err }, 'the database does not answer yet: its login could not be checked');
    return;
  }
  const { login, bypasses, inherits } = JSON.parse(bytes.toString('utf8')) as {
    login: string;
    bypasses: boolean;
    inherits: boolean;
  };
  if (!bypasses && !inherits) return;
  const why = bypasses ? 'bypasses row-level security' : 'inherits the rights of its roles';
  throw new GatewayError(
    'BOUNDARY_VIOLATION',
    `The login "${login}" of DATABASE_URL ${why}: use one that is NOINHERIT and NOBYPASSRLS, such as gateway`,
  );
}

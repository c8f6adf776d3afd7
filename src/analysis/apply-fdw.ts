/** Connects our database to Odoo's by postgres_fdw, and takes that away again: all of it, or nothing. */
import type { Doctrine } from '../doctrine/load.ts';
import { GatewayError } from '../errors.ts';
import { postgresFault } from '../postgres/faults.ts';
import { inTransaction, type MigrationClient } from '../postgres/migrate.ts';
import { quoteName, quoteText } from '../quote.ts';
import type { OdooLogin } from './odoo-login.ts';
import { mappedRoles, printGone, printServer, printTables, serverOf } from './our-side.ts';

type Described = Pick<Doctrine, 'foreign' | 'agents' | 'oauthClients'>;

const REFRESH = 'select ops.refresh_odoo_project_summary()';
/** What postgres_fdw answers with where it cannot log in: connection errors, a password that nobody asked for. */
const NO_LOGIN = /^(08|28|2F003)/;

/**
 * Makes the server, the user mappings, the tables and the views anew, and the summary from them. Where one of that fails,
 * such as the login, nothing is changed.
 *
 * @param client The owner of our database.
 * @throws GatewayError `NOT_CONFIGURED` where the database has no postgres_fdw, `UPSTREAM_UNAVAILABLE` where Odoo's is not
 * reached or does not take the login. None holds the password.
 */
export async function applyFdw(client: MigrationClient, doctrine: Described, login: OdooLogin): Promise<void> {
  if (login.password === null)
    throw new GatewayError('BAD_USER_INPUT', 'ODOO_DATABASE_URL has no password: postgres_fdw logs in with one');
  await requireExtension(client);
  const connect = async () => {
    await client.script(printGone(doctrine));
    await client.script(`create extension if not exists postgres_fdw${await extensionSchema(client)}`);
    await client.script(printServer(doctrine, login));
    await createMappings(client, doctrine, { user: login.user, password: login.password ?? '' });
    await client.script(printTables(doctrine));
    await client.query(REFRESH);
  };
  await orFault(inTransaction(client, connect));
}

/** The summary is then as if it had never been filled. */
export async function removeFdw(client: MigrationClient, doctrine: Described): Promise<void> {
  const disconnect = async () => {
    await client.script(printGone(doctrine));
    await client.script('refresh materialized view ops.odoo_project_summary with no data');
  };
  await orFault(inTransaction(client, disconnect));
}

/** @throws GatewayError `NOT_CONFIGURED`. */
export async function requireExtension(client: Pick<MigrationClient, 'query'>): Promise<void> {
  const [found] = await client.query("select from pg_catalog.pg_available_extensions where name = 'postgres_fdw'");
  if (found) return;
  const message = 'This database has no postgres_fdw: reads of Odoo out of its own database stay off';
  throw new GatewayError('NOT_CONFIGURED', message);
}

/** Supabase keeps extensions in a schema of their own. */
async function extensionSchema(client: MigrationClient): Promise<string> {
  const [found] = await client.query("select from pg_catalog.pg_namespace where nspname = 'extensions'");
  return found ? ' with schema extensions' : '';
}

/**
 * The password goes as a parameter into a setting of this transaction, and from there within a block: the text of no
 * statement has it, so that neither a log of statements nor an error does.
 */
async function createMappings(
  client: MigrationClient,
  doctrine: Described,
  { user, password }: { readonly user: string; readonly password: string },
): Promise<void> {
  await hideParameters(client);
  const set = "select set_config('tripoint.odoo_user', $1, true), set_config('tripoint.odoo_password', $2, true)";
  await client.query(set, [user, password]);
  const server = quoteName(serverOf(doctrine));
  const create = mappedRoles(doctrine).map(
    (role) => `execute format(
      ${quoteText(`create user mapping for ${role} server ${server} options (user %L, password %L)`)},
      current_setting('tripoint.odoo_user'), current_setting('tripoint.odoo_password'));`,
  );
  await client.script(`do $$
  begin
    ${create.join('\n    ')}
  exception when others then
    raise exception using errcode = sqlstate, message = 'the user mappings could not be made: ' || sqlstate;
  end
  $$`);
  await client.query("select set_config('tripoint.odoo_password', '', true)");
}

/** A server that logs statements logs their parameters too, if it is not told otherwise; only some owners may tell it. */
async function hideParameters(client: MigrationClient): Promise<void> {
  await client.script(`do $$
  begin
    perform set_config('log_statement', 'none', true), set_config('log_min_duration_statement', '-1', true),
      set_config('log_parameter_max_length', '0', true), set_config('log_parameter_max_length_on_error', '0', true);
  exception when insufficient_privilege then null;
  end
  $$`);
}

function orFault<T>(work: Promise<T>): Promise<T> {
  return work.catch((error: unknown) => {
    throw toFault(error);
  });
}

function toFault(error: unknown): GatewayError {
  const state = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  if (!NO_LOGIN.test(state)) return postgresFault(error, 'ops');
  const message =
    "Odoo's database is not reached from ours, or does not take the login of ODOO_DATABASE_URL with its password";
  return new GatewayError('UPSTREAM_UNAVAILABLE', message, { surface: 'ops', cause: error });
}

/** `tripoint odoo fdw`: reads of Odoo's own database by postgres_fdw: its SQL, its state, and to make and unmake it. */
import { applyFdw, removeFdw, requireExtension } from '../analysis/apply-fdw.ts';
import { checkLogin } from '../analysis/check-login.ts';
import { readFdwState } from '../analysis/fdw-state.ts';
import { ANALYST_AGENT, REFRESH_KIND } from '../analysis/odoo-analyst.ts';
import { EXAMPLE_LOGIN, readOdooLogin } from '../analysis/odoo-login.ts';
import { printOdooSide } from '../analysis/odoo-side.ts';
import { printOurSide } from '../analysis/our-side.ts';
import type { Config } from '../config.ts';
import { type Doctrine, loadDoctrine } from '../doctrine/load.ts';
import { GatewayError } from '../errors.ts';
import { packagePaths } from '../paths.ts';
import type { MigrationClient } from '../postgres/migrate.ts';
import { withOtherDatabase } from '../postgres/other-database.ts';
import { withOwner } from '../postgres/owner.ts';
import { readConfigWithoutTokens } from './config-without-tokens.ts';
import { FoundError, type Io, readOptions, UsageError } from './io.ts';
import { upsertSchedule } from './schedule.ts';

const VARIABLE = 'ODOO_DATABASE_URL';
/** The schedule that refreshes the summary where there is no pg_cron. */
const SCHEDULE = {
  ...{ name: 'odoo-project-summary', agent: ANALYST_AGENT, kind: REFRESH_KIND },
  ...{ expression: '0 2 * * *', timeZone: 'Asia/Manila' },
};
/** The job of pg_cron that a migration made. */
const JOB = 'tripoint_refresh_odoo_project_summary';

/** The command, by its options. */
export async function fdw(args: readonly string[], io: Io): Promise<void> {
  const given = readOptions(args, {
    ...{ sql: { type: 'boolean' }, apply: { type: 'boolean' }, remove: { type: 'boolean' } },
  } as const);
  if (Object.keys(given).length > 1) throw new UsageError('one at a time: --sql, --apply or --remove');
  const config = readConfigWithoutTokens(io.env);
  const doctrine = loadDoctrine(packagePaths(io.env));
  if (doctrine.foreign === undefined)
    throw new GatewayError('NOT_CONFIGURED', 'The doctrine has no `foreign`: nothing of Odoo is to be shown');
  if (given.sql) return printSql(config, doctrine, io);
  if (given.remove) return remove(config, doctrine, io);
  return given.apply ? apply(config, doctrine, io) : check(config, doctrine, io);
}

function printSql({ odooDatabaseUrl }: Config, doctrine: Doctrine, io: Io): void {
  const login = odooDatabaseUrl === null ? EXAMPLE_LOGIN : readOdooLogin(odooDatabaseUrl);
  io.print(printOdooSide(doctrine, login));
  io.print(printOurSide(doctrine, login));
}

async function apply(config: Config, doctrine: Doctrine, io: Io): Promise<void> {
  const url = requireUrl(config);
  await refuseLogin(url, doctrine);
  await withOurs(config, async (client) => {
    await applyFdw(client, doctrine, readOdooLogin(url));
    io.print(`connected: ${Object.keys(doctrine.foreign?.tables ?? {}).join(', ')}`);
    io.print('ops.odoo_project_summary was filled');
    if (await hasJob(client)) return io.print(`refreshed at 02:00 in Manila by pg_cron (${JOB})`);
    const { text, values } = upsertSchedule(SCHEDULE, { overlap: 'SKIP' });
    await client.query(text, values);
    io.print(
      `refreshed at 02:00 in Manila by the schedule ${SCHEDULE.name}: run \`tripoint worker --agent ${ANALYST_AGENT}\``,
    );
  });
}

/** Before anything is made: a login that could write is given to nobody. */
async function refuseLogin(url: string, doctrine: Doctrine): Promise<void> {
  const problems = await withOtherDatabase({ url, variable: VARIABLE }, (query) => checkLogin(query, doctrine));
  if (problems.length === 0) return;
  const message = `The login of ${VARIABLE} is not as \`tripoint odoo fdw --sql\` makes it: ${problems.join('; ')}`;
  throw new GatewayError('BAD_USER_INPUT', message);
}

async function remove(config: Config, doctrine: Doctrine, io: Io): Promise<void> {
  await withOurs(config, async (client) => {
    await removeFdw(client, doctrine);
    await client.query('select ops.delete_schedule(schedule_id => s.id) from ops.schedules s where s.name = $1', [
      SCHEDULE.name,
    ]);
  });
  io.print('removed: the foreign server with its user mappings, tables and views; the summary is empty');
}

async function check(config: Config, doctrine: Doctrine, io: Io): Promise<void> {
  const url = requireUrl(config);
  const { found, missing, summary } = await withOurs(config, async (client) => {
    await requireExtension(client);
    const state = await readFdwState(client, doctrine, readOdooLogin(url));
    return { ...state, summary: state.missing.length === 0 ? await readSummary(client) : null };
  });
  const problems = await withOtherDatabase({ url, variable: VARIABLE }, (query) => checkLogin(query, doctrine));
  for (const what of found) io.print(`there: ${what}`);
  if (summary !== null) io.print(`there: ${summary}`);
  if (problems.length === 0) io.print('there: the login reads what the doctrine says, and can write nothing');
  for (const what of missing) io.print(`missing: ${what}`);
  for (const problem of problems) io.print(`wrong: ${problem}`);
  const count = missing.length + problems.length;
  if (count > 0) throw new FoundError(`${count} ${count === 1 ? 'thing is' : 'things are'} not as they should be`);
}

async function readSummary(client: MigrationClient): Promise<string> {
  const [row] = await client.query(
    `select count(*)::int as count, to_char(max(as_of) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "asOf"
     from ops.odoo_project_summary`,
  );
  return `the summary has ${row?.count} projects, as of ${row?.asOf ?? 'its last refresh'}`;
}

function requireUrl({ odooDatabaseUrl }: Config): string {
  if (odooDatabaseUrl !== null) return odooDatabaseUrl;
  const message = `${VARIABLE} is not set: it names the login of Odoo's database that \`tripoint odoo fdw --sql\` makes`;
  throw new GatewayError('NOT_CONFIGURED', message);
}

async function withOurs<T>({ migrationsDatabaseUrl: url }: Config, work: (client: MigrationClient) => Promise<T>) {
  if (url !== null) return withOwner(url, work);
  const message = 'MIGRATIONS_DATABASE_URL is not set: postgres_fdw wants a PostgreSQL server, and its owner';
  throw new GatewayError('NOT_CONFIGURED', message);
}

async function hasJob(client: MigrationClient): Promise<boolean> {
  const [extension] = await client.query(
    `select from pg_catalog.pg_extension where extname = 'pg_cron' and current_setting('cron.database_name', true) = current_database()`,
  );
  if (!extension) return false;
  const jobs = await client.query('select from cron.job where jobname = $1 and database = current_database()', [JOB]);
  return jobs.length > 0;
}

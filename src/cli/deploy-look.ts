/** How `tripoint deploy` looks at an environment, by its options and variables. */
import { readModules } from '../bridge/inventory.ts';
import { readSecrets, type Secrets } from '../delivery/evidence/secrets.ts';
import type { Look } from '../delivery/promotion/deploy.ts';
import { checkDatabase, checkHttp } from '../delivery/promotion/health.ts';
import { type AskedModule, readVersions, type Versions } from '../delivery/promotion/modules.ts';
import { registeredNames } from '../doctrine/secrets.ts';
import { createOdooClient } from '../odoo/client.ts';
import { packagePaths } from '../paths.ts';
import { withOtherDatabase } from '../postgres/other-database.ts';
import { readConfigWithoutTokens } from './config-without-tokens.ts';
import { type Io, UsageError } from './io.ts';

/** Options that say how it is looked at. */
export const LOOK_OPTIONS = {
  'health-url': { type: 'string', multiple: true },
  'health-database': { type: 'string', multiple: true },
  wait: { type: 'string' },
  module: { type: 'string', multiple: true },
  'odoo-database': { type: 'string' },
  migrations: { type: 'string' },
  first: { type: 'boolean' },
} as const;

/** Those options as they were given. */
export interface LookOptions {
  readonly 'health-url'?: string[];
  readonly 'health-database'?: string[];
  readonly wait?: string;
  readonly module?: string[];
  readonly 'odoo-database'?: string;
  readonly migrations?: string;
  readonly first?: boolean;
}

const WAIT_SECONDS = 60;
const MAX_WAIT_SECONDS = 3_600;
const MIGRATIONS = 'select name from tripoint.migrations order by name';
const ARE_THERE = "select to_regclass('tripoint.migrations') is not null as there";

/**
 * @returns `secrets` are the registered ones, and the variables that the options name.
 * @throws UsageError that says which option is missing or not understood.
 */
export function readLook(given: LookOptions, io: Io): { readonly look: Look; readonly secrets: Secrets } {
  const { 'health-url': urls = [], 'health-database': databases = [], first = false } = given;
  if (urls.length === 0) throw new UsageError('say what to ask over HTTP: --health-url <url>');
  if (databases.length === 0)
    throw new UsageError('say which database to ask: --health-database <the variable that has its URL>');
  const asked = (given.module ?? []).map(readAsked);
  const modules = readModulesBy(given, io);
  if (asked.length > 0 && modules === null)
    throw new UsageError('--module needs an Odoo to ask: set ODOO_URL, or say --odoo-database <variable>');
  const registered = registeredNames(packagePaths().secrets);
  const named = [...databases, given['odoo-database'], given.migrations].filter((name) => name !== undefined);
  const secrets = readSecrets(io.env, [...registered, ...named]);
  const look = {
    checks: [...urls.map(readUrl), ...databases.map((variable) => checkDatabase(readDatabase(variable, io)))],
    waitMs: readWait(given.wait) * 1_000,
    readModules: modules,
    asked,
    isFirst: first,
    readMigrations: readMigrationsBy(given.migrations, io),
    redact: secrets.redact,
  };
  return { look, secrets };
}

function readUrl(url: string) {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new UsageError(`--health-url "${url}" is no URL such as https://odoo.example.com/web/health`);
  const { username, password } = new URL(url);
  if (username || password) throw new UsageError('--health-url has somebody sign in: ask what needs no password');
  return checkHttp(url);
}

function readDatabase(variable: string, { env }: Io) {
  const url = env[variable];
  if (!url) throw new UsageError(`${variable} is not set: it is to have the URL of a database`);
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url))
    throw new UsageError(`${variable} is no URL such as postgres://reader@host:5432/database`);
  return { url, variable };
}

function readWait(given: string | undefined): number {
  const seconds = given === undefined ? WAIT_SECONDS : Number(given);
  if (!Number.isInteger(seconds) || seconds < 0 || seconds > MAX_WAIT_SECONDS)
    throw new UsageError(`--wait is a number of seconds, 0 to ${MAX_WAIT_SECONDS}`);
  return seconds;
}

function readAsked(given: string): AskedModule {
  const [, module, wanted] = /^([a-z][a-z0-9_]*)(?:=(\S+))?$/.exec(given) ?? [];
  if (module === undefined)
    throw new UsageError(
      `--module "${given}" is neither a module, e.g. sale, nor one with a version, e.g. sale=19.0.1.2`,
    );
  return { module, wanted: wanted ?? null };
}

/** The database's word where it is given, else that of the reader. */
function readModulesBy(given: LookOptions, io: Io): (() => Promise<Versions>) | null {
  const { 'odoo-database': variable } = given;
  if (variable !== undefined) {
    const database = readDatabase(variable, io);
    return () => withOtherDatabase(database, readVersions);
  }
  const { odoo } = readConfigWithoutTokens(io.env);
  if (!odoo) return null;
  const client = createOdooClient({ ...odoo, cache: null });
  return async () => {
    const modules = await readModules(client, AbortSignal.timeout(60_000));
    return new Map(
      modules.flatMap(({ name, state, installedVersion }): [string, string][] =>
        installedVersion === null || /^un/.test(state) ? [] : [[name, installedVersion]],
      ),
    );
  };
}

function readMigrationsBy(variable: string | undefined, io: Io): (() => Promise<string[]>) | null {
  if (variable === undefined) return null;
  const database = readDatabase(variable, io);
  return () =>
    withOtherDatabase(database, async (query) => {
      const [table] = await query(ARE_THERE);
      return table?.there === true ? (await query(MIGRATIONS)).map(({ name }) => String(name)) : [];
    });
}

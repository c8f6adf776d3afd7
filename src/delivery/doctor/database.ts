/** Checks of the database: its poolers, its login, its version, its clock, and what ticks the schedules. */
import type { Config, Stage } from '../../config.ts';
import { messageOf } from '../../told-error.ts';
import { type Check, failed, ok, skipped, warning } from './check.ts';
import { checkClock } from './clock.ts';
import { checkHost, POOLER_PORT } from './network.ts';
import type { DatabaseFacts, Systems, TickFacts } from './systems.ts';

/** The oldest that the migrations run on, and the one that they are developed on. */
const OLDEST = 150_000;
/** Extensions that more is done with than without, and what. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  vector: 'search by meaning',
  pg_trgm: 'search that forgives typing errors',
};

/** Lines about DATABASE_URL, DATABASE_LISTEN_URL and MIGRATIONS_DATABASE_URL. */
export async function checkDatabase(
  { postgres, migrationsDatabaseUrl, stage }: Pick<Config, 'postgres' | 'migrationsDatabaseUrl' | 'stage'>,
  systems: Systems,
): Promise<Check[]> {
  if (!postgres) return [skipped('database', 'DATABASE_URL is not set', 'set it to the login of the gateway')];
  const { databaseUrl, listenUrl = null } = postgres;
  const checks = [...(await checkHost('DATABASE_URL', databaseUrl, systems)), ...checkPooler(databaseUrl, listenUrl)];
  if (migrationsDatabaseUrl !== null) checks.push(...checkMigrationsUrl(migrationsDatabaseUrl));
  const facts = await systems.database(databaseUrl).catch((error: unknown) => messageOf(error));
  if (typeof facts === 'string')
    return [
      ...checks,
      failed('database/login', facts, 'correct DATABASE_URL, or run `tripoint migrate` where roles are missing'),
    ];
  checks.push(...checkLogin(facts), ...checkVersion(facts), checkClock('database/clock', 'the database', facts));
  const listening = listenUrl ?? (portOf(databaseUrl) === POOLER_PORT ? null : databaseUrl);
  if (listening !== null)
    checks.push(...(await checkListen({ listening, databaseUrl, isOwn: listenUrl !== null }, systems)));
  if (facts.hasLedger) checks.push(await checkTicks({ databaseUrl, migrationsDatabaseUrl, stage }, systems));
  return checks;
}

function portOf(url: string): string {
  return new URL(url).port;
}

function checkPooler(databaseUrl: string, listenUrl: string | null): Check[] {
  const name = 'database/pooler';
  if (portOf(databaseUrl) !== POOLER_PORT)
    return [ok(name, 'DATABASE_URL is no transaction pooler: statements have names')];
  const says = 'port 6543 is a transaction pooler: no LISTEN, no named statements';
  return listenUrl === null
    ? [
        failed(
          name,
          `${says}, and DATABASE_LISTEN_URL is not set: live fields wait for LIVE_POLL_MS`,
          'set DATABASE_LISTEN_URL to the session pooler or the direct host, port 5432',
        ),
      ]
    : [warning(name, says, 'take port 5432 for DATABASE_URL too where connections suffice: it is faster')];
}

function checkMigrationsUrl(url: string): Check[] {
  return portOf(url) === POOLER_PORT
    ? [
        failed(
          'database/migrations',
          'MIGRATIONS_DATABASE_URL is a transaction pooler, which loses locks between statements',
          'take the direct host or the session pooler, port 5432',
        ),
      ]
    : [];
}

function checkLogin({ login, bypasses, inherits, hasLedger }: DatabaseFacts): Check[] {
  const todo = 'take a login that is NOINHERIT and NOBYPASSRLS, such as gateway, which `tripoint migrate` makes';
  const ledger = hasLedger
    ? []
    : [failed('database/migrated', 'the database has no ledger', 'run `tripoint migrate` as MIGRATIONS_DATABASE_URL')];
  if (bypasses) return [failed('database/login', `the login "${login}" bypasses row-level security`, todo), ...ledger];
  if (inherits)
    return [failed('database/login', `the login "${login}" inherits the rights of its roles`, todo), ...ledger];
  return [ok('database/login', `"${login}" bypasses nothing and inherits nothing`), ...ledger];
}

function checkVersion({ version, versionNumber, extensions }: DatabaseFacts): Check[] {
  const missing = Object.entries(EXTENSIONS).filter(([name]) => extensions[name] === undefined);
  const has = Object.keys(EXTENSIONS).flatMap((name) => (extensions[name] ? [`${name} ${extensions[name]}`] : []));
  return [
    versionNumber < OLDEST
      ? failed('database/version', `PostgreSQL ${version}`, 'upgrade to 15 or newer: the migrations need it')
      : ok('database/version', `PostgreSQL ${version}`),
    missing.length > 0
      ? warning(
          'database/extensions',
          `without ${missing.map(([name, what]) => `${name} (${what})`).join(' and ')}`,
          `as the owner: ${missing.map(([name]) => `create extension ${name}`).join('; ')}; then run \`tripoint migrate\``,
        )
      : ok('database/extensions', has.join(', ')),
  ];
}

interface ListeningBy {
  readonly listening: string;
  readonly databaseUrl: string;
  /** Whether DATABASE_LISTEN_URL says it. */
  readonly isOwn: boolean;
}

/** Proved, not read from the URL: a pooler in session mode and one in transaction mode look alike. */
async function checkListen({ listening, databaseUrl, isOwn }: ListeningBy, systems: Systems): Promise<Check[]> {
  const name = 'database/listen';
  const variable = isOwn ? 'DATABASE_LISTEN_URL' : 'DATABASE_URL';
  const hosts = isOwn ? await checkHost(variable, listening, systems) : [];
  const hears = await systems.hears(listening, databaseUrl).catch((error: unknown) => messageOf(error));
  if (hears === true) return [...hosts, ok(name, `what DATABASE_URL notifies is heard by ${variable}`)];
  const why = typeof hears === 'string' ? hears : `what DATABASE_URL notifies is not heard by ${variable}`;
  return [
    ...hosts,
    failed(
      name,
      why,
      'set DATABASE_LISTEN_URL to the same database and login, at the session pooler or the direct host, port 5432',
    ),
  ];
}

/** Seconds from one tick to the next at most. */
const MAX_TICK: Readonly<Record<'staging' | 'production', number>> = { staging: 600, production: 300 };

interface Ticked {
  readonly databaseUrl: string;
  readonly migrationsDatabaseUrl: string | null;
  readonly stage: Stage;
}

async function checkTicks({ databaseUrl, migrationsDatabaseUrl, stage }: Ticked, systems: Systems): Promise<Check> {
  const name = 'database/schedules';
  const facts = await systems.ticks(databaseUrl, migrationsDatabaseUrl).catch((error: unknown) => messageOf(error));
  if (typeof facts === 'string') return skipped(name, facts);
  return facts.job === undefined
    ? skipped(name, 'jobs of pg_cron are shown to the owner alone', 'set MIGRATIONS_DATABASE_URL for this command')
    : judgeTicks(name, { ...facts, job: facts.job }, stage);
}

function judgeTicks(
  name: string,
  { schedules, job }: TickFacts & { readonly job: string | null },
  stage: Stage,
): Check {
  const many = `${schedules} ${schedules === 1 ? 'schedule' : 'schedules'}`;
  if (stage === 'staging' && job !== null)
    return failed(
      name,
      `pg_cron ticks ${many} in staging (${job})`,
      'run `tripoint migrate` with ODOO_STAGE=staging: it puts the jobs to rest',
    );
  if (stage === 'development' && job !== null && schedules > 0)
    return warning(
      name,
      `pg_cron ticks ${many} in development (${job})`,
      'pause the schedules: nothing is due in development',
    );
  if (job === null)
    return stage === 'production' && schedules > 0
      ? warning(
          name,
          `pg_cron does not tick ${many}: workers alone do`,
          'run `tripoint worker` always, or enable pg_cron and run `tripoint migrate`',
        )
      : ok(name, `pg_cron ticks nothing, ${many}`);
  const seconds = intervalOf(job);
  const max = stage === 'development' ? null : MAX_TICK[stage];
  return max !== null && (seconds === null || seconds > max)
    ? failed(
        name,
        `pg_cron ticks ${many} by "${job}", and ${max} s is the most in ${stage}`,
        'run `tripoint migrate`, which sets it anew',
      )
    : ok(name, `pg_cron ticks ${many} by "${job}"`);
}

/** Seconds between two times of a schedule of pg_cron; null where it is neither each so many minutes nor seconds. */
function intervalOf(schedule: string): number | null {
  const [, seconds] = /^(\d+) seconds?$/.exec(schedule) ?? [];
  if (seconds) return Number(seconds);
  const [, every] = /^\*(?:\/(\d+))? \* \* \* \*$/.exec(schedule) ?? [null, null];
  return /^\* \* \* \* \*$/.test(schedule) ? 60 : every ? Number(every) * 60 : null;
}

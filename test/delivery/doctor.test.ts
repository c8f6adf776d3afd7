/** `tripoint doctor` on a good configuration and on broken ones: each is found by its own line, which says what to do. */
import { expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import type { Check } from '../../src/delivery/doctor/check.ts';
import { examine } from '../../src/delivery/doctor/examine.ts';
import type { DatabaseFacts, OdooFacts, Systems } from '../../src/delivery/doctor/systems.ts';
import { parseOdooConf } from '../../src/delivery/odoo-conf.ts';

const NOW = new Date('2026-11-30T12:00:00Z');
const days = (count: number) => new Date(NOW.getTime() + count * 86_400_000);
const PROJECT = 'abcdefghijklmnopqrst';
const DIRECT = `postgres://gateway@db.${PROJECT}.supabase.co:5432/postgres`;

const ENV = {
  ODOO_STAGE: 'production',
  DATABASE_URL: `postgres://gateway.${PROJECT}@aws-0-eu-central-1.pooler.supabase.com:5432/postgres`,
  ODOO_URL: 'https://odoo.example.com',
  ODOO_DB: 'odoo',
  ODOO_API_KEY: 'a-key',
  SUPABASE_URL: `https://${PROJECT}.supabase.co`,
  SUPABASE_SERVICE_ROLE_KEY: 'a-key',
};

const DATABASE: DatabaseFacts = {
  login: 'gateway',
  database: 'postgres',
  bypasses: false,
  inherits: false,
  version: '17.2',
  versionNumber: 170_002,
  extensions: { plpgsql: '1.0', vector: '0.8.0', pg_trgm: '1.6' },
  hasLedger: true,
  clockMs: 12,
  roundTripMs: 8,
};

const ODOO: OdooFacts = {
  version: 19,
  clockMs: -300,
  roundTripMs: 520,
  user: { login: 'reader', isAdministrator: false },
  key: { made: days(-10), expires: days(70) },
  closed: [],
};

const GOOD: Systems = {
  now: () => NOW,
  hasIpv6: () => false,
  resolve: async () => ({ v4: ['192.0.2.1'], v6: [] }),
  connect: async () => null,
  database: async () => DATABASE,
  ticks: async () => ({ schedules: 3, job: '10 seconds' }),
  hears: async () => true,
  odoo: async () => ODOO,
  keySet: async () => [{ kty: 'EC', crv: 'P-256', alg: 'ES256', kid: 'one', use: 'sig' }],
  storage: async () => {},
};

const CONF = `[options]
addons_path = /mnt/extra
workers = 4
limit_request = 8192
limit_memory_soft = 536870912
limit_time_real = 3600
limit_time_real_cron = 300
db_maxconn = 20
max_cron_threads = 1
`;

interface Given {
  readonly env?: Readonly<Record<string, string>>;
  readonly systems?: Partial<Systems>;
  readonly conf?: string;
}

async function findingsOf({ env = {}, systems = {}, conf = CONF }: Given): Promise<readonly Check[]> {
  const present = Object.fromEntries(Object.entries({ ...ENV, ...env }).filter(([, value]) => value !== ''));
  const settled = { addonsPath: ['/mnt/extra'], rotateDays: 80 };
  const examined = { config: readConfig(present, () => ''), problems: [], ...settled };
  return examine({ ...examined, odooConf: parseOdooConf(conf, 'odoo.conf') }, { ...GOOD, ...systems });
}

const away = (message: string) => async () => Promise.reject(new Error(message));

it('finds nothing in a good one, and says of what it cannot see what to look at', async () => {
  const checks = await findingsOf({});
  expect(checks.filter(({ status }) => status === 'failed' || status === 'warning')).toEqual([]);
  expect(checks.filter(({ status }) => status === 'skipped').map(({ name }) => name)).toEqual([
    'odoo-conf/request-size',
    'odoo-conf/logs',
  ]);
  expect(checks.length).toBeGreaterThan(20);
});

/** What is broken, how, and the one line that says so, with what to do. */
const BROKEN: readonly (readonly [what: string, given: Given, finding: RegExp, todo: RegExp])[] = [
  [
    'Supabase’s direct host, which only IPv6 reaches, from a machine without it',
    { env: { DATABASE_URL: DIRECT }, systems: { resolve: async () => ({ v4: [], v6: ['2001:db8::1'] }) } },
    /^failed network\/DATABASE_URL: db\.\w+\.supabase\.co has IPv6 addresses alone, and this machine has none/,
    /session pooler/,
  ],
  [
    'the same from a machine whose IPv6 leads nowhere',
    {
      env: { DATABASE_URL: DIRECT },
      systems: {
        hasIpv6: () => true,
        resolve: async () => ({ v4: [], v6: ['2001:db8::1'] }),
        connect: async () => 'ENETUNREACH',
      },
    },
    /^failed network\/DATABASE_URL: nothing answers at db\..*\(ENETUNREACH\)/,
    /session pooler/,
  ],
  [
    'a host whose IPv6 is named first and does not answer',
    {
      systems: {
        resolve: async () => ({ v4: ['192.0.2.1'], v6: ['2001:db8::1'] }),
        connect: async (address) => (address.includes(':') ? 'ETIMEDOUT' : null),
      },
    },
    /^warning network\/DATABASE_URL: .*answers by IPv4, and not by IPv6/,
    /ipv4first/,
  ],
  [
    'a host that nobody knows',
    { systems: { resolve: away('getaddrinfo ENOTFOUND') } },
    /^failed network\/DATABASE_URL: .*has no address/,
    /correct the host of DATABASE_URL/,
  ],
  [
    'a login at the pooler that names no project',
    { env: { DATABASE_URL: 'postgres://gateway@aws-0-eu-central-1.pooler.supabase.com:5432/postgres' } },
    /^failed network\/DATABASE_URL: the login "gateway" at Supabase's pooler names no project/,
    /<login>\.<project>/,
  ],
  [
    'the transaction pooler alone',
    { env: { DATABASE_URL: ENV.DATABASE_URL.replace(':5432', ':6543') } },
    /^failed database\/pooler: port 6543 is a transaction pooler: no LISTEN, no named statements/,
    /set DATABASE_LISTEN_URL/,
  ],
  [
    'the transaction pooler beside a session',
    { env: { DATABASE_URL: ENV.DATABASE_URL.replace(':5432', ':6543'), DATABASE_LISTEN_URL: ENV.DATABASE_URL } },
    /^warning database\/pooler/,
    /port 5432/,
  ],
  [
    'migrations through the transaction pooler',
    { env: { MIGRATIONS_DATABASE_URL: ENV.DATABASE_URL.replace(':5432', ':6543') } },
    /^failed database\/migrations: .*loses locks/,
    /port 5432/,
  ],
  [
    'a DATABASE_LISTEN_URL of another database',
    {
      env: { DATABASE_LISTEN_URL: ENV.DATABASE_URL.replace('/postgres', '/other') },
      systems: { hears: async () => false },
    },
    /^failed database\/listen: what DATABASE_URL notifies is not heard by DATABASE_LISTEN_URL/,
    /same database and login/,
  ],
  [
    'a login that bypasses row-level security',
    { systems: { database: async () => ({ ...DATABASE, login: 'postgres', bypasses: true }) } },
    /^failed database\/login: the login "postgres" bypasses/,
    /NOBYPASSRLS/,
  ],
  [
    'a login that inherits',
    { systems: { database: async () => ({ ...DATABASE, inherits: true }) } },
    /^failed database\/login: .*inherits/,
    /NOINHERIT/,
  ],
  [
    'a database that does not let in',
    { systems: { database: away('DATABASE_URL: the password is wrong') } },
    /^failed database\/login: DATABASE_URL: the password is wrong/,
    /correct DATABASE_URL/,
  ],
  [
    'an old PostgreSQL',
    { systems: { database: async () => ({ ...DATABASE, version: '14.9', versionNumber: 140_009 }) } },
    /^failed database\/version: PostgreSQL 14\.9/,
    /upgrade to 15/,
  ],
  [
    'no pgvector',
    { systems: { database: async () => ({ ...DATABASE, extensions: { pg_trgm: '1.6' } }) } },
    /^warning database\/extensions: without vector/,
    /create extension vector/,
  ],
  [
    'a database without the ledger',
    { systems: { database: async () => ({ ...DATABASE, hasLedger: false }) } },
    /^failed database\/migrated/,
    /tripoint migrate/,
  ],
  [
    'a database whose clock is late',
    { systems: { database: async () => ({ ...DATABASE, clockMs: -45_000 }) } },
    /^failed database\/clock: the database is 45\.0 s behind/,
    /NTP/,
  ],
  [
    'an Odoo whose clock is ahead',
    { systems: { odoo: async () => ({ ...ODOO, clockMs: 9_000 }) } },
    /^warning odoo\/clock: Odoo is 9\.0 s ahead/,
    /NTP/,
  ],
  [
    'a tick of each quarter of an hour in production',
    { systems: { ticks: async () => ({ schedules: 1, job: '*/15 * * * *' }) } },
    /^failed database\/schedules: .*300 s is the most in production/,
    /tripoint migrate/,
  ],
  [
    'a tick in staging',
    { env: { ODOO_STAGE: 'staging' } },
    /^failed database\/schedules: pg_cron ticks 3 schedules in staging/,
    /puts the jobs to rest/,
  ],
  [
    'no tick at all in production',
    { systems: { ticks: async () => ({ schedules: 1, job: null }) } },
    /^warning database\/schedules: pg_cron does not tick 1 schedule: workers alone do/,
    /tripoint worker/,
  ],
  [
    'an Odoo that is away',
    { systems: { odoo: away('Odoo does not answer at ODOO_URL: ECONNREFUSED') } },
    /^failed odoo\/answers: .*ECONNREFUSED/,
    /ODOO_URL/,
  ],
  [
    'an old Odoo by JSON-2',
    { systems: { odoo: async () => ({ ...ODOO, version: 17 }) } },
    /^failed odoo\/version: Odoo 17/,
    /ODOO_PROTOCOL=auto/,
  ],
  [
    'a key that Odoo does not take',
    { systems: { odoo: async () => ({ ...ODOO, user: null, key: null }) } },
    /^failed odoo\/reader/,
    /make a new key/,
  ],
  [
    'a reader that may do everything',
    { systems: { odoo: async () => ({ ...ODOO, user: { login: 'admin', isAdministrator: true } }) } },
    /^failed odoo\/rights: the reader "admin" is an administrator/,
    /may read alone/,
  ],
  [
    'a reader that may not read what users read',
    { systems: { odoo: async () => ({ ...ODOO, closed: ['account.move'] }) } },
    /^warning odoo\/models: the reader may not read account\.move/,
    /groups that read them/,
  ],
  [
    'a key that ends next week',
    { systems: { odoo: async () => ({ ...ODOO, key: { made: days(-83), expires: days(7) } }) } },
    /^warning odoo\/key: .*83 days old and expires in 7 days/,
    /second key/,
  ],
  [
    'a key that never ends, and is old',
    { systems: { odoo: async () => ({ ...ODOO, key: { made: days(-200), expires: null } }) } },
    /^warning odoo\/key: .*200 days old and never expires; the registry wants a new one after 80/,
    /second key/,
  ],
  [
    'a key set that answers nothing',
    { systems: { keySet: away('HTTP 404') } },
    /^failed tokens\/keys: the key set cannot be fetched: HTTP 404/,
    /SUPABASE_JWKS_URL/,
  ],
  [
    'a key set without a key that verifies',
    { systems: { keySet: async () => [{ kty: 'OKP', crv: 'Ed25519' }] } },
    /^failed tokens\/keys: the key set has 1 keys, and none/,
    /asymmetric signing key/,
  ],
  [
    'a key set that shows a private key',
    { systems: { keySet: async () => [{ kty: 'EC', crv: 'P-256', d: 'x' }] } },
    /^failed tokens\/keys: .*private key/,
    /revoke it/,
  ],
  [
    'the shared secret in production',
    { env: { SUPABASE_JWT_SECRET: 'x'.repeat(40) } },
    /^warning tokens\/secret/,
    /key pair/,
  ],
  [
    'a storage that is not there',
    { systems: { storage: away('no bucket') } },
    /^failed storage: no bucket/,
    /private bucket/,
  ],
  [
    'runs that take too long',
    { env: { WORKER_TIMEOUT_SECONDS: '900' } },
    /^failed runs: a run may take 900 s/,
    /300 or less/,
  ],
  [
    'another order of addons than the one that is settled',
    { conf: CONF.replace('/mnt/extra', '/mnt/other, /mnt/extra') },
    /^failed odoo-conf\/addons_path: addons_path is \/mnt\/other, \/mnt\/extra/,
    /set it to \/mnt\/extra, as stages\.addonsPath/,
  ],
  [
    'an Odoo without workers',
    { conf: CONF.replace('workers = 4\n', '') },
    /^failed odoo-conf\/workers: workers is not set, and then 0/,
    /4 to 8/,
  ],
  [
    'an Odoo with too many',
    { conf: CONF.replace('workers = 4', 'workers = 12') },
    /^failed odoo-conf\/workers: workers is 12/,
    /4 to 8/,
  ],
  [
    'workers that are never begun anew',
    { conf: CONF.replace('8192', '65536') },
    /^failed odoo-conf\/limit_request: limit_request is 65536/,
    /8192/,
  ],
  [
    'no limit of memory',
    { conf: CONF.replace('536870912', '0') },
    /^failed odoo-conf\/limit_memory_soft: limit_memory_soft is 0/,
    /512 MB/,
  ],
  [
    'a large pool',
    { conf: CONF.replace('db_maxconn = 20', 'db_maxconn = 64') },
    /^failed odoo-conf\/db_maxconn/,
    /20 connections/,
  ],
  [
    'crons that take as long as requests',
    { conf: CONF.replace('limit_time_real_cron = 300\n', '') },
    /^failed odoo-conf\/limit_time_real_cron: .*then limit_time_real, 3600/,
    /300 seconds/,
  ],
  [
    'no cron in production',
    { conf: CONF.replace('max_cron_threads = 1', 'max_cron_threads = 0') },
    /^failed odoo-conf\/max_cron_threads/,
    /at least 1/,
  ],
  [
    'a word for a number',
    { conf: CONF.replace('workers = 4', 'workers = four') },
    /^failed odoo-conf\/workers: .*no whole number/,
    /whole number/,
  ],
];

it.each(BROKEN)('finds %s, and nothing else', async (_what, given, finding, todo) => {
  const checks = (await findingsOf(given)).filter(({ status }) => status === 'failed' || status === 'warning');
  expect(checks.map(({ status, name, says }) => `${status} ${name}: ${says}`)).toEqual([
    expect.stringMatching(finding),
  ]);
  expect(checks[0]?.do).toMatch(todo);
});

it('fails for the limits of production in production alone', async () => {
  const conf = CONF.replace('workers = 4', 'workers = 0');
  const statusIn = async (stage: string) =>
    (
      await findingsOf({
        env: { ODOO_STAGE: stage },
        conf,
        systems: { ticks: async () => ({ schedules: 0, job: null }) },
      })
    ).find(({ name }) => name === 'odoo-conf/workers')?.status;
  expect([await statusIn('staging'), await statusIn('production')]).toEqual(['warning', 'failed']);
});

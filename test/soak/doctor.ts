/**
 * `tripoint doctor` on the real stack: a good configuration, and each way to break it, which its own lines say. What it prints
 * is told as it is, so that evidence of this has it.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../../src/delivery/doctor/check.ts';
import { packagePaths } from '../../src/paths.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { withOwner } from '../../src/postgres/owner.ts';
import { createFolder, runHere } from '../support/command.ts';
import { databaseUrl, JWT_SECRET, loginOf, stackVariable } from '../support/stack.ts';
import type { Soak } from './soak.ts';

type Env = Readonly<Record<string, string>>;

const CONF = `[options]
addons_path = /mnt/oca,/mnt/own
workers = 4
limit_request = 8192
limit_memory_soft = 536870912
limit_time_real = 3600
limit_time_real_cron = 300
db_maxconn = 20
max_cron_threads = 1
`;

interface Broken {
  readonly what: string;
  readonly env?: (good: Env) => Env;
  readonly conf?: string;
  /** Names of the lines that fail, all of them. */
  readonly lines: readonly string[];
}

const elsewhere = (url: unknown, change: object) => Object.assign(new URL(String(url)), change).href;

const BROKEN: readonly Broken[] = [
  {
    what: 'the owner as the login of the gateway',
    env: ({ MIGRATIONS_DATABASE_URL: owner = '' }) => ({ DATABASE_URL: owner }),
    lines: ['database/login'],
  },
  {
    what: 'notices of another database',
    env: ({ DATABASE_URL: url }) => ({ DATABASE_LISTEN_URL: elsewhere(url, { pathname: '/postgres' }) }),
    lines: ['database/listen'],
  },
  {
    what: 'a database that is not there',
    env: ({ DATABASE_URL: url }) => ({ DATABASE_URL: elsewhere(url, { pathname: '/none_of_this_name' }) }),
    lines: ['database/login'],
  },
  { what: 'a wrong key of Odoo', env: () => ({ ODOO_API_KEY: 'wrong' }), lines: ['odoo/reader'] },
  {
    what: 'an administrator as the reader',
    env: () => ({ ODOO_API_KEY: stackVariable('ODOO_ADMIN_API_KEY') }),
    lines: ['odoo/rights'],
  },
  { what: 'an Odoo that is away', env: () => ({ ODOO_URL: 'http://127.0.0.1:9' }), lines: ['odoo/answers'] },
  {
    what: 'a key set that is away',
    env: () => ({ SUPABASE_JWKS_URL: 'https://127.0.0.1:9/keys', SUPABASE_JWT_ISSUER: 'x' }),
    lines: ['tokens/keys'],
  },
  { what: 'runs of an hour', env: () => ({ WORKER_TIMEOUT_SECONDS: '3600' }), lines: ['runs'] },
  { what: 'an Odoo of one process', conf: CONF.replace('workers = 4', 'workers = 0'), lines: ['odoo-conf/workers'] },
  {
    what: 'workers that are never recycled',
    conf: CONF.replace('8192', '0').replace('536870912', '0'),
    lines: ['odoo-conf/limit_request', 'odoo-conf/limit_memory_soft'],
  },
  { what: 'a pool of 64', conf: CONF.replace('= 20', '= 64'), lines: ['odoo-conf/db_maxconn'] },
  { what: 'crons of 10 minutes', conf: CONF.replace('300', '600'), lines: ['odoo-conf/limit_time_real_cron'] },
  {
    what: 'addons in another order',
    conf: CONF.replace('/mnt/oca,/mnt/own', '/mnt/own,/mnt/oca'),
    lines: ['odoo-conf/addons_path'],
  },
];

/** Throws where a good configuration fails, or a broken one does not fail by its lines alone. */
export const soak: Soak = async (report) => {
  const name = `tripoint_soak_doctor_${process.pid}`;
  const server = stackVariable('MIGRATIONS_DATABASE_URL');
  using folder = createFolder();
  try {
    await withOwner(server, (client) => client.script(`create database ${name}`));
    const owner = databaseUrl('MIGRATIONS_DATABASE_URL', name);
    await withOwner(owner, (client) => migrate(client, packagePaths().migrations));
    writeFileSync(join(folder.path, 'environments.yaml'), 'stages: { addonsPath: [/mnt/oca, /mnt/own] }\n');
    const good: Env = {
      ...{ ODOO_STAGE: 'production', DATABASE_URL: loginOf(name).databaseUrl, MIGRATIONS_DATABASE_URL: owner },
      ...{ ODOO_URL: stackVariable('ODOO_URL'), ODOO_DB: stackVariable('ODOO_DB') },
      ...{ ODOO_API_KEY: stackVariable('ODOO_API_KEY'), SUPABASE_JWT_SECRET: JWT_SECRET },
      ENVIRONMENTS_FILE: join(folder.path, 'environments.yaml'),
    };
    await examine(folder.path, good, { what: 'a good configuration', lines: [] }, report);
    for (const broken of BROKEN) await examine(folder.path, good, broken, report);
    report(`${BROKEN.length} broken configurations, each found by its own lines`);
  } finally {
    await withOwner(server, (client) => client.script(`drop database if exists ${name} with (force)`));
  }
};

async function examine(
  cwd: string,
  good: Env,
  { what, env, conf = CONF, lines }: Broken,
  report: (line: string) => void,
): Promise<void> {
  writeFileSync(join(cwd, 'odoo.conf'), conf);
  const options = { cwd, env: { ...good, ...env?.(good) } };
  const { code, stdout } = await runHere(['doctor', '--json', '--odoo-conf', 'odoo.conf'], options);
  const { checks } = JSON.parse(stdout) as { checks: Check[] };
  const failed = checks.filter(({ status }) => status === 'failed');
  report(`${what}: exit code ${code}`);
  for (const check of lines.length === 0 ? checks : failed)
    report(`  ${check.status.padEnd(8)} ${check.name}: ${check.says}${check.do ? ` → ${check.do}` : ''}`);
  const names = failed.map(({ name }) => name);
  if (names.join() !== lines.join() || code !== (lines.length > 0 ? 1 : 0))
    throw new Error(
      `${what}: ${lines.join(', ') || 'nothing'} should fail, and ${names.join(', ') || 'nothing'} did (${code})`,
    );
}

/** The world as it is: names, addresses, the database, Odoo, the identity provider. */
import { randomUUID } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { connect as openConnection } from 'node:net';
import { networkInterfaces } from 'node:os';
import { ANONYMOUS, SERVICE } from '../../auth/viewer.ts';
import type { Config } from '../../config.ts';
import { GatewayError } from '../../errors.ts';
import type { Log } from '../../log.ts';
import { createOdooClient } from '../../odoo/client.ts';
import { readConnectionProblem } from '../../postgres/connection-problem.ts';
import type { MigrationClient } from '../../postgres/migrate.ts';
import { withOwner } from '../../postgres/owner.ts';
import { withPostgres } from '../../postgres/pool.ts';
import type { PostgresSource } from '../../postgres/source.ts';
import { createStorage } from '../../storage/create-storage.ts';
import { askHttp } from '../ask-http.ts';
import { readOdooFacts } from './ask-odoo.ts';
import type { Addresses, DatabaseFacts, PublicKey, Systems } from './systems.ts';

/** Milliseconds for each answer. */
const TIMEOUT_MS = 5_000;

/** @param models Models that the doctrine gives to users. */
export function createSystems(config: Config | null, models: readonly string[], log: Log): Systems {
  return {
    now: () => new Date(),
    hasIpv6,
    resolve,
    connect,
    database: (url) => askNamed({ variable: 'DATABASE_URL', url }, log, readDatabaseFacts),
    ticks: async (url, ownerUrl) => ({
      schedules: await askNamed({ variable: 'DATABASE_URL', url }, log, countSchedules),
      job: ownerUrl === null ? undefined : await withOwner(ownerUrl, ({ query }) => readJob(query)),
    }),
    hears: (listenUrl, databaseUrl) => hears(listenUrl, databaseUrl, log),
    odoo: async () => {
      if (!config?.odoo) throw new Error('ODOO_URL is not set');
      return readOdooFacts(
        config.odoo,
        createOdooClient({ ...config.odoo, timeoutMs: TIMEOUT_MS, cache: null }),
        models,
      );
    },
    keySet: readKeySet,
    storage: async () => {
      if (config?.storage) await createStorage(config.storage).check();
    },
  };
}

/** Beyond this machine and its own wire. */
function hasIpv6(): boolean {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .some(({ family, internal, address }) => family === 'IPv6' && !internal && !/^fe80:/i.test(address));
}

/** As the system resolves names for Node: `/etc/hosts` too. */
async function resolve(host: string): Promise<Addresses> {
  const found = await lookup(host, { all: true });
  const of = (family: number) => found.filter((one) => one.family === family).map(({ address }) => address);
  return { v4: of(4), v6: of(6) };
}

function connect(address: string, port: number): Promise<string | null> {
  return new Promise((settle) => {
    const socket = openConnection({ host: address, port, timeout: TIMEOUT_MS });
    const end = (answer: string | null) => {
      socket.destroy();
      settle(answer);
    };
    socket.once('connect', () => end(null));
    socket.once('timeout', () => end('no answer in 5 s'));
    socket.once('error', (error: NodeJS.ErrnoException) => end(error.code ?? error.message));
  });
}

interface NamedUrl {
  readonly variable: 'DATABASE_URL' | 'DATABASE_LISTEN_URL';
  readonly url: string;
}

async function askNamed<T>(
  { url, variable }: NamedUrl,
  log: Log,
  work: (postgres: PostgresSource) => Promise<T>,
): Promise<T> {
  try {
    return await withPostgres({ databaseUrl: url, poolSize: 1 }, log, work);
  } catch (error) {
    const problem = readConnectionProblem(error, { variable: 'DATABASE_URL', url });
    throw problem ? new Error(problem.message.replace(/^DATABASE_URL/, variable)) : withCause(error, variable);
  }
}

/** A GatewayError tells clients little; the operator is told what Postgres said. */
function withCause(error: unknown, variable: string): unknown {
  const cause = error instanceof GatewayError ? error.cause : null;
  return cause instanceof Error ? new Error(`${variable}: ${cause.message}`) : error;
}

const FACTS = `select json_build_object('login', session_user, 'database', current_database(),
  'bypasses', r.rolsuper or r.rolbypassrls, 'inherits', r.rolinherit,
  'version', current_setting('server_version'), 'versionNumber', current_setting('server_version_num')::int,
  'extensions', (select json_object_agg(e.extname, e.extversion) from pg_catalog.pg_extension e),
  'hasLedger', exists (select from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'ops' and c.relname = 'runs'),
  'now', extract(epoch from clock_timestamp()) * 1000)::text
from pg_catalog.pg_roles r where r.rolname = session_user`;

async function readDatabaseFacts(postgres: PostgresSource): Promise<DatabaseFacts> {
  // The first question opens the connection: its time would count as the clock's.
  await postgres.ping();
  const before = Date.now();
  const bytes = await postgres.render(ANONYMOUS, { text: FACTS, values: [] });
  const after = Date.now();
  const { now, ...facts } = JSON.parse(bytes.toString('utf8')) as Omit<DatabaseFacts, 'clockMs' | 'roundTripMs'> & {
    now: number;
  };
  return { ...facts, clockMs: now - (before + after) / 2, roundTripMs: after - before };
}

const SCHEDULES = "select json_build_object('schedules', (select count(*) from ops.schedules where not paused))::text";

async function countSchedules(postgres: PostgresSource): Promise<number> {
  const bytes = await postgres.render(SERVICE, { text: SCHEDULES, values: [] });
  return (JSON.parse(bytes.toString('utf8')) as { schedules: number }).schedules;
}

async function readJob(query: MigrationClient['query']): Promise<string | null> {
  const [cron] = await query("select from pg_catalog.pg_extension where extname = 'pg_cron'");
  if (!cron) return null;
  const [job] = await query(
    "select schedule from cron.job where active and command ~ 'ops\\.tick' order by jobid limit 1",
  );
  return job ? String(job.schedule) : null;
}

const CHANNEL = 'tripoint_doctor';

async function hears(listenUrl: string, databaseUrl: string, log: Log): Promise<boolean> {
  return askNamed({ variable: 'DATABASE_LISTEN_URL', url: listenUrl }, log, async (listener) => {
    // A listener that cannot connect tries again and again, and says nothing.
    await listener.ping();
    const speaking = { variable: 'DATABASE_URL', url: databaseUrl } as const;
    return askNamed(speaking, log, (speaker) => hearsWord({ listener, speaker, word: randomUUID() }));
  });
}

async function hearsWord({
  listener,
  speaker,
  word,
}: {
  listener: PostgresSource;
  speaker: PostgresSource;
  word: string;
}) {
  if (!listener.listen) return false;
  const { listen } = listener;
  let stop: () => Promise<void> = async () => {};
  const heard = new Promise<boolean>((settle) => {
    const timer = setTimeout(() => settle(false), TIMEOUT_MS);
    const say = () =>
      speaker.transact(ANONYMOUS, (run) => run({ text: `select pg_notify('${CHANNEL}', $1)::text`, values: [word] }));
    const { close } = listen([CHANNEL], {
      notice: (_channel, payload) => {
        if (payload !== word) return;
        clearTimeout(timer);
        settle(true);
      },
      connected: () => void say().catch(() => {}),
      lost: () => {},
    });
    stop = close;
  });
  try {
    return await heard;
  } finally {
    await stop();
  }
}

async function readKeySet(url: string): Promise<readonly PublicKey[]> {
  const { status, text } = await askHttp(url);
  if (status !== 200) throw new Error(`HTTP ${status}`);
  const set = parseJson(text) as { keys?: unknown } | null;
  if (!Array.isArray(set?.keys)) throw new Error('it answers no JSON with "keys"');
  return set.keys as PublicKey[];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

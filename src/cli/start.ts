/** `tripoint start`: the gateway, until it is told to stop. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { DEMO_USERS, issueToken, type TokenFor } from '../auth/issue.ts';
import { type Config, readConfig } from '../config.ts';
import { type EmbeddedSources, openEmbeddedSources } from '../demo/embedded.ts';
import { createStateFolder, type StateFolder } from '../demo/state.ts';
import { createGraphiql, type DemoToken } from '../http/graphiql.ts';
import { createHealth } from '../http/health.ts';
import { type HttpServing, listen } from '../http/listen.ts';
import { createMetrics } from '../http/metrics.ts';
import { createLog, type Log } from '../log.ts';
import type { CacheStore } from '../odoo/cache.ts';
import { createMemoryStore } from '../odoo/cache-memory.ts';
import { createRedisStore } from '../odoo/cache-redis.ts';
import { createOdooClient, type OdooClientOptions } from '../odoo/client.ts';
import { packagePaths } from '../paths.ts';
import { checkLogin } from '../postgres/check-login.ts';
import { createPostgresPool } from '../postgres/pool.ts';
import { createServer } from '../server.ts';
import type { FileStore } from '../storage/files.ts';
import { createFolderFiles, type FolderFiles } from '../storage/folder-files.ts';
import { createSupabaseFiles } from '../storage/supabase-files.ts';
import { type Command, type Io, readOptions } from './io.ts';

const HELP = `tripoint start [--fresh]

Starts the gateway. With neither DATABASE_URL nor ODOO_URL set it brings its own demo systems, kept in .tripoint/.

  --fresh   delete the embedded demo database and secret first
  --help    print this`;

/** Seconds that a printed demo token is good for. */
const DEMO_TOKEN_SECONDS = 7 * 24 * 3_600;

/**
 * Percent by which the heap may grow before V8 marks all of it again.
 *
 * The bytes of answers live outside of the heap but count as its growth. Measured on answers of 130 kB: a third of
 * the full collections of V8's own choice, and a third less CPU for each answer.
 */
const HEAP_GROWING_PERCENT = 300;

/** The command. */
export const startCommand: Command = {
  summary: 'start the gateway',
  help: HELP,
  run: async (args, io) => {
    const { fresh = false } = readOptions(args, { fresh: { type: 'boolean' } });
    const state = createStateFolder(io.cwd);
    const isEmbedded = !io.env.DATABASE_URL && !io.env.ODOO_URL;
    const lock = isEmbedded ? state.hold() : null;
    setFlagsFromString(`--heap-growing-percent=${HEAP_GROWING_PERCENT}`);
    try {
      if (fresh && lock) state.clear();
      const config = readConfig(io.env, state.secret);
      await serve(config, state, io);
    } finally {
      lock?.release();
    }
  },
};

async function serve(config: Config, state: StateFolder, io: Io): Promise<void> {
  const log = createLog(config.logLevel);
  const paths = packagePaths();
  const metrics = createMetrics();
  const observing = { observe: metrics.odoo };
  const opened = config.embedded
    ? await openEmbeddedSources(state.database, paths, observing)
    : await openSources(config, log, observing);
  const { odoo } = opened.sources;
  if (odoo) metrics.watchOdoo(odoo.status);
  // Closed also where the start fails: an open database or listener would keep the process alive.
  try {
    const { store, served } = openFiles(config, state);
    const server = await createServer({
      ...{ config, log, paths, files: store },
      sources: opened.sources,
      observe: metrics.operation,
    });
    const health = createHealth(opened.sources, odoo?.status);
    await serveHttp({ server, health, log, metrics, ...(served && { files: served }) }, config, io);
    await server.stop();
  } finally {
    await opened.close();
  }
}

async function serveHttp(serving: Omit<HttpServing, 'graphiql'>, config: Config, io: Io): Promise<void> {
  const tokens = config.stage === 'development' ? () => demoTokens(config) : async () => [];
  const http = await listen({ ...serving, graphiql: createGraphiql(tokens), live: config.live }, config);
  for (const line of await banner(config, http.url, await tokens())) io.print(line);
  await io.untilStopped();
  await http.close();
}

async function openSources(config: Config, log: Log, observing: OdooClientOptions): Promise<EmbeddedSources> {
  const postgres = config.postgres && createPostgresPool(config.postgres, log);
  // Closed where it fails, or its idle connection would keep the process alive.
  if (postgres)
    await checkLogin(postgres, log).catch(async (error: unknown) => {
      await postgres.close();
      throw error;
    });
  const store = config.odoo?.cache ? openStore(config, log) : undefined;
  const odoo = config.odoo && createOdooClient(config.odoo, { ...observing, ...(store && { store }) });
  return {
    sources: { odoo, postgres },
    close: async () => {
      await Promise.all([postgres?.close(), store?.close()]);
    },
  };
}

/** The bucket of attachments, private, beside that of the archives. */
const ATTACHMENTS_BUCKET = 'tripoint-attachments';

/** In the embedded gateway and where STORAGE_FOLDER is set, a folder; else Supabase Storage, where its key is set. */
function openFiles(config: Config, state: StateFolder): { store: FileStore | null; served?: FolderFiles } {
  const { embedded, storage, auth } = config;
  if (embedded || storage?.kind === 'folder') {
    const folder = storage?.kind === 'folder' ? join(storage.folder, 'attachments') : state.attachments;
    const files = createFolderFiles(folder, auth.jwtSecret ?? randomBytes(32).toString('hex'));
    return { store: files, served: files };
  }
  return { store: storage && createSupabaseFiles({ ...storage, bucket: ATTACHMENTS_BUCKET }) };
}

function openStore({ redisUrl }: Config, log: Log): CacheStore {
  return redisUrl === null ? createMemoryStore() : createRedisStore(redisUrl, log);
}

async function demoTokens({ auth }: Config): Promise<DemoToken[]> {
  const { jwtSecret } = auth;
  if (jwtSecret === null) return [];
  const signing = { jwtSecret, issuer: auth.issuer, audience: auth.audience, lifetimeSeconds: DEMO_TOKEN_SECONDS };
  const subjects: (readonly [string, TokenFor])[] = [
    ...Object.keys(DEMO_USERS).map((user) => [user, { user }] as const),
    ['service', { service: true }],
    ['sync-odoo-agent', { agent: 'sync-odoo-agent' }],
  ];
  return Promise.all(subjects.map(async ([name, subject]) => ({ name, token: await issueToken(subject, signing) })));
}

async function banner(config: Config, url: string, tokens: readonly DemoToken[]): Promise<string[]> {
  const mode = config.embedded ? 'embedded demo systems, kept in .tripoint/' : config.stage;
  const lines = [`Tripoint is up (${mode}): GraphQL ${url}/graphql · GraphiQL ${url}/graphiql · health ${url}/readyz`];
  if (!config.embedded) return lines;
  const example = `curl -s ${url}/graphql -H 'content-type: application/json' -H "authorization: Bearer $TOKEN" -d '{"query":"{ viewer { kind } spaces { nodes { name } } }"}'`;
  return [
    ...lines,
    '',
    'Tokens to paste, good for a week:',
    ...tokens.map(({ name, token }) => `  ${name.padEnd(16)} ${token}`),
    '',
    `Try: TOKEN=…; ${example}`,
  ];
}

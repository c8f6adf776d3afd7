/** The gateway that consumers' operations are asked of: the demo's own, made for this one time, or one that listens somewhere. */
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { issueToken, type Signer, type TokenFor } from '../auth/issue.ts';
import { readConfig } from '../config.ts';
import { askUrl } from '../consumers/ask-url.ts';
import type { Consumer } from '../consumers/consumer.ts';
import type { Ask } from '../consumers/verify.ts';
import { openEmbeddedSources } from '../demo/embedded.ts';
import { createStateFolder } from '../demo/state.ts';
import { createHealth } from '../http/health.ts';
import { listen } from '../http/listen.ts';
import { createLog, type Log } from '../log.ts';
import { packagePaths } from '../paths.ts';
import type { PostgresSource } from '../postgres/source.ts';
import { createServer } from '../server.ts';
import { createFolderFiles } from '../storage/folder-files.ts';
import { createEmbedder } from '../work/search/create-embedder.ts';
import type { Embedder } from '../work/search/embedder.ts';
import { createIndexQueue } from '../work/search/index-queue.ts';
import { indexAllWaiting } from '../work/search/indexer.ts';
import { type Io, UsageError } from './io.ts';

/** Where the gateway is; absent for the demo's own. */
export interface ContractGateway {
  readonly url?: string | undefined;
  /** A JSON file: the token of each consumer. */
  readonly tokens?: string | undefined;
}

/** Seconds that a consumer's token is good for. */
const TOKEN_SECONDS = 600;

/** Lends a function that asks the gateway. @throws UsageError where no token can be had. */
export async function withConsumersGateway<T>(
  { url, tokens }: ContractGateway,
  io: Io,
  work: (ask: Ask) => Promise<T>,
): Promise<T> {
  if (url === undefined) return withDemoGateway(work);
  return work(askUrl(url, tokens === undefined ? signAsConfigured(io) : await readTokens(resolve(io.cwd, tokens))));
}

async function withDemoGateway<T>(work: (ask: Ask) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'tripoint-consumers-'));
  const log = createLog('silent');
  const paths = packagePaths();
  const jwtSecret = randomBytes(32).toString('hex');
  const signing = { jwtSecret, issuer: null, audience: 'authenticated' };
  const opened = await openEmbeddedSources(join(folder, 'database'), paths);
  try {
    const files = createFolderFiles(join(folder, 'attachments'), jwtSecret);
    const search = { embedder: createEmbedder({ kind: 'built-in' }), answerer: null };
    const server = await createServer({
      config: { stage: 'production', auth: { ...signing, jwksUrl: null } },
      ...{ sources: opened.sources, log, paths, files, search },
    });
    await fillIndex(opened.sources.postgres, search.embedder, log);
    const health = createHealth(opened.sources);
    const http = await listen({ server, health, pages: null, log, files }, { host: '127.0.0.1', port: 0 });
    try {
      return await work(askUrl(http.url, signWith(signing)));
    } finally {
      await http.close();
      await server.stop();
    }
  } finally {
    await opened.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The state of a gateway that has been up for a minute. */
async function fillIndex(postgres: PostgresSource | null, embedder: Embedder, log: Log): Promise<void> {
  if (!postgres) return;
  const queue = createIndexQueue(postgres, { worker: 'consumers', leaseSeconds: 60, maxAttempts: 1 });
  const bell = { ring: () => {}, wait: async () => {} };
  const options = { queue, embedder, batchPages: 32, requestsPerMinute: null, bell, drainMs: 0, log };
  await indexAllWaiting(options, new AbortController().signal);
}

type TokenOf = (consumer: Consumer) => Promise<string | null>;

function signWith(signing: Signer): TokenOf {
  return async ({ viewer }) => {
    if ('anonymous' in viewer) return null;
    return issueToken(toSubject(viewer), { ...signing, lifetimeSeconds: TOKEN_SECONDS });
  };
}

function toSubject(viewer: Exclude<Consumer['viewer'], { anonymous: true }>): TokenFor {
  if (!('agent' in viewer)) return viewer;
  return viewer.act === undefined ? { agent: viewer.agent } : { agent: viewer.agent, act: viewer.act };
}

/** With the secret of the environment, or that of the embedded gateway that was started in this folder. */
function signAsConfigured(io: Io): TokenOf {
  const { auth } = readConfig(io.env, createStateFolder(io.cwd).secret);
  if (auth.jwtSecret === null)
    throw new UsageError('SUPABASE_JWT_SECRET is not set: give the tokens of the consumers with --tokens');
  return signWith({ jwtSecret: auth.jwtSecret, issuer: auth.issuer, audience: auth.audience });
}

async function readTokens(file: string): Promise<TokenOf> {
  const tokens = z.record(z.string(), z.string()).parse(JSON.parse(await readFile(file, 'utf8')));
  return async ({ name, viewer }) => {
    if ('anonymous' in viewer) return null;
    const token = Object.hasOwn(tokens, name) ? tokens[name] : undefined;
    if (token === undefined) throw new UsageError(`--tokens has none for ${name}`);
    return token;
  };
}

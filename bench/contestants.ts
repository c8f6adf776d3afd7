/** The contestants as processes: one each, on a free port of 127.0.0.1, with the same pool, secret and database. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Tokens } from './tokens.ts';

/** In the order in which they are asked. */
export const CONTESTANTS = [
  'gateway',
  'limit',
  'apolloDataloader',
  'postgraphile',
  'mercuriusLoaders',
  'yogaDataloader',
] as const;

/** Name of a contestant. */
export type ContestantName = (typeof CONTESTANTS)[number];

/** A contestant that answers. */
export interface Contestant {
  readonly name: ContestantName;
  /** E.g. `http://127.0.0.1:41234`. */
  readonly origin: string;
  /** Resident memory in bytes, now. */
  readMemory(): number;
  stop(): Promise<void>;
}

/** What all contestants are given. */
export interface ContestantOptions {
  readonly databaseUrl: string;
  readonly tokens: Pick<Tokens, 'env' | 'signing'>;
}

/** Connections to Postgres, the same for each. */
export const POOL_SIZE = 10;

/** Milliseconds until a contestant has to answer. */
const START_TIMEOUT_MS = 30_000;

const ROOT = join(import.meta.dirname, '..');
const PEERS = join(import.meta.dirname, '.build', 'bench', 'contestants');

const COMMANDS: Readonly<Record<ContestantName, readonly [string, ...string[]]>> = {
  gateway: [process.execPath, join(ROOT, 'dist', 'main.js'), 'start'],
  limit: [process.execPath, join(PEERS, 'limit.js')],
  apolloDataloader: [process.execPath, join(PEERS, 'apollo-dataloader.js')],
  postgraphile: [process.execPath, join(PEERS, 'postgraphile.js')],
  mercuriusLoaders: [process.execPath, join(PEERS, 'mercurius-loaders.js')],
  yogaDataloader: [process.execPath, join(PEERS, 'yoga-dataloader.js')],
};

/** Starts a contestant and waits until it listens. @throws Error with what it printed where it does not. */
export async function startContestant(name: ContestantName, options: ContestantOptions): Promise<Contestant> {
  const [command, ...args] = COMMANDS[name];
  const child = spawn(command, args, { cwd: ROOT, env: createEnvironment(options), stdio: ['ignore', 'pipe', 'pipe'] });
  const origin = await waitForOrigin(name, child);
  return { name, origin, readMemory: () => readMemory(child), stop: () => stop(child) };
}

/** Nothing of the caller's environment but what a process needs: a variable of the stack must not reach one contestant only. */
function createEnvironment({ databaseUrl, tokens }: ContestantOptions): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    GRAPHILE_ENV: 'production',
    DATABASE_URL: databaseUrl,
    DATABASE_POOL_SIZE: String(POOL_SIZE),
    PEER_SIGNING: JSON.stringify(tokens.signing),
    // Only the gateway reads what follows. Production: no extension of development is added.
    ...tokens.env,
    PORT: '0',
    // The page tree is asked ten levels deep, and its peers count nothing.
    OPERATION_MAX_ROWS: String(Number.MAX_SAFE_INTEGER),
    OPERATION_MAX_COST: String(Number.MAX_SAFE_INTEGER),
    // Counted as always, and never reached.
    RATE_VIEWER_POINTS: String(Number.MAX_SAFE_INTEGER),
    RATE_ADDRESS_POINTS: String(Number.MAX_SAFE_INTEGER),
    ODOO_STAGE: 'production',
    // No contestant writes a line for each request.
    LOG_LEVEL: 'warn',
    // No operation of the bench asks Odoo, but production wants one named.
    ODOO_URL: process.env.ODOO_URL || 'http://127.0.0.1:9',
    ODOO_DB: process.env.ODOO_DB || 'bench',
    ODOO_API_KEY: process.env.ODOO_API_KEY || 'bench',
  };
}

function waitForOrigin(name: ContestantName, child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const fail = (why: string) => reject(new Error(`${name} ${why}\n${printed}`));
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      fail(`does not listen after ${START_TIMEOUT_MS} ms`);
    }, START_TIMEOUT_MS);
    const read = (chunk: Buffer) => {
      printed = `${printed}${chunk}`.slice(-4_000);
      const origin = /(http:\/\/127\.0\.0\.1:\d+)\/graphql/.exec(printed)?.[1];
      if (!origin) return;
      clearTimeout(timer);
      resolve(origin);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', (error) => fail(error.message));
    child.once('exit', (code) => fail(`ended with code ${code}`));
  });
}

function readMemory({ pid }: ChildProcess): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) * 1_024;
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const timer = setTimeout(() => child.kill('SIGKILL'), 5_000);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

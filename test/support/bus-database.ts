/** A database of a soak's own, and the worker processes on it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { packagePaths } from '../../src/paths.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { withOwner } from '../../src/postgres/owner.ts';
import { databaseUrl, stackVariable } from './stack.ts';
import { TYPESCRIPT } from './typescript.ts';

type Row = Record<string, unknown>;

/** The database, migrated, with a table for the effects of jobs. */
export interface BusDatabase extends AsyncDisposable {
  readonly name: string;
  readonly ownerUrl: string;
  readonly loginUrl: string;
  readonly query: (text: string, values?: readonly unknown[]) => Promise<Row[]>;
}

/** A worker process. */
export interface BusWorker {
  readonly child: ChildProcess;
  readonly ready: Promise<void>;
  readonly ended: Promise<void>;
  /** Gives the word to begin. */
  readonly go: () => void;
}

/** Creates it, by this checkout's migrations or those of another folder; closing drops it. */
export async function createBusDatabase(suffix: string, migrations = packagePaths().migrations): Promise<BusDatabase> {
  const name = `tripoint_soak_${suffix}_${process.pid}`;
  const server = stackVariable('MIGRATIONS_DATABASE_URL');
  const ownerUrl = databaseUrl('MIGRATIONS_DATABASE_URL', name);
  await withOwner(server, (client) => client.script(`create database ${name}`));
  await withOwner(ownerUrl, async (client) => {
    await migrate(client, migrations);
    await client.script(`create schema soak;
      create table soak.executed (job text not null, process int not null, at timestamptz not null default clock_timestamp());`);
  });
  return {
    name,
    ownerUrl,
    loginUrl: databaseUrl('DATABASE_URL', name),
    query: (text, values) => withOwner(ownerUrl, (client) => client.query(text, values)),
    [Symbol.asyncDispose]: () =>
      withOwner(server, (client) => client.script(`drop database if exists ${name} with (force)`)),
  };
}

/**
 * Starts a program with what it needs of the database in its environment.
 *
 * @param prefix Of the command line, e.g. `ip netns exec one`.
 */
export function startBusWorker(
  program: string,
  { ownerUrl, loginUrl }: Pick<BusDatabase, 'ownerUrl' | 'loginUrl'>,
  more: Readonly<Record<string, string>>,
  prefix: readonly string[] = [],
): BusWorker {
  const { PATH = '', HOME = '' } = process.env;
  const [command = '', ...args] = [...prefix, process.execPath, ...TYPESCRIPT, program];
  const child = spawn(command, args, {
    env: { PATH, HOME, BUS_OWNER_URL: ownerUrl, BUS_LOGIN_URL: loginUrl, ...more },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.on('error', () => {});
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.once('data', () => resolve());
    ended.then(() => reject(new Error(`${program} ended before it was ready`)));
  });
  ready.catch(() => {});
  return { child, ready, ended, go: () => void child.stdin.write('go\n') };
}

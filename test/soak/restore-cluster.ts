/** The server programs that `test/stack/up` has laid, and a new cluster of them: where a backup is restored. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, createReadStream, createWriteStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import process from 'node:process';
import { pipeline } from 'node:stream/promises';
import { untilReady } from '../support/cluster.ts';
import { findFreePort } from '../support/free-port.ts';
import { CHROOT } from '../support/local-odoo.ts';

const PROGRAMS = '/usr/lib/postgresql/17/bin';
/** `nobody`: the server does not run as root. */
const NOBODY = 65_534;

/** A cluster that has never seen a role of ours; closing removes it. */
export interface NewCluster extends AsyncDisposable {
  /** The DSN of a database, as its superuser where no login is named. */
  url(database: string, login?: string): string;
}

/** @throws Error where this machine has no programs of PostgreSQL 17 by `test/stack/up`. */
export async function createNewCluster(): Promise<NewCluster> {
  if (!existsSync(join(CHROOT, PROGRAMS)))
    throw new Error(`there is no PostgreSQL 17 below ${CHROOT}: run test/stack/up`);
  const folder = mkdtempSync(join(CHROOT, 'tmp', 'tripoint-cluster-'));
  chownSync(folder, NOBODY, NOBODY);
  const inside = join('/tmp', basename(folder));
  await finish(
    start('initdb', ['-D', `${inside}/data`, '-U', 'postgres', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8']),
  );
  const port = await findFreePort();
  const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=${inside}`];
  const server = start('postgres', [
    '-D',
    `${inside}/data`,
    '-p',
    String(port),
    ...settings.flatMap((one) => ['-c', one]),
  ]);
  const url = (database: string, login = 'postgres') => `postgres://${login}@127.0.0.1:${port}/${database}`;
  // What it logs is read, or it would stand still.
  for (const stream of [server.stdout, server.stderr]) stream?.resume();
  await untilReady(url('postgres'), server, 200);
  return {
    url,
    [Symbol.asyncDispose]: async () => {
      const ended = once(server, 'exit');
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** `pg_dump --format=custom`, into a file. */
export async function dumpInto(file: string, url: string): Promise<void> {
  const dump = start('pg_dump', ['--format=custom', url]);
  const isDone = finish(dump);
  if (dump.stdout) await pipeline(dump.stdout, createWriteStream(file));
  await isDone;
}

/** `pg_restore --exit-on-error --no-owner`, from a file. */
export async function restoreFrom(file: string, url: string): Promise<void> {
  const restore = start('pg_restore', ['--exit-on-error', '--no-owner', '--dbname', url]);
  const isDone = finish(restore);
  if (restore.stdin) await pipeline(createReadStream(file), restore.stdin);
  await isDone;
}

function start(program: string, args: readonly string[]): ChildProcess {
  const given = [`--userspec=${NOBODY}:${NOBODY}`, CHROOT, join(PROGRAMS, program), ...args];
  return spawn('chroot', given, {
    env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
}

async function finish(child: ChildProcess): Promise<void> {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${child.spawnargs.slice(3, 5).join(' ')} ended with ${code}: ${said}`);
}

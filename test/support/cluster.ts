/** A PostgreSQL cluster of a test's own, in a folder that goes away with it: roles belong to a cluster. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { withOwner } from '../../src/postgres/owner.ts';
import { findFreePort } from './free-port.ts';

const execute = promisify(execFile);

/** The newest server programs of this machine, as Debian places them; null where it has none. */
export function findPostgresPrograms(): string | null {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((one, other) => Number(other) - Number(one)) : [];
  const folders = versions.map((version) => join(root, version, 'bin'));
  return (
    folders.find((folder) => ['initdb', 'postgres', 'pg_dump'].every((name) => existsSync(join(folder, name)))) ?? null
  );
}

/** A running cluster. */
export interface Cluster extends AsyncDisposable {
  /** The DSN of a database as its superuser. */
  url(database: string): string;
  /** Runs SQL in the database `postgres`. */
  script(sql: string): Promise<void>;
  /** Runs a line of a shell, the cluster's programs first in its path. */
  shell(line: string, env: Readonly<Record<string, string>>, cwd: string): Promise<{ code: number; stderr: string }>;
}

/** @param programs What `findPostgresPrograms` found. */
export async function createCluster(programs: string): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'tripoint-cluster-'));
  const as = withoutRoot(folder);
  const initdb = [
    '-D',
    join(folder, 'data'),
    '-U',
    'postgres',
    '--auth=trust',
    '-E',
    'UTF8',
    '--locale=C',
    '--no-sync',
  ];
  await execute(join(programs, 'initdb'), initdb, { ...as, cwd: folder });
  const port = await findFreePort();
  const settings = [
    'fsync=off',
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'shared_buffers=16MB',
  ];
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', join(folder, 'data'), '-p', String(port), ...settings.flatMap((one) => ['-c', one])],
    { ...as, cwd: folder, stdio: 'ignore' },
  );
  const url = (database: string) => `postgres://postgres@127.0.0.1:${port}/${database}`;
  await untilReady(url('postgres'), server);
  return {
    url,
    script: (sql) => withOwner(url('postgres'), (client) => client.script(sql)),
    shell: async (line, env, cwd) => {
      const path = `${programs}:${process.env.PATH}`;
      const ran = await execute('sh', ['-c', line], { cwd, env: { ...env, PATH: path } }).catch((error) => error);
      return { code: Number(ran.code ?? 0), stderr: String(ran.stderr) };
    },
    [Symbol.asyncDispose]: async () => {
      const ended = once(server, 'exit');
      server.kill('SIGINT');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The server does not run as root; `nobody` will do. */
function withoutRoot(folder: string): { uid: number; gid: number } | object {
  if (process.getuid?.() !== 0) return {};
  const nobody = 65_534;
  chownSync(folder, nobody, nobody);
  return { uid: nobody, gid: nobody };
}

/** @param tries A tenth of a second each. @throws what connecting threw last, also where the server has ended. */
export async function untilReady(url: string, server: ChildProcess, tries = 100): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await withOwner(url, async (client) => void (await client.query('select 1')));
    } catch (error) {
      if (attempt === tries || server.exitCode !== null) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

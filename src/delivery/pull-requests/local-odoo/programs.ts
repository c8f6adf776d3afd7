/** Odoo's and PostgreSQL's own programs, without a shell, in the place and as the user that the settings say. */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { pipeline } from 'node:stream/promises';
import { DeliveryError } from '../../problem.ts';
import type { LocalOdooSettings } from './settings.ts';

/** Starts them. */
export interface Programs {
  /** @param input Written to its standard input. @returns What it printed. @throws DeliveryError with what it said last. */
  run(command: readonly string[], input?: string): Promise<string>;
  /** The first one's output is the second one's input. @throws DeliveryError where either fails. */
  pipe(from: readonly string[], to: readonly string[]): Promise<void>;
  /** One that outlives this process, with its output in a file. @returns Its number. */
  start(command: readonly string[], output: number): number;
  /** Arguments that connect a program of PostgreSQL. */
  readonly connection: readonly string[];
  /** One that executes what it reads, and prints rows alone. @param variables For `:'name'` in what it reads. */
  psql(database: string, variables: Readonly<Record<string, string>>, ...options: string[]): readonly string[];
  /** Odoo on a database, without its password. @param action One of its commands; the server where absent. */
  odoo(database: string, dataFolder: string, action?: string): readonly string[];
}

const MAX_SAID = 1_000;

/** @param env All that the driver was given: programs see its PATH and the password of the database. */
export function createPrograms(
  { run: before, postgres, odoo }: LocalOdooSettings,
  env: Readonly<Record<string, string | undefined>>,
): Programs {
  const password = postgres.passwordVariable === undefined ? undefined : env[postgres.passwordVariable];
  const own = {
    PATH: env.PATH ?? '/usr/bin:/bin',
    LC_ALL: 'C.UTF-8',
    TZ: 'UTC',
    ...(password && { PGPASSWORD: password }),
  };
  const connection = ['-h', postgres.host, '-p', String(postgres.port), '-U', postgres.user];
  const open = (command: readonly string[], options: SpawnOptions): ChildProcess => {
    const [program = '', ...args] = [...before, ...command];
    return spawn(program, args, { cwd: '/', env: own, ...options });
  };
  return {
    run: async (command, input = '') => {
      const child = open(command, { stdio: ['pipe', 'pipe', 'pipe'] });
      child.stdin?.on('error', () => {});
      child.stdin?.end(input);
      const printed = collect(child.stdout);
      await untilEnded(child, command);
      return printed();
    },
    pipe: async (from, to) => {
      const reader = open(from, { stdio: ['ignore', 'pipe', 'pipe'] });
      const writer = open(to, { stdio: ['pipe', 'ignore', 'pipe'] });
      const ends = [untilEnded(reader, from), untilEnded(writer, to)];
      const flow = reader.stdout && writer.stdin ? pipeline(reader.stdout, writer.stdin).catch(() => {}) : undefined;
      const failed = (await Promise.allSettled([...ends, flow])).find((one) => one.status === 'rejected');
      if (failed) throw failed.reason;
    },
    start: (command, output) => {
      const child = open(command, { stdio: ['ignore', output, output], detached: true });
      child.on('error', () => {});
      child.unref();
      if (child.pid === undefined) throw new DeliveryError(`${[...before, ...command][0]} does not start`);
      return child.pid;
    },
    connection,
    psql: (database, variables, ...options) => [
      ...['psql', ...connection, '-d', database, '-X', '-qAt', ...options],
      ...Object.entries(variables).flatMap(([name, value]) => ['-v', `${name}=${value}`]),
      ...['-f', '-'],
    ],
    odoo: (database, dataFolder, action) => [
      ...odoo,
      ...(action === undefined ? [] : [action]),
      ...['-d', database, '--db_host', postgres.host, '--db_port', String(postgres.port), '-r', postgres.user],
      ...['--data-dir', dataFolder],
    ],
  };
}

async function untilEnded(child: ChildProcess, [program = '', ...args]: readonly string[]): Promise<void> {
  const said = collect(child.stderr);
  const code = await new Promise<number | string>((resolve) => {
    child.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    child.once('close', (ended, signal) => resolve(ended ?? String(signal)));
  });
  if (code === 0) return;
  const first = args.find((argument) => !argument.startsWith('-')) ?? '';
  throw new DeliveryError(
    `${program} ${first} ended with ${code}: ${said().trim().slice(-MAX_SAID) || 'it said nothing'}`,
  );
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  const chunks: Buffer[] = [];
  stream?.on('data', (chunk: Buffer) => void chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}

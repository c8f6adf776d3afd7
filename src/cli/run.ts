/** The command line: finds the command, prints help, turns an error into a message and an exit code. */
import { HandlersError } from '../agents/load-handlers.ts';
import { GatewayError } from '../errors.ts';
import { FunctionFileError } from '../functions/read.ts';
import { ConnectionProblem, type ConnectionReason } from '../postgres/connection-problem.ts';
import { SdlError } from '../sdl/problem.ts';
import { ConfigError } from '../variables.ts';
import { type Command, FoundError, type Io, UsageError } from './io.ts';
import { NeverUpError } from './never-up.ts';
import { refuseProduction } from './stage.ts';

/** Each is loaded when it is asked for: a gateway does not keep what others need in memory, such as a parser of SQL. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start.ts')).startCommand,
  migrate: async () => (await import('./migrate.ts')).migrateCommand,
  token: async () => (await import('./token.ts')).tokenCommand,
  schema: async () => (await import('./schema.ts')).schemaCommand,
  doctrine: async () => (await import('./doctrine.ts')).doctrineCommand,
  operations: async () => (await import('./operations.ts')).operationsCommand,
  consumers: async () => (await import('./consumers.ts')).consumersCommand,
  odoo: async () => (await import('./odoo.ts')).odooCommand,
  retention: async () => (await import('./retention.ts')).retentionCommand,
  worker: async () => (await import('./worker.ts')).workerCommand,
  indexer: async () => (await import('./indexer.ts')).indexerCommand,
  mcp: async () => (await import('./mcp.ts')).mcpCommand,
  keys: async () => (await import('./keys.ts')).keysCommand,
  guard: async () => (await import('./guard.ts')).guardCommand,
};

/** What commands were called before: scripts that say it go on. */
const FORMER_NAMES: Readonly<Record<string, string>> = { contract: 'consumers' };

/** Exit codes of a database that a command cannot work with. */
const CONNECTION_CODES: Readonly<Record<ConnectionReason, number>> = {
  host: 10,
  port: 11,
  silence: 12,
  'password-absent': 13,
  password: 14,
  role: 15,
  database: 16,
  'foreign-schema': 17,
  tls: 18,
  protocol: 19,
};

const EXIT_CODES = `Exit codes: 0 done, 1 failed, 2 not understood; of the database: 10 host not known, 11 nothing listens,
12 no answer, 13 password absent, 14 password wrong, 15 role refused, 16 no such database, 17 a foreign schema "tripoint",
18 no encrypted connection, 19 no Postgres there`;

/**
 * @param printError Prints a line on standard error.
 * @returns The exit code: 0 done, 1 failed, 2 not understood, 10 to 19 for a database that it cannot work with; never throws.
 */
export async function runCommand(args: readonly string[], io: Io, printError: (line: string) => void): Promise<number> {
  const [given = '--help', ...rest] = args;
  const name = Object.hasOwn(FORMER_NAMES, given) ? String(FORMER_NAMES[given]) : given;
  if (name === '--help' || name === '-h' || name === 'help') {
    io.print(await overview());
    return 0;
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) {
    printError(`tripoint: there is no command "${name}"\n\n${await overview()}`);
    return 2;
  }
  const command = await load();
  if (rest.includes('--help') || rest.includes('-h')) {
    io.print(command.help);
    return 0;
  }
  try {
    refuseProduction(io.env);
    await command.run(rest, io);
    return 0;
  } catch (error) {
    printError(`tripoint ${name}: ${describe(error)}`);
    return exitCodeOf(error);
  }
}

function exitCodeOf(error: unknown): number {
  if (error instanceof ConnectionProblem) return CONNECTION_CODES[error.reason];
  if (error instanceof NeverUpError) return error.code;
  return error instanceof UsageError ? 2 : 1;
}

async function overview(): Promise<string> {
  const lines = await Promise.all(
    Object.entries(COMMANDS).map(async ([name, load]) => `  ${name.padEnd(10)} ${(await load()).summary}`),
  );
  return `tripoint <command> [--help]\n\n${lines.join('\n')}\n\n${EXIT_CODES}`;
}

/** The message alone for what we throw and for what the system says; of anything else the stack helps more. */
function describe(error: unknown): string {
  const isOurs = [
    UsageError,
    FoundError,
    NeverUpError,
    ConfigError,
    GatewayError,
    ConnectionProblem,
    SdlError,
    FunctionFileError,
    HandlersError,
  ].some((ours) => error instanceof ours);
  if (isOurs) return (error as Error).message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return 'the port is in use: set PORT to another';
  if (error instanceof Error && 'code' in error) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** The command line: finds the command, prints help, turns an error into a message and an exit code. */
import { ConfigError } from '../config.ts';
import { GatewayError } from '../errors.ts';
import { contractCommand } from './contract.ts';
import { doctrineCommand } from './doctrine.ts';
import { guardCommand } from './guard.ts';
import { indexerCommand } from './indexer.ts';
import { type Command, FoundError, type Io, UsageError } from './io.ts';
import { migrateCommand } from './migrate.ts';
import { odooCommand } from './odoo.ts';
import { retentionCommand } from './retention.ts';
import { schemaCommand } from './schema.ts';
import { refuseProduction } from './stage.ts';
import { startCommand } from './start.ts';
import { tokenCommand } from './token.ts';
import { workerCommand } from './worker.ts';

const COMMANDS: Readonly<Record<string, Command>> = {
  start: startCommand,
  migrate: migrateCommand,
  token: tokenCommand,
  schema: schemaCommand,
  doctrine: doctrineCommand,
  contract: contractCommand,
  odoo: odooCommand,
  retention: retentionCommand,
  worker: workerCommand,
  indexer: indexerCommand,
  guard: guardCommand,
};

/** Exit codes: done, failed, not understood. */
export type ExitCode = 0 | 1 | 2;

/** @param printError Prints a line on standard error. @returns The exit code; never throws. */
export async function runCommand(
  args: readonly string[],
  io: Io,
  printError: (line: string) => void,
): Promise<ExitCode> {
  const [name = '--help', ...rest] = args;
  if (name === '--help' || name === '-h' || name === 'help') {
    io.print(overview());
    return 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) {
    printError(`tripoint: there is no command "${name}"\n\n${overview()}`);
    return 2;
  }
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
    return error instanceof UsageError ? 2 : 1;
  }
}

function overview(): string {
  const lines = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(9)} ${summary}`);
  return `tripoint <command> [--help]\n\n${lines.join('\n')}`;
}

/** The message alone for what we throw and for what the system says; of anything else the stack helps more. */
function describe(error: unknown): string {
  const isOurs = [UsageError, FoundError, ConfigError, GatewayError].some((ours) => error instanceof ours);
  if (isOurs) return (error as Error).message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return 'the port is in use: set PORT to another';
  if (error instanceof Error && 'code' in error) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

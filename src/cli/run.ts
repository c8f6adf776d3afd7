/** The command line: finds the command, prints help, turns an error into a message and an exit code. */

import { fileProblem } from '../file-problem.ts';
import { didYouMean } from '../nearest.ts';
import { ToldError } from '../told-error.ts';
import type { Command, Io } from './io.ts';

/** A command as the list of commands has it. */
interface Listed {
  readonly summary: string;
  readonly load: () => Promise<Command>;
}

/** Each is loaded when it is asked for: a gateway does not keep what others need in memory, such as a parser of SQL. */
const COMMANDS: Readonly<Record<string, Listed>> = {
  start: {
    summary: 'start the gateway',
    load: async () => (await import('./start.ts')).startCommand,
  },
  migrate: {
    summary: 'bring the database up to date',
    load: async () => (await import('./migrate.ts')).migrateCommand,
  },
  token: {
    summary: 'print a token',
    load: async () => (await import('./token.ts')).tokenCommand,
  },
  schema: {
    summary: 'print the SDL',
    load: async () => (await import('./schema.ts')).schemaCommand,
  },
  doctrine: {
    summary: 'check the doctrine, and print what is made from it',
    load: async () => (await import('./doctrine.ts')).doctrineCommand,
  },
  operations: {
    summary: 'make the manifest of trusted operations',
    load: async () => (await import('./operations.ts')).operationsCommand,
  },
  consumers: {
    summary: 'hold the gateway to what its consumers rely on',
    load: async () => (await import('./consumers.ts')).consumersCommand,
  },
  odoo: {
    summary: 'print the SDL of an Odoo model, or check the SDL against Odoo',
    load: async () => (await import('./odoo.ts')).odooCommand,
  },
  retention: {
    summary: 'move what is old into object storage',
    load: async () => (await import('./retention.ts')).retentionCommand,
  },
  worker: {
    summary: 'execute runs of the ledger',
    load: async () => (await import('./worker.ts')).workerCommand,
  },
  sync: {
    summary: 'ask Odoo what was written, and tell the ledger',
    load: async () => (await import('./sync.ts')).syncCommand,
  },
  indexer: {
    summary: 'keep the search index',
    load: async () => (await import('./indexer.ts')).indexerCommand,
  },
  mcp: {
    summary: 'serve agents over standard input and output (MCP)',
    load: async () => (await import('./mcp.ts')).mcpCommand,
  },
  keys: {
    summary: "tell of people's keys of Odoo, and rotate what seals them",
    load: async () => (await import('./keys.ts')).keysCommand,
  },
  guard: {
    summary: 'check schema, migrations, code and stages against the doctrine',
    load: async () => (await import('./guard.ts')).guardCommand,
  },
  evidence: {
    summary: 'record what a command did, and verify what was recorded',
    load: async () => (await import('./evidence.ts')).evidenceCommand,
  },
  env: {
    summary: 'open and close environments of pull requests',
    load: async () => (await import('./env.ts')).envCommand,
  },
  build: {
    summary: 'say what a build is made from, and build it twice',
    load: async () => (await import('./build.ts')).buildCommand,
  },
  deploy: {
    summary: 'take a build to an environment by the rules, or back, and record it',
    load: async () => (await import('./deploy.ts')).deployCommand,
  },
  stage: {
    summary: 'prove that the Odoo of a staging is a neutralized copy',
    load: async () => (await import('./stage-verify.ts')).stageCommand,
  },
  doctor: {
    summary: 'look at the configuration and the systems, and say what to do',
    load: async () => (await import('./doctor.ts')).doctorCommand,
  },
};

/** What commands were called before: scripts that say it go on. */
const FORMER_NAMES: Readonly<Record<string, string>> = { contract: 'consumers' };

const EXIT_CODES = `Exit codes: 0 done, 1 failed, 2 not understood, 3 not all could be seen; of the database: 10 host not known, 11 nothing listens,
12 no answer, 13 password absent, 14 password wrong, 15 role refused, 16 no such database, 17 a foreign schema "tripoint",
18 no encrypted connection, 19 no Postgres there`;

/**
 * @param printError Prints a line on standard error.
 * @returns The exit code: 0 done, 1 failed, 2 not understood, 3 not all seen, 10 to 19 for a database that it cannot work with; never throws.
 */
export async function runCommand(args: readonly string[], io: Io, printError: (line: string) => void): Promise<number> {
  const [given = '--help', ...rest] = args;
  const name = Object.hasOwn(FORMER_NAMES, given) ? String(FORMER_NAMES[given]) : given;
  if (name === '--help' || name === '-h' || name === 'help') {
    io.print(overview());
    return 0;
  }
  if (name === '--version' || name === '-v' || name === 'version') {
    const [{ readVersion }, { packagePaths }] = await Promise.all([import('./version.ts'), import('../paths.ts')]);
    io.print(readVersion(packagePaths().package));
    return 0;
  }
  const listed = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!listed) {
    const hint = didYouMean(name, Object.keys(COMMANDS));
    printError(`tripoint: there is no command "${name}"${hint}\n\n${overview()}`);
    return 2;
  }
  const command = await listed.load();
  if (isHelpAsked(rest)) {
    io.print(command.help);
    return 0;
  }
  try {
    if (io.env.ODOO_STAGE === 'staging') (await import('./stage.ts')).refuseProduction(io.env);
    await runKept(command, [name, ...rest], io);
    return 0;
  } catch (error) {
    // What it passes on has said itself what there is to say.
    const isSaid = error instanceof Error && error.name === 'PassedOnError';
    if (!isSaid) printError(`tripoint ${name}: ${describe(error)}`);
    return error instanceof ToldError ? error.exitCode : 1;
  }
}

/** Loads what keeps evidence only where some is kept. */
async function runKept(command: Command, [name = '', ...rest]: readonly string[], io: Io): Promise<void> {
  const topic = io.env.EVIDENCE_FOLDER ? (command.evidence?.(rest) ?? null) : null;
  if (topic === null) return command.run(rest, io);
  const { keepEvidence } = await import('./keep-evidence.ts');
  const run = (kept: Io) => command.run(rest, kept);
  const { failure } = await keepEvidence({ topic, command: ['tripoint', name, ...rest], run }, io);
  if (failure) throw failure.error;
}

/** What stands after `--` is another command's. */
function isHelpAsked(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  const own = end === -1 ? args : args.slice(0, end);
  return own.includes('--help') || own.includes('-h');
}

function overview(): string {
  const lines = Object.entries(COMMANDS).map(([name, { summary }]) => `  ${name.padEnd(10)} ${summary}`);
  return `tripoint <command> [--help]\n\n${lines.join('\n')}\n\n  --version  print the version\n\n${EXIT_CODES}`;
}

/** The message alone for what we throw and for what the system says; of anything else the stack helps more. */
function describe(error: unknown): string {
  if (error instanceof ToldError) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
    return 'the port is in use: set PORT to another';
  const told = describeFileError(error);
  if (told !== null) return told;
  if (error instanceof Error && 'code' in error) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Null where it is no error of a file. */
function describeFileError(error: unknown): string | null {
  const { code, path } = (error ?? {}) as { readonly code?: unknown; readonly path?: unknown };
  const what = fileProblem(error);
  if (what === null) return null;
  // Node does not say which folder it is that was read like a file.
  if (code === 'EISDIR' && path === undefined) return what;
  return typeof path === 'string' ? `${path}: ${what}` : null;
}

/** What a command may touch of the process, handed in by `main`. */
import type { Readable, Writable } from 'node:stream';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { type Config, readConfig } from '../config.ts';

/** The process as a command sees it. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder that the command was started in; `.tripoint/` lies there. */
  readonly cwd: string;
  /** Standard input and output, for a command that speaks a protocol there; absent where nobody listens. */
  readonly stdio?: () => { readonly input: Readable; readonly output: Writable };
  /** Prints a line on standard output. */
  readonly print: (line: string) => void;
  /** Draws over the line that it drew before; absent where standard output is no terminal. */
  readonly redraw?: (line: string) => void;
  /** Resolves at the first SIGINT or SIGTERM. */
  readonly untilStopped: () => Promise<void>;
}

/** One command of the program. */
export interface Command {
  /** One line for the list of commands. */
  readonly summary: string;
  /** What `--help` prints. */
  readonly help: string;
  /** Resolves when the command has done its work. @throws UsageError, or the error to print. */
  readonly run: (args: readonly string[], io: Io) => Promise<void>;
}

/** A command line that cannot be understood: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** A command that did its work, and found what makes it fail: exit code 1. */
export class FoundError extends Error {
  override readonly name = 'FoundError';
}

/** Signs nothing: where no token is verified, a configuration may lack a secret. */
const NO_SECRET = 'no token is verified by this command';

/** The configuration of a command that verifies no token. @throws ConfigError naming every bad variable. */
export function readConfigWithoutTokens(env: Io['env']): Config {
  const secret = env.SUPABASE_JWT_SECRET || NO_SECRET;
  return readConfig({ ...env, SUPABASE_JWT_SECRET: secret }, () => secret);
}

/** Parses options. @throws UsageError that names what was not understood. */
export function readOptions<T extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

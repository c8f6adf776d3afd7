/** What a command may touch of the process, handed in by `main`. */
import type { Readable, Writable } from 'node:stream';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { didYouMean, findNearest } from '../nearest.ts';
import { ToldError } from '../told-error.ts';

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
  /** For a command that runs another one; absent where nobody looks on. */
  readonly terminal?: Terminal;
  /** Resolves at the first SIGINT or SIGTERM. */
  readonly untilStopped: () => Promise<void>;
}

/** Where a command that runs another one shows its output, and hears signals that are meant for both. */
export interface Terminal {
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Whether standard input is a terminal, which sends SIGINT to both by itself. */
  readonly isInteractive: boolean;
  /** Calls back at each SIGINT, SIGTERM and SIGHUP, which do not end this process meanwhile. @returns Ends it. */
  readonly onSignal: (listener: (signal: NodeJS.Signals) => void) => () => void;
}

/** One command of the program. */
export interface Command {
  /** What `--help` prints. */
  readonly help: string;
  /** Resolves when the command has done its work. @throws UsageError, or the error to print. */
  readonly run: (args: readonly string[], io: Io) => Promise<void>;
  /** Under which topic evidence of it is kept where EVIDENCE_FOLDER is set; null where none is. Absent: never. */
  readonly evidence?: (args: readonly string[]) => string | null;
}

/** A command line that cannot be understood: exit code 2. */
export class UsageError extends ToldError {
  override readonly name = 'UsageError';
  override readonly exitCode = 2;
}

/** A command that did its work, and found what makes it fail: exit code 1. */
export class FoundError extends ToldError {
  override readonly name = 'FoundError';
}

/** A command that did its work, and could not see all that it had to look at: exit code 3. */
export class UnseenError extends ToldError {
  override readonly name = 'UnseenError';
  override readonly exitCode = 3;
}

/** A command that ran another one, whose exit code it passes on; nothing more is to be said. */
export class PassedOnError extends ToldError {
  override readonly name = 'PassedOnError';
  override readonly exitCode: number;

  /** @param code What the other one ended with, as a shell says it. */
  constructor(code: number) {
    super(`The command ended with ${code}`);
    this.exitCode = code;
  }
}

/** Parses options. @throws UsageError that names what was not understood. */
export function readOptions<T extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError(
      `${error instanceof Error ? error.message : String(error)}${hintOf(error, Object.keys(options))}`,
    );
  }
}

/** What is wrong where a command has several things to do, and none of them was named. */
export function unknownAction(
  given: string | undefined,
  { command, actions, help }: { readonly command: string; readonly actions: readonly string[]; readonly help: string },
): UsageError {
  if (given === undefined) return new UsageError(`say what to do\n\n${help}`);
  return new UsageError(`there is no "${command} ${given}"${didYouMean(given, actions)}\n\n${help}`);
}

function hintOf(error: unknown, options: readonly string[]): string {
  const [, given = ''] = /^Unknown option '--([^']+)'/.exec(error instanceof Error ? error.message : '') ?? [];
  const nearest = given === '' ? undefined : findNearest(given, options);
  return nearest === undefined ? '' : `. Did you mean --${nearest}?`;
}

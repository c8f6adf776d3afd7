/** Errors whose message says all: a command prints it, without a stack. */

/** The base of every such error. It imports nothing, so that a command that fails early loads nothing for it. */
export abstract class ToldError extends Error {
  /** What the process ends with: 1 failed, 2 not understood, 3 not all could be seen, 10 to 19 a database that a command cannot work with. */
  readonly exitCode: number = 1;
}

/** What an error says, without its stack. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

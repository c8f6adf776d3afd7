/** One line of `tripoint doctor`: what was looked at, how it is, and what to do. */

/** How a thing is; `skipped` where it is not set up, or could not be looked at. */
export type CheckStatus = 'ok' | 'warning' | 'failed' | 'skipped';

/** One line. */
export interface Check {
  /** E.g. `database/login`. */
  readonly name: string;
  readonly status: CheckStatus;
  /** How it is, without a value of a secret. */
  readonly says: string;
  /** What to do; null where nothing has to be done. */
  readonly do: string | null;
}

/** Nothing has to be done. */
export const ok = (name: string, says: string): Check => ({ name, status: 'ok', says, do: null });
/** It works, and not as well as it could, or not for long. */
export const warning = (name: string, says: string, todo: string): Check => ({
  name,
  status: 'warning',
  says,
  do: todo,
});
/** Something does not work, or is open. */
export const failed = (name: string, says: string, todo: string): Check => ({ name, status: 'failed', says, do: todo });
/** Nobody looked. */
export const skipped = (name: string, says: string, todo: string | null = null): Check => ({
  name,
  status: 'skipped',
  says,
  do: todo,
});

/** The state of one SQL text in the making: its parameters and its aliases. */

import { limitExceeded } from '../errors.ts';

/** Collects parameters; no value of a request ever becomes SQL text. */
export interface Sql {
  readonly values: unknown[];
  /** Adds a value and gives its placeholder. */
  readonly bind: (value: unknown) => string;
  /** A table alias that the statement does not have yet. */
  readonly alias: () => string;
  /** Whether it renders a cursor, which has to be sealed. */
  hasCursors: boolean;
}

/** Parameters of one statement: the protocol counts them in 16 bits. */
const MAX_PARAMETERS = 10_000;

/** Starts an empty statement. */
export function createSql(): Sql {
  const values: unknown[] = [];
  let aliases = 0;
  return {
    values,
    bind: (value) => {
      if (values.length === MAX_PARAMETERS)
        throw limitExceeded('filter', `and those below it bring more than ${MAX_PARAMETERS} values into one statement`);
      return `$${values.push(value)}`;
    },
    alias: () => `t${++aliases}`,
    hasCursors: false,
  };
}

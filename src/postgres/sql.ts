/** The state of one SQL text in the making: its parameters and its aliases. */

/** Collects parameters; no value of a request ever becomes SQL text. */
export interface Sql {
  readonly values: unknown[];
  /** Adds a value and gives its placeholder. */
  readonly bind: (value: unknown) => string;
  /** A table alias that the statement does not have yet. */
  readonly alias: () => string;
}

/** Starts an empty statement. */
export function createSql(): Sql {
  const values: unknown[] = [];
  let aliases = 0;
  return {
    values,
    bind: (value) => `$${values.push(value)}`,
    alias: () => `t${++aliases}`,
  };
}

/** Quotes an identifier of the SDL. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/**
 * Binding: what the arguments of a compiled document say, for the variables of one request.
 *
 * A document is compiled once. A request binds it: an argument is read when it is first asked for, and once,
 * however many ask: the rules, the limits, the statement or specification, and the shaping of each record.
 */

/** Coerced variables of a request. */
export type Variables = Readonly<Record<string, unknown>>;

/** What arguments of a document say, such as which page of a list. */
export interface Asked<T> {
  /** Whether no variable is in them, so that every request asks the same. */
  readonly isStatic: boolean;
  /** For `Bound.read` alone, which calls it once a request. @throws GatewayError naming the argument at fault. */
  readonly from: (bound: Bound) => T;
}

/** One request's variables, and what was read with them so far. */
export interface Bound {
  readonly variables: Variables;
  /** @throws GatewayError `BAD_USER_INPUT` or `LIMIT_EXCEEDED` naming the argument at fault. */
  readonly read: <T>(asked: Asked<T>) => T;
}

/** Begins a request; nothing is read yet, so that nothing is said of arguments before their asker is let in. */
export function bind(variables: Variables): Bound {
  const known = new Map<Asked<unknown>, unknown>();
  const bound: Bound = {
    variables,
    read: <T>(asked: Asked<T>): T => {
      if (asked.isStatic) return asked.from(bound);
      if (known.has(asked)) return known.get(asked) as T;
      const value = asked.from(bound);
      known.set(asked, value);
      return value;
    },
  };
  return bound;
}

/** Compiles the reading of arguments. Without a variable in them they are read once for all requests. */
export function ask<T>(isStatic: boolean, from: (bound: Bound) => T): Asked<T> {
  if (!isStatic) return { isStatic, from };
  let read: { readonly value: T } | undefined;
  return {
    isStatic,
    from: (bound) => {
      read ??= { value: from(bound) };
      return read.value;
    },
  };
}

/** A mutation of `ops` or `work`: checked input → one SQL statement → the payload's fields. */
import type { z } from 'zod';
import type { Viewer } from '../auth/viewer.ts';
import type { SealCursor } from '../plan/cursor.ts';
import type { Seal } from '../plan/seal.ts';
import { callFunction } from './call-function.ts';
import type { RunStatement } from './source.ts';
import type { Statement } from './statement.ts';

/** One row of a mutation's statement, as JSON gives it: a uuid and a time are strings. */
export type MutationRow = Readonly<Record<string, unknown>>;

/** What a check may ask, beside the input. */
export interface Checking {
  /** What Odoo's `fields_get` says of those of the fields that the model has; null where Odoo cannot tell now. */
  readonly describeFields: (
    model: string,
    names: readonly string[],
    attributes: readonly string[],
  ) => Promise<Readonly<Record<string, unknown>> | null>;
}

/** Something wrong with an input. */
export interface InputIssue {
  /** From the input down. */
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** What a mutation does with its argument `input`. */
export interface Mutation {
  /** Checks what the SDL cannot say; what it refuses comes back as `userErrors`. */
  readonly input: z.ZodType;
  /** Checks what the input alone does not tell, before anything is written; what it finds comes back as `userErrors`. */
  readonly check?: (input: never, checking: Checking) => Promise<readonly InputIssue[]>;
  /** The SQL functions that it calls, as `@writes` names them too. */
  readonly calls: readonly string[];
  /**
   * A call of the first of them, or of the one that the input chooses. Its columns are those of `MutationRow`.
   *
   * @param input What the schema `input` gives.
   */
  readonly statement: (input: never) => Statement;
  /**
   * The payload's fields by name. A field of a stored type holds its id, or a list of ids: the object itself is read
   * afterwards, in the same transaction and as the same viewer. What it throws undoes the statement.
   */
  readonly payload: (rows: readonly MutationRow[], input: never) => Payload | Promise<Payload>;
  /** What no viewer may say of itself, and the gateway has found out by then: one statement, run as the service. */
  readonly conclusion?: (rows: readonly MutationRow[], input: never) => Statement;
}

type Payload = Readonly<Record<string, unknown>>;

/** Mutations by the names of their root fields. */
export type Mutations = Readonly<Record<string, Mutation>>;

/** A root field's coerced arguments. */
export type Arguments = Readonly<Record<string, unknown>>;

/**
 * What a root field of `Query` does that answers with no stored type, without a change: one statement, or a function of
 * several steps.
 *
 * Its answer is by the names of its fields, at any depth. A field of a stored type holds the object's id, or a list of
 * ids: the objects themselves are read when they are selected, all of a level in one statement. A field may hold a
 * function of its arguments, which runs only when it is selected.
 */
export type Reading = StatementReading | ((args: Arguments, asking: Asking) => Promise<unknown>);

/** A reading of one statement. */
export interface StatementReading {
  /** @throws GatewayError for arguments at fault. */
  readonly statement: (args: Arguments, viewer: Viewer) => Statement;
  /** The answer by the names of its fields. */
  readonly answer: (rows: readonly MutationRow[]) => unknown;
}

/** Readings by the names of their root fields. */
export type Readings = Readonly<Record<string, Reading>>;

/** What a root field of `Subscription` does that makes its events itself: each is an answer as a reading's. */
export type Stream = (args: Arguments, asking: Asking) => AsyncIterable<unknown>;

/** Streams by the names of their root fields. */
export type Streams = Readonly<Record<string, Stream>>;

/** What a reading of several steps asks with. */
export interface Asking {
  readonly viewer: Viewer;
  /** Aborted when the client goes away, or its time is up. */
  readonly signal: () => AbortSignal;
  /** The same object for all fields of one request. */
  readonly request: object;
  /** What cursors are opened by, and how they are made for the viewer. */
  readonly seal: Seal;
  readonly sealCursor: SealCursor;
  /** Runs a statement for its rows, as the viewer, in a read-only transaction. */
  readonly read: (statement: Statement) => Promise<readonly MutationRow[]>;
  /** Times a call to something else, and notes it among the request's calls. */
  readonly note: <T>(what: string, call: () => Promise<T>) => Promise<T>;
}

/** Runs a statement for its rows, as JSON gives them. */
export async function readRows(run: RunStatement, { text, values }: Statement): Promise<readonly MutationRow[]> {
  const rows = `with answer as (${text}) select coalesce(json_agg(answer), '[]')::text from answer`;
  return JSON.parse((await run({ text: rows, values })).toString('utf8')) as MutationRow[];
}

/**
 * Ties a schema to the call that takes what it gives.
 *
 * @param mutation `calls`: the function's name, or names of which `choose` picks one. `arguments`: by the names that the
 * function has for them; what is undefined is null. `answer`: as of `callFunction`, `id` where absent.
 */
export function defineMutation<Schema extends z.ZodType>({
  calls,
  choose,
  arguments: argumentsOf,
  answer = 'id',
  ...mutation
}: {
  readonly input: Schema;
  readonly check?: (input: z.output<Schema>, checking: Checking) => Promise<readonly InputIssue[]>;
  readonly calls: string | readonly [string, ...string[]];
  readonly choose?: (input: z.output<Schema>) => string;
  readonly arguments: (input: z.output<Schema>) => Readonly<Record<string, unknown>>;
  readonly answer?: string;
  readonly payload: (rows: readonly MutationRow[], input: z.output<Schema>) => Payload | Promise<Payload>;
  readonly conclusion?: (rows: readonly MutationRow[], input: z.output<Schema>) => Statement;
}): Mutation {
  const functions = typeof calls === 'string' ? ([calls] as const) : calls;
  const statement = (input: z.output<Schema>) =>
    callFunction(choose?.(input) ?? functions[0], argumentsOf(input), answer);
  return { ...mutation, calls: functions, statement };
}

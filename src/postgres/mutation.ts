/** A mutation of `ops` or `work`: checked input → one SQL statement → the payload's fields. */
import type { z } from 'zod';
import type { Viewer } from '../auth/viewer.ts';
import { callForUser, callFunction } from './call-function.ts';
import type { JsonRow } from './json-rows.ts';
import type { Statement } from './statement.ts';

/** What a check may ask, beside the input. */
export interface Checking {
  /** What Odoo's `fields_get` says of the fields, as far as the model has them; null where Odoo cannot tell now. */
  readonly describeFields: (
    model: string,
    names: readonly string[],
    attributes: readonly string[],
  ) => Promise<Readonly<Record<string, unknown>> | null>;
}

/** A value that a dry run would change: `Change` of the schema. */
export interface Change {
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Records of a model as the viewer reads them, by the rules of the schema. */
export interface Looked {
  /** The type's name. */
  readonly type: string;
  /** By stored names, what the schema calls them. */
  readonly names: ReadonlyMap<string, string>;
  /** Values by stored names, as Odoo sends them, `write_date` among them. */
  readonly records: ReadonlyMap<number, Readonly<Record<string, unknown>>>;
}

/** What foreseeing may ask. */
export interface Foreseeing extends Checking {
  /** Reads records now, past every cache; null where the schema shows the viewer no such model, or Odoo cannot tell. */
  readonly look: (model: string, ids: readonly number[], names: readonly string[]) => Promise<Looked | null>;
}

/** What will be done later, and elsewhere, by whom the mutation asks for it. */
export interface Foreseen {
  readonly changes: readonly Change[];
  /** What it could not find out, a sentence each. */
  readonly unknown: readonly string[];
  /** Versions of what it looked at: a confirmation is good for these. */
  readonly versions: readonly string[];
}

/** Something wrong with an input. */
export interface InputIssue {
  /** From the input down. */
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** What a preparation may ask, beside the input. */
export interface Preparing {
  readonly viewer: Viewer;
  /** Where it asks from, as the rates count it; null where that is not known. */
  readonly address: string | null;
  /** Aborted when the client goes away, or the operation's time is up. */
  readonly signal: () => AbortSignal;
}

/** What a mutation does with its argument `input`. */
export interface Mutation {
  /** Checks what the SDL cannot say; what it refuses comes back as `userErrors`. */
  readonly input: z.ZodType;
  /** Checks what the input alone does not tell, before anything is written; what it finds comes back as `userErrors`. */
  readonly check?: (input: never, checking: Checking) => Promise<readonly InputIssue[]>;
  /**
   * Finds out what the transaction needs and cannot wait for, such as another system's word. What it gives stands in the
   * place of the input from then on.
   */
  readonly prepare?: (input: never, preparing: Preparing) => Promise<unknown>;
  /** The SQL functions that it calls, as `@writes` names them too. */
  readonly calls: readonly string[];
  /**
   * A call of the first of them, or of the one that the input chooses. Its columns are those of `JsonRow`.
   *
   * @param input What the schema `input` gives.
   * @param isForUser Whether an agent calls it for the user that it acts for; by default the viewer itself does.
   */
  readonly statement: (input: never, isForUser?: boolean) => Statement;
  /**
   * The payload's fields by name. A field of a stored type holds its id, or a list of ids: the object itself is read
   * afterwards, in the same transaction and as the same viewer. What it throws undoes the statement.
   */
  readonly payload: (rows: readonly JsonRow[], input: never) => Payload | Promise<Payload>;
  /** A statement that is run at the end as the service: it says what the gateway has found out, and no viewer may say. */
  readonly conclusion?: (rows: readonly JsonRow[], input: never) => Statement;
  /** Who concludes: the service, or the gateway's own login, for what no viewer may execute at all. Absent: the service. */
  readonly concludedBy?: 'service_role' | 'gateway';
  /** Finds out what will come of it where the transaction does not reach, for a dry run: it asks, and changes nothing. */
  readonly foresee?: (input: never, foreseeing: Foreseeing) => Promise<Foreseen>;
  /** Told once all of it is committed. */
  readonly after?: (viewer: Viewer) => void;
}

type Payload = Readonly<Record<string, unknown>>;

/** Mutations by the names of their root fields. */
export type Mutations = Readonly<Record<string, Mutation>>;

/**
 * Ties a schema to the call that takes what it gives.
 *
 * @param mutation `calls`: the function's name, or names of which `choose` picks one. `arguments`: values by the names of the
 * function's arguments; an undefined one is null. `answer`: as in `callFunction`, `id` where absent.
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
  readonly foresee?: (input: z.output<Schema>, foreseeing: Foreseeing) => Promise<Foreseen>;
  readonly calls: string | readonly [string, ...string[]];
  readonly choose?: (input: z.output<Schema>) => string;
  readonly arguments: (input: z.output<Schema>) => Readonly<Record<string, unknown>>;
  readonly answer?: string;
  readonly payload: (rows: readonly JsonRow[], input: z.output<Schema>) => Payload | Promise<Payload>;
  readonly conclusion?: (rows: readonly JsonRow[], input: z.output<Schema>) => Statement;
}): Mutation {
  const functions = typeof calls === 'string' ? ([calls] as const) : calls;
  const statement = (input: z.output<Schema>, isForUser = false) =>
    (isForUser ? callForUser : callFunction)(choose?.(input) ?? functions[0], argumentsOf(input), answer);
  return { ...mutation, calls: functions, statement };
}

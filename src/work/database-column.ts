/** Mutations of a database's columns: each a call of one function of the workspace, as the viewer. */
import { z } from 'zod';
import { idempotencyKey, line, uuid } from '../input.ts';
import type { JsonRow } from '../postgres/json-rows.ts';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';
import { expectedVersion } from './input.ts';

const MAX_CHOICES = 200;

const name = line(200);
const type = z
  .string()
  .refine(
    (given) => given !== 'FORMULA',
    'must be another type: formula columns are out of scope; keep the value in a column of another type, or compute it where it is shown',
  );

/** What a column may be given beside its name and type. SQL says which type takes which of them. */
const optionFields = {
  required: z.boolean().nullish(),
  choices: z.array(line(200)).max(MAX_CHOICES, `must have at most ${MAX_CHOICES} choices`).nullish(),
  relatedDatabaseId: uuid.nullish(),
  odooModel: line(100).nullish(),
};

/** The fields of a column that is to be made. */
export const columnFields = { name, type, ...optionFields };

type Options = z.output<z.ZodObject<typeof optionFields>>;

/** The column as `work.create_database` takes it; null options where none is given. */
export function toColumn(given: Options & { readonly name: string; readonly type: string }) {
  return { name: given.name, type: given.type, options: toOptions(given) };
}

/** The column that a function answered with. */
const columnOf = ([row]: readonly JsonRow[]) => ({ column: row?.id ?? null });

const addDatabaseColumn = defineMutation({
  input: z.object({ databaseId: uuid, ...columnFields, fill: z.unknown().optional(), expectedVersion, idempotencyKey }),
  calls: 'work.add_database_column',
  arguments: (input) => ({
    database_id: input.databaseId,
    name: input.name,
    type: input.type,
    options: JSON.stringify(toOptions(input)),
    fill: JSON.stringify(input.fill ?? null),
    expected_version: input.expectedVersion,
    idempotency_key: input.idempotencyKey,
  }),
  payload: columnOf,
});

const renameDatabaseColumn = defineMutation({
  input: z.object({ columnId: uuid, name, expectedVersion, idempotencyKey }),
  calls: 'work.rename_database_column',
  arguments: (input) => ({
    column_id: input.columnId,
    name: input.name,
    expected_version: input.expectedVersion,
    idempotency_key: input.idempotencyKey,
  }),
  payload: columnOf,
});

const retypeDatabaseColumn = defineMutation({
  input: z.object({
    columnId: uuid,
    type,
    ...optionFields,
    onUnconvertible: z.enum(['REFUSE', 'CLEAR']).nullish(),
    expectedVersion,
    idempotencyKey,
  }),
  calls: 'work.retype_database_column',
  arguments: (input) => ({
    column_id: input.columnId,
    type: input.type,
    options: JSON.stringify(toOptions(input)),
    on_unconvertible: input.onUnconvertible ?? 'REFUSE',
    expected_version: input.expectedVersion,
    idempotency_key: input.idempotencyKey,
  }),
  payload: columnOf,
});

const renameDatabaseChoice = defineMutation({
  // The choice as it is: one that direct SQL has made may begin or end with a blank.
  input: z.object({ columnId: uuid, choice: z.string(), name, expectedVersion, idempotencyKey }),
  calls: 'work.rename_database_choice',
  arguments: (input) => ({
    column_id: input.columnId,
    choice: input.choice,
    name: input.name,
    expected_version: input.expectedVersion,
    idempotency_key: input.idempotencyKey,
  }),
  payload: columnOf,
});

const removeDatabaseColumn = defineMutation({
  input: z.object({ columnId: uuid, expectedVersion, idempotencyKey }),
  calls: 'work.remove_database_column',
  arguments: (input) => ({
    column_id: input.columnId,
    expected_version: input.expectedVersion,
    idempotency_key: input.idempotencyKey,
  }),
  payload: ([row]) => ({ database: row?.id ?? null }),
});

/** Row-level security decides who may. */
export const databaseColumnMutations: Mutations = {
  addDatabaseColumn,
  renameDatabaseColumn,
  retypeDatabaseColumn,
  renameDatabaseChoice,
  removeDatabaseColumn,
};

/** The options as SQL names them; an absent one is absent there too. */
function toOptions({ required, choices, relatedDatabaseId, odooModel }: Options) {
  return {
    ...(required != null && { required }),
    ...(choices != null && { choices }),
    ...(relatedDatabaseId != null && { databaseId: relatedDatabaseId }),
    ...(odooModel != null && { model: odooModel }),
  };
}

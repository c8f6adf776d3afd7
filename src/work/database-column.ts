/** Mutations of a database's columns: each a call of one function of the workspace, as the viewer. */
import { z } from 'zod';
import { defineMutation, type MutationRow, type Mutations } from '../postgres/mutation.ts';
import { expectedVersion, idempotencyKey, line, uuid } from './input.ts';

const MAX_CHOICES = 200;

const name = line(200);
const type = z
  .string()
  .refine(
    (given) => given !== 'FORMULA',
    'must be another type: formula columns are out of scope; keep the value in a column of another type, or compute it where it is shown',
  );

/** What a column may be given beside its name and type; which type takes which of them, SQL says. */
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
const columnOf = ([row]: readonly MutationRow[]) => ({ column: row?.id ?? null });

const addDatabaseColumn = defineMutation({
  input: z.object({ databaseId: uuid, ...columnFields, fill: z.unknown().optional(), expectedVersion, idempotencyKey }),
  statement: (input) => ({
    text: `select work.add_database_column(database_id => $1::uuid, name => $2, type => $3, options => $4::jsonb,
      fill => $5::jsonb, expected_version => $6::int, idempotency_key => $7) as id`,
    values: [
      input.databaseId,
      input.name,
      input.type,
      JSON.stringify(toOptions(input)),
      JSON.stringify(input.fill ?? null),
      input.expectedVersion ?? null,
      input.idempotencyKey ?? null,
    ],
  }),
  payload: columnOf,
});

const renameDatabaseColumn = defineMutation({
  input: z.object({ columnId: uuid, name, expectedVersion, idempotencyKey }),
  statement: (input) => ({
    text: `select work.rename_database_column(column_id => $1::uuid, name => $2, expected_version => $3::int,
      idempotency_key => $4) as id`,
    values: [input.columnId, input.name, input.expectedVersion ?? null, input.idempotencyKey ?? null],
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
  statement: (input) => ({
    text: `select work.retype_database_column(column_id => $1::uuid, type => $2, options => $3::jsonb,
      on_unconvertible => $4, expected_version => $5::int, idempotency_key => $6) as id`,
    values: [
      input.columnId,
      input.type,
      JSON.stringify(toOptions(input)),
      input.onUnconvertible ?? 'REFUSE',
      input.expectedVersion ?? null,
      input.idempotencyKey ?? null,
    ],
  }),
  payload: columnOf,
});

const renameDatabaseChoice = defineMutation({
  // The choice as it is: one that direct SQL has made may begin or end with a blank.
  input: z.object({ columnId: uuid, choice: z.string(), name, expectedVersion, idempotencyKey }),
  statement: (input) => ({
    text: `select work.rename_database_choice(column_id => $1::uuid, choice => $2, name => $3, expected_version => $4::int,
      idempotency_key => $5) as id`,
    values: [input.columnId, input.choice, input.name, input.expectedVersion ?? null, input.idempotencyKey ?? null],
  }),
  payload: columnOf,
});

const removeDatabaseColumn = defineMutation({
  input: z.object({ columnId: uuid, expectedVersion, idempotencyKey }),
  statement: (input) => ({
    text: `select work.remove_database_column(column_id => $1::uuid, expected_version => $2::int,
      idempotency_key => $3) as id`,
    values: [input.columnId, input.expectedVersion ?? null, input.idempotencyKey ?? null],
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

/** As SQL names them; what is absent is absent there too. */
function toOptions({ required, choices, relatedDatabaseId, odooModel }: Options) {
  return {
    ...(required != null && { required }),
    ...(choices != null && { choices }),
    ...(relatedDatabaseId != null && { databaseId: relatedDatabaseId }),
    ...(odooModel != null && { model: odooModel }),
  };
}

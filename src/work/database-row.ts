/** Mutations of a database's rows. SQL alone says what a row may hold, whoever writes it. */
import { z } from 'zod';
import { idempotencyKey, uuid } from '../input.ts';
import type { JsonRow } from '../postgres/json-rows.ts';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';
import { expectedVersion } from './input.ts';

/** Rows of one call at most. */
const MAX_ROWS = 500;
/** Bytes of all rows of one call, as JSON. */
const MAX_BYTES = 1_048_576;

// No z.record: it silently drops the key `__proto__`, and a column may have that name.
const cells = z.custom<Readonly<Record<string, unknown>>>(
  (given) => typeof given === 'object' && given !== null && !Array.isArray(given),
  'must be an object of column names and values',
);
const size = <Given>(schema: z.ZodType<Given>) =>
  schema.refine(
    (given) => Buffer.byteLength(JSON.stringify(given)) <= MAX_BYTES,
    `must have at most ${MAX_BYTES} bytes as JSON`,
  );

/** The row that a function answered with; one that was made and is gone since is null. */
const rowOf = ([row]: readonly JsonRow[]) => ({ row: row?.id ?? null });

const insertDatabaseRow = defineMutation({
  input: z.object({ databaseId: uuid, data: size(cells), idempotencyKey }),
  calls: 'work.insert_database_rows',
  arguments: (input) => ({
    database_id: input.databaseId,
    rows: JSON.stringify([input.data]),
    idempotency_key: input.idempotencyKey,
    mutation: 'insertDatabaseRow',
  }),
  payload: rowOf,
});

const insertDatabaseRows = defineMutation({
  input: z.object({
    databaseId: uuid,
    rows: size(z.array(cells).min(1, 'must have at least one row').max(MAX_ROWS, `must have at most ${MAX_ROWS} rows`)),
    idempotencyKey,
  }),
  calls: 'work.insert_database_rows',
  arguments: (input) => ({
    database_id: input.databaseId,
    rows: JSON.stringify(input.rows),
    idempotency_key: input.idempotencyKey,
  }),
  payload: (rows) => ({ rows: rows.map(({ id }) => id) }),
});

const updateDatabaseRow = defineMutation({
  input: z.object({ rowId: uuid, data: size(cells), expectedVersion, idempotencyKey }),
  calls: 'work.update_database_row',
  arguments: (input) => ({
    row_id: input.rowId,
    data: JSON.stringify(input.data),
    expected_version: input.expectedVersion,
    idempotency_key: input.idempotencyKey,
  }),
  payload: rowOf,
});

const deleteDatabaseRow = defineMutation({
  input: z.object({ rowId: uuid, expectedVersion, idempotencyKey }),
  calls: 'work.delete_database_row',
  arguments: (input) => ({
    row_id: input.rowId,
    expected_version: input.expectedVersion,
    idempotency_key: input.idempotencyKey,
  }),
  payload: ([row]) => ({ database: row?.id ?? null }),
});

/** Row-level security decides who may. */
export const databaseRowMutations: Mutations = {
  insertDatabaseRow,
  insertDatabaseRows,
  updateDatabaseRow,
  deleteDatabaseRow,
};

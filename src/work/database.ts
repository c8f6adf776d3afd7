/** Mutations of databases: each a call of one function of the workspace, as the viewer. */
import { z } from 'zod';
import { defineMutation, type MutationRow, type Mutations } from '../postgres/mutation.ts';
import { columnFields, toColumn } from './database-column.ts';
import { expectedVersion, idempotencyKey, line, uuid } from './input.ts';

/** Columns of one call at most; as many as a database has. */
const MAX_COLUMNS = 100;

const title = line(500);

/** The database that a function answered with. */
const databaseOf = ([row]: readonly MutationRow[]) => ({ database: row?.id ?? null });

const createDatabase = defineMutation({
  input: z.object({
    pageId: uuid,
    title,
    columns: z
      .array(z.object(columnFields).transform(toColumn))
      .min(1, 'must have at least one column, or be left out')
      .max(MAX_COLUMNS, `must have at most ${MAX_COLUMNS} columns`)
      .nullish(),
    idempotencyKey,
  }),
  statement: (input) => ({
    text: `select work.create_database(page_id => $1::uuid, title => $2, columns => $3::jsonb, idempotency_key => $4) as id`,
    values: [
      input.pageId,
      input.title,
      input.columns ? JSON.stringify(input.columns) : null,
      input.idempotencyKey ?? null,
    ],
  }),
  payload: databaseOf,
});

const renameDatabase = defineMutation({
  input: z.object({ databaseId: uuid, title, expectedVersion, idempotencyKey }),
  statement: (input) => ({
    text: `select work.rename_database(database_id => $1::uuid, title => $2, expected_version => $3::int,
      idempotency_key => $4) as id`,
    values: [input.databaseId, input.title, input.expectedVersion ?? null, input.idempotencyKey ?? null],
  }),
  payload: databaseOf,
});

/** Row-level security decides who may. */
export const databaseMutations: Mutations = {
  createDatabase,
  renameDatabase,
  archiveDatabase: setArchived(true),
  restoreDatabase: setArchived(false),
};

function setArchived(archived: boolean) {
  return defineMutation({
    input: z.object({ databaseId: uuid, expectedVersion, idempotencyKey }),
    statement: (input) => ({
      text: `select work.archive_database(database_id => $1::uuid, expected_version => $2::int, idempotency_key => $3,
        archived => $4::boolean) as id`,
      values: [input.databaseId, input.expectedVersion ?? null, input.idempotencyKey ?? null, archived],
    }),
    payload: databaseOf,
  });
}

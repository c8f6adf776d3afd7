/** Mutations of databases: each a call of one function of the workspace, as the viewer. */
import { z } from 'zod';
import { idempotencyKey, line, uuid } from '../input.ts';
import type { JsonRow } from '../postgres/json-rows.ts';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';
import { columnFields, toColumn } from './database-column.ts';
import { expectedVersion } from './input.ts';

/** Columns of one call at most; as many as a database has. */
const MAX_COLUMNS = 100;

const title = line(500);

/** The database that a function answered with. */
const databaseOf = ([row]: readonly JsonRow[]) => ({ database: row?.id ?? null });

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
  calls: 'work.create_database',
  arguments: (input) => ({
    page_id: input.pageId,
    title: input.title,
    columns: input.columns ? JSON.stringify(input.columns) : null,
    idempotency_key: input.idempotencyKey,
  }),
  payload: databaseOf,
});

const renameDatabase = defineMutation({
  input: z.object({ databaseId: uuid, title, expectedVersion, idempotencyKey }),
  calls: 'work.rename_database',
  arguments: (input) => ({
    database_id: input.databaseId,
    title: input.title,
    expected_version: input.expectedVersion,
    idempotency_key: input.idempotencyKey,
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
    calls: 'work.archive_database',
    arguments: (input) => ({
      database_id: input.databaseId,
      expected_version: input.expectedVersion,
      idempotency_key: input.idempotencyKey,
      archived,
    }),
    payload: databaseOf,
  });
}

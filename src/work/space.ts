/** Mutations of spaces: each a call of one function of the workspace, as the viewer. */
import { z } from 'zod';
import { defineMutation, type MutationRow, type Mutations } from '../postgres/mutation.ts';
import { expectedVersion, idempotencyKey, line, uuid } from './input.ts';

const name = line(200);

/** Text search configurations that PostgreSQL 15 brings, and every later one. */
const LANGUAGES = [
  ...['simple', 'arabic', 'armenian', 'basque', 'catalan', 'danish', 'dutch', 'english', 'finnish', 'french'],
  ...['german', 'greek', 'hindi', 'hungarian', 'indonesian', 'irish', 'italian', 'lithuanian', 'nepali', 'norwegian'],
  ...['portuguese', 'romanian', 'russian', 'serbian', 'spanish', 'swedish', 'tamil', 'turkish', 'yiddish'],
];
const language = z.string().refine((given) => LANGUAGES.includes(given), `must be one of ${LANGUAGES.join(', ')}`);

/** The space that a function answered with. */
const spaceOf = ([row]: readonly MutationRow[]) => ({ space: row?.id ?? null });

const createSpace = defineMutation({
  input: z.object({ name, adminId: uuid.nullish(), language: language.nullish(), idempotencyKey }),
  statement: (input) => ({
    text: 'select work.create_space(name => $1, admin_id => $2::uuid, idempotency_key => $3, language => $4) as id',
    values: [input.name, input.adminId ?? null, input.idempotencyKey ?? null, input.language ?? 'english'],
  }),
  payload: spaceOf,
});

const renameSpace = defineMutation({
  input: z.object({ spaceId: uuid, name, expectedVersion, idempotencyKey }),
  statement: (input) => ({
    text: `select work.rename_space(space_id => $1::uuid, name => $2, expected_version => $3::int, idempotency_key => $4) as id`,
    values: [input.spaceId, input.name, input.expectedVersion ?? null, input.idempotencyKey ?? null],
  }),
  payload: spaceOf,
});

const changeSpaceLanguage = defineMutation({
  input: z.object({ spaceId: uuid, language, expectedVersion, idempotencyKey }),
  statement: (input) => ({
    text: `select work.change_space_language(
      space_id => $1::uuid, language => $2, expected_version => $3::int, idempotency_key => $4) as id`,
    values: [input.spaceId, input.language, input.expectedVersion ?? null, input.idempotencyKey ?? null],
  }),
  payload: spaceOf,
});

const archiveSpace = switchSpace('archive_space');
const restoreSpace = switchSpace('restore_space');

/** Each calls the function of its name in snake case. */
export const spaceMutations: Mutations = {
  createSpace,
  renameSpace,
  changeSpaceLanguage,
  archiveSpace,
  restoreSpace,
};

function switchSpace(of: 'archive_space' | 'restore_space') {
  return defineMutation({
    input: z.object({ spaceId: uuid, expectedVersion, idempotencyKey }),
    statement: (input) => ({
      text: `select work.${of}(space_id => $1::uuid, expected_version => $2::int, idempotency_key => $3) as id`,
      values: [input.spaceId, input.expectedVersion ?? null, input.idempotencyKey ?? null],
    }),
    payload: spaceOf,
  });
}

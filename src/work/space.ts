/** Mutations of spaces: each a call of one function of the workspace, as the viewer. */
import { z } from 'zod';
import { idempotencyKey, line, uuid } from '../input.ts';
import type { JsonRow } from '../postgres/json-rows.ts';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';
import { expectedVersion } from './input.ts';

const name = line(200);

/** Text search configurations that PostgreSQL 15 brings, and every later one. */
const LANGUAGES = [
  ...['simple', 'arabic', 'armenian', 'basque', 'catalan', 'danish', 'dutch', 'english', 'finnish', 'french'],
  ...['german', 'greek', 'hindi', 'hungarian', 'indonesian', 'irish', 'italian', 'lithuanian', 'nepali', 'norwegian'],
  ...['portuguese', 'romanian', 'russian', 'serbian', 'spanish', 'swedish', 'tamil', 'turkish', 'yiddish'],
];
const language = z.string().refine((given) => LANGUAGES.includes(given), `must be one of ${LANGUAGES.join(', ')}`);

/** The space that a function answered with. */
const spaceOf = ([row]: readonly JsonRow[]) => ({ space: row?.id ?? null });

const createSpace = defineMutation({
  input: z.object({ name, adminId: uuid.nullish(), language: language.nullish(), idempotencyKey }),
  calls: 'work.create_space',
  arguments: (input) => ({
    name: input.name,
    admin_id: input.adminId,
    idempotency_key: input.idempotencyKey,
    language: input.language ?? 'english',
  }),
  payload: spaceOf,
});

const renameSpace = defineMutation({
  input: z.object({ spaceId: uuid, name, expectedVersion, idempotencyKey }),
  calls: 'work.rename_space',
  arguments: (input) => ({
    space_id: input.spaceId,
    name: input.name,
    expected_version: input.expectedVersion,
    idempotency_key: input.idempotencyKey,
  }),
  payload: spaceOf,
});

const changeSpaceLanguage = defineMutation({
  input: z.object({ spaceId: uuid, language, expectedVersion, idempotencyKey }),
  calls: 'work.change_space_language',
  arguments: (input) => ({
    space_id: input.spaceId,
    language: input.language,
    expected_version: input.expectedVersion,
    idempotency_key: input.idempotencyKey,
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
    calls: `work.${of}`,
    arguments: (input) => ({
      space_id: input.spaceId,
      expected_version: input.expectedVersion,
      idempotency_key: input.idempotencyKey,
    }),
    payload: spaceOf,
  });
}

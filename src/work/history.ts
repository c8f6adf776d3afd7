/** Mutations that bring back what a page was: each a call of one function of the workspace, as the viewer. */
import { z } from 'zod';
import { defineMutation, type MutationRow, type Mutations } from '../postgres/mutation.ts';
import { expectedVersion, idempotencyKey, uuid } from './input.ts';

/** Items of one call at most. */
const MAX_ITEMS = 200;

/** The page that a function answered with. */
const pageOf = ([row]: readonly MutationRow[]) => ({ page: row?.id ?? null });

const restorePageVersion = defineMutation({
  input: z
    .object({
      pageId: uuid,
      version: z.int().min(1, 'must be a version of the page').nullish(),
      entryId: uuid.nullish(),
      expectedVersion,
      idempotencyKey,
    })
    .refine(({ version, entryId }) => (version == null) !== (entryId == null), {
      message: 'must be given, or "entryId" in its place: exactly one of them',
      path: ['version'],
    }),
  statement: (input) => ({
    text: `select work.restore_page_version(page_id => $1::uuid, version => $2::int, entry_id => $3::uuid,
      expected_version => $4::int, idempotency_key => $5) as id`,
    values: [
      input.pageId,
      input.version ?? null,
      input.entryId ?? null,
      input.expectedVersion ?? null,
      input.idempotencyKey ?? null,
    ],
  }),
  payload: pageOf,
});

const restoreFromBin = defineMutation({
  input: z.object({
    pageId: uuid,
    itemIds: z.array(uuid).min(1, 'must name an item').max(MAX_ITEMS, `must name at most ${MAX_ITEMS} items`),
    expectedVersion,
    idempotencyKey,
  }),
  statement: (input) => ({
    text: `select work.restore_from_bin(page_id => $1::uuid, item_ids => $2::uuid[], expected_version => $3::int,
      idempotency_key => $4) as id`,
    values: [input.pageId, input.itemIds, input.expectedVersion ?? null, input.idempotencyKey ?? null],
  }),
  payload: pageOf,
});

/** Row-level security decides who may. */
export const historyMutations: Mutations = { restorePageVersion, restoreFromBin };

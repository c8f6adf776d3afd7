/** Mutations that bring back an earlier state of a page. Each calls one function of the workspace, as the viewer. */
import { z } from 'zod';
import { idempotencyKey, uuid } from '../input.ts';
import type { JsonRow } from '../postgres/json-rows.ts';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';
import { expectedVersion } from './input.ts';

/** Items of one call at most. */
const MAX_ITEMS = 200;

/** The page that a function answered with. */
const pageOf = ([row]: readonly JsonRow[]) => ({ page: row?.id ?? null });

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
  calls: 'work.restore_page_version',
  arguments: (input) => ({
    page_id: input.pageId,
    version: input.version,
    entry_id: input.entryId,
    expected_version: input.expectedVersion,
    idempotency_key: input.idempotencyKey,
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
  calls: 'work.restore_from_bin',
  arguments: (input) => ({
    page_id: input.pageId,
    item_ids: input.itemIds,
    expected_version: input.expectedVersion,
    idempotency_key: input.idempotencyKey,
  }),
  payload: pageOf,
});

/** Row-level security decides who may. */
export const historyMutations: Mutations = { restorePageVersion, restoreFromBin };

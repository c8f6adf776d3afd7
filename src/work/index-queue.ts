/** The mutation of the search index's queue: a call of one function of the workspace. */
import { z } from 'zod';
import { idempotencyKey, uuid } from '../input.ts';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';

const MAX_PAGES = 1_000;

const retryIndexing = defineMutation({
  input: z.object({
    pageIds: z.array(uuid).max(MAX_PAGES, `must be at most ${MAX_PAGES}`).nullish(),
    idempotencyKey,
  }),
  calls: 'work.retry_indexing',
  arguments: (input) => ({
    page_ids: input.pageIds,
    idempotency_key: input.idempotencyKey,
  }),
  answer: 'retried',
  payload: ([row]) => ({ retried: row?.retried ?? null }),
});

/** Calls the function of its name in snake case. */
export const indexQueueMutations: Mutations = { retryIndexing };

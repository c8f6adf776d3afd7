/** The mutation of the search index's queue: a call of one function of the workspace. */
import { z } from 'zod';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';
import { idempotencyKey, uuid } from './input.ts';

const MAX_PAGES = 1_000;

const retryIndexing = defineMutation({
  input: z.object({
    pageIds: z.array(uuid).max(MAX_PAGES, `must be at most ${MAX_PAGES}`).nullish(),
    idempotencyKey,
  }),
  statement: (input) => ({
    text: 'select work.retry_indexing(page_ids => $1::uuid[], idempotency_key => $2) as retried',
    values: [input.pageIds ?? null, input.idempotencyKey ?? null],
  }),
  payload: ([row]) => ({ retried: row?.retried ?? null }),
});

/** Calls the function of its name in snake case. */
export const indexQueueMutations: Mutations = { retryIndexing };

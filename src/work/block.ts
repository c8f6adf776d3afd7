/** Mutations of the blocks of a page. */
import { z } from 'zod';
import { idempotencyKey, uuid } from '../input.ts';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';
import { blockOperations } from './block-operations.ts';

const applyBlockOperations = defineMutation({
  input: z.object({
    pageId: uuid,
    expectedVersion: z.int().min(1, 'must be a version of the page'),
    operations: blockOperations,
    idempotencyKey,
  }),
  calls: 'work.apply_block_operations',
  arguments: (input) => ({
    page_id: input.pageId,
    expected_version: input.expectedVersion,
    operations: input.operations,
    idempotency_key: input.idempotencyKey,
  }),
  answer: 'applied',
  // The function answers the payload's fields by their names.
  payload: ([row]) => row?.applied as Readonly<Record<string, unknown>>,
});

/** Row-level security decides who may. */
export const blockMutations: Mutations = { applyBlockOperations };

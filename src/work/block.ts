/** Mutations of the blocks of a page. */
import { z } from 'zod';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';
import { blockOperations } from './block-operations.ts';
import { idempotencyKey, uuid } from './input.ts';

const applyBlockOperations = defineMutation({
  input: z.object({
    pageId: uuid,
    expectedVersion: z.int().min(1, 'must be a version of the page'),
    operations: blockOperations,
    idempotencyKey,
  }),
  statement: (input) => ({
    text: `select work.apply_block_operations(page_id => $1::uuid, expected_version => $2, operations => $3::jsonb,
      idempotency_key => $4) as applied`,
    values: [input.pageId, input.expectedVersion, input.operations, input.idempotencyKey ?? null],
  }),
  // The function answers the payload's fields by their names.
  payload: ([row]) => row?.applied as Readonly<Record<string, unknown>>,
});

/** Row-level security decides who may. */
export const blockMutations: Mutations = { applyBlockOperations };

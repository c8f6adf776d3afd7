/** The input of `applyBlockOperations`, and the operations as `work.apply_block_operations` takes them. */
import { z } from 'zod';
import { uuid } from '../input.ts';
import { BLOCK_TYPES, checkContent } from './block-content.ts';

/** Operations of one call at most. */
const MAX_OPERATIONS = 200;
/** Bytes of all operations of one call, as JSON. */
const MAX_BYTES = 1_048_576;

/** `afterId` or `beforeId` of a sibling, else `at` the first or last place inside `parentId`; last where all are absent. */
const place = {
  parentId: uuid.nullish(),
  afterId: uuid.nullish(),
  beforeId: uuid.nullish(),
  at: z.enum(['FIRST', 'LAST']).nullish(),
};

const insert = z
  .object({
    id: uuid.nullish(),
    type: z.enum(BLOCK_TYPES),
    content: z
      .unknown()
      .optional()
      .transform((given) => given ?? {}),
    ...place,
  })
  .superRefine(checkTypedContent)
  .superRefine(checkPlace);
const update = z
  .object({ blockId: uuid, type: z.enum(BLOCK_TYPES), content: z.unknown() })
  .superRefine(checkTypedContent);
const move = z.object({ blockId: uuid, ...place }).superRefine(checkPlace);
const remove = z.object({ blockId: uuid });
const split = z.object({ blockId: uuid, offset: z.int().min(0, 'must be 0 or more'), id: uuid.nullish() });
const merge = z.object({ blockId: uuid, intoId: uuid.nullish() });

const operation = z
  .object({
    insert: insert.nullish(),
    update: update.nullish(),
    move: move.nullish(),
    delete: remove.nullish(),
    split: split.nullish(),
    merge: merge.nullish(),
  })
  .transform((given, context) => {
    const kinds = Object.entries(given).filter(([, fields]) => fields != null);
    const [kind] = kinds;
    if (!kind || kinds.length > 1) {
      context.addIssue({
        code: 'custom',
        message: 'must give exactly one of insert, update, move, delete, split and merge',
      });
      return z.NEVER;
    }
    return { op: kind[0], ...kind[1] };
  });

/** Operations in order, as the JSON text that SQL takes: `[{ "op": "insert", … }]`. */
export const blockOperations = z
  .array(operation)
  .min(1, 'must have at least one operation')
  .max(MAX_OPERATIONS, `must have at most ${MAX_OPERATIONS} operations`)
  .transform((operations) => JSON.stringify(operations))
  .refine((text) => Buffer.byteLength(text) <= MAX_BYTES, `must have at most ${MAX_BYTES} bytes as JSON`);

function checkTypedContent(
  { type, content }: { type: (typeof BLOCK_TYPES)[number]; content: unknown },
  context: z.RefinementCtx,
): void {
  for (const { message, path } of checkContent(type, content).error?.issues ?? [])
    context.addIssue({ code: 'custom', message, path: ['content', ...path] });
}

function checkPlace(given: { [key in 'afterId' | 'beforeId' | 'at']?: unknown }, context: z.RefinementCtx): void {
  const { afterId, beforeId, at } = given;
  if ([afterId, beforeId, at].filter((value) => value != null).length > 1)
    context.addIssue({ code: 'custom', message: 'must give at most one of "afterId", "beforeId" and "at"' });
}

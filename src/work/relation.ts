/** Mutations of relations: each a call of one function of the workspace, as the viewer. */
import { z } from 'zod';
import { idempotencyKey, line, uuid } from '../input.ts';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';

const kind = z.enum(['PAGE', 'ROW', 'DATABASE']);

const addRelation = defineMutation({
  input: z.object({ kind, fromId: uuid, toId: uuid, name: line(100).default('RELATED'), idempotencyKey }),
  calls: 'work.add_relation',
  arguments: (input) => ({
    kind: input.kind,
    from_id: input.fromId,
    to_id: input.toId,
    name: input.name,
    idempotency_key: input.idempotencyKey,
  }),
  payload: ([row]) => ({ relation: row?.id ?? null }),
});

const removeRelation = defineMutation({
  input: z.object({ relationId: uuid, idempotencyKey }),
  calls: 'work.remove_relation',
  arguments: (input) => ({
    relation_id: input.relationId,
    idempotency_key: input.idempotencyKey,
  }),
  payload: ([row]) => ({ removedRelationId: row?.id ?? null }),
});

/** Each calls the function of its name in snake case. */
export const relationMutations: Mutations = { addRelation, removeRelation };

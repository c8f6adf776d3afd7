/** Mutations of relations: each a call of one function of the workspace, as the viewer. */
import { z } from 'zod';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';
import { idempotencyKey, line, uuid } from './input.ts';

const kind = z.enum(['PAGE', 'ROW', 'DATABASE']);

const addRelation = defineMutation({
  input: z.object({ kind, fromId: uuid, toId: uuid, name: line(100).default('RELATED'), idempotencyKey }),
  statement: (input) => ({
    text: `select work.add_relation(kind => $1, from_id => $2::uuid, to_id => $3::uuid, name => $4,
      idempotency_key => $5) as id`,
    values: [input.kind, input.fromId, input.toId, input.name, input.idempotencyKey ?? null],
  }),
  payload: ([row]) => ({ relation: row?.id ?? null }),
});

const removeRelation = defineMutation({
  input: z.object({ relationId: uuid, idempotencyKey }),
  statement: (input) => ({
    text: 'select work.remove_relation(relation_id => $1::uuid, idempotency_key => $2) as id',
    values: [input.relationId, input.idempotencyKey ?? null],
  }),
  payload: ([row]) => ({ removedRelationId: row?.id ?? null }),
});

/** Each calls the function of its name in snake case. */
export const relationMutations: Mutations = { addRelation, removeRelation };

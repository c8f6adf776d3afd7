/** Mutations of a space's members: each a call of one function of the workspace, as the viewer. */
import { z } from 'zod';
import { defineMutation, type MutationRow, type Mutations } from '../postgres/mutation.ts';
import { idempotencyKey, uuid } from './input.ts';

/** The enum's names; stored in lower case. */
const role = z.enum(['MEMBER', 'EDITOR', 'ADMIN']).transform((name) => name.toLowerCase());

/** The permission that a function answered with. */
const permissionOf = ([row]: readonly MutationRow[]) => ({ permission: row?.id ?? null });

const grantPermission = giveRole('grant_permission');
const changePermission = giveRole('change_permission');

const revokePermission = defineMutation({
  input: z.object({ spaceId: uuid, userId: uuid, idempotencyKey }),
  statement: (input) => ({
    text: 'select work.revoke_permission(space_id => $1::uuid, user_id => $2::uuid, idempotency_key => $3) as id',
    values: [input.spaceId, input.userId, input.idempotencyKey ?? null],
  }),
  payload: ([row]) => ({ space: row?.id ?? null }),
});

/** Each calls the function of its name in snake case. */
export const memberMutations: Mutations = { grantPermission, changePermission, revokePermission };

function giveRole(by: 'grant_permission' | 'change_permission') {
  return defineMutation({
    input: z.object({ spaceId: uuid, userId: uuid, role, idempotencyKey }),
    statement: (input) => ({
      text: `select work.${by}(space_id => $1::uuid, user_id => $2::uuid, role => $3, idempotency_key => $4) as id`,
      values: [input.spaceId, input.userId, input.role, input.idempotencyKey ?? null],
    }),
    payload: permissionOf,
  });
}

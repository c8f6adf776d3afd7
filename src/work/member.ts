/** Mutations of a space's members: each a call of one function of the workspace, as the viewer. */
import { z } from 'zod';
import { idempotencyKey, uuid } from '../input.ts';
import type { JsonRow } from '../postgres/json-rows.ts';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';
import { role } from './input.ts';

/** The permission that a function answered with. */
const permissionOf = ([row]: readonly JsonRow[]) => ({ permission: row?.id ?? null });

const grantPermission = giveRole('grant_permission');
const changePermission = giveRole('change_permission');

const revokePermission = defineMutation({
  input: z.object({ spaceId: uuid, userId: uuid, idempotencyKey }),
  calls: 'work.revoke_permission',
  arguments: (input) => ({
    space_id: input.spaceId,
    user_id: input.userId,
    idempotency_key: input.idempotencyKey,
  }),
  payload: ([row]) => ({ space: row?.id ?? null }),
});

/** Each calls the function of its name in snake case. */
export const memberMutations: Mutations = { grantPermission, changePermission, revokePermission };

function giveRole(by: 'grant_permission' | 'change_permission') {
  return defineMutation({
    input: z.object({ spaceId: uuid, userId: uuid, role, idempotencyKey }),
    calls: `work.${by}`,
    arguments: (input) => ({
      space_id: input.spaceId,
      user_id: input.userId,
      role: input.role,
      idempotency_key: input.idempotencyKey,
    }),
    payload: permissionOf,
  });
}

/** Mutations of invitations: each a call of one function of the workspace, as the viewer. */
import { z } from 'zod';
import { idempotencyKey, line, uuid } from '../input.ts';
import type { JsonRow } from '../postgres/json-rows.ts';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';
import { role } from './input.ts';

/** The space that a function answered with. */
const spaceOf = ([row]: readonly JsonRow[]) => ({ space: row?.id ?? null });

const inviteMember = defineMutation({
  input: z.object({ spaceId: uuid, email: line(320), role, idempotencyKey }),
  calls: 'work.invite_member',
  arguments: (input) => ({
    space_id: input.spaceId,
    email: input.email,
    role: input.role,
    idempotency_key: input.idempotencyKey,
  }),
  payload: spaceOf,
});

const withdrawInvitation = defineMutation({
  input: z.object({ invitationId: uuid, idempotencyKey }),
  calls: 'work.withdraw_invitation',
  arguments: (input) => ({ invitation_id: input.invitationId, idempotency_key: input.idempotencyKey }),
  payload: spaceOf,
});

const acceptInvitation = defineMutation({
  input: z.object({ invitationId: uuid, idempotencyKey }),
  calls: 'work.accept_invitation',
  arguments: (input) => ({ invitation_id: input.invitationId, idempotency_key: input.idempotencyKey }),
  payload: spaceOf,
});

/** Each calls the function of its name in snake case. */
export const invitationMutations: Mutations = { inviteMember, withdrawInvitation, acceptInvitation };

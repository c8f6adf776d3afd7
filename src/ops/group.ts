/** Mutations of groups: who is in one. */
import { z } from 'zod';
import { uuid } from '../input.ts';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';
import { name } from './input.ts';

const input = z.object({ group: name, userId: uuid });
const argumentsOf = ({ group, userId }: z.output<typeof input>) => ({ group_name: group, user_id: userId });

const addGroupMember = defineMutation({
  input,
  calls: 'ops.add_group_member',
  arguments: argumentsOf,
  payload: ([row]) => ({ member: row?.id ?? null }),
});

const removeGroupMember = defineMutation({
  input,
  calls: 'ops.remove_group_member',
  arguments: argumentsOf,
  payload: ([row]) => ({ member: row?.id ?? null }),
});

/** Each calls the function that its `@writes(by:)` names. */
export const groupMutations: Mutations = { addGroupMember, removeGroupMember };

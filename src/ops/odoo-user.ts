/** The mutation of the links between users and Odoo users. */
import { z } from 'zod';
import { uuid } from '../input.ts';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';
import { name } from './input.ts';

const linkOdooUser = defineMutation({
  input: z.object({ userId: uuid, odooInstance: name, odooUserId: name, login: name }),
  calls: 'ops.link_odoo_user',
  arguments: ({ userId, odooInstance, odooUserId, login }) => ({
    user_id: userId,
    odoo_instance: odooInstance,
    odoo_user_id: odooUserId,
    login,
  }),
  payload: ([row]) => ({ link: row?.id ?? null }),
});

/** Each calls the function that its `@writes(by:)` names. */
export const odooUserMutations: Mutations = { linkOdooUser };

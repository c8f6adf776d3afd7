/** The mutation of the links between users and Odoo users. */
import { z } from 'zod';
import { defineMutation, type Mutations } from '../postgres/mutation.ts';
import { name, uuid } from './input.ts';

const linkOdooUser = defineMutation({
  input: z.object({ userId: uuid, odooInstance: name, odooUserId: name, login: name }),
  statement: ({ userId, odooInstance, odooUserId, login }) => ({
    text: `select id from ops.link_odoo_user(user_id => $1::uuid, odoo_instance => $2, odoo_user_id => $3, login => $4)`,
    values: [userId, odooInstance, odooUserId, login],
  }),
  payload: ([row]) => ({ link: row?.id ?? null }),
});

/** Each calls the function that its `@writes(by:)` names. */
export const odooUserMutations: Mutations = { linkOdooUser };

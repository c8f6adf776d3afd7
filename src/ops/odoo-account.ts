/** The mutations by which a person connects the own user in Odoo, and disconnects it. */
import { z } from 'zod';
import { GatewayError } from '../errors.ts';
import { callFunction } from '../postgres/call-function.ts';
import type { Mutation, Mutations } from '../postgres/mutation.ts';
import type { Accounts } from './odoo-accounts.ts';
import { keepStatement, type NewKey } from './odoo-keys.ts';

/** What Odoo's own keys are made of; a header takes nothing else. */
const apiKey = z
  .string()
  .regex(/^[\x21-\x7e]{8,200}$/, 'must be a key as Odoo shows it: printable characters, no white space');

/** @param accounts Null where no Odoo is configured, or no database. */
export function createOdooAccountMutations(accounts: Accounts | null): Mutations {
  const connectOdooAccount: Mutation = {
    input: z.object({ apiKey }),
    calls: ['ops.connect_odoo_account'],
    prepare: (input: { apiKey: string }, preparing) => given(accounts).prove(input.apiKey, preparing),
    statement: ({ instance }: NewKey) => callFunction('ops.connect_odoo_account', { odoo_instance: instance }, 'id'),
    payload: () => ({ viewer: true }),
    // Which user of Odoo it is, Odoo has said to the gateway: no viewer may say it.
    conclusion: (_rows, key: NewKey) => keepStatement(key),
    concludedBy: 'gateway',
    after: ({ id }) => given(accounts).forget(id ?? ''),
  };
  const disconnectOdooAccount: Mutation = {
    input: z.undefined(),
    calls: ['ops.disconnect_odoo_account'],
    statement: () => callFunction('ops.disconnect_odoo_account', { odoo_instance: given(accounts).instance }, 'id'),
    payload: () => ({ viewer: true }),
    after: ({ id }) => given(accounts).forget(id ?? ''),
  };
  return { connectOdooAccount, disconnectOdooAccount };
}

function given(accounts: Accounts | null): Accounts {
  if (accounts) return accounts;
  throw new GatewayError('NOT_CONFIGURED', 'No Odoo is configured, or no database to keep accounts in', {
    surface: 'ops',
  });
}

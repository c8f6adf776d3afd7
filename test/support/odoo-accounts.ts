/** Users' own logins in Odoo, kept in memory: what the gateway's store of keys answers, without a database. */
import type { OdooAccount, OdooAccounts } from '../../src/odoo/accounts.ts';

/** Accounts that a test gives and takes away. */
export interface MemoryAccounts extends OdooAccounts {
  connect(userId: string, account: Pick<OdooAccount, 'odooUserId' | 'login' | 'apiKey'>): void;
  disconnect(userId: string): void;
  /** Keys that Odoo was seen to refuse, each time that it was noted. */
  readonly refused: readonly string[];
  /** What `find` rejects with; null for an answer. */
  failure: Error | null;
}

/** Starts with none. */
export function createMemoryAccounts(): MemoryAccounts {
  const byUser = new Map<string, OdooAccount>();
  const refused: string[] = [];
  const accounts: MemoryAccounts = {
    refused,
    failure: null,
    connect: (userId, account) => {
      byUser.set(userId, { ...account, userId, isValid: true, expiresAt: null });
    },
    disconnect: (userId) => void byUser.delete(userId),
    find: async (userId) => {
      if (accounts.failure) throw accounts.failure;
      return byUser.get(userId) ?? null;
    },
    noteRefused: async (account) => {
      refused.push(account.apiKey);
      const now = byUser.get(account.userId);
      if (now?.apiKey === account.apiKey) byUser.set(account.userId, { ...now, isValid: false });
    },
  };
  return accounts;
}

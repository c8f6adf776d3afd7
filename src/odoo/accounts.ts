/** Users' own logins in Odoo: what the reader of a mapped user is given, wherever the keys are kept. */

/** A user's own login in Odoo. */
export interface OdooAccount {
  /** Uuid in auth.users. */
  readonly userId: string;
  /** Id in `res.users`. */
  readonly odooUserId: number;
  readonly login: string;
  /** Plain text, in the gateway's memory alone: it goes into no log, error, key of a cache or answer. */
  readonly apiKey: string;
  /** False once Odoo refused the key (401): it is not tried again until the user connects anew. */
  readonly isValid: boolean;
  /** When the key expires, as Odoo said; null where it never does, or Odoo does not say. */
  readonly expiresAt: Date | null;
}

/** Where the accounts are found. */
export interface OdooAccounts {
  /**
   * Null where the user has connected none. Kept for a few seconds: what this process connects or disconnects it
   * forgets at once, what another does within that time.
   */
  find(userId: string): Promise<OdooAccount | null>;
  /** Odoo answered 401 to this very key; no process tries it again. */
  noteRefused(account: OdooAccount): Promise<void>;
}

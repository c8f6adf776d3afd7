/** The keys of people's users in Odoo as the database keeps them, sealed. The gateway's own login alone asks for them. */
import type { Sealed } from '../auth/key-ring.ts';
import { GATEWAY } from '../auth/viewer.ts';
import { callFunction } from '../postgres/call-function.ts';
import { type JsonRow, readRows } from '../postgres/json-rows.ts';
import type { PostgresSource } from '../postgres/source.ts';
import type { Statement } from '../postgres/statement.ts';

/** A key as it is kept, and whose it is. */
export interface KeptKey extends Sealed {
  /** Another one with each key that is given. */
  readonly key: string;
  readonly userId: string;
  readonly instance: string;
  readonly odooUserId: number;
  readonly login: string;
  readonly expiresAt: Date | null;
  readonly connectedAt: Date;
  readonly checkedAt: Date;
  readonly isRefused: boolean;
}

/** What is kept of a key that Odoo takes. */
export interface NewKey extends Sealed {
  readonly userId: string;
  readonly instance: string;
  readonly odooUserId: number;
  readonly login: string;
  readonly expiresAt: Date | null;
  /** The key that it is the next one of, where nobody has connected it. */
  readonly renews?: string;
}

/** How many keys one key of the ring has sealed. */
export interface KeyCount {
  readonly sealedBy: string;
  readonly keys: number;
  readonly refused: number;
  readonly expiring: number;
}

/** The database's part. */
export interface OdooKeys {
  find(userId: string, instance: string): Promise<KeptKey | null>;
  /** By the ids of the keys. @param of Those that another key than this one has sealed, and after which one. */
  list(of: { notSealedBy?: string; after?: string | null; most: number }): Promise<readonly KeptKey[]>;
  keep(key: NewKey): Promise<void>;
  /** Whether it was noted now. */
  noteRefusal(key: string): Promise<boolean>;
  noteExpiry(key: string, expiresAt: Date | null): Promise<void>;
  /** How many were put under another key of the ring. */
  reseal(keys: readonly (Sealed & { readonly key: string; readonly was: string })[]): Promise<number>;
  counts(): Promise<readonly KeyCount[]>;
  /** The ring that Supabase Vault keeps; null without Vault. @param adds Whether one more key comes before the others. */
  vaultRing(adds: boolean): Promise<string | null>;
}

/** What binds a sealed key to the person and to the user of Odoo that it was given for. */
export function ownerOf(key: Pick<KeptKey, 'userId' | 'instance' | 'odooUserId'>): readonly string[] {
  return [key.userId, key.instance, String(key.odooUserId)];
}

/** The statement that keeps a key. */
export function keepStatement(key: NewKey): Statement {
  const given = {
    user_id: key.userId,
    odoo_instance: key.instance,
    odoo_user_id: String(key.odooUserId),
    login: key.login,
    sealed_by: key.sealedBy,
    sealed: key.sealed,
    expires_at: key.expiresAt?.toISOString(),
    renews: key.renews,
  };
  return callFunction('ops.keep_odoo_account', given, 'null::text');
}

/** Asks nothing before it is asked. */
export function createOdooKeys(postgres: PostgresSource): OdooKeys {
  type Given = Readonly<Record<string, unknown>>;
  const read = (name: string, given: Given) =>
    readRows((statement) => postgres.render(GATEWAY, statement), callFunction(name, given, '*'));
  const write = async (name: string, given: Given) => {
    const statement = callFunction(name, given, 'told');
    const [row] = await postgres.transact(GATEWAY, (run) => readRows(run, statement));
    return row?.told;
  };
  return {
    find: async (userId, instance) => {
      const [row] = await read('ops.odoo_accounts', { user_id: userId, odoo_instance: instance });
      return row ? readKey(row) : null;
    },
    list: async ({ notSealedBy, after, most }) =>
      (await read('ops.odoo_accounts', { not_sealed_by: notSealedBy, after, most })).map(readKey),
    keep: async (key) => {
      await postgres.transact(GATEWAY, (run) => run(keepStatement(key)));
    },
    noteRefusal: async (key) => (await write('ops.note_odoo_refusal', { key })) === true,
    noteExpiry: async (key, expiresAt) => {
      await write('ops.note_odoo_expiry', { key, expires_at: expiresAt?.toISOString() });
    },
    reseal: async (keys) => Number(await write('ops.reseal_odoo_keys', { keys: JSON.stringify(keys) })),
    counts: async () =>
      (await read('ops.odoo_key_counts', {})).map(({ sealed_by, ...counts }) => ({
        ...(counts as Omit<KeyCount, 'sealedBy'>),
        sealedBy: String(sealed_by),
      })),
    vaultRing: async (adds) => {
      const ring = await write('ops.odoo_key_ring', { adds });
      return typeof ring === 'string' ? ring : null;
    },
  };
}

function readKey(row: JsonRow): KeptKey {
  const time = (name: string) => new Date(String(row[name]));
  return {
    key: String(row.key),
    userId: String(row.person),
    instance: String(row.instance),
    odooUserId: Number(row.odoo_user),
    login: String(row.login),
    sealedBy: String(row.sealed_by),
    sealed: String(row.sealed),
    expiresAt: row.expires_at === null ? null : time('expires_at'),
    connectedAt: time('connected_at'),
    checkedAt: time('checked_at'),
    isRefused: row.is_refused === true,
  };
}

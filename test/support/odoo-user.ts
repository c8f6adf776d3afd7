/** A user of the real Odoo with an API key, made for one test: Odoo 19 makes keys in its own pages alone, so this one is inserted. */
import { pbkdf2Sync, randomBytes } from 'node:crypto';
import { createJson2Call } from '../../src/demo/record/call.ts';
import { withOwner } from '../../src/postgres/owner.ts';
import { databaseUrl, stackVariable } from './stack.ts';

/** The user, its key, and its end. */
export interface MadeUser {
  readonly id: number;
  readonly login: string;
  readonly name: string;
  readonly company: string;
  readonly key: string;
  readonly expiresAt: Date;
  /** Makes one more key, which lives as long. */
  readonly addKey: () => Promise<string>;
  readonly deleteKey: (key: string) => Promise<void>;
  /** Deletes all keys. */
  readonly revoke: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

/** As Odoo's `KEY_CRYPT_CONTEXT` hashes keys; the first characters find the row. */
const ROUNDS = 6_000;
const INDEX_LENGTH = 8;

/** An internal user without more groups. @param days After which its key expires. */
export async function makeOdooUser(name: string, days: number): Promise<MadeUser> {
  const connection = { url: stackVariable('ODOO_URL'), database: stackVariable('ODOO_DB') };
  const admin = createJson2Call({ ...connection, apiKey: stackVariable('ODOO_ADMIN_API_KEY') });
  const login = `tripoint-${randomBytes(6).toString('hex')}@test.example`;
  const [id = 0] = (await admin('res.users', 'create', { vals_list: [{ name, login }] })) as number[];
  const [user] = (await admin('res.users', 'read', { ids: [id], fields: ['company_id'] })) as {
    company_id: [number, string];
  }[];
  const expiresAt = new Date(Math.floor((Date.now() + days * 86_400_000) / 1_000) * 1_000);
  const addKey = async () => {
    const key = randomBytes(20).toString('hex');
    const text = `insert into res_users_apikeys (name, user_id, scope, expiration_date, key, index)
      values ('tripoint', $1, 'rpc', $2, $3, $4)`;
    const expiry = expiresAt.toISOString().slice(0, 19).replace('T', ' ');
    await withOdooDatabase((query) => query(text, [id, expiry, hashKey(key), key.slice(0, INDEX_LENGTH)]));
    return key;
  };
  const key = await addKey();
  const deleteKey = (old: string) =>
    withOdooDatabase((query) =>
      query('delete from res_users_apikeys where user_id = $1 and index = $2', [id, old.slice(0, INDEX_LENGTH)]),
    );
  const revoke = () => withOdooDatabase((query) => query('delete from res_users_apikeys where user_id = $1', [id]));
  const remove = async () => {
    await revoke();
    await admin('res.users', 'unlink', { ids: [id] }).catch(() =>
      admin('res.users', 'write', { ids: [id], vals: { active: false } }),
    );
  };
  return { id, login, name, company: user?.company_id[1] ?? '', key, expiresAt, addKey, deleteKey, revoke, remove };
}

async function withOdooDatabase(
  work: (query: (text: string, values: readonly unknown[]) => Promise<unknown>) => Promise<unknown>,
): Promise<void> {
  const url = databaseUrl('MIGRATIONS_DATABASE_URL', stackVariable('ODOO_DB'));
  await withOwner(url, (client) => work((text, values) => client.query(text, values)));
}

/** passlib's `pbkdf2_sha512`. */
function hashKey(key: string): string {
  const salt = randomBytes(16);
  const encode = (bytes: Buffer) => bytes.toString('base64').replaceAll('+', '.').replaceAll('=', '');
  return `$pbkdf2-sha512$${ROUNDS}$${encode(salt)}$${encode(pbkdf2Sync(key, salt, ROUNDS, 64, 'sha512'))}`;
}

/** API keys in the real Odoo: 19 makes them in its own pages alone, by their own user, so these are written as Odoo would. */
import { pbkdf2Sync, randomBytes } from 'node:crypto';
import { toOdooDateTime } from '../../src/odoo/values.ts';
import type { MigrationClient } from '../../src/postgres/migrate.ts';
import { withOwner } from '../../src/postgres/owner.ts';
import { databaseUrl, stackVariable } from './stack.ts';

/** As Odoo's `KEY_CRYPT_CONTEXT` hashes keys; the first characters find the row. */
const ROUNDS = 6_000;
const INDEX_LENGTH = 8;
const INSERT = `insert into res_users_apikeys (name, user_id, scope, expiration_date, key, index, create_date)
  values ('tripoint test', $1, 'rpc', $2, $3, $4, now() at time zone 'utc')`;

/** A new key of the user. @param id Of `res.users`. */
export async function addOdooKey(id: number, expiresAt: Date): Promise<string> {
  const key = randomBytes(20).toString('hex');
  const values = [id, toOdooDateTime(expiresAt.toISOString()), hashKey(key), indexOf(key)];
  await withOdooDatabase((client) => client.query(INSERT, values));
  return key;
}

/** From now on Odoo answers 401 to the key. */
export async function deleteOdooKey(id: number, key: string): Promise<void> {
  const text = 'delete from res_users_apikeys where user_id = $1 and index = $2';
  await withOdooDatabase((client) => client.query(text, [id, indexOf(key)]));
}

/** The same for all keys of the user. */
export async function deleteOdooKeys(id: number): Promise<void> {
  await withOdooDatabase((client) => client.query('delete from res_users_apikeys where user_id = $1', [id]));
}

/** The same, and the keys are still there. */
export async function expireOdooKeys(id: number): Promise<void> {
  const text = `update res_users_apikeys set expiration_date = now() at time zone 'utc' - interval '1 hour' where user_id = $1`;
  await withOdooDatabase((client) => client.query(text, [id]));
}

function withOdooDatabase<T>(work: (client: MigrationClient) => Promise<T>): Promise<T> {
  return withOwner(databaseUrl('MIGRATIONS_DATABASE_URL', stackVariable('ODOO_DB')), work);
}

function indexOf(key: string): string {
  return key.slice(0, INDEX_LENGTH);
}

/** passlib's `pbkdf2_sha512`. */
function hashKey(key: string): string {
  const salt = randomBytes(16);
  const encode = (bytes: Buffer) => bytes.toString('base64').replaceAll('+', '.').replaceAll('=', '');
  return `$pbkdf2-sha512$${ROUNDS}$${encode(salt)}$${encode(pbkdf2Sync(key, salt, ROUNDS, 64, 'sha512'))}`;
}

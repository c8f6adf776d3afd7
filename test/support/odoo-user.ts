/** A user of the real Odoo with an API key, made for one test. */
import { randomBytes } from 'node:crypto';
import { addOdooKey, deleteOdooKey, deleteOdooKeys } from './odoo-keys.ts';
import { asOdooAdmin } from './odoo-users.ts';

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

/** An internal user without more groups. @param days After which its key expires. */
export async function makeOdooUser(name: string, days: number): Promise<MadeUser> {
  const login = `tripoint-${randomBytes(6).toString('hex')}@test.example`;
  const [id = 0] = (await asOdooAdmin('res.users', 'create', { vals_list: [{ name, login }] })) as number[];
  const [user] = (await asOdooAdmin('res.users', 'read', { ids: [id], fields: ['company_id'] })) as {
    company_id: [number, string];
  }[];
  const expiresAt = new Date(Math.floor((Date.now() + days * 86_400_000) / 1_000) * 1_000);
  const addKey = () => addOdooKey(id, expiresAt);
  const key = await addKey();
  const deleteKey = (old: string) => deleteOdooKey(id, old);
  const revoke = () => deleteOdooKeys(id);
  const remove = async () => {
    await revoke();
    await asOdooAdmin('res.users', 'unlink', { ids: [id] }).catch(() =>
      asOdooAdmin('res.users', 'write', { ids: [id], vals: { active: false } }),
    );
  };
  return { id, login, name, company: user?.company_id[1] ?? '', key, expiresAt, addKey, deleteKey, revoke, remove };
}

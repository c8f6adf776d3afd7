/** Users of Odoo with keys of their own: those of the stand-in, or on the real stack users that are made and taken away again. */
import { randomBytes } from 'node:crypto';
import { DEMO_KEYS } from '../../src/demo/odoo/keys.ts';
import { createJson2Call } from '../../src/demo/record/call.ts';
import { addOdooKey, expireOdooKeys } from './odoo-keys.ts';
import { isRealStack, stackVariable } from './stack.ts';

const DAY_MS = 86_400_000;

/** A user, and the key that it would give to the gateway. */
export interface OdooUser {
  readonly odooUserId: number;
  readonly login: string;
  readonly apiKey: string;
}

/** A user to be made in the real Odoo. */
export interface OdooUserWanted {
  /** External ids of groups. */
  readonly groups: readonly string[];
  /** The main company first; that of the recorded demo company where absent. */
  readonly companies?: readonly number[];
  readonly lang?: string;
  readonly tz?: string;
}

/** Users that were made. */
export interface MadeOdooUsers extends AsyncDisposable {
  readonly users: readonly OdooUser[];
}

/** What the tests ask as. */
export type Role = 'manager' | 'buyer' | 'accountant' | 'plain' | 'elsewhere' | 'expired';

const ROLES: Readonly<Record<Role, OdooUserWanted>> = {
  manager: {
    groups: [
      ...['base.group_user', 'account.group_account_manager', 'sales_team.group_sale_salesman_all_leads'],
      ...['purchase.group_purchase_manager', 'hr.group_hr_user', 'hr_timesheet.group_hr_timesheet_approver'],
      ...['hr_expense.group_hr_expense_manager', 'project.group_project_manager'],
    ],
    tz: 'Asia/Manila',
  },
  buyer: { groups: ['base.group_user', 'purchase.group_purchase_user'], tz: 'Asia/Manila' },
  accountant: { groups: ['base.group_user', 'account.group_account_invoice'], tz: 'Asia/Manila' },
  plain: { groups: ['base.group_user'], tz: 'Asia/Manila' },
  elsewhere: {
    groups: ['base.group_user', 'account.group_account_invoice', 'sales_team.group_sale_salesman_all_leads'],
    companies: [1],
    tz: 'Asia/Manila',
  },
  expired: { groups: ['base.group_user'] },
};

/** One user of each role. */
export async function openOdooUsers(): Promise<AsyncDisposable & { readonly of: Readonly<Record<Role, OdooUser>> }> {
  const names = Object.keys(ROLES) as Role[];
  const made = isRealStack ? await makeOdooUsers(names.map((name) => ROLES[name])) : standInUsers();
  const of = Object.fromEntries(names.map((name, n) => [name, made.users[n] as OdooUser])) as Record<Role, OdooUser>;
  if (isRealStack) await expireOdooKeys(of.expired.odooUserId);
  return { of, [Symbol.asyncDispose]: () => made[Symbol.asyncDispose]() };
}

/** In the order of the roles. */
function standInUsers(): MadeOdooUsers {
  const users = DEMO_KEYS.map(({ userId, apiKey }) => ({ odooUserId: userId, login: apiKey, apiKey }));
  return { users, [Symbol.asyncDispose]: async () => {} };
}

/** Asks the real Odoo as its administrator. */
export function asOdooAdmin(model: string, method: string, args: Record<string, unknown>): Promise<unknown> {
  const connection = { url: stackVariable('ODOO_URL'), database: stackVariable('ODOO_DB') };
  return createJson2Call({ ...connection, apiKey: stackVariable('ODOO_ADMIN_API_KEY') })(model, method, args);
}

/** Makes users with keys in the real Odoo. Disposing takes all of them away. */
export async function makeOdooUsers(wanted: readonly OdooUserWanted[]): Promise<MadeOdooUsers> {
  const stamp = `identity-${process.pid}-${randomBytes(3).toString('hex')}`;
  const groupIds = await readGroupIds([...new Set(wanted.flatMap(({ groups }) => groups))]);
  const mainCompany = await readDemoCompany();
  const vals = wanted.map(({ groups, companies = [mainCompany], lang = 'en_US', tz = 'UTC' }, n) => ({
    ...{ name: `Mapped ${stamp} ${n}`, login: `${stamp}-${n}`, lang, tz },
    ...{ company_id: companies[0], company_ids: [[6, 0, companies]] },
    group_ids: [[6, 0, groups.flatMap((group) => groupIds.get(group) ?? [])]],
  }));
  const context = { no_reset_password: true };
  const ids = (await asOdooAdmin('res.users', 'create', { vals_list: vals, context })) as number[];
  const users: OdooUser[] = [];
  for (const [n, odooUserId] of ids.entries()) {
    const apiKey = await addOdooKey(odooUserId, new Date(Date.now() + DAY_MS));
    users.push({ odooUserId, login: vals[n]?.login ?? '', apiKey });
  }
  return { users, [Symbol.asyncDispose]: () => removeUsers(ids) };
}

async function readGroupIds(names: readonly string[]): Promise<Map<string, number>> {
  const rows = (await asOdooAdmin('ir.model.data', 'search_read', {
    domain: [
      ['model', '=', 'res.groups'],
      ['name', 'in', names.map((name) => name.split('.')[1])],
    ],
    fields: ['module', 'name', 'res_id'],
  })) as { module: string; name: string; res_id: number }[];
  return new Map(rows.map(({ module, name, res_id }) => [`${module}.${name}`, res_id]));
}

async function readDemoCompany(): Promise<number> {
  const domain = [['name', '=like', 'Tala%']];
  const [company] = (await asOdooAdmin('res.company', 'search_read', { domain, fields: ['id'] })) as { id: number }[];
  return company?.id ?? 1;
}

async function removeUsers(ids: readonly number[]): Promise<void> {
  const read = { ids, fields: ['partner_id'], load: null };
  const users = (await asOdooAdmin('res.users', 'read', read)) as { partner_id: number }[];
  await asOdooAdmin('res.users', 'unlink', { ids });
  await asOdooAdmin('res.partner', 'unlink', { ids: users.map(({ partner_id }) => partner_id) });
}

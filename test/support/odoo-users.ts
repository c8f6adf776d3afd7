/** Users of Odoo with keys of their own: those of the stand-in, or on the real stack users that are made and taken away again. */
import { pbkdf2Sync, randomBytes } from 'node:crypto';
import { DEMO_KEYS } from '../../src/demo/odoo/keys.ts';
import type { MigrationClient } from '../../src/postgres/migrate.ts';
import { withOwner } from '../../src/postgres/owner.ts';
import { databaseUrl, isRealStack, stackOdoo, stackVariable } from './stack.ts';

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
  if (isRealStack) await expireKey(of.expired);
  return { of, [Symbol.asyncDispose]: () => made[Symbol.asyncDispose]() };
}

/** In the order of the roles. */
function standInUsers(): MadeOdooUsers {
  const users = DEMO_KEYS.map(({ userId, apiKey }) => ({ odooUserId: userId, login: apiKey, apiKey }));
  return { users, [Symbol.asyncDispose]: async () => {} };
}

/** Asks the real Odoo by JSON-2. */
export async function askJson2(apiKey: string, model: string, method: string, args: object): Promise<unknown> {
  const { url, database } = stackOdoo();
  const headers = {
    'content-type': 'application/json',
    authorization: `bearer ${apiKey}`,
    'x-odoo-database': database,
  };
  const response = await fetch(`${url}/json/2/${model}/${method}`, {
    method: 'POST',
    headers,
    body: JSON.stringify(args),
  });
  const body = (await response.json()) as { message?: string };
  if (!response.ok) throw Object.assign(new Error(`${model} ${method}: ${body.message}`), { status: response.status });
  return body;
}

const asAdmin = (model: string, method: string, args: object) =>
  askJson2(stackVariable('ODOO_ADMIN_API_KEY'), model, method, args);

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
  const ids = (await asAdmin('res.users', 'create', { vals_list: vals, context })) as number[];
  const users = ids.map((odooUserId, n) => ({
    odooUserId,
    login: vals[n]?.login ?? '',
    apiKey: randomBytes(20).toString('hex'),
  }));
  await withOdooDatabase(async (client) => {
    for (const user of users) await client.query(INSERT_KEY, keyRow(user));
  });
  return { users, [Symbol.asyncDispose]: () => removeUsers(ids) };
}

/** A key can be made by its own user alone, in a browser; so it is written as Odoo would. */
const INSERT_KEY = `insert into res_users_apikeys (name, user_id, scope, expiration_date, index, key, create_date)
  values ('tripoint test', $1, 'rpc', now() at time zone 'utc' + interval '1 day', $2, $3, now() at time zone 'utc')`;

function keyRow({ odooUserId, apiKey }: OdooUser): unknown[] {
  const salt = randomBytes(16);
  const checksum = pbkdf2Sync(apiKey, salt, 6_000, 64, 'sha512');
  const encode = (bytes: Buffer) => bytes.toString('base64').replaceAll('+', '.').replace(/=+$/, '');
  return [odooUserId, apiKey.slice(0, 8), `$pbkdf2-sha512$6000$${encode(salt)}$${encode(checksum)}`];
}

/** From now on Odoo answers 401 to the user's key. */
export async function expireKey({ odooUserId }: OdooUser): Promise<void> {
  const text = `update res_users_apikeys set expiration_date = now() at time zone 'utc' - interval '1 hour' where user_id = $1`;
  await withOdooDatabase((client) => client.query(text, [odooUserId]));
}

function withOdooDatabase<T>(work: (client: MigrationClient) => Promise<T>): Promise<T> {
  return withOwner(databaseUrl('MIGRATIONS_DATABASE_URL', stackOdoo().database), work);
}

async function readGroupIds(names: readonly string[]): Promise<Map<string, number>> {
  const rows = (await asAdmin('ir.model.data', 'search_read', {
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
  const [company] = (await asAdmin('res.company', 'search_read', { domain, fields: ['id'] })) as { id: number }[];
  return company?.id ?? 1;
}

async function removeUsers(ids: readonly number[]): Promise<void> {
  const read = { ids, fields: ['partner_id'], load: null };
  const users = (await asAdmin('res.users', 'read', read)) as { partner_id: number }[];
  await asAdmin('res.users', 'unlink', { ids });
  await asAdmin('res.partner', 'unlink', { ids: users.map(({ partner_id }) => partner_id) });
}

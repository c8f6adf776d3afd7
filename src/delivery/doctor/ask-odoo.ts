/** What Odoo says of itself and of the reader, by reading methods alone. */
import { GatewayError } from '../../errors.ts';
import type { OdooCall } from '../../odoo/call.ts';
import type { OdooConnection } from '../../odoo/connection.ts';
import { isRefused } from '../../odoo/faults.ts';
import { fromOdooDateTime } from '../../odoo/values.ts';
import { askHttp } from '../ask-http.ts';
import type { OdooFacts } from './systems.ts';

/** Scopes of keys that the API takes. */
const SCOPES = [false, 'rpc'];

/** @param models Each is asked for its first record. */
export async function readOdooFacts(
  { url }: OdooConnection,
  call: OdooCall,
  models: readonly string[],
): Promise<OdooFacts> {
  const { version, ...clock } = await readServer(url);
  const user = await readUser(call).catch(unlessRefused);
  if (!user) return { version, ...clock, user: null, key: null, closed: [] };
  const closed: string[] = [];
  for (const model of models) if (!(await isOpen(call, model))) closed.push(model);
  const { id, ...shown } = user;
  return { version, ...clock, user: shown, key: await readKey(call, id), closed };
}

async function readServer(url: string) {
  const ask = (path: string) =>
    askHttp(new URL(path, url)).catch((error: unknown) => {
      throw new Error(`Odoo does not answer at ODOO_URL: ${(error as Error).message}`);
    });
  const before = Date.now();
  const { status, date } = await ask('/web/health');
  const after = Date.now();
  if (status !== 200) throw new Error(`Odoo answers HTTP ${status} at /web/health`);
  const [, major = '0'] = /"version_info":\s*\[(\d+)/.exec((await ask('/web/version')).text) ?? [];
  // Whole seconds: the middle of the second that it says.
  const clockMs = date === null ? null : date + 500 - (before + after) / 2;
  return { version: Number(major), clockMs, roundTripMs: after - before + 500 };
}

async function readUser(call: OdooCall) {
  const { uid } = (await call('res.users', 'context_get', {})) as { uid: number };
  const [user] = (await call('res.users', 'read', { ids: [uid], fields: ['login', 'role'] })) as {
    login: string;
    role: string;
  }[];
  return user ? { id: uid, login: user.login, isAdministrator: user.role === 'group_system' } : null;
}

/** Odoo tells a user of all its keys, and not which is which: the newest is taken. */
async function readKey(call: OdooCall, userId: number): Promise<OdooFacts['key']> {
  const args = { domain: [['user_id', '=', userId]], fields: ['scope', 'create_date', 'expiration_date'] };
  const keys = (await call('res.users.apikeys', 'search_read', args).catch(() => [])) as {
    scope: string | false;
    create_date: string;
    expiration_date: string | false;
  }[];
  const [newest] = keys
    .filter(({ scope }) => SCOPES.includes(scope))
    .sort((a, b) => (a.create_date < b.create_date ? 1 : -1));
  if (!newest) return null;
  const expires = newest.expiration_date === false ? null : fromOdooDateTime(newest.expiration_date);
  return { made: fromOdooDateTime(newest.create_date), expires };
}

async function isOpen(call: OdooCall, model: string): Promise<boolean> {
  try {
    await call(model, 'search_read', { domain: [], fields: ['id'], limit: 1 });
    return true;
  } catch (error) {
    if (
      error instanceof GatewayError &&
      ['FORBIDDEN', 'NOT_CONFIGURED', 'BAD_USER_INPUT', 'NOT_FOUND'].includes(error.code)
    )
      return false;
    throw error;
  }
}

function unlessRefused(error: unknown): null {
  if (isRefused(error)) return null;
  throw error;
}

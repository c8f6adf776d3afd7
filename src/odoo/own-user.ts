/** Who a key of Odoo belongs to, and when it expires: asked of Odoo with that very key, by reading methods alone. */
import { GatewayError } from '../errors.ts';
import type { OdooCall } from './call.ts';
import type { OdooConnection } from './connection.ts';
import { isRefused } from './faults.ts';
import { createJson2Call } from './json2.ts';
import { fromOdooDateTime } from './values.ts';

/** Whose key it is. */
export interface OwnUser {
  /** Id in `res.users`. */
  readonly odooUserId: number;
  readonly login: string;
  readonly name: string;
  /** The user's first company, by name. */
  readonly company: string | null;
}

/** What Odoo says of a key to whoever has it; null where it does not take the key. */
export interface OwnUsers {
  /** `res.users` id alone. */
  readonly idOf: (apiKey: string) => Promise<number | null>;
  readonly whoIs: (apiKey: string, signal?: AbortSignal) => Promise<OwnUser | null>;
  /** The same, with the languages that the user can choose. */
  readonly describe: (apiKey: string) => Promise<(OwnUser & { readonly languages: readonly string[] }) | null>;
  /**
   * When the key expires. Odoo tells a user of all of its keys, and not which is which: it is the newest that had been made
   * when the key was given to us.
   *
   * @param givenAt When that was.
   */
  readonly expiry: (apiKey: string, userId: number, givenAt: Date) => Promise<{ readonly at: Date | null } | null>;
}

/** Odoo's clock and the database's may differ by so many milliseconds. */
const CLOCKS_MS = 60_000;

/** @param connection The Odoo; the key is given with each question. JSON-2 alone knows a user by its key. */
export function createOwnUsers(connection: OdooConnection): OwnUsers {
  const callWith = (apiKey: string) => createJson2Call({ ...connection, apiKey });
  return {
    idOf: (apiKey) => unlessRefused(readOwnId(callWith(apiKey))),
    whoIs: (apiKey, signal) => unlessRefused(readOwnUser(callWith(apiKey), signal)),
    describe: (apiKey) =>
      unlessRefused(
        (async () => {
          const call = callWith(apiKey);
          return { ...(await readOwnUser(call)), languages: await readLanguages(call) };
        })(),
      ),
    expiry: (apiKey, userId, givenAt) => unlessRefused(readExpiry(callWith(apiKey), userId, givenAt)),
  };
}

async function readOwnId(call: OdooCall, signal?: AbortSignal): Promise<number> {
  const { uid } = (await call('res.users', 'context_get', {}, signal ? { signal } : {})) as { uid: number };
  return uid;
}

async function readOwnUser(call: OdooCall, signal?: AbortSignal): Promise<OwnUser> {
  const options = signal ? { signal } : {};
  const uid = await readOwnId(call, signal);
  const args = { ids: [uid], fields: ['login', 'name', 'company_id'] };
  const [user] = (await call('res.users', 'read', args, options)) as {
    login: string;
    name: string;
    company_id: readonly [number, string] | false;
  }[];
  if (!user)
    throw new GatewayError('UPSTREAM_ERROR', 'Odoo does not show the user its own record', { surface: 'odoo' });
  return { odooUserId: uid, login: user.login, name: user.name, company: user.company_id ? user.company_id[1] : null };
}

async function readLanguages(call: OdooCall): Promise<string[]> {
  const args = { allfields: ['lang'], attributes: ['selection'] };
  const { lang } = (await call('res.users', 'fields_get', args)) as { lang?: { selection?: [string, string][] } };
  return (lang?.selection ?? []).map(([code]) => code);
}

interface ApiKeyRecord {
  readonly scope: string | false;
  readonly create_date: string | false;
  readonly expiration_date: string | false;
}

async function readExpiry(call: OdooCall, userId: number, givenAt: Date): Promise<{ at: Date | null }> {
  const args = { domain: [['user_id', '=', userId]], fields: ['scope', 'create_date', 'expiration_date'] };
  const records = (await call('res.users.apikeys', 'search_read', args).catch(unlessClosed)) as ApiKeyRecord[];
  const latest = givenAt.getTime() + CLOCKS_MS;
  const [newest] = records
    .map((key) => ({ ...key, created: readTime(key.create_date), expires: readTime(key.expiration_date) }))
    .filter(({ scope, created }) => (scope === false || scope === 'rpc') && (created?.getTime() ?? 0) <= latest)
    .sort((one, other) => (other.created?.getTime() ?? 0) - (one.created?.getTime() ?? 0));
  return { at: newest?.expires ?? null };
}

function readTime(text: string | false): Date | null {
  return text === false ? null : fromOdooDateTime(text);
}

/** An Odoo that shows a user none of its keys, or has no such model. */
function unlessClosed(error: unknown): never[] {
  const isClosed =
    error instanceof GatewayError && ['FORBIDDEN', 'NOT_CONFIGURED', 'BAD_USER_INPUT'].includes(error.code);
  if (isClosed) return [];
  throw error;
}

async function unlessRefused<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (isRefused(error)) return null;
    throw error;
  }
}

/** One method call of one Odoo model: what every transport offers, and the closed list of what a reader may say. */
import { GatewayError } from '../errors.ts';

/** Named arguments of a method; `context` among them. */
export type OdooArguments = Readonly<Record<string, unknown>>;

/** Credentials of a user of Odoo, with which one call goes in place of the reader's. */
export interface OdooLogin {
  /** Id in `res.users`, which JSON-RPC and XML-RPC send in place of a login. */
  readonly uid: number;
  readonly apiKey: string;
}

/** For whom a call is made, and how long it is wanted. */
export interface OdooCallOptions {
  /** Ends the call when nobody waits for it any more, or the operation's time is up. */
  readonly signal?: AbortSignal;
  /** Who asks: calls of one scope share an answer in flight or in the cache. Without it nothing is shared. */
  readonly scope?: string;
  /** With whom the calls are shared, as `holderOf` names a viewer; absent for the gateway's own calls, which go first. */
  readonly holder?: string;
  /** As which user of Odoo; the reader where absent. Calls as different users, or by different keys, share nothing. */
  readonly as?: OdooLogin | undefined;
  /** Told when the answer comes from the cache: when Odoo was asked. */
  readonly onCached?: (asOf: Date) => void;
}

/**
 * Calls one method of one Odoo model: one HTTP request, one Odoo transaction.
 *
 * @param model Technical name, e.g. `res.partner`.
 * @returns Odoo's JSON as sent: empty is `false`, a datetime is UTC without a zone. It may be shared: do not change it.
 * @throws GatewayError as `src/odoo/faults.ts` maps it.
 * @see https://www.odoo.com/documentation/19.0/developer/reference/external_api.html
 */
export type OdooCall = (
  model: string,
  method: string,
  args: OdooArguments,
  options?: OdooCallOptions,
) => Promise<unknown>;

/** A record as Odoo sends it. */
export type OdooRecord = { readonly id: number } & Readonly<Record<string, unknown>>;

/** Whether a method is called on records, whose ids then come first, or on the model. */
type Receiver = 'model' | 'records';

/**
 * Every method that the reader may call. Closed, not a pattern: a name alone does not tell (`web_save` writes,
 * `read_group` reads). `get_metadata` gives external ids, by which the demo seed finds its records.
 */
const READ_METHODS: ReadonlyMap<string, Receiver> = new Map([
  ['web_search_read', 'model'],
  ['web_read', 'records'],
  ['search_read', 'model'],
  ['read', 'records'],
  ['search_count', 'model'],
  ['formatted_read_group', 'model'],
  ['fields_get', 'model'],
  ['name_search', 'model'],
  ['context_get', 'model'],
  ['get_metadata', 'records'],
]);

const MODEL = /^[a-z][a-z0-9_]*(\.[a-z0-9_]+)*$/;

/** @throws GatewayError `BOUNDARY_VIOLATION` for a method outside the list, before anything reaches the wire. */
export function assertReads(model: string, method: string): void {
  if (READ_METHODS.has(method) && MODEL.test(model)) return;
  throw new GatewayError(
    'BOUNDARY_VIOLATION',
    'The gateway only reads Odoo: sync-odoo-agent is the one that writes there',
    {
      surface: 'odoo',
    },
  );
}

/** Days and groups are cut in UTC, as every time is answered; the user's own time zone would shift them. */
const CONTEXT = { tz: 'UTC' };

/** The arguments with the context that every transport sends. */
export function withContext(args: OdooArguments): OdooArguments {
  return { ...args, context: { ...CONTEXT, ...(args.context as object | undefined) } };
}

/** The named arguments as `execute_kw` takes them: ids first for a method of records, all others by name. */
export function toPositional(method: string, args: OdooArguments): [args: readonly unknown[], kwargs: OdooArguments] {
  const { ids = [], ...named } = withContext(args);
  return READ_METHODS.get(method) === 'records' ? [[ids], named] : [[], named];
}

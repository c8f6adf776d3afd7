/** One method call of one Odoo model: what every transport offers, and the closed list of what a reader may say. */
import { GatewayError } from '../errors.ts';

/** Named arguments of a method; `context` among them. */
export type OdooArguments = Readonly<Record<string, unknown>>;

/**
 * Calls one method of one Odoo model: one HTTP request, one Odoo transaction.
 *
 * @param model Technical name, e.g. `res.partner`.
 * @returns Odoo's JSON as sent: empty is `false`, a datetime is UTC without a zone.
 * @throws GatewayError as `src/odoo/faults.ts` maps it.
 * @see https://www.odoo.com/documentation/19.0/developer/reference/external_api.html
 */
export type OdooCall = (model: string, method: string, args: OdooArguments, signal?: AbortSignal) => Promise<unknown>;

/** A record as Odoo sends it. */
export type OdooRecord = { readonly id: number } & Readonly<Record<string, unknown>>;

/**
 * Every method that the reader may call. Closed, not a pattern: a name alone does not tell (`web_save` writes,
 * `read_group` reads). `get_metadata` gives external ids, by which the demo seed finds its records.
 */
const READ_METHODS: ReadonlySet<string> = new Set([
  'web_search_read',
  'web_read',
  'search_read',
  'read',
  'search_count',
  'formatted_read_group',
  'fields_get',
  'name_search',
  'context_get',
  'get_metadata',
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

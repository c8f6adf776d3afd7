/**
 * Renews a person's own key of Odoo with that key, where Odoo lets one: `res.users.apikeys.generate` and `revoke`, which
 * Odoo 20 has and 19.0 has not. Beside the writer of `sync-odoo-agent`, whose runs it is none of, this is the one place that
 * changes anything in Odoo: these two methods, of the keys of whoever's key it is. The reader knows neither.
 */
import { GatewayError } from '../errors.ts';
import { withContext } from '../odoo/call.ts';
import type { OdooConnection } from '../odoo/connection.ts';
import { answerFault } from '../odoo/faults.ts';
import { parseOdooJson } from '../odoo/json.ts';
import { toOdooDateTime } from '../odoo/values.ts';
import { askJson2 } from '../odoo/wire.ts';

/** Makes and revokes keys of one person. */
export interface KeyRenewal {
  /** The next key, that expires on this day; null where this Odoo has no such method, or does not let its users. */
  readonly generate: (apiKey: string, expiresAt: Date) => Promise<string | null>;
  /** Odoo takes the key no more. */
  readonly revoke: (apiKey: string, revoked: string) => Promise<void>;
}

/** What Odoo shows the person of the key in its preferences. */
const NAME = 'tripoint';

/** Opens nothing before the first call. */
export function createKeyRenewal(connection: Pick<OdooConnection, 'url' | 'database' | 'timeoutMs'>): KeyRenewal {
  const call = (apiKey: string, method: 'generate' | 'revoke', args: Readonly<Record<string, unknown>>) =>
    ask(connection, { apiKey, method, args });
  return {
    generate: async (apiKey, expiresAt) => {
      const args = { key: apiKey, scope: 'rpc', name: NAME, expiration_date: toOdooDateTime(expiresAt.toISOString()) };
      const made = await call(apiKey, 'generate', args).catch(unlessAbsent);
      if (made === null || (typeof made === 'string' && made.length > 0)) return made;
      throw new GatewayError('UPSTREAM_ERROR', 'Odoo answered no key', { surface: 'odoo' });
    },
    revoke: async (apiKey, revoked) => {
      await call(apiKey, 'revoke', { key: revoked });
    },
  };
}

/** An Odoo without the method, or with `base.enable_programmatic_api_keys` off for its users. */
function unlessAbsent(error: unknown): null {
  if (error instanceof GatewayError && (error.code === 'NOT_CONFIGURED' || error.code === 'FORBIDDEN')) return null;
  throw error;
}

async function ask(
  { url, database, timeoutMs }: Pick<OdooConnection, 'url' | 'database' | 'timeoutMs'>,
  { apiKey, method, args }: { apiKey: string; method: string; args: Readonly<Record<string, unknown>> },
): Promise<unknown> {
  const asked = { url, database, apiKey, args: withContext(args), timeoutMs };
  const { status, text, retryAfterMs } = await askJson2('res.users.apikeys', method, asked);
  const answer = parseOdooJson(text);
  if (status === 200) return answer;
  // Its message may quote what was sent: the name alone is kept.
  const { name } = (typeof answer === 'object' && answer !== null ? answer : {}) as { name?: string };
  throw answerFault({ status, name, retryAfterMs });
}

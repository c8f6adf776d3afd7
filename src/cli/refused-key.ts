/** Whether Odoo refuses the gateway's key: said at the start, or the first to ask would be the first to know. */
import type { Log } from '../log.ts';
import type { OdooCall } from '../odoo/call.ts';
import { isKeyRefused } from '../odoo/faults.ts';

/** Milliseconds that Odoo has to answer; one that is slow is no matter of the key. */
const PATIENCE_MS = 10_000;

/** Warns once. Whatever else is wrong with Odoo is said by `/readyz`, and keeps no gateway from starting. */
export async function sayRefusedKey(odoo: OdooCall, log: Log): Promise<void> {
  try {
    await odoo('res.users', 'context_get', {}, { signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch (error) {
    if (!isKeyRefused(error)) return;
    log.error(
      'Odoo refuses the key of its reader: it is wrong, has expired (90 days at most), or its user is archived; make another one in Odoo, set ODOO_API_KEY, or ODOO_PASSWORD with a protocol that takes one, and start again',
    );
  }
}

/** Whether Odoo refuses a key of ours: said at the start, or the first to ask would be the first to know. */
import type { Log } from '../log.ts';
import type { OdooCall } from '../odoo/call.ts';
import { isKeyRefused } from '../odoo/faults.ts';

/** Milliseconds that Odoo has to answer; one that is slow is no matter of the key. */
const PATIENCE_MS = 10_000;

/** Whose key it is, and what sets it. */
interface WhoseKey {
  readonly user: 'reader' | 'writer';
  readonly variable: 'ODOO_API_KEY' | 'ODOO_WRITER_API_KEY';
}

/** Says it once. Whatever else is wrong with Odoo is said elsewhere, and none of it keeps a process from starting. */
export async function sayRefusedKey(odoo: OdooCall, log: Log, { user, variable }: WhoseKey): Promise<void> {
  try {
    await odoo('res.users', 'context_get', {}, { signal: AbortSignal.timeout(PATIENCE_MS) });
  } catch (error) {
    if (!isKeyRefused(error)) return;
    log.error(
      { variable },
      `Odoo refuses the key of its ${user}: it is wrong, has expired (after 90 days at most), or its user is archived. Make another one in Odoo, set ${variable}, and start again`,
    );
  }
}

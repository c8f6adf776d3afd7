/** What an Odoo says of itself to everybody: a neutralized one has a banner on its login page. */
import type { OdooConnection } from './connection.ts';
import { askOdoo } from './wire.ts';

/** In Odoo's view `web.neutralize_banner`, which `odoo neutralize` turns on, and no module turns off. */
const BANNER = 'id="oe_neutralize_banner"';
/** In the form of the login page, whatever its language and design. */
const LOGIN = 'name="csrf_token"';
/** Bytes of a page at most. */
const MAX_BYTES = 1_048_576;

/** What the login page shows; a sentence where it cannot be told from it. */
export type Banner = { readonly isNeutralized: boolean } | { readonly unseen: string };

/** Asks without credentials: the reader may not see the parameter. Never throws. */
export async function readBanner({ url, database, timeoutMs }: OdooConnection): Promise<Banner> {
  // The header chooses the database as the API does; a cookie would need a session.
  const headers = { accept: 'text/html', ...(database !== null && { 'x-odoo-database': database }) };
  const target = new URL('/web/login', url);
  const answer = await askOdoo(target, { method: 'GET', headers, timeoutMs, maxBytes: MAX_BYTES }).catch(
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  if (typeof answer === 'string') return { unseen: `the login page does not answer: ${answer}` };
  if (answer.status !== 200) return { unseen: `the login page answers HTTP ${answer.status}` };
  if (!answer.text.includes(LOGIN)) return { unseen: 'the login page is none of Odoo’s own' };
  return { isNeutralized: answer.text.includes(BANNER) };
}

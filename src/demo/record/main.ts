/**
 * The demo recorder: makes the demo company in a real Odoo 19 (what is missing of it), reads it back and writes
 * `src/demo/data`. Run it with `npm run demo:record`; `--create-only` stops before the reading.
 *
 * Environment: `ODOO_URL`, `ODOO_ADMIN_API_KEY` (creates), `ODOO_API_KEY` (reads, so that what is recorded is what the
 * gateway's reader sees; the admin's key when absent), `ODOO_DB`.
 */
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { createJson2Call } from './call.ts';
import { createDemoCompany } from './create.ts';
import { recordDemoCompany } from './record.ts';
import { readShownFields } from './shown.ts';

await run();

async function run(): Promise<void> {
  const { ODOO_URL: url, ODOO_DB: database = '', ODOO_ADMIN_API_KEY: adminKey, ODOO_API_KEY: readerKey } = process.env;
  if (!url || !adminKey) throw new TypeError('set ODOO_URL and ODOO_ADMIN_API_KEY');
  const report = (line: string) => void process.stderr.write(`${line}\n`);
  const admin = createJson2Call({ url, apiKey: adminKey, database });
  const reader = createJson2Call({ url, apiKey: readerKey ?? adminKey, database });
  const world = await createDemoCompany(admin, report);
  if (process.argv.includes('--create-only')) return;
  const folder = fileURLToPath(new URL('../data', import.meta.url));
  await recordDemoCompany({ reader, admin, world, shown: readShownFields(), folder, report });
}

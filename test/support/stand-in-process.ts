/** The stand-in for Odoo as a process, for a suite on a real Postgres without a real Odoo: prints shell exports, and goes on. */
import process from 'node:process';
import { createStandInOdoo } from '../../src/demo/odoo/stand-in.ts';

const { url, apiKey } = await createStandInOdoo().listen();
process.stdout.write(`export ODOO_URL=${url} ODOO_DB=odoo ODOO_API_KEY=${apiKey}\n`);

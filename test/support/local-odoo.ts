/** The driver for an Odoo on this machine, set up for the real stack: its Odoo is copied, and lives in a root of its own. */
import { join } from 'node:path';
import { withOtherDatabase } from '../../src/postgres/other-database.ts';
import { findFreePort } from './free-port.ts';
import { stackVariable } from './stack.ts';
import { TYPESCRIPT } from './typescript.ts';

/** Where the stack's programs are. */
export const CHROOT = `${process.env.STACK_ROOT ?? '/var/lib/gateway-stack'}/trixie`;
/** The variable with the server on which gateways' databases are made; it is no secret of the installation's own. */
export const PREVIEW_URL = 'PREVIEW_DATABASE_URL';
const MAIN = join(import.meta.dirname, '..', '..', 'src', 'main.ts');

/** The driver's entry in `ssot/environments.yaml`. @param folder Of the driver alone. @param data Where Odoo keeps its files, in its root. */
export async function localOdooDriver(folder: string, data: string) {
  const from = Math.min(await findFreePort(), 64_000);
  const database = stackVariable('ODOO_DB');
  return {
    command: [process.execPath, ...TYPESCRIPT, MAIN, 'env', 'driver', 'local-odoo'],
    environment: ['PATH', PREVIEW_URL],
    settings: {
      ...{ folder, data, url: 'http://127.0.0.1:{port}', gatewayUrlVariable: PREVIEW_URL },
      run: ['chroot', '--userspec=odoo:odoo', CHROOT, 'env', 'HOME=/var/lib/odoo'],
      postgres: { port: Number(new URL(stackVariable('MIGRATIONS_DATABASE_URL')).port), user: 'odoo' },
      source: { database, filestore: `/var/lib/odoo/filestore/${database}` },
      ports: { from, to: from + 9 },
    },
  };
}

/** What the driver is given. */
export const localOdooEnv = () => ({
  PATH: process.env.PATH ?? '',
  [PREVIEW_URL]: stackVariable('MIGRATIONS_DATABASE_URL'),
});

/** Asks a database of the stack's server, as its owner. */
export function askDatabase(database: string, text: string): Promise<Record<string, unknown>[]> {
  return withDatabase(database, (query) => query(text));
}

/** Borrows a connection to it. */
export function withDatabase<T>(database: string, work: Parameters<typeof withOtherDatabase<T>>[1]): Promise<T> {
  const url = new URL(stackVariable('MIGRATIONS_DATABASE_URL'));
  url.pathname = `/${database}`;
  return withOtherDatabase({ url: url.href, variable: 'MIGRATIONS_DATABASE_URL' }, work);
}

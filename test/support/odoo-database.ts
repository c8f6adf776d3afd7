/** A login of the stack's Odoo database as `tripoint odoo fdw --sql` makes it, gone with the test. */
import { randomBytes } from 'node:crypto';
import { LARGE_OBJECTS, printOdooSide } from '../../src/analysis/odoo-side.ts';
import { loadDoctrine } from '../../src/doctrine/load.ts';
import { packagePaths } from '../../src/paths.ts';
import { withOwner } from '../../src/postgres/owner.ts';
import { quoteName } from '../../src/quote.ts';
import type { TestGateway } from './gateway.ts';
import { databaseUrl, JWT_SECRET, stackVariable } from './stack.ts';

/** A login that is there. */
export interface OdooDatabaseLogin extends AsyncDisposable {
  readonly user: string;
  readonly password: string;
  /** ODOO_DATABASE_URL. */
  readonly url: string;
  /** Odoo's database as a superuser. */
  readonly superuser: (sql: string) => Promise<Record<string, unknown>[]>;
}

/** Odoo's own database on the stack's server. */
export async function createOdooDatabaseLogin(): Promise<OdooDatabaseLogin> {
  const database = stackVariable('ODOO_DB');
  const user = `test_fdw_${randomBytes(4).toString('hex')}`;
  const password = `test-${randomBytes(12).toString('hex')}`;
  const { hostname, port } = new URL(stackVariable('MIGRATIONS_DATABASE_URL'));
  const odoo = databaseUrl('MIGRATIONS_DATABASE_URL', database);
  const doctrine = loadDoctrine(packagePaths());
  const superuser = (sql: string) => withOwner(odoo, ({ query }) => query(sql));
  const login = { host: hostname, port: Number(port), database, user, password, tls: new Map<string, string>() };
  await withOwner(odoo, async ({ script }) => {
    await script(printOdooSide(doctrine, login));
    await script(`alter role ${quoteName(user)} password '${password}'`);
  });
  return {
    user,
    password,
    url: `postgres://${user}:${password}@${hostname}:${port}/${database}`,
    superuser,
    [Symbol.asyncDispose]: async () => {
      await withOwner(odoo, async ({ script }) => {
        await script(`select pg_terminate_backend(pid) from pg_stat_activity where usename = '${user}'`);
        await script(`drop owned by ${quoteName(user)}; drop role ${quoteName(user)}`);
        await script(`grant temporary on database ${quoteName(database)} to public`);
        for (const name of LARGE_OBJECTS) await script(`grant execute on function ${name} to public`);
      });
    },
  };
}

/** What a command needs to connect a gateway's database with Odoo's. */
export async function fdwEnv(gateway: TestGateway, url: string): Promise<Record<string, string>> {
  const [row] = await gateway.owner((client) => client.query('select current_database() as name'));
  return {
    MIGRATIONS_DATABASE_URL: databaseUrl('MIGRATIONS_DATABASE_URL', String(row?.name)),
    DATABASE_URL: databaseUrl('DATABASE_URL', String(row?.name)),
    ODOO_DATABASE_URL: url,
    ODOO_STAGE: 'development',
    SUPABASE_JWT_SECRET: JWT_SECRET,
  };
}

/** The stack's server asks nobody for a password, and postgres_fdw refuses who is no superuser without one. */
export async function trustReaders(gateway: TestGateway): Promise<void> {
  await gateway.owner((client) =>
    client.script(`alter user mapping for service_role server tripoint_odoo options (add password_required 'false')`),
  );
}

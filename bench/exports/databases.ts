/** Databases of the bench of exports: one with tables as Odoo has them, one of a gateway that shows them by postgres_fdw. */
import pg from 'pg';
import { applyFdw } from '../../src/analysis/apply-fdw.ts';
import { printOdooSide } from '../../src/analysis/odoo-side.ts';
import { foreignTables } from '../../src/doctrine/foreign.ts';
import { loadDoctrine } from '../../src/doctrine/load.ts';
import { packagePaths } from '../../src/paths.ts';
import { migrate } from '../../src/postgres/migrate.ts';
import { withOwner } from '../../src/postgres/owner.ts';

const ODOO = 'bench_export_odoo';
const GATEWAY = 'bench_export_gateway';
const LOGIN = 'bench_export_fdw';
const PASSWORD = 'bench-of-exports';
/** Rows are as wide as in Odoo: the rest of a row is read over, not shown. */
const FILLER = 'narration text';

/** The databases while the bench runs. */
export interface ExportDatabases extends AsyncDisposable {
  /** DATABASE_URL for the command. */
  readonly databaseUrl: string;
  /** What the amounts of as many moves come to, in all digits. */
  readonly sumOf: (rows: number) => Promise<string>;
  /** When one move was written: those after it were written later. */
  readonly sinceOf: (id: number) => Promise<string>;
}

/** @param rows Of `account_move`. */
export async function createDatabases(owner: string, login: string, rows: number): Promise<ExportDatabases> {
  const at = (url: string, database: string) => Object.assign(new URL(url), { pathname: `/${database}` }).href;
  const server = (sql: string) => withClient(at(owner, 'postgres'), (client) => client.query(sql));
  const drop = async () => {
    for (const name of [GATEWAY, ODOO]) await server(`drop database if exists ${name} with (force)`);
    await server(`drop role if exists ${LOGIN}`);
  };
  await drop();
  for (const name of [GATEWAY, ODOO]) await server(`create database ${name}`);
  const doctrine = loadDoctrine(packagePaths());
  const { hostname, port } = new URL(owner);
  const odoo = { host: hostname, port: Number(port), database: ODOO, user: LOGIN, password: PASSWORD, tls: new Map() };
  await withOwner(at(owner, ODOO), async ({ script }) => {
    for (const { remote, columns } of foreignTables(doctrine)) {
      const list = [...columns].map(([name, type]) => `${name} ${type}${name === 'id' ? ' primary key' : ''}`);
      await script(`create table ${remote} (${[...list, FILLER].join(', ')})`);
    }
    await script(movesSql(rows));
    await script('vacuum analyze account_move');
    await script(printOdooSide(doctrine, odoo));
    await script(`alter role ${LOGIN} password '${PASSWORD}'`);
  });
  await withOwner(at(owner, GATEWAY), async (client) => {
    await migrate(client, packagePaths().migrations);
    await applyFdw(client, doctrine, odoo);
    // The server of the stack asks nobody for a password.
    const trust = "options (add password_required 'false')";
    await client.script(`alter user mapping for service_role server tripoint_odoo ${trust}`);
  });
  return {
    databaseUrl: at(login, GATEWAY),
    sumOf: async (count) =>
      withClient(at(owner, ODOO), async (client) => {
        const text = 'select sum(amount_total)::text as sum from account_move where id <= $1';
        return String((await client.query<{ sum: string }>(text, [count])).rows[0]?.sum);
      }),
    sinceOf: async (id) =>
      withClient(at(owner, ODOO), async (client) => {
        const text = `select to_char(write_date, 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since from account_move where id = $1`;
        return String((await client.query<{ since: string }>(text, [id])).rows[0]?.since);
      }),
    [Symbol.asyncDispose]: drop,
  };
}

function movesSql(rows: number): string {
  return `insert into account_move
    (id, name, move_type, state, payment_state, date, invoice_date, invoice_date_due, journal_id, company_id, partner_id,
     currency_id, amount_untaxed, amount_tax, amount_total, amount_residual, create_date, write_date, narration)
  select n, 'INV/2026/' || lpad(n::text, 7, '0'), (array['out_invoice', 'in_invoice', 'entry'])[n % 3 + 1], 'posted', 'paid',
    date '2026-01-01' + n % 300, date '2026-01-01' + n % 300, date '2026-02-01' + n % 300, 1 + n % 9, 1, n % 50000, 1,
    round(n * 1.37, 2), round(n * 0.16, 2), round(n * 1.37, 2) + round(n * 0.16, 2), 0,
    timestamp '2026-01-01' + n * interval '17.123 seconds', timestamp '2026-01-01' + n * interval '17.123 seconds', repeat('x', 300)
  from generate_series(1, ${rows}) n`;
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

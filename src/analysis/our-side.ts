/** The SQL for our database: the one foreign server, and the tables and views that the doctrine says. */
import { foreignReaders, foreignRelations, foreignTables } from '../doctrine/foreign.ts';
import type { Doctrine } from '../doctrine/load.ts';
import { quoteName, quoteText } from '../quote.ts';
import type { OdooLogin } from './odoo-login.ts';

type Described = Pick<Doctrine, 'foreign' | 'agents' | 'oauthClients'>;

/** Name of the server; `tripoint odoo fdw` wants a doctrine that has one. */
export function serverOf({ foreign }: Pick<Doctrine, 'foreign'>): string {
  return foreign?.server ?? 'tripoint_odoo';
}

/** Options of the server: the login may not write, and the server does not try to. */
export function serverOptions({ host, port, database, tls }: OdooLogin): ReadonlyMap<string, string> {
  return new Map([
    ['host', host],
    ['port', String(port)],
    ['dbname', database],
    ...tls,
    ['updatable', 'false'],
    ['truncatable', 'false'],
    ['fetch_size', '5000'],
    // Without it our planner guesses, and may sort here what it has fetched whole.
    ['use_remote_estimate', 'true'],
    // A page is short whatever its plan costs: compiling that plan takes longer.
    ['options', '-c default_transaction_read_only=on -c jit=off'],
  ]);
}

/** The extension and the server. */
export function printServer(doctrine: Described, login: OdooLogin): string {
  const options = [...serverOptions(login)].map(([name, value]) => `${name} ${quoteText(value)}`);
  return `create server ${quoteName(serverOf(doctrine))} foreign data wrapper postgres_fdw
  options (${options.join(', ')});`;
}

/** Who logs in there: the owner, who refreshes summaries, and the readers of the doctrine. */
export function mappedRoles(doctrine: Described): readonly string[] {
  return ['current_user', ...foreignReaders(doctrine).map(quoteName)];
}

/** The user mappings. @param password An expression of SQL. */
export function printMappings(doctrine: Described, { user }: OdooLogin, password: string): string {
  const server = quoteName(serverOf(doctrine));
  return mappedRoles(doctrine)
    .map(
      (role) =>
        `create user mapping for ${role} server ${server} options (user ${quoteText(user)}, password ${password});`,
    )
    .join('\n');
}

/** The foreign tables, the views of them, and who reads both. */
export function printTables(doctrine: Described): string {
  const server = quoteName(serverOf(doctrine));
  const tables = foreignTables(doctrine).map(({ name, remote, columns }) => {
    const list = [...columns].map(([column, type]) => `${quoteName(column)} ${type}`).join(', ');
    return `create foreign table ${name} (${list})
  server ${server} options (schema_name 'public', table_name ${quoteText(remote)});`;
  });
  const views = Object.entries(doctrine.foreign?.views ?? {}).map(
    ([name, query]) => `create view ${name} with (security_invoker = true) as ${query.trim()};`,
  );
  const all = foreignRelations(doctrine).join(', ');
  const readers = foreignReaders(doctrine).map(quoteName).join(', ');
  return [
    ...tables,
    ...views,
    `revoke all on ${all} from public;`,
    ...(readers === '' ? [] : [`grant select on ${all} to ${readers};`]),
  ].join('\n');
}

/** Takes all of it away, and with the server who logs in there; the extension stays. */
export function printGone(doctrine: Described): string {
  const views = Object.keys(doctrine.foreign?.views ?? {}).map((name) => `drop view if exists ${name};`);
  const tables = foreignTables(doctrine).map(({ name }) => `drop foreign table if exists ${name};`);
  return [...views, ...tables, `drop server if exists ${quoteName(serverOf(doctrine))} cascade;`].join('\n');
}

/** All of it, for whoever runs it by hand. The password comes from the environment of psql, and stands nowhere. */
export function printOurSide(doctrine: Described, login: OdooLogin): string {
  return `-- In Tripoint's database, as its owner. Rather let \`tripoint odoo fdw --apply\` do it: where the server logs statements, the
-- two user mappings below stand in its log with the password. In psql, which asks its environment for that:
\\getenv odoo_password ODOO_FDW_PASSWORD
begin;
create extension if not exists postgres_fdw;
${printServer(doctrine, login)}
${printMappings(doctrine, login, ":'odoo_password'")}
${printTables(doctrine)}
commit;
select ops.refresh_odoo_project_summary();
`;
}

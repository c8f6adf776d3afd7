/** What is there of the way to Odoo's database on our side, and what is missing. */
import { foreignReaders, foreignTables } from '../doctrine/foreign.ts';
import type { Doctrine } from '../doctrine/load.ts';
import type { MigrationClient } from '../postgres/migrate.ts';
import { quoteText } from '../quote.ts';
import type { OdooLogin } from './odoo-login.ts';
import { serverOf, serverOptions } from './our-side.ts';

type Described = Pick<Doctrine, 'foreign' | 'agents' | 'oauthClients'>;

/** The state of it. */
export interface FdwState {
  /** What is there, one sentence each. */
  readonly found: readonly string[];
  /** What is missing or otherwise than it should be. */
  readonly missing: readonly string[];
}

interface Relations {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Asks the catalog alone, and nothing of Odoo. @param client The owner of our database. */
export async function readFdwState(
  client: Pick<MigrationClient, 'query'>,
  doctrine: Described,
  login: OdooLogin,
): Promise<FdwState> {
  const server = serverOf(doctrine);
  const read = async <Row>(sql: string) => (await client.query(sql)) as unknown as readonly Row[];
  const [options] = await read<{ options: string[] }>(
    `select coalesce(s.srvoptions, '{}') as options from pg_catalog.pg_foreign_server s where s.srvname = ${quoteText(server)}`,
  );
  if (!options) return { found: [], missing: [`the foreign server ${server}: run \`tripoint odoo fdw --apply\``] };
  const mapped = await read<{ role: string }>(
    `select m.usename::text as role from pg_catalog.pg_user_mappings m where m.srvname = ${quoteText(server)}`,
  );
  const [owner] = await read<{ role: string }>('select current_user::text as role');
  const relations = await read<Relations>(RELATIONS_SQL);
  const [summary] = await read<{ isFilled: boolean }>(SUMMARY_SQL);
  const checks = [
    ...checkOptions(server, options.options, login),
    ...[owner?.role ?? '', ...foreignReaders(doctrine)].map((role) =>
      say(
        mapped.some((mapping) => mapping.role === role),
        `${role} logs in to ${server}`,
      ),
    ),
    ...foreignTables(doctrine).map(({ name, columns }) => {
      const there = relations.find((relation) => relation.name === name)?.columns ?? [];
      const isWhole = [...columns].every(([column, type]) => there.includes(`${column} ${type}`));
      return say(isWhole, `${name} with ${columns.size} columns`);
    }),
    ...Object.keys(doctrine.foreign?.views ?? {}).map((name) =>
      say(
        relations.some((relation) => relation.name === name),
        name,
      ),
    ),
    say(summary?.isFilled === true, 'ops.odoo_project_summary was filled'),
  ];
  return {
    found: checks.flatMap(({ isThere, what }) => (isThere ? [what] : [])),
    missing: checks.flatMap(({ isThere, what }) => (isThere ? [] : [what])),
  };
}

function checkOptions(server: string, options: readonly string[], login: OdooLogin): ReturnType<typeof say>[] {
  const wanted = [...serverOptions(login)].map(([name, value]) => `${name}=${value}`);
  const { host, port, database } = login;
  const isSame = wanted.every((option) => options.includes(option));
  return [
    say(isSame, `the foreign server ${server}, which leads to ${database} on ${host}:${port} and writes nothing`),
  ];
}

function say(isThere: boolean, what: string): { readonly isThere: boolean; readonly what: string } {
  return { isThere, what };
}

const RELATIONS_SQL = `
select n.nspname || '.' || c.relname as name, array(
    select a.attname || ' ' || format_type(a.atttypid, a.atttypmod) from pg_catalog.pg_attribute a
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns
from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'ops' and c.relkind in ('f', 'v')`;

const SUMMARY_SQL = `
select c.relispopulated as "isFilled" from pg_catalog.pg_class c where c.oid = to_regclass('ops.odoo_project_summary')`;

/** Wires out of a live database: foreign servers, their tables, who logs in by them, and who reads what they show. */
import { foreignReaders, foreignRelations, foreignTables } from '../doctrine/foreign.ts';
import type { Doctrine } from '../doctrine/load.ts';
import { SCHEMA_LIST } from '../schemas.ts';
import type { Query } from './database-live.ts';
import type { Finding } from './finding.ts';

interface LiveServer {
  readonly name: string;
  readonly wrapper: string;
  /** `updatable`, `truncatable` and the like, as `name=value`. */
  readonly options: readonly string[];
  /** Roles with usage of it, beside its owner. */
  readonly users: readonly string[];
}

interface LiveMapping {
  readonly server: string;
  readonly role: string;
  readonly isOwner: boolean;
}

interface LiveForeignTable {
  readonly name: string;
  readonly server: string;
  readonly remote: string;
  /** `name type`, by place; a column that shows another one says so behind that. */
  readonly columns: readonly string[];
  readonly options: readonly string[];
}

interface LiveReader {
  readonly name: string;
  readonly role: string;
  readonly privileges: readonly string[];
}

/** One finding for each that the doctrine does not say; none where there is no wire. */
export async function checkWires(query: Query, doctrine: Doctrine): Promise<Finding[]> {
  const read = async <Row>(sql: string) => (await query(sql)) as readonly Row[];
  const servers = await read<LiveServer>(SERVERS_SQL);
  const mappings = await read<LiveMapping>(MAPPINGS_SQL);
  const tables = await read<LiveForeignTable>(TABLES_SQL);
  const readers = await read<LiveReader>(readersSql(foreignRelations(doctrine)));
  return [
    ...servers.flatMap((server) => checkServer(server, doctrine)),
    ...mappings.flatMap((mapping) => checkMapping(mapping, doctrine)),
    ...tables.flatMap((table) => checkTable(table, doctrine)),
    ...readers.flatMap((reader) => checkReader(reader, doctrine)),
  ].map((message) => ({ rule: 'database/wire', message }));
}

function checkServer({ name, wrapper, options, users }: LiveServer, { foreign }: Doctrine): string[] {
  if (name !== foreign?.server || wrapper !== 'postgres_fdw')
    return [
      `The foreign server ${name} (${wrapper}) leads out of the database, and the doctrine has no such one: drop it`,
    ];
  return [
    ...(options.includes('updatable=false') && options.includes('truncatable=false')
      ? []
      : [
          `The foreign server ${name} may write: alter server ${name} options (set updatable 'false', set truncatable 'false')`,
        ]),
    ...users.map((role) => `${role} may use the foreign server ${name}, and make tables of its own there: revoke it`),
  ];
}

function checkMapping({ server, role, isOwner }: LiveMapping, doctrine: Doctrine): string[] {
  if (server !== doctrine.foreign?.server || isOwner || foreignReaders(doctrine).includes(role)) return [];
  return [
    `${role} logs in to the foreign server ${server}, which the doctrine does not say: drop user mapping for ${role}`,
  ];
}

function checkTable({ name, server, remote, columns, options }: LiveForeignTable, doctrine: Doctrine): string[] {
  const known = foreignTables(doctrine).find((table) => table.name === name);
  if (!known || server !== doctrine.foreign?.server)
    return [`The foreign table ${name} shows ${remote} of ${server}, which the doctrine does not say: drop it`];
  const wanted = new Set([...known.columns].map(([column, type]) => `${column} ${type}`));
  const stray = columns.filter((column) => !wanted.has(column));
  return [
    ...(remote === `public.${known.remote}`
      ? []
      : [`The foreign table ${name} shows ${remote}, and the doctrine says public.${known.remote}: drop it`]),
    ...(stray.length > 0
      ? [`The foreign table ${name} shows ${stray.join(', ')}, which the doctrine does not say: drop those columns`]
      : []),
    ...options
      .filter((option) => /^(updatable|truncatable)=(?!false$)/.test(option))
      .map((option) => `The foreign table ${name} may write (${option}): drop the option`),
  ];
}

function checkReader({ name, role, privileges }: LiveReader, doctrine: Doctrine): string[] {
  const more = privileges.filter((privilege) => privilege !== 'SELECT');
  if (foreignReaders(doctrine).includes(role))
    return more.length === 0 ? [] : [`${role} has ${more.join(', ')} on ${name}, which is read only: revoke it`];
  return [`${role} has ${privileges.join(', ')} on ${name}, past Odoo's record rules: revoke it`];
}

const SERVERS_SQL = `
select s.srvname::text as name, w.fdwname::text as wrapper, coalesce(s.srvoptions, '{}') as options,
  array(select distinct case when a.grantee = 0 then 'public' else a.grantee::regrole::text end
    from aclexplode(s.srvacl) a where a.grantee <> s.srvowner) as users
from pg_catalog.pg_foreign_server s join pg_catalog.pg_foreign_data_wrapper w on w.oid = s.srvfdw order by 1`;

/** The view, which anybody may read: the table itself holds passwords. */
const MAPPINGS_SQL = `
select m.srvname::text as server, m.usename::text as role, m.umuser = s.srvowner as "isOwner"
from pg_catalog.pg_user_mappings m join pg_catalog.pg_foreign_server s on s.oid = m.srvid order by 1, 2`;

const TABLES_SQL = `
select n.nspname || '.' || c.relname as name, s.srvname::text as server, coalesce(f.ftoptions, '{}') as options,
  coalesce((select substr(o, 13) from unnest(f.ftoptions) o where o like 'schema_name=%'), n.nspname) || '.'
    || coalesce((select substr(o, 12) from unnest(f.ftoptions) o where o like 'table_name=%'), c.relname) as remote,
  array(select a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
      || coalesce((select ' of ' || substr(o, 13) from unnest(a.attfdwoptions) o where o like 'column_name=%'), '')
    from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by a.attnum) as columns
from pg_catalog.pg_foreign_table f join pg_catalog.pg_class c on c.oid = f.ftrelid
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace join pg_catalog.pg_foreign_server s on s.oid = f.ftserver
order by 1`;

/** Whoever has a grant on a foreign table, or on one of the views of them, in whole or on a column. */
const readersSql = (names: readonly string[]) => `
with shown as (
  select c.oid, n.nspname || '.' || c.relname as name, c.relowner, c.relacl
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'f' or (n.nspname in (${SCHEMA_LIST}) and n.nspname || '.' || c.relname = any ('{${names.join(', ')}}'))
), granted as (
  select s.name, a.grantee, a.privilege_type from shown s, aclexplode(s.relacl) a where a.grantee <> s.relowner
  union
  select s.name, a.grantee, a.privilege_type
  from shown s join pg_catalog.pg_attribute t on t.attrelid = s.oid, aclexplode(t.attacl) a where a.grantee <> s.relowner
)
select name, case when grantee = 0 then 'public' else grantee::regrole::text end as role,
  array_agg(distinct privilege_type order by privilege_type) as privileges
from granted group by name, grantee order by 1, 2`;

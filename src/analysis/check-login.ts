/** What the login of Odoo's database may do there: it should read the columns of the doctrine, and write nothing. */
import { foreignTables } from '../doctrine/foreign.ts';
import type { Doctrine } from '../doctrine/load.ts';
import { quoteText } from '../quote.ts';
import { LARGE_OBJECTS } from './odoo-side.ts';

type Query = (text: string) => Promise<readonly Record<string, unknown>[]>;

/** What the login could write by, one sentence each; `case`, as Postgres asks conditions in any order. System catalogs let everybody see what they show. */
const WRITES_SQL = `
with me as (select r.* from pg_catalog.pg_roles r where r.rolname = current_user), ours as (
  select n.oid, n.nspname from pg_catalog.pg_namespace n where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
)
select 'is a superuser' as what from me where rolsuper
union all select 'may make roles' from me where rolcreaterole
union all select 'may make databases' from me where rolcreatedb
union all select 'may replicate' from me where rolreplication
union all select 'is above row-level security' from me where rolbypassrls
union all select 'is a member of ' || m.roleid::regrole from pg_catalog.pg_auth_members m, me where m.member = me.oid
union all select 'may create in the database' where has_database_privilege(current_database(), 'create')
union all select 'may make temporary tables' where has_database_privilege(current_database(), 'temporary')
union all select 'may create in the schema ' || nspname from ours where has_schema_privilege(oid, 'create')
union all select 'owns ' || o.nspname || '.' || c.relname from pg_catalog.pg_class c join ours o on o.oid = c.relnamespace, me
  where c.relowner = me.oid
union all select 'may write ' || o.nspname || '.' || c.relname from pg_catalog.pg_class c join ours o on o.oid = c.relnamespace
  where case when c.relkind in ('r', 'p', 'v', 'm', 'f') then (has_table_privilege(c.oid, 'insert, update, delete, truncate, references, trigger')
    or has_any_column_privilege(c.oid, 'insert, update, references')) end
union all select 'may move the sequence ' || o.nspname || '.' || c.relname from pg_catalog.pg_class c
  join ours o on o.oid = c.relnamespace where case when c.relkind = 'S' then has_sequence_privilege(c.oid, 'usage, update') end
union all select 'executes ' || p.oid::regprocedure || ' as its owner' from pg_catalog.pg_proc p join ours o on o.oid = p.pronamespace
  where p.prosecdef and has_schema_privilege(o.oid, 'usage') and has_function_privilege(p.oid, 'execute')
union all select 'may make large objects' where ${LARGE_OBJECTS.map((name) => `has_function_privilege(${quoteText(name)}, 'execute')`).join(' or ')}
union all select 'does not begin its transactions as read only' where current_setting('default_transaction_read_only') <> 'on'
order by 1`;

/** Views of extensions, such as pg_stat_statements, are no data of Odoo. */
const READS_SQL = `
select n.nspname || '.' || c.relname as table, a.attname::text as column
from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
where n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relkind in ('r', 'p', 'v', 'm', 'f')
  and has_schema_privilege(n.oid, 'usage') and has_column_privilege(c.oid, a.attnum, 'select')
  and not exists (select from pg_catalog.pg_depend d
    where d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
order by 1, 2`;

/**
 * @param query Runs a statement as the login, in Odoo's database.
 * @returns One sentence for each thing that is too much or too little; none where all is as it should be.
 */
export async function checkLogin(query: Query, doctrine: Pick<Doctrine, 'foreign'>): Promise<string[]> {
  const writes = (await query(WRITES_SQL)).map(({ what }) => `the login ${what}`);
  const read = (await query(READS_SQL)).map(({ table, column }) => `${table}.${column}`);
  const wanted = foreignTables(doctrine).flatMap(({ remote, columns }) =>
    [...columns.keys()].map((column) => `public.${remote}.${column}`),
  );
  const more = read.filter((name) => !wanted.includes(name));
  const less = wanted.filter((name) => !read.includes(name));
  return [
    ...writes,
    ...(more.length > 0 ? [`the login reads ${shorten(more)}, which the doctrine does not say`] : []),
    ...(less.length > 0 ? [`the login does not read ${shorten(less)}`] : []),
  ];
}

const NAMED = 5;

function shorten(names: readonly string[]): string {
  const rest = names.length - NAMED;
  return rest <= 0 ? names.join(', ') : `${names.slice(0, NAMED).join(', ')} and ${rest} more columns`;
}

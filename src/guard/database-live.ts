/** What a live database says of its roles, grants, functions, policies and triggers: one statement each. */
import { GATEWAY_LOGIN } from '../doctrine/actors.ts';
import { rolesOf } from '../doctrine/grants.ts';
import type { Doctrine } from '../doctrine/load.ts';
import { quoteText } from '../quote.ts';
import { SCHEMA_LIST } from '../schemas.ts';

/** Runs one statement; its rows. */
export type Query = (sql: string) => Promise<readonly Record<string, unknown>[]>;

/** A role of ours, or the gateway's login. */
export interface LiveRole {
  readonly name: string;
  /** Among `superuser`, `bypassrls`, `login`, `inherit`, `createrole`, `createdb`, `replication`. */
  readonly attributes: readonly string[];
  /** Roles that it may become. */
  readonly memberOf: readonly string[];
}

/** A table or view of ours. */
export interface LiveTable {
  readonly name: string;
  readonly isView: boolean;
  readonly isMaterialized: boolean;
  readonly isPartition: boolean;
  readonly hasRowSecurity: boolean;
  readonly isInvoker: boolean;
  /** Roles with any grant of their own on it, by name; `public` among them. */
  readonly grantees: readonly string[];
  /** What its row and statement triggers stand before or after, e.g. `UPDATE by ops.refuse_change`. */
  readonly triggers: readonly string[];
}

/** One privilege that a role has on a table: on all of it, or on some columns. */
export interface LiveGrant {
  readonly role: string;
  readonly table: string;
  readonly privilege: string;
  /** Null for the whole table. */
  readonly columns: readonly string[] | null;
}

/** A function of ours. */
export interface LiveFunction {
  readonly name: string;
  readonly signature: string;
  readonly isDefiner: boolean;
  /** As it is set; null where it is not. */
  readonly searchPath: string | null;
  /** Roles that may execute it; `public` among them. */
  readonly executors: readonly string[];
}

/** A policy of row-level security. */
export interface LivePolicy {
  readonly table: string;
  readonly name: string;
  readonly isPermissive: boolean;
  readonly roles: readonly string[];
  /** `SELECT`, `INSERT`, `UPDATE`, `DELETE` or `ALL`. */
  readonly command: string;
  readonly using: string | null;
  readonly check: string | null;
}

/** All of it. */
export interface LiveDatabase {
  readonly roles: readonly LiveRole[];
  readonly schemas: readonly { schema: string; role: string; usage: boolean; create: boolean }[];
  readonly tables: readonly LiveTable[];
  readonly grants: readonly LiveGrant[];
  readonly functions: readonly LiveFunction[];
  readonly policies: readonly LivePolicy[];
  readonly defaults: readonly { schema: string; role: string; what: string }[];
}

/** Reads it as it is now; a role that is not there has no row. */
export async function readDatabase(query: Query, doctrine: Doctrine): Promise<LiveDatabase> {
  const names = [GATEWAY_LOGIN, ...rolesOf(doctrine).values()].map(quoteText);
  const roles = `(select r.oid, r.rolname::text as name from pg_catalog.pg_roles r where r.rolname in (${names.join(', ')}))`;
  const read = async <Row>(sql: string) => (await query(sql)) as readonly Row[];
  // One after another: the connection may be the only one.
  return {
    roles: await read<LiveRole>(rolesSql(roles)),
    schemas: await read(schemasSql(roles)),
    tables: await read<LiveTable>(TABLES_SQL),
    grants: await read<LiveGrant>(grantsSql(roles)),
    functions: await read<LiveFunction>(functionsSql(roles)),
    policies: await read<LivePolicy>(POLICIES_SQL),
    defaults: await read(DEFAULTS_SQL),
  };
}

const rolesSql = (roles: string) => `
select r.name,
  array_remove(array[
    case when p.rolsuper then 'superuser' end, case when p.rolbypassrls then 'bypassrls' end,
    case when p.rolcanlogin then 'login' end, case when p.rolinherit then 'inherit' end,
    case when p.rolcreaterole then 'createrole' end, case when p.rolcreatedb then 'createdb' end,
    case when p.rolreplication then 'replication' end], null) as attributes,
  array(select distinct m.roleid::regrole::text from pg_catalog.pg_auth_members m where m.member = r.oid order by 1) as "memberOf"
from ${roles} r join pg_catalog.pg_roles p on p.oid = r.oid order by r.name`;

const schemasSql = (roles: string) => `
select n.nspname::text as schema, r.name as role, has_schema_privilege(r.oid, n.oid, 'usage') as usage,
  has_schema_privilege(r.oid, n.oid, 'create') as create
from pg_catalog.pg_namespace n, ${roles} r where n.nspname in (${SCHEMA_LIST}, 'tripoint') order by 1, 2`;

/** Bits of tgtype: 4 INSERT, 8 DELETE, 16 UPDATE, 32 TRUNCATE. */
const TABLES_SQL = `
select n.nspname || '.' || c.relname as name, c.relkind in ('v', 'm') as "isView", c.relkind = 'm' as "isMaterialized",
  c.relispartition as "isPartition",
  c.relrowsecurity as "hasRowSecurity", coalesce('security_invoker=true' = any (c.reloptions), false) as "isInvoker",
  array(select distinct case when a.grantee = 0 then 'public' else a.grantee::regrole::text end
    from aclexplode(c.relacl) a where a.grantee <> c.relowner
    union
    select distinct case when a.grantee = 0 then 'public' else a.grantee::regrole::text end
    from pg_catalog.pg_attribute t, aclexplode(t.attacl) a where t.attrelid = c.oid and a.grantee <> c.relowner) as grantees,
  array(select e.event || ' by ' || f.pronamespace::regnamespace || '.' || f.proname
    from pg_catalog.pg_trigger t join pg_catalog.pg_proc f on f.oid = t.tgfoid,
      (values (8, 'DELETE'), (16, 'UPDATE'), (32, 'TRUNCATE')) e (bit, event)
    where t.tgrelid = c.oid and not t.tgisinternal and t.tgenabled in ('O', 'A') and t.tgtype::int & e.bit > 0) as triggers
from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where n.nspname in (${SCHEMA_LIST}) and c.relkind in ('r', 'p', 'v', 'm', 'f') order by 1`;

const grantsSql = (roles: string) => `
with tables as (
  select c.oid, n.nspname || '.' || c.relname as name
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where n.nspname in (${SCHEMA_LIST}) and c.relkind in ('r', 'p', 'v', 'm', 'f') and not c.relispartition
), whole as (
  select r.name as role, t.name as table, p.privilege, null::text[] as columns
  from tables t, ${roles} r,
    unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) p (privilege)
  where has_table_privilege(r.oid, t.oid, p.privilege)
), parts as (
  select r.name as role, t.name as table, p.privilege, array_agg(a.attname::text order by a.attnum) as columns
  from tables t, ${roles} r, unnest(array['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']) p (privilege), pg_catalog.pg_attribute a
  where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
    and not has_table_privilege(r.oid, t.oid, p.privilege) and has_column_privilege(r.oid, t.oid, a.attnum, p.privilege)
  group by 1, 2, 3
)
select * from whole union all select * from parts order by 2, 1, 3`;

const functionsSql = (roles: string) => `
select n.nspname || '.' || p.proname as name, p.oid::regprocedure::text as signature, p.prosecdef as "isDefiner",
  (select c from unnest(p.proconfig) c where c like 'search_path=%') as "searchPath",
  array(select r.name from ${roles} r where has_function_privilege(r.oid, p.oid, 'execute') order by 1)
    || array(select 'public' from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0) as executors
from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
where n.nspname in (${SCHEMA_LIST}) order by 1, 2`;

const POLICIES_SQL = `
select schemaname || '.' || tablename as table, policyname::text as name, permissive = 'PERMISSIVE' as "isPermissive",
  roles::text[] as roles, cmd as command, qual as using, with_check as check
from pg_catalog.pg_policies where schemaname in (${SCHEMA_LIST}) order by 1, 2`;

const DEFAULTS_SQL = `
select coalesce(n.nspname::text, 'every schema') as schema,
  case when a.grantee = 0 then 'public' else a.grantee::regrole::text end as role, lower(a.privilege_type) as what
from pg_catalog.pg_default_acl d join pg_catalog.pg_namespace n on n.oid = d.defaclnamespace, aclexplode(d.defaclacl) a
where n.nspname in (${SCHEMA_LIST}) and a.grantee <> d.defaclrole order by 1, 2, 3`;

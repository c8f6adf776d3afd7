/**
 * Row-level security over all schemas of a database, `public` first: which are exposed, and whether each table that a viewer
 * reaches is behind policies. Tables of the doctrine have rules of their own; what belongs to Postgres or the platform is left out.
 */
import { rolesOf } from '../doctrine/grants.ts';
import type { Doctrine } from '../doctrine/load.ts';
import { quoteText } from '../quote.ts';
import { foreignSchemas } from './database-exposed.ts';
import type { Query } from './database-live.ts';
import type { Finding } from './finding.ts';

interface ForeignTable {
  readonly name: string;
  readonly hasRowSecurity: boolean;
  readonly policies: number;
  /** Roles with a grant on it, by the schema that they may use. */
  readonly grantees: readonly string[];
  /** Roles that may use its schema. */
  readonly users: readonly string[];
}

/** What PostgREST must not show: schemas of Postgres and of the platform, and the gateway's own list of migrations. */
const PRIVATE =
  /^(pg_\w+|information_schema|auth|vault|cron|net|extensions|pgbouncer|pgsodium\w*|realtime|supabase_functions|supabase_migrations|tripoint)$/;
/** Not asked about: the service may see all. */
const SERVICE = 'service_role';

/** One finding for each schema and table that is open. */
export async function checkSecurity(query: Query, doctrine: Doctrine): Promise<Finding[]> {
  const names = [...rolesOf(doctrine).values()].filter((name) => name !== SERVICE);
  const roles = `array[${names.map(quoteText).join(', ')}]::text[]`;
  const tables = (await query(tablesSql(roles))) as unknown as readonly ForeignTable[];
  const exposed = await query(EXPOSED_SQL);
  const creators = await query(creatorsSql(roles));
  return [
    ...exposed.flatMap(({ schemas }) => checkExposedSchemas(String(schemas))),
    ...creators.map(({ schema, role }) =>
      finding(
        'schema-create',
        `${role} may create in the schema ${schema}: revoke create on schema ${schema} from public, ${role}`,
      ),
    ),
    ...tables.flatMap(checkTable),
  ];
}

/** `public, work` of PostgREST's setting. */
function checkExposedSchemas(setting: string): Finding[] {
  return setting
    .split(',')
    .map((name) => name.trim().replace(/^"|"$/g, ''))
    .filter((name) => PRIVATE.test(name))
    .map((name) => finding('schema-exposed', `PostgREST exposes the schema ${name}: take it out of pgrst.db_schemas`));
}

function checkTable({ name, hasRowSecurity, policies, grantees, users }: ForeignTable): Finding[] {
  const unused =
    policies > 0 ? `, so that its ${policies} ${policies === 1 ? 'policy does' : 'policies do'} nothing` : '';
  if (!hasRowSecurity && users.length > 0)
    return [
      finding(
        'foreign-rls-off',
        `Row-level security is off on ${name}, in a schema that ${users.join(', ')} may use${unused}: alter table ${name} enable row level security`,
      ),
    ];
  if (hasRowSecurity && policies === 0 && grantees.length > 0)
    return [
      finding(
        'foreign-policy-missing',
        `${name} has no policy, and a grant to ${grantees.join(', ')}: write one, or revoke the grant`,
      ),
    ];
  return [];
}

function finding(rule: string, message: string): Finding {
  return { rule: `database/${rule}`, message };
}

const tablesSql = (roles: string) => `
select n.nspname || '.' || c.relname as name, c.relrowsecurity as "hasRowSecurity",
  (select count(*)::int from pg_catalog.pg_policy p where p.polrelid = c.oid and p.polpermissive) as policies,
  array(
    select r.name from unnest(${roles}) r (name) join pg_catalog.pg_roles g on g.rolname = r.name
    where has_schema_privilege(g.oid, n.oid, 'usage')
      and (has_table_privilege(g.oid, c.oid, 'select, insert, update, delete, truncate')
        or has_any_column_privilege(g.oid, c.oid, 'select, insert, update'))
    order by 1
  ) as grantees,
  array(
    select r.name from unnest(${roles}) r (name) join pg_catalog.pg_roles g on g.rolname = r.name
    where has_schema_privilege(g.oid, n.oid, 'usage') order by 1
  ) as users
from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where ${foreignSchemas('c.relowner')} and c.relkind in ('r', 'p')
  and not exists (
    select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_class'::regclass and d.objid = c.oid and d.deptype = 'e'
  )
order by 1`;

/** What Supabase sets for PostgREST, for this database or for all. */
const EXPOSED_SQL = `
select substr(s.setting, length('pgrst.db_schemas=') + 1) as schemas
from pg_catalog.pg_db_role_setting d join pg_catalog.pg_roles r on r.oid = d.setrole, unnest(d.setconfig) s (setting)
where r.rolname = 'authenticator' and s.setting like 'pgrst.db\\_schemas=%'
  and d.setdatabase in (0, (select b.oid from pg_catalog.pg_database b where b.datname = current_database()))`;

const creatorsSql = (roles: string) => `
select n.nspname::text as schema, r.name as role
from pg_catalog.pg_namespace n, unnest(${roles}) r (name) join pg_catalog.pg_roles g on g.rolname = r.name
where n.nspname = 'public' and has_schema_privilege(g.oid, n.oid, 'create')
order by 1, 2`;

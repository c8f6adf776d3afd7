/** Tenants in a live database: each table below a project says whose its rows are, and shows them to that tenant alone. */
import type { Query } from './database-live.ts';
import type { Finding } from './finding.ts';

/** A table that foreign keys lead from to `ops.projects`, over however many others. */
export interface TableBelow {
  readonly name: string;
  readonly columns: readonly string[];
  /** Roles that read it, the service apart. */
  readonly readers: readonly TableReader[];
}

interface TableReader {
  readonly role: string;
  /** What its policies show it, one of them being enough. */
  readonly shown: readonly string[];
  /** What policies that restrict let through, each of them. */
  readonly kept: readonly string[];
}

/** Archives are of the whole ledger, and approvals of archives too: no person reads them. */
const OF_ALL_TENANTS = new Set(['ops.archives']);
/** A user's own projects are those of its tenant. */
const BY_PROJECT = /^(?!.*\bOR\b).*\bmy_project_ids\(/s;
const FROM_CLAIMS = String.raw`\s+FROM \( SELECT current_setting\('request\.jwt\.claims'::text, true\) AS claims\) c\)`;
const TENANT = String.raw`\(\(?\(NULLIF\(c\.claims, ''::text\)\)::jsonb #>> '\{app_metadata,client_id\}'::text\[\]\)`;
const NO_TENANT = String.raw`\( SELECT \(COALESCE\(\(\(NULLIF\(c\.claims, ''::text\)\)::jsonb ->> 'sub'::text\), ${TENANT}\) IS NULL\)[^()]*${FROM_CLAIMS}`;
const OWN_TENANT = String.raw`\(?tenant_id = \( SELECT COALESCE\(${TENANT}, ''::text\)[^()]*${FROM_CLAIMS}\)?`;
/** As `ops.keep_tenants_apart` writes them: the rows of the token's tenant, all where an agent's names none, or both. */
const KEEPS_APART = new RegExp(`^\\(*(${OWN_TENANT}|${NO_TENANT}( OR ${OWN_TENANT})?)\\)*$`, 's');

/** One finding for each role to which a table shows rows of one tenant by a token of another. */
export async function checkTenants(query: Query): Promise<Finding[]> {
  const tables = await readTablesBelow(query);
  return tables
    .filter(({ name }) => !OF_ALL_TENANTS.has(name))
    .flatMap(({ name, columns, readers }) => {
      if (!columns.includes('tenant_id')) return [finding(`${name} is below ops.projects and has no tenant_id`)];
      return readers
        .filter(
          ({ shown, kept }) => !shown.every((by) => BY_PROJECT.test(by)) && !kept.some((by) => KEEPS_APART.test(by)),
        )
        .map(({ role }) =>
          finding(`${name} shows ${role} every tenant by any token: apply the grants of the doctrine`),
        );
    });
}

/** By name; partitions are read through their table. */
export async function readTablesBelow(query: Query): Promise<readonly TableBelow[]> {
  return (await query(BELOW_SQL)) as unknown as readonly TableBelow[];
}

function finding(message: string): Finding {
  return { rule: 'database/tenant', message: `${message}, see docs/tenants.md` };
}

const policiesOf = (kind: string) => `array(
  select pg_get_expr(p.polqual, p.polrelid) from pg_catalog.pg_policy p
  where p.polrelid = c.oid and ${kind} and p.polcmd in ('r', '*') and p.polroles && array[g.grantee, 0::oid] order by p.polname)`;

const BELOW_SQL = `
with recursive below (oid) as (
  select c.oid from pg_catalog.pg_class c where c.oid = to_regclass('ops.projects')
  union
  select f.conrelid from pg_catalog.pg_constraint f join below b on f.confrelid = b.oid where f.contype = 'f'
)
select n.nspname || '.' || c.relname as name,
  array(select a.attname::text from pg_catalog.pg_attribute a
    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped order by 1) as columns,
  coalesce((
    select jsonb_agg(jsonb_build_object('role', coalesce(r.rolname, 'public'), 'shown', ${policiesOf('p.polpermissive')},
      'kept', ${policiesOf('not p.polpermissive')}) order by r.rolname)
    from pg_catalog.aclexplode(c.relacl) g left join pg_catalog.pg_roles r on r.oid = g.grantee
    where g.privilege_type = 'SELECT' and g.grantee <> c.relowner and r.rolname is distinct from 'service_role'
  ), '[]') as readers
from below b join pg_catalog.pg_class c on c.oid = b.oid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where not c.relispartition
order by 1`;

/**
 * Schemas beside ours that PostgREST may expose, `public` first: what in them shows rows of ours past their locks.
 *
 * A view reads as its owner unless it says otherwise, a SECURITY DEFINER function always does, and a materialized view
 * or a child of a table has rows of its own. Which schemas are exposed is a setting of PostgREST: each that a viewer
 * may use counts.
 */
import { rolesOf } from '../doctrine/grants.ts';
import type { Doctrine } from '../doctrine/load.ts';
import { quoteText } from '../quote.ts';
import { SCHEMA_LIST, SCHEMA_PATTERN } from '../schemas.ts';
import type { Query } from './database-live.ts';
import type { Finding } from './finding.ts';

interface ExposedRelation {
  readonly name: string;
  readonly kind: 'view' | 'materialized view' | 'table' | 'foreign table';
  readonly isInvoker: boolean;
  /** Relations of ours or of exposed schemas that it reads or inherits from. */
  readonly reads: readonly string[];
  /** Roles that may read it. */
  readonly readers: readonly string[];
}

interface ExposedFunction {
  readonly name: string;
  readonly signature: string;
  readonly isDefiner: boolean;
  readonly searchPath: string | null;
  readonly source: string;
  readonly executors: readonly string[];
}

const OURS = new RegExp(`^(${SCHEMA_PATTERN})\\.`);
const NAMED = new RegExp(`\\b(${SCHEMA_PATTERN})"?\\s*\\.\\s*"?(\\w+)`, 'i');
const IN_PATH = new RegExp(`\\b(${SCHEMA_PATTERN})\\b`);
/** Not asked about: the service may see all that is ours. */
const SERVICE = 'service_role';

/** One finding for each relation and function that shows what is ours. */
export async function checkExposed(query: Query, doctrine: Doctrine): Promise<Finding[]> {
  const names = [...rolesOf(doctrine).values()].filter((name) => name !== SERVICE);
  const roles = `array[${names.map(quoteText).join(', ')}]::text[]`;
  const read = async <Row>(sql: string) => (await query(sql)) as readonly Row[];
  const relations = await read<ExposedRelation>(relationsSql(roles));
  const functions = await read<ExposedFunction>(functionsSql(roles));
  const reaching = findReaching(relations, functions);
  return [
    ...relations
      .filter(({ name, isInvoker, readers }) => reaching.has(name) && !isInvoker && readers.length > 0)
      .map(({ name, kind, readers }) =>
        finding(`The ${kind} ${name} shows ${reaching.get(name)} to ${readers.join(', ')}, past its policies`),
      ),
    ...functions
      .filter(({ signature, isDefiner, executors }) => reaching.has(signature) && isDefiner && executors.length > 0)
      .map(({ signature, executors }) =>
        finding(`${signature}, SECURITY DEFINER, reaches ${reaching.get(signature)} for ${executors.join(', ')}`),
      ),
  ];
}

function finding(problem: string): Finding {
  return { rule: 'database/exposed', message: `${problem}: revoke it, or let it read as who asks` };
}

/** Relations by name and functions by signature → what of ours they reach, by themselves or through others. */
function findReaching(
  relations: readonly ExposedRelation[],
  functions: readonly ExposedFunction[],
): ReadonlyMap<string, string> {
  const reaching = new Map<string, string>();
  const words = new Map<string, string>();
  // A view that reads as the asker does so inside of another view too.
  const invokers = new Set(relations.filter(({ isInvoker }) => isInvoker).map(({ name }) => name));
  const shown = (name: string) => (invokers.has(name) ? undefined : reaching.get(name));
  const note = (key: string, name: string, what: string | undefined) => {
    if (what === undefined || reaching.has(key)) return false;
    reaching.set(key, what);
    words.set(name.split('.').at(-1) ?? name, what);
    return true;
  };
  for (let found = true; found; ) {
    const relation = relations.map(({ name, reads }) => note(name, name, reachOf(reads, shown)));
    const made = functions.map((each) => note(each.signature, each.name, saidBy(each, words)));
    found = [...relation, ...made].some(Boolean);
  }
  return reaching;
}

function reachOf(reads: readonly string[], shown: (name: string) => string | undefined): string | undefined {
  return reads.find(isOurs) ?? reads.map(shown).find((what) => what !== undefined);
}

function isOurs(name: string): boolean {
  return OURS.test(name);
}

/** What a body names: a name of ours, one that reaches ours, a schema of ours in its path, or what it puts together. */
function saidBy({ source, searchPath }: ExposedFunction, words: ReadonlyMap<string, string>): string | undefined {
  const text = source.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, '');
  const named = NAMED.exec(text);
  if (named) return `${named[1]}.${named[2]}`;
  const inPath = IN_PATH.exec(searchPath ?? '');
  if (inPath) return `the schema ${inPath[1]}`;
  const called = [...words].find(([word]) => new RegExp(`\\b${word}\\b`).test(text));
  if (called) return called[1];
  return /\bexecute\s+(?!on\b)/i.test(text) ? 'whatever SQL it puts together' : undefined;
}

/**
 * Leaves out what is Postgres's own, ours, or brought by an extension or the platform. In the platform's schemas, some of which
 * are exposed as well, only what our owner has put there is looked at.
 *
 * @param owner The column of who owns it.
 */
export const foreignSchemas = (owner: string) => `
  n.nspname !~ '^pg_' and n.nspname not in ('information_schema', ${SCHEMA_LIST}, 'tripoint')
  and (${owner} = (select o.nspowner from pg_catalog.pg_namespace o where o.nspname = 'ops')
    or n.nspname not in ('auth', 'storage', 'vault', 'extensions', 'cron', 'net', 'realtime', 'graphql', 'graphql_public',
      'pgbouncer', 'pgsodium', 'supabase_functions', 'supabase_migrations'))`;

const relationsSql = (roles: string) => `
select n.nspname || '.' || c.relname as name,
  case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'f' then 'foreign table' else 'table' end as kind,
  c.relkind = 'v' and coalesce(c.reloptions && array['security_invoker=true', 'security_invoker=on', 'security_invoker=1'], false)
    as "isInvoker",
  array(
    select distinct m.nspname || '.' || o.relname
    from pg_catalog.pg_rewrite w
    join pg_catalog.pg_depend d on d.classid = 'pg_catalog.pg_rewrite'::regclass and d.objid = w.oid
      and d.refclassid = 'pg_catalog.pg_class'::regclass and d.refobjid <> c.oid
    join pg_catalog.pg_class o on o.oid = d.refobjid join pg_catalog.pg_namespace m on m.oid = o.relnamespace
    where w.ev_class = c.oid
    union
    select m.nspname || '.' || o.relname from pg_catalog.pg_inherits i
    join pg_catalog.pg_class o on o.oid = i.inhparent join pg_catalog.pg_namespace m on m.oid = o.relnamespace
    where i.inhrelid = c.oid
  ) as reads,
  array(
    select r.name from unnest(${roles}) r (name) join pg_catalog.pg_roles p on p.rolname = r.name
    where has_schema_privilege(p.oid, n.oid, 'usage')
      and (has_table_privilege(p.oid, c.oid, 'select') or has_any_column_privilege(p.oid, c.oid, 'select'))
    order by 1
  ) as readers
from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where ${foreignSchemas('c.relowner')} and c.relkind in ('v', 'm', 'r', 'p', 'f')
order by 1`;

const functionsSql = (roles: string) => `
select n.nspname || '.' || p.proname as name, n.nspname || '.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')'
    as signature,
  p.prosecdef as "isDefiner", (select c from unnest(p.proconfig) c where c like 'search_path=%') as "searchPath",
  coalesce(pg_get_function_sqlbody(p.oid), p.prosrc) as source,
  array(
    select r.name from unnest(${roles}) r (name) join pg_catalog.pg_roles g on g.rolname = r.name
    where has_schema_privilege(g.oid, n.oid, 'usage') and has_function_privilege(g.oid, p.oid, 'execute')
    order by 1
  ) as executors
from pg_catalog.pg_proc p join pg_catalog.pg_namespace n on n.oid = p.pronamespace
where ${foreignSchemas('p.proowner')} and p.prokind in ('f', 'p')
  and not exists (select from pg_catalog.pg_depend d where d.classid = 'pg_catalog.pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
order by 1, 2`;

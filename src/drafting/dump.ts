/**
 * `migrations/schema.sql`: tables, views, sequences, constraints, indexes, triggers and policies as the migrations leave
 * them, so that a reviewer sees what a migration changes. Read from the catalog by statements of ours, in an order that
 * nothing but the names decides: PGlite and every PostgreSQL give the same text. Functions have files of their own; grants
 * stand in the newest `…_doctrine_grants.sql`; partitions come and go with the months, and are left out.
 */
import type { MigrationClient } from '../postgres/migrate.ts';
import { quoteText } from '../quote.ts';
import { SCHEMA_LIST } from '../schemas.ts';

const HEADING = `-- Written by \`tripoint migrate --mirror\`: never edited, never applied. What the migrations leave of tables and all that
-- stands on them, by name. Functions: migrations/functions. Grants: the newest …_doctrine_grants.sql.`;

/** Tables and views of ours, with which every other statement joins. */
const RELATIONS = `(select c.oid, n.nspname || '.' || c.relname as name, c.relkind, c.relrowsecurity, c.relforcerowsecurity,
    c.reloptions, pg_get_partkeydef(c.oid) as partition_key, obj_description(c.oid, 'pg_class') as comment
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
  where n.nspname in (${SCHEMA_LIST}) and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition)`;

const RELATIONS_SQL = `select r.name, r.relkind in ('v', 'm') as "isView", r.relkind = 'm' as "isMaterialized", r.relrowsecurity as "hasRowSecurity",
  array_to_string(r.reloptions, ', ') as options, r.partition_key as "partitionKey", r.comment,
  case when r.relkind in ('v', 'm') then pg_get_viewdef(r.oid) end as view
from ${RELATIONS} r order by r.name collate "C"`;

const COLUMNS_SQL = `select r.name as relation, a.attname::text as name, format_type(a.atttypid, a.atttypmod) as type,
  a.attnotnull as "isRequired", a.attidentity <> '' as "isIdentity", a.attgenerated <> '' as "isGenerated",
  case when a.attcollation <> t.typcollation then l.collname end::text as collation,
  pg_get_expr(d.adbin, d.adrelid) as expression, col_description(r.oid, a.attnum) as comment
from ${RELATIONS} r join pg_catalog.pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
  join pg_catalog.pg_type t on t.oid = a.atttypid
  left join pg_catalog.pg_collation l on l.oid = a.attcollation
  left join pg_catalog.pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
order by r.name collate "C", a.attname collate "C"`;

/** From PostgreSQL 18 on, "not null" is a constraint of its own too. */
const CONSTRAINTS_SQL = `select r.name as relation, k.conname::text as name, pg_get_constraintdef(k.oid) as definition
from ${RELATIONS} r join pg_catalog.pg_constraint k on k.conrelid = r.oid
where k.contype in ('p', 'u', 'f', 'c', 'x') order by r.name collate "C", k.contype, k.conname collate "C"`;

const INDEXES_SQL = `select r.name as relation, pg_get_indexdef(i.indexrelid) as definition
from ${RELATIONS} r join pg_catalog.pg_index i on i.indrelid = r.oid
where not exists (select from pg_catalog.pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
order by r.name collate "C", pg_get_indexdef(i.indexrelid) collate "C"`;

const TRIGGERS_SQL = `select r.name as relation, pg_get_triggerdef(t.oid) as definition
from ${RELATIONS} r join pg_catalog.pg_trigger t on t.tgrelid = r.oid where not t.tgisinternal
order by r.name collate "C", t.tgname collate "C"`;

const POLICIES_SQL = `select r.name as relation, p.polname::text as name, p.polpermissive as "isPermissive",
  case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end as command,
  array(select case when o.role = 0 then 'public' else o.role::regrole::text end from unnest(p.polroles) o (role) order by 1) as roles,
  pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as check
from ${RELATIONS} r join pg_catalog.pg_policy p on p.polrelid = r.oid order by r.name collate "C", p.polname collate "C"`;

/** Those of identity columns belong to their columns. */
const SEQUENCES_SQL = `select s.schemaname || '.' || s.sequencename as name, s.data_type::text as type
from pg_catalog.pg_sequences s where s.schemaname in (${SCHEMA_LIST}) order by s.schemaname collate "C", s.sequencename collate "C"`;

interface Relation {
  readonly name: string;
  readonly isView: boolean;
  readonly isMaterialized: boolean;
  readonly hasRowSecurity: boolean;
  readonly options: string | null;
  readonly partitionKey: string | null;
  readonly comment: string | null;
  readonly view: string | null;
}
interface Column {
  readonly relation: string;
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly isIdentity: boolean;
  readonly isGenerated: boolean;
  readonly collation: string | null;
  readonly expression: string | null;
  readonly comment: string | null;
}
interface Defined {
  readonly relation: string;
  readonly definition: string;
}
interface Policy {
  readonly relation: string;
  readonly name: string;
  readonly isPermissive: boolean;
  readonly command: string;
  readonly roles: readonly string[];
  readonly using: string | null;
  readonly check: string | null;
}

/** @param client A database that the migrations have made. @returns The file's text. */
export async function dumpSchema(client: MigrationClient): Promise<string> {
  const read = async <Row>(sql: string) => (await client.query(sql)) as unknown as readonly Row[];
  // One after another: the connection may be the only one.
  const relations = await read<Relation>(RELATIONS_SQL);
  const columns = await read<Column>(COLUMNS_SQL);
  const constraints = await read<Defined & { name: string }>(CONSTRAINTS_SQL);
  const stood = [...(await read<Defined>(INDEXES_SQL)), ...(await read<Defined>(TRIGGERS_SQL))];
  const policies = await read<Policy>(POLICIES_SQL);
  const sequences = await read<{ name: string; type: string }>(SEQUENCES_SQL);
  const parts = relations.map((relation) => {
    const own = <Row extends { relation: string }>(rows: readonly Row[]) =>
      rows.filter((row) => row.relation === relation.name);
    return [
      relation.isView ? printView(relation) : printTable(relation, own(columns), own(constraints)),
      ...printComments(relation, own(columns)),
      ...own(stood).map(({ definition }) => `${definition};`),
      ...own(policies).map(printPolicy),
    ].join('\n');
  });
  return `${[HEADING, sequences.map(({ name, type }) => `create sequence ${name} as ${type};`).join('\n'), ...parts].join('\n\n')}\n`;
}

function printTable(
  { name, hasRowSecurity, partitionKey }: Relation,
  columns: readonly Column[],
  constraints: readonly (Defined & { name: string })[],
): string {
  const lines = [
    ...columns.map(printColumn),
    ...constraints.map((constraint) => `constraint ${constraint.name} ${constraint.definition}`),
  ];
  const partitioned = partitionKey === null ? '' : ` partition by ${partitionKey}`;
  const table = `create table ${name} (\n  ${lines.join(',\n  ')}\n)${partitioned};`;
  return hasRowSecurity ? `${table}\nalter table ${name} enable row level security;` : table;
}

function printColumn({ name, type, isRequired, isIdentity, isGenerated, collation, expression }: Column): string {
  const words = [
    name,
    type,
    ...(collation === null ? [] : [`collate "${collation}"`]),
    ...(isRequired ? ['not null'] : []),
    ...(isIdentity ? ['generated as identity'] : []),
    ...(expression === null ? [] : [isGenerated ? `generated always as (${expression})` : `default ${expression}`]),
  ];
  return words.join(' ');
}

function printView({ name, isMaterialized, options, view }: Relation): string {
  return `create ${isMaterialized ? 'materialized ' : ''}view ${name}${options ? ` with (${options})` : ''} as\n${view ?? ''}`;
}

function printComments({ name, isView, isMaterialized, comment }: Relation, columns: readonly Column[]): string[] {
  const kind = isMaterialized ? 'materialized view' : isView ? 'view' : 'table';
  return [
    ...(comment === null ? [] : [`comment on ${kind} ${name} is ${quoteText(comment)};`]),
    ...columns.flatMap((column) =>
      column.comment === null ? [] : [`comment on column ${name}.${column.name} is ${quoteText(column.comment)};`],
    ),
  ];
}

function printPolicy({ relation, name, isPermissive, command, roles, using, check }: Policy): string {
  const kind = isPermissive ? '' : ' as restrictive';
  const conditions = `${using === null ? '' : ` using (${using})`}${check === null ? '' : ` with check (${check})`}`;
  return `create policy ${name} on ${relation}${kind} for ${command} to ${roles.join(', ')}${conditions};`;
}

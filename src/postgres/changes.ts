/** Reads of what changed past a cursor, for subscriptions: one statement a batch, whose rows carry records as JSON text. */
import type { Condition } from '../plan/condition.ts';
import type { ObjectPlan } from '../plan/plan.ts';
import { quoteName } from '../quote.ts';
import { FOLLOW_LIMIT, type Rendered } from './follow.ts';
import { createSql, type Sql } from './sql.ts';
import { concat, finish, renderObject, type Statement } from './statement.ts';
import { compileCondition } from './where.ts';

/** What changes: rows of a table with the columns `changed_in` and `id`, and an index over both within the scope. */
export interface ChangeSource {
  readonly table: string;
  /** Null for all rows. */
  readonly scope: ChangeScope | null;
}

/** The rows whose `column` is `id`, for as long as the viewer sees the row `id` of `table`. */
export interface ChangeScope {
  readonly table: string;
  readonly column: string;
  readonly id: string;
}

/** A place among changes: the transaction that made one, and the row. */
export interface ChangePosition {
  readonly xid: string;
  readonly id: string;
  /** The snapshot of the beginning: its changes count as known, whatever their place. */
  readonly known?: string;
}

/** What `compileChanges` answers. */
export interface ChangesAnswer {
  /** `xmin:xmax:…`: no transaction has the number `xmax` yet. */
  readonly snapshot: string;
  /** Changes of every transaction before this one can be read. */
  readonly horizon: string;
  /** Whether there are changes that cannot be read yet. */
  readonly isPending: boolean;
  /** Whether the viewer sees what the scope is about. */
  readonly isVisible: boolean;
  /** Transaction, row, and the row's record for each of the objects. */
  readonly rows: readonly (readonly [xid: string, id: string, ...records: string[]])[];
}

const SNAPSHOT = 'pg_current_snapshot()';
const XMAX = `pg_snapshot_xmax(${SNAPSHOT})`;
/**
 * The oldest transaction under way that may write our tables. It is in this database, as a transaction writes in one only.
 * One that is not to be found among the processes is taken for one of ours: it has just ended, or was prepared.
 */
const WITH_HORIZON = `with database as (select oid from pg_catalog.pg_database where datname = current_database()),
horizon as materialized (select coalesce((
  select x from pg_snapshot_xip(${SNAPSHOT}) x
  where not exists (select from pg_catalog.pg_stat_get_activity(null) a where a.backend_xid = x::xid and a.datid <> (select oid from database))
    and not exists (select from pg_catalog.pg_prepared_xact() p where p.transaction = x::xid and p.dbid <> (select oid from database))
  order by x limit 1), ${XMAX}) as xid)`;
const HORIZON = '(select xid from horizon)';

/**
 * The rows changed after a position, as their latest changes left them.
 *
 * Ordered by transaction, and only those before the oldest that is still under way in this database: any other could yet be followed by a
 * change with a lower number, which a reader past it would never see.
 */
export function compileChanges(
  { table, scope }: ChangeSource,
  objects: readonly ObjectPlan[],
  { after, condition }: { after: ChangePosition; condition: Condition | null },
  rendered: Rendered,
): Statement {
  const sql = createSql();
  const [row, inner] = [sql.alias(), sql.alias()];
  const records = objects.map(
    (object) => `',', to_json((${concat(renderObject({ ...rendered, sql }, object, row))})::text)`,
  );
  const cells = [`'["', ${row}.changed_in::text, '","', ${row}.id, '"'`, ...records, `']'`].join(', ');
  const past = `(${inner}.changed_in, ${inner}.id) > (${sql.bind(after.xid)}::xid8, ${sql.bind(after.id)}::uuid)`;
  const known = after.known
    ? ` and not pg_visible_in_snapshot(${inner}.changed_in, ${sql.bind(after.known)}::pg_snapshot)`
    : '';
  const filter = condition ? ` and ${compileCondition(sql, condition, inner)}` : '';
  const scopeId = scope && sql.bind(scope.id);
  const within = scope ? ` and ${inner}.${quoteName(scope.column)} = ${scopeId}::uuid` : '';
  const rows = `(select string_agg(concat(${cells}), ',') from (select ${inner}.* from ${table} ${inner} where ${past} and ${inner}.changed_in < ${HORIZON}${within}${known}${filter} order by ${inner}.changed_in, ${inner}.id limit ${FOLLOW_LIMIT}) ${row})`;
  const text = `${WITH_HORIZON} select concat('{', ${horizon({ table, scope }, scopeId)}, ',"rows":[', ${rows}, ']}')`;
  return { text, ...finish(sql) };
}

/** The same answer without rows: where changes begin from now on. */
export function compileChangesStart(source: ChangeSource): Statement {
  const sql: Sql = createSql();
  const scopeId = source.scope && sql.bind(source.scope.id);
  return { text: `${WITH_HORIZON} select concat('{', ${horizon(source, scopeId)}, ',"rows":[]}')`, values: sql.values };
}

function horizon({ table, scope }: ChangeSource, scopeId: string | null): string {
  const within = scope ? ` and ${quoteName(scope.column)} = ${scopeId}::uuid` : '';
  const pending = `exists (select from ${table} where changed_in >= ${HORIZON} and changed_in < ${XMAX}${within})`;
  const visible = scope ? `exists (select from ${scope.table} where id = ${scopeId}::uuid)` : 'true';
  return `'"snapshot":"', ${SNAPSHOT}::text, '","horizon":"', ${HORIZON}::text, '","isPending":', (${pending})::text, ',"isVisible":', (${visible})::text`;
}

/** No migration, and no function that one makes, changes a table that is append-only, or deletes from one that keeps all its rows. */
import type { Node, RangeVar } from 'libpg-query';
import type { Finding } from '../finding.ts';
import { UNKNOWN } from '../sql/evaluate.ts';
import { droppedNames } from '../sql/fold-state.ts';
import { asNode, findNodes, nodesOf, relationName, stringsOf } from '../sql/nodes.ts';
import { placeOf } from '../sql/schema-state.ts';
import type { SqlStatement } from '../sql/statements.ts';

/** Qualified tables, by what the doctrine says of them. */
export interface Kept {
  readonly appendOnly: readonly string[];
  readonly neverDeleted: readonly string[];
}

interface Act {
  readonly does: string;
  readonly table: string;
  /** Whether rows go, as opposed to being changed. */
  readonly removes: boolean;
}

/** @param statements Of all migrations, those in functions too. */
export function checkKept(statements: readonly SqlStatement[], kept: Kept): Finding[] {
  return statements.flatMap((statement) => [
    ...checkSchemas(statement, kept),
    ...actsOf(statement.node).flatMap((act) => judge(act, statement, kept)),
    ...checkReplication(statement),
  ]);
}

function judge({ does, table, removes }: Act, statement: SqlStatement, { appendOnly, neverDeleted }: Kept): Finding[] {
  const where = statement.within ? ` in ${statement.within}` : '';
  const is = (listed: string) => listed === table || (!table.includes('.') && listed.endsWith(`.${table}`));
  const found = (rule: string, message: string) => [{ rule, message, ...placeOf(statement) }];
  if (table.includes(UNKNOWN))
    return found(
      'migrations/unknown-dynamic-sql',
      `${does}${where} of a table that only the running database knows: name it, or give the reason in ssot/guard-exceptions.yaml`,
    );
  if (appendOnly.some(is))
    return found('migrations/append-only', `${does} ${table}${where}: the doctrine says append-only`);
  if (removes && neverDeleted.some(is))
    return found(
      'migrations/never-deleted',
      `${does} ${table}${where}: the doctrine says that its rows are never deleted`,
    );
  return [];
}

function actsOf(node: Node): Act[] {
  const act = (does: string, relation: RangeVar | undefined, removes: boolean): Act[] =>
    relation ? [{ does, table: relationName(relation), removes }] : [];
  return [
    ...findNodes(node, 'UpdateStmt').flatMap(({ relation }) => act('update', relation, false)),
    ...findNodes(node, 'DeleteStmt').flatMap(({ relation }) => act('delete from', relation, true)),
    ...findNodes(node, 'MergeStmt').flatMap(({ relation }) => act('merge into', relation, true)),
    ...findNodes(node, 'TruncateStmt').flatMap(({ relations }) =>
      nodesOf(relations, 'RangeVar').flatMap((relation) => act('truncate', relation, true)),
    ),
    ...findNodes(node, 'InsertStmt').flatMap(({ relation, onConflictClause }) =>
      onConflictClause?.action === 'ONCONFLICT_UPDATE' ? act('on conflict do update in', relation, false) : [],
    ),
    ...droppedBy(node),
    ...alteredBy(node),
  ];
}

function droppedBy(node: Node): Act[] {
  const dropped = asNode(node, 'DropStmt');
  if (!dropped) return [];
  if (dropped.removeType === 'OBJECT_TABLE')
    return droppedNames(dropped).map((parts) => ({ does: 'drop table', table: parts.join('.'), removes: true }));
  if (dropped.removeType !== 'OBJECT_TRIGGER') return [];
  return droppedNames(dropped).map((parts) => ({
    does: `drop trigger ${parts.at(-1)} on`,
    table: parts.slice(0, -1).join('.'),
    removes: true,
  }));
}

/** Statements that remove rows, or what is in them, without a `delete`, and statements that turn off the triggers which refuse it. */
const ALTERS: Readonly<Record<string, string>> = {
  AT_DisableTrig: 'disable a trigger on',
  AT_DisableTrigAll: 'disable all triggers on',
  AT_DisableTrigUser: 'disable all triggers on',
  AT_EnableReplicaTrig: 'enable a trigger for replicas alone on',
  AT_DetachPartition: 'detach a partition of',
  AT_DropColumn: 'drop a column of',
};

function alteredBy(node: Node): Act[] {
  const altered = asNode(node, 'AlterTableStmt');
  const { relation } = altered ?? {};
  if (!relation) return [];
  return nodesOf(altered?.cmds, 'AlterTableCmd').flatMap(({ subtype }) => {
    const does = ALTERS[subtype ?? ''];
    return does ? [{ does, table: relationName(relation), removes: true }] : [];
  });
}

/** A schema goes with all that is in it. */
function checkSchemas(statement: SqlStatement, { appendOnly, neverDeleted }: Kept): Finding[] {
  const dropped = asNode(statement.node, 'DropStmt');
  if (dropped?.removeType !== 'OBJECT_SCHEMA') return [];
  const schemas = droppedNames(dropped).flat();
  const gone = [...appendOnly, ...neverDeleted].filter((table) => schemas.includes(table.split('.')[0] ?? ''));
  if (gone.length === 0) return [];
  const message = `drop schema takes ${gone.join(', ')} with it: the doctrine keeps these`;
  return [{ rule: 'migrations/append-only', message, ...placeOf(statement) }];
}

/** A session whose role for replication is `replica` fires no trigger. */
function checkReplication(statement: SqlStatement): Finding[] {
  const isSet = findNodes({ stmt: statement.node }, 'VariableSetStmt').some(
    ({ name }) => name === 'session_replication_role',
  );
  const isCalled = findNodes(statement.node, 'FuncCall').some(
    ({ funcname, args }) =>
      stringsOf(funcname).at(-1) === 'set_config' &&
      nodesOf(args, 'A_Const')[0]?.sval?.sval === 'session_replication_role',
  );
  if (!isSet && !isCalled) return [];
  const message = 'session_replication_role takes every trigger away, those of append-only tables too';
  return [{ rule: 'migrations/append-only', message, ...placeOf(statement) }];
}

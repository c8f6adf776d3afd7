/** Nothing in Postgres leads into Odoo: no foreign key, no trigger, and no copy but in the marked shadow schema. */
import type { Constraint, RangeVar } from 'libpg-query';
import type { Finding } from '../finding.ts';
import { asNode, findNodes, relationName } from '../sql/nodes.ts';
import { placeOf } from '../sql/schema-state.ts';
import type { SqlStatement } from '../sql/statements.ts';
import { type OdooModels, SHADOW_SCHEMA } from './odoo-copies.ts';

/** @param statements Of all migrations, those in functions too. */
export function checkOdoo(statements: readonly SqlStatement[], models: OdooModels): Finding[] {
  const tables = new Map([...models.keys()].map((model) => [model.replaceAll('.', '_'), model]));
  const isMarked = statements.some(isMark);
  return statements.flatMap((statement) => [
    ...checkForeignKeys(statement, tables),
    ...checkTriggers(statement, tables),
    ...checkShadow(statement, isMarked),
  ]);
}

function isMark({ node }: SqlStatement): boolean {
  const comment = asNode(node, 'CommentStmt');
  return (
    comment?.objtype === 'OBJECT_SCHEMA' &&
    asNode(comment.object, 'String')?.sval === SHADOW_SCHEMA &&
    /shadow/i.test(comment.comment ?? '')
  );
}

type Tables = ReadonlyMap<string, string>;

/** What the shadow is compared with, which is ours. */
const OURS = /^(seed|accepted)_/;

/** A table of the shadow schema, or one named as Odoo names its own. */
function isOdoo(relation: RangeVar | undefined, tables: Tables): relation is RangeVar {
  const { schemaname, relname = '' } = relation ?? {};
  return relation !== undefined && (tables.has(relname) || (schemaname === SHADOW_SCHEMA && !OURS.test(relname)));
}

function checkForeignKeys(statement: SqlStatement, tables: Tables): Finding[] {
  return findNodes(statement.node, 'Constraint').flatMap(({ contype, pktable, location }: Constraint) => {
    if (contype !== 'CONSTR_FOREIGN' || !isOdoo(pktable, tables)) return [];
    const message = `A foreign key leads to ${relationName(pktable)}: keep the record's id alone, and read it through a link`;
    return [{ rule: 'migrations/odoo-foreign-key', message, ...placeOf(statement, location) }];
  });
}

function checkTriggers(statement: SqlStatement, tables: Tables): Finding[] {
  return findNodes(statement.node, 'CreateTrigStmt').flatMap(({ relation, trigname }) => {
    if (!isOdoo(relation, tables)) return [];
    const message = `Trigger ${trigname} stands on ${relationName(relation)}: Odoo's tables are Odoo's; take its events from a run of the ledger`;
    return [{ rule: 'migrations/odoo-trigger', message, ...placeOf(statement) }];
  });
}

/** The shadow schema may hold what Odoo owns, where it says so. */
function checkShadow(statement: SqlStatement, isMarked: boolean): Finding[] {
  const { node } = statement;
  const created = asNode(node, 'CreateStmt') ?? asNode(node, 'CreateForeignTableStmt')?.base;
  const relation = created?.relation ?? asNode(node, 'CreateTableAsStmt')?.into?.rel;
  if (relation?.schemaname !== SHADOW_SCHEMA || isMarked) return [];
  const message = `${relationName(relation)} shadows Odoo and nothing says so: \`comment on schema ${SHADOW_SCHEMA} is 'Shadow of …'\``;
  return [{ rule: 'migrations/odoo-copy', message, ...placeOf(statement) }];
}

/** Nothing in Postgres leads into Odoo: no foreign key, no trigger, no wire, and no copy but in the marked shadow schema. */
import type { Constraint, RangeVar } from 'libpg-query';
import type { Finding } from '../finding.ts';
import { asNode, findNodes, relationName, stringsOf } from '../sql/nodes.ts';
import { placeOf } from '../sql/schema-state.ts';
import type { SqlStatement } from '../sql/statements.ts';

/** The one schema that may hold what Odoo owns, where a comment marks it. */
const SHADOW_SCHEMA = 'odoo';
/** Extensions by which a database asks another system. */
const WIRES = [
  'postgres_fdw',
  'dblink',
  'http',
  'pg_net',
  'odbc_fdw',
  'mysql_fdw',
  'multicorn',
  'wrappers',
  'plpython3u',
];
/** Of a copy under another name: columns that it shares with the model, beyond those that every table has. */
const SHARED_COLUMNS = 4;
const COMMON_COLUMNS = new Set(
  'id name title description body content type kind state status active sequence version created_at updated_at create_date write_date user_id date note color'.split(
    ' ',
  ),
);

/** Models of Odoo → the stored fields that the schema shows of each. */
export type OdooModels = ReadonlyMap<string, ReadonlySet<string>>;

/** @param statements Of all migrations, those in functions too. */
export function checkOdoo(statements: readonly SqlStatement[], models: OdooModels): Finding[] {
  const tables = new Map([...models.keys()].map((model) => [model.replaceAll('.', '_'), model]));
  const isMarked = statements.some(isMark);
  return statements.flatMap((statement) => [
    ...checkForeignKeys(statement, tables),
    ...checkTriggers(statement, tables),
    ...checkWires(statement),
    ...checkCopies(statement, models, isMarked),
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

/** A table of the shadow schema, or one named as Odoo names its own. */
function isOdoo(relation: RangeVar | undefined, tables: Tables): relation is RangeVar {
  return relation !== undefined && (relation.schemaname === SHADOW_SCHEMA || tables.has(relation.relname ?? ''));
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

function checkWires(statement: SqlStatement): Finding[] {
  const { node } = statement;
  const server = asNode(node, 'CreateForeignServerStmt')?.servername;
  const foreign =
    asNode(node, 'CreateForeignTableStmt')?.base?.relation ?? asNode(node, 'ImportForeignSchemaStmt')?.remote_schema;
  const subscription = asNode(node, 'CreateSubscriptionStmt')?.subname;
  const extension = asNode(node, 'CreateExtensionStmt')?.extname;
  const called = findNodes(node, 'FuncCall')
    .map(({ funcname }) => stringsOf(funcname).join('.'))
    .find((name) => /^(\w+\.)?dblink/.test(name));
  const wire =
    (server && `foreign server ${server}`) ??
    (foreign && 'a foreign table') ??
    (subscription && `subscription ${subscription}`) ??
    (called && `${called}()`) ??
    (extension && WIRES.includes(extension) && `extension ${extension}`);
  if (!wire) return [];
  const message = `A wire out of the database: ${wire}. Odoo is reached by the gateway alone, other systems by a worker`;
  return [{ rule: 'migrations/wire', message, ...placeOf(statement) }];
}

function checkCopies(statement: SqlStatement, models: OdooModels, isMarked: boolean): Finding[] {
  const { node } = statement;
  const created = asNode(node, 'CreateStmt') ?? asNode(node, 'CreateForeignTableStmt')?.base;
  const relation = created?.relation ?? asNode(node, 'CreateTableAsStmt')?.into?.rel;
  if (!relation || relation.relpersistence === 't') return [];
  const name = relationName(relation);
  const place = placeOf(statement);
  if (relation.schemaname === SHADOW_SCHEMA) {
    const message = `${name} shadows Odoo and nothing says so: \`comment on schema ${SHADOW_SCHEMA} is 'Shadow of …'\``;
    return isMarked ? [] : [{ rule: 'migrations/odoo-copy', message, ...place }];
  }
  const columns = findNodes(created ?? {}, 'ColumnDef').flatMap(({ colname }) => colname ?? []);
  const copied = [...models].find(([model, fields]) => isCopy(relation.relname ?? '', columns, model, fields));
  if (!copied) return [];
  const message = `${name} looks like a copy of ${copied[0]}, which Odoo owns: read it through a link, or keep its shadow in schema ${SHADOW_SCHEMA}`;
  return [{ rule: 'migrations/odoo-copy', message, ...place }];
}

/** By its name, also in the plural or with more words around; or by what it holds. */
function isCopy(table: string, columns: readonly string[], model: string, fields: ReadonlySet<string>): boolean {
  if (new RegExp(`(^|_)${model.replaceAll('.', '_')}(e?s)?($|_)`).test(table)) return true;
  return columns.filter((column) => fields.has(column) && !COMMON_COLUMNS.has(column)).length >= SHARED_COLUMNS;
}

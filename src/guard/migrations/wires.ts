/** No wire leads out of Postgres, but the one that the doctrine describes under `foreign`. */
import type { CreateForeignTableStmt, TypeName } from 'libpg-query';
import { type ForeignTable, foreignTables } from '../../doctrine/foreign.ts';
import type { Doctrine } from '../../doctrine/load.ts';
import type { Finding } from '../finding.ts';
import { asNode, findNodes, nodesOf, relationName, stringsOf } from '../sql/nodes.ts';
import { placeOf } from '../sql/schema-state.ts';
import type { SqlStatement } from '../sql/statements.ts';

/** The extension by which the one wire goes. */
const OWN_WRAPPER = 'postgres_fdw';
/** Extensions that let a database call another system. */
const WIRES = ['dblink', 'http', 'pg_net', 'odbc_fdw', 'mysql_fdw', 'file_fdw', 'multicorn', 'wrappers', 'plpython3u'];
/** Postgres's parser knows types by names of its own. */
const TYPES: Readonly<Record<string, string>> = {
  int4: 'integer',
  int8: 'bigint',
  bool: 'boolean',
  float8: 'double precision',
  timestamp: 'timestamp without time zone',
};

/** @param statements Of all migrations, those in functions too. */
export function checkWires(statements: readonly SqlStatement[], doctrine: Doctrine): Finding[] {
  return statements.flatMap((statement) => {
    const wire = findWire(statement, doctrine);
    if (wire === null) return [];
    const message = `A wire out of the database: ${wire}. Odoo is reached by the gateway and by what the doctrine says under \`foreign\` alone, other systems by a worker`;
    return [{ rule: 'migrations/wire', message, ...placeOf(statement) }];
  });
}

function findWire({ node }: SqlStatement, doctrine: Doctrine): string | null {
  const server = asNode(node, 'CreateForeignServerStmt');
  if (server && !(server.servername === doctrine.foreign?.server && server.fdwname === OWN_WRAPPER))
    return `foreign server ${server.servername}`;
  const table = asNode(node, 'CreateForeignTableStmt');
  if (table) return findStrayTable(table, doctrine);
  if (asNode(node, 'ImportForeignSchemaStmt')) return 'foreign tables with whatever columns there are';
  // Who logs in there, and by which password, belongs in no file.
  if (asNode(node, 'CreateUserMappingStmt') ?? asNode(node, 'AlterUserMappingStmt')) return 'a user mapping';
  const subscription = asNode(node, 'CreateSubscriptionStmt')?.subname;
  if (subscription) return `subscription ${subscription}`;
  const called = findNodes(node, 'FuncCall')
    .map(({ funcname }) => stringsOf(funcname).join('.'))
    .find((name) => /^(\w+\.)?dblink/.test(name));
  if (called) return `${called}()`;
  const extension = asNode(node, 'CreateExtensionStmt')?.extname;
  const isWire =
    extension && (WIRES.includes(extension) || (extension === OWN_WRAPPER && doctrine.foreign === undefined));
  return isWire ? `extension ${extension}` : null;
}

function findStrayTable({ base, servername, options }: CreateForeignTableStmt, doctrine: Doctrine): string | null {
  const name = base?.relation ? relationName(base.relation) : 'a foreign table';
  const known = foreignTables(doctrine).find((table) => table.name === name);
  if (!known || servername !== doctrine.foreign?.server) return `foreign table ${name}`;
  const columns = nodesOf(base?.tableElts, 'ColumnDef').map(({ colname = '', typeName, fdwoptions }) => ({
    name: colname,
    type: typeNameOf(typeName),
    isRenamed: (fdwoptions ?? []).length > 0,
  }));
  const stray = columns.find(({ name: column, type, isRenamed }) => isRenamed || known.columns.get(column) !== type);
  if (stray) return `column ${stray.name} of the foreign table ${name}`;
  return isOf(known, options) ? null : `foreign table ${name}, of another table than ${known.remote}`;
}

function isOf({ remote }: ForeignTable, options: CreateForeignTableStmt['options']): boolean {
  const given = new Map(
    nodesOf(options, 'DefElem').map(({ defname, arg }) => [defname, asNode(arg, 'String')?.sval] as const),
  );
  return (given.get('schema_name') ?? 'public') === 'public' && given.get('table_name') === remote;
}

function typeNameOf(type: TypeName | undefined): string {
  const name = stringsOf(type?.names).at(-1) ?? '';
  return (type?.arrayBounds ?? []).length > 0 ? `${name}[]` : (TYPES[name] ?? name);
}

/** Runs through what the migrations themselves execute, in order; what stands in a function's body changes nothing yet. */
import type { AlterTableStmt, CreateFunctionStmt, DropStmt, Node, SelectStmt } from 'libpg-query';
import { applyGrant } from './fold-grants.ts';
import { asNode, nodesOf, relationName, stringsOf } from './nodes.ts';
import { placeOf, type RelationState, type SchemaState } from './schema-state.ts';
import { isNamed, signatureOf, signatureOfNamed } from './signature.ts';
import type { SqlStatement } from './statements.ts';

/** @param statements Of all migrations, in their order. */
export function foldState(statements: readonly SqlStatement[]): SchemaState {
  const state: SchemaState = { relations: new Map(), functions: new Map(), grants: [] };
  for (const statement of statements) if (statement.within === null) apply(state, statement);
  return state;
}

type Apply = (state: SchemaState, node: Node, statement: SqlStatement) => boolean;

function apply(state: SchemaState, statement: SqlStatement): void {
  [applyCreate, applyAlter, applyDrop, applyFunction, applyGrant].some((each: Apply) =>
    each(state, statement.node, statement),
  );
}

const NEW = { hasRls: false, isInvoker: false };

function applyCreate(state: SchemaState, node: Node, statement: SqlStatement): boolean {
  const place = placeOf(statement);
  const add = (name: string, kind: RelationState['kind'], rest: Partial<RelationState> = {}) =>
    state.relations.set(name, { ...place, ...NEW, kind, columns: [], policies: new Set<string>(), ...rest });
  const foreign = asNode(node, 'CreateForeignTableStmt')?.base;
  const table = asNode(node, 'CreateStmt') ?? foreign;
  const stored = asNode(node, 'CreateTableAsStmt');
  const view = asNode(node, 'ViewStmt');
  const relation = table?.relation ?? stored?.into?.rel ?? view?.view;
  if (!relation) return false;
  if (relation.relpersistence === 't') return true;
  const columns = table
    ? nodesOf(table.tableElts, 'ColumnDef').flatMap(({ colname }) => colname ?? [])
    : selectedNames(asNode(stored?.query, 'SelectStmt'));
  const kind = view ? 'view' : stored?.objtype === 'OBJECT_MATVIEW' ? 'materialized view' : foreign && 'foreign table';
  add(relationName(relation), kind ?? 'table', { columns, ...(view && { isInvoker: isInvoker(view.options) }) });
  return true;
}

/** The names that a query gives its columns, as far as it spells them out. */
function selectedNames(query: SelectStmt | undefined): string[] {
  return nodesOf(query?.targetList, 'ResTarget').flatMap(
    ({ name, val }) => name ?? stringsOf(asNode(val, 'ColumnRef')?.fields).at(-1) ?? [],
  );
}

function isInvoker(options: readonly Node[] | undefined): boolean {
  const given = nodesOf(options, 'DefElem').find(({ defname }) => defname === 'security_invoker');
  return (
    given !== undefined &&
    !['false', 'off', '0'].includes(JSON.stringify(given.arg ?? '').replace(/\W|sval|String/g, ''))
  );
}

function applyAlter(state: SchemaState, node: Node, _statement: SqlStatement): boolean {
  const altered = asNode(node, 'AlterTableStmt');
  if (altered) applyAlterTable(state, altered);
  const policy = asNode(node, 'CreatePolicyStmt');
  // One that restricts shows nobody a row.
  if (policy?.table && policy.permissive)
    state.relations.get(relationName(policy.table))?.policies.add(policy.policy_name ?? '');
  const renamed = asNode(node, 'RenameStmt');
  if (renamed?.relation && !renamed.subname && /TABLE|VIEW/.test(renamed.renameType ?? '')) {
    const { schemaname } = renamed.relation;
    move(state, relationName(renamed.relation), [schemaname, renamed.newname].filter(Boolean).join('.'));
  }
  const taken = asNode(node, 'AlterObjectSchemaStmt');
  if (taken?.relation) move(state, relationName(taken.relation), `${taken.newschema}.${taken.relation.relname}`);
  return Boolean(altered ?? policy ?? renamed ?? taken);
}

function applyAlterTable(state: SchemaState, { relation, cmds }: AlterTableStmt): void {
  const known = relation && state.relations.get(relationName(relation));
  if (!known) return;
  for (const { subtype, def } of nodesOf(cmds, 'AlterTableCmd')) {
    if (subtype === 'AT_AddColumn') known.columns.push(asNode(def, 'ColumnDef')?.colname ?? '');
    if (subtype === 'AT_EnableRowSecurity') known.hasRls = true;
    if (subtype === 'AT_DisableRowSecurity') known.hasRls = false;
    if (subtype === 'AT_SetRelOptions') known.isInvoker ||= isInvoker(asNode(def, 'List')?.items);
    if (subtype === 'AT_ResetRelOptions') known.isInvoker = false;
  }
}

function move({ relations, ...state }: SchemaState, from: string, to: string): void {
  const known = relations.get(from);
  if (!known) return;
  relations.delete(from);
  relations.set(to, known);
  state.grants.forEach((grant, index) => {
    if (grant.object === from) state.grants[index] = { ...grant, object: to };
  });
}

function applyDrop(state: SchemaState, node: Node): boolean {
  const dropped = asNode(node, 'DropStmt');
  if (!dropped) return false;
  for (const parts of droppedNames(dropped)) {
    if (dropped.removeType === 'OBJECT_POLICY') {
      state.relations.get(parts.slice(0, -1).join('.'))?.policies.delete(parts.at(-1) ?? '');
    } else if (dropped.removeType === 'OBJECT_SCHEMA') forget(state, (name) => name.startsWith(`${parts.join('.')}.`));
    else if (/TABLE|VIEW/.test(dropped.removeType ?? '')) forget(state, (name) => name === parts.join('.'));
  }
  for (const named of nodesOf(dropped.objects, 'ObjectWithArgs').map(signatureOfNamed))
    forget(state, (name) => isNamed(name, named));
  return true;
}

/** Names as parts, e.g. of a policy its table's and its own. */
export function droppedNames({ objects }: DropStmt): string[][] {
  return (objects ?? []).flatMap((object) => {
    const list = asNode(object, 'List')?.items;
    const name = asNode(object, 'String')?.sval;
    return list ? [stringsOf(list)] : name ? [[name]] : [];
  });
}

function forget(state: SchemaState, is: (name: string) => boolean): void {
  for (const known of [state.relations, state.functions])
    for (const name of [...known.keys()]) if (is(name)) known.delete(name);
  state.grants = state.grants.filter(({ object }) => !is(object));
}

function applyFunction(state: SchemaState, node: Node, statement: SqlStatement): boolean {
  const made = asNode(node, 'CreateFunctionStmt');
  if (made) {
    const signature = signatureOf(made);
    // Replaced, it keeps its grants.
    const isPublic = (made.replace && state.functions.get(signature)?.isPublic) ?? true;
    state.functions.set(signature, { ...placeOf(statement), ...readOptions(made.options), isPublic });
    return true;
  }
  const altered = asNode(node, 'AlterFunctionStmt');
  if (!altered?.func) return altered !== undefined;
  const named = signatureOfNamed(altered.func);
  const changes = readOptions(altered.actions);
  const said = new Set(nodesOf(altered.actions, 'DefElem').map(({ defname }) => defname));
  for (const [signature, known] of state.functions) {
    if (!isNamed(signature, named)) continue;
    if (said.has('security')) known.isDefiner = changes.isDefiner;
    if (said.has('set')) known.searchPath = changes.searchPath;
  }
  return true;
}

function readOptions(options: CreateFunctionStmt['options']): { isDefiner: boolean; searchPath: string | null } {
  const elements = nodesOf(options, 'DefElem');
  const security = elements.find(({ defname }) => defname === 'security')?.arg;
  const set = elements
    .flatMap(({ arg }) => asNode(arg, 'VariableSetStmt') ?? [])
    .find(({ name, kind }) => name === 'search_path' && kind === 'VAR_SET_VALUE');
  return {
    isDefiner: asNode(security, 'Boolean')?.boolval ?? false,
    searchPath: set
      ? nodesOf(set.args, 'A_Const')
          .map(({ sval }) => sval?.sval ?? '')
          .join(', ')
      : null,
  };
}

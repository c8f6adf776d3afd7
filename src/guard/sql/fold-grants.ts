/** Grants and revokes, one role, object and privilege at a time. */
import type { AccessPriv, GrantStmt, Node, RoleSpec } from 'libpg-query';
import { asNode, nodesOf, relationName, stringsOf } from './nodes.ts';
import { type GrantState, placeOf, type SchemaState } from './schema-state.ts';
import { isNamed, signatureOfNamed } from './signature.ts';
import type { SqlStatement } from './statements.ts';

/** A grant of a function to everybody. The function keeps it, since each function begins with one. */
const PUBLIC = 'public';
/** The doctrine knows no such privilege: no role may pass its own on. */
const WITH_GRANT_OPTION = ' WITH GRANT OPTION';

/** Whether the statement was a grant, a revoke, or default privileges. */
export function applyGrant(state: SchemaState, node: Node, statement: SqlStatement): boolean {
  const byDefault = asNode(node, 'AlterDefaultPrivilegesStmt');
  const given = asNode(node, 'GrantStmt') ?? byDefault?.action;
  if (!given) return false;
  const objects = byDefault ? [{ kind: 'other' as const, object: 'what is made later' }] : objectsOf(state, given);
  for (const { kind, object } of objects) {
    for (const role of nodesOf(given.grantees, 'RoleSpec').map(roleName)) {
      if (kind === 'function' && role === PUBLIC) setPublic(state, object, given.is_grant ?? false);
      const privileges = nodesOf(given.privileges, 'AccessPriv');
      for (const privilege of privileges.length > 0 ? privileges : [{}]) {
        const change = { ...placeOf(statement), kind, object, role, ...readPrivilege(privilege) };
        if (given.is_grant && given.grant_option) change.privilege += WITH_GRANT_OPTION;
        if (given.is_grant) state.grants.push(change);
        else revoke(state, change);
      }
    }
  }
  return true;
}

/** A role's name as grants have it: `public` for everybody. */
export function roleName({ roletype, rolename }: RoleSpec): string {
  return roletype === 'ROLESPEC_PUBLIC'
    ? PUBLIC
    : (rolename ?? String(roletype).replace('ROLESPEC_', '').toLowerCase());
}

function readPrivilege({ priv_name, cols }: AccessPriv): { privilege: string; columns: string[] | null } {
  return { privilege: priv_name?.toUpperCase() ?? 'ALL', columns: cols && cols.length > 0 ? stringsOf(cols) : null };
}

function objectsOf(
  state: SchemaState,
  { targtype, objtype, objects }: GrantStmt,
): Pick<GrantState, 'kind' | 'object'>[] {
  const isFunction = /FUNCTION|PROCEDURE|ROUTINE/.test(objtype ?? '');
  const kind = isFunction
    ? 'function'
    : objtype === 'OBJECT_TABLE'
      ? 'table'
      : objtype === 'OBJECT_SCHEMA'
        ? 'schema'
        : 'other';
  if (targtype === 'ACL_TARGET_ALL_IN_SCHEMA') {
    const known =
      kind === 'function' ? state.functions : kind === 'table' ? state.relations : new Map<string, unknown>();
    return stringsOf(objects).flatMap((schema) =>
      [...known.keys()].filter((name) => name.startsWith(`${schema}.`)).map((object) => ({ kind, object })),
    );
  }
  const named = [
    ...nodesOf(objects, 'RangeVar').map(relationName),
    ...nodesOf(objects, 'ObjectWithArgs').map((each) => resolve(state, signatureOfNamed(each))),
    ...stringsOf(objects),
  ];
  return named.map((object) => ({ kind, object }));
}

/** A name without arguments is that of the one function it has. */
function resolve({ functions }: SchemaState, named: string): string {
  return [...functions.keys()].find((signature) => isNamed(signature, named)) ?? named;
}

function setPublic({ functions }: SchemaState, named: string, isPublic: boolean): void {
  for (const [signature, known] of functions) if (isNamed(signature, named)) known.isPublic = isPublic;
}

/** A revoke of some columns takes nothing from a grant on the whole table. */
function revoke(state: SchemaState, { role, object, privilege, columns }: GrantState): void {
  state.grants = state.grants.flatMap((grant) => {
    const isMeant = grant.role === role && grant.object === object && [grant.privilege, 'ALL'].includes(privilege);
    if (!isMeant) return [grant];
    if (columns === null) return [];
    const left = grant.columns?.filter((column) => !columns.includes(column));
    if (!left) return [grant];
    return left.length > 0 ? [{ ...grant, columns: left }] : [];
  });
}

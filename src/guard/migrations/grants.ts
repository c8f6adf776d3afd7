/** No grant that the doctrine does not allow: by role, table, operation and column, by function, and by membership. */

import type { Node } from 'libpg-query';
import { GATEWAY_LOGIN as LOGIN } from '../../doctrine/actors.ts';
import type { Doctrine } from '../../doctrine/load.ts';
import type { Finding } from '../finding.ts';
import { UNKNOWN } from '../sql/evaluate.ts';
import { roleName } from '../sql/fold-grants.ts';
import { asNode, findNodes, nodesOf } from '../sql/nodes.ts';
import { type GrantState, placeOf, type SchemaState } from '../sql/schema-state.ts';
import type { SqlStatement } from '../sql/statements.ts';
import { type Allowance, createAllowance } from './allowance.ts';

/** Where the functions of others live that every role may need. */
const SHARED_SCHEMAS = ['auth', 'extensions'];

/** @param statements Of all migrations, for memberships and attributes of roles; grants stand in the state that is left. */
export function checkGrants(state: SchemaState, statements: readonly SqlStatement[], doctrine: Doctrine): Finding[] {
  const allowance = createAllowance(doctrine);
  const seen = new Set<string>();
  const grants = state.grants.flatMap((grant) => {
    if (isShared(grant)) return [];
    const refusal = refuse(grant, allowance);
    const key = [grant.role, grant.object, grant.privilege, grant.columns].join(' ');
    if (refusal === null || seen.has(key)) return [];
    seen.add(key);
    const isKnown = ![grant.role, grant.object].some((name) => name.includes(UNKNOWN));
    const rule = isKnown ? 'migrations/grant' : 'migrations/unknown-dynamic-sql';
    return [{ rule, message: refusal, file: grant.file, line: grant.line }];
  });
  return [...grants, ...statements.flatMap((statement) => checkRoles(statement, allowance))];
}

function isShared({ kind, object, privilege, role }: GrantState): boolean {
  return (
    role !== 'public' &&
    SHARED_SCHEMAS.some(
      (schema) =>
        (kind === 'schema' && object === schema && privilege === 'USAGE') ||
        (kind === 'function' && object.startsWith(`${schema}.`)),
    )
  );
}

function refuse(grant: GrantState, { knows, allows }: Allowance): string | null {
  const { role, object, privilege, kind, columns } = grant;
  const what = `${privilege}${columns ? ` (${columns.join(', ')})` : ''} on ${object}`;
  if (role === 'public') return `${what} is granted to everybody: name the roles`;
  if (role.includes(UNKNOWN) || object.includes(UNKNOWN))
    return `${what} is granted to ${role} by a name that only the running database knows: write the names out, or leave it to \`guard --database\` and give the reason in ssot/guard-exceptions.yaml`;
  if (!knows(role))
    return `${what} is granted to ${role}, which is the role of no viewer kind and no agent of the doctrine`;
  if (kind === 'other') return `${what} is granted to ${role}: grant what exists, by name`;
  return allows(grant) ? null : `${what} is granted to ${role}: the doctrine does not allow it`;
}

/** `alter table … owner to`, of any kind of object. */
function newOwner(node: Node): string | null {
  const command = nodesOf(asNode(node, 'AlterTableStmt')?.cmds, 'AlterTableCmd').find(({ newowner }) => newowner);
  const given = asNode(node, 'AlterOwnerStmt')?.newowner ?? command?.newowner;
  return given ? roleName(given) : null;
}

function checkRoles(statement: SqlStatement, { knows }: Allowance): Finding[] {
  const found = (message: string) => [{ rule: 'migrations/role', message, ...placeOf(statement) }];
  const made = asNode(statement.node, 'CreateRoleStmt');
  const options = made?.options ?? asNode(statement.node, 'AlterRoleStmt')?.options;
  const raised = nodesOf(options, 'DefElem').find(
    ({ defname, arg }) =>
      ['superuser', 'bypassrls', 'createrole'].includes(defname ?? '') && asNode(arg, 'Boolean')?.boolval,
  );
  if (raised) return found(`A role gets ${raised.defname}: no role of the gateway stands above row-level security`);
  const created = made?.role;
  if (created && created !== LOGIN && !created.includes(UNKNOWN) && !knows(created))
    return found(`Role ${created} is that of no viewer kind and no agent: add the agent to the doctrine first`);
  const owner = newOwner(statement.node);
  if (owner && knows(owner)) return found(`${owner} is to own something: an owner is above every grant and policy`);
  const member = asNode(statement.node, 'GrantRoleStmt');
  if (!member?.is_grant) return [];
  const grantees = nodesOf(member.grantee_roles, 'RoleSpec').map(roleName);
  const roles = findNodes(member.granted_roles ?? [], 'AccessPriv').map(({ priv_name }) => priv_name ?? '');
  return roles.flatMap((role) =>
    grantees.flatMap((grantee) => {
      const isOurs = grantee === LOGIN && (role.includes(UNKNOWN) || knows(role));
      return isOurs ? [] : found(`${role} is granted to ${grantee}: only ${LOGIN} becomes the roles of viewers`);
    }),
  );
}

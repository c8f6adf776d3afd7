/** Whether the doctrine has a grant: what it derives for a live database, asked of one statement of a migration. */
import { GATEWAY_LOGIN } from '../../doctrine/actors.ts';
import { foreignGrants } from '../../doctrine/foreign.ts';
import { functionGrants, rolesOf, schemaGrants, tableGrants } from '../../doctrine/grants.ts';
import type { Doctrine } from '../../doctrine/load.ts';
import type { GrantState } from '../sql/schema-state.ts';

/** Answers for one doctrine. */
export interface Allowance {
  /** Whether a role is that of a viewer kind or an agent. */
  readonly knows: (role: string) => boolean;
  /** Whether it may be granted this. */
  readonly allows: (grant: GrantState) => boolean;
}

/** Derives all grants once. */
export function createAllowance(doctrine: Doctrine): Allowance {
  const roles = new Set([GATEWAY_LOGIN, ...rolesOf(doctrine).values()]);
  const tables = [...tableGrants(doctrine), ...foreignGrants(doctrine)];
  const functions = functionGrants(doctrine);
  const schemas = schemaGrants(doctrine);
  return {
    knows: (role) => roles.has(role),
    allows: ({ role, kind, object, privilege, columns }) => {
      if (kind === 'schema') return privilege === 'USAGE' && (schemas.get(object)?.includes(role) ?? false);
      if (kind === 'function')
        return privilege === 'EXECUTE' && (functions.get(object.replace(/\(.*/s, ''))?.includes(role) ?? false);
      const allowed = tables.find(
        (each) => each.role === role && each.table === object && each.privilege === privilege,
      )?.columns;
      if (kind !== 'table' || allowed === undefined) return false;
      return allowed === 'all' || (columns?.every((column) => allowed.includes(column)) ?? false);
    },
  };
}
